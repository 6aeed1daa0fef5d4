import Foundation
import TestSupport
import Testing

/// A process ended while it works leaves the old file, or the new one, and nothing else.
struct InterruptionExhaustiveTests {
  @Test func `whenever the process is ended, the file is whole and nothing is left behind`() throws {
    let folder = try TemporaryFolder()
    let made = try Execution(
      ["generate", "pdis", "--size", "20000", "--seed", "s", "-o", "."], in: folder.url)
    #expect(made.status == 0)
    let rank = [
      "admission", "rank", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "0", "--science-bar",
      "0", "--seed", "s", "-q", "-o",
    ]
    #expect(try Execution(rank + ["whole.csv"], in: folder.url).status == 0)
    let whole = try folder.text("whole.csv")
    let names = (folder.names + ["list.csv"]).sorted()
    for signal in [SIGKILL, SIGINT, SIGTERM] {
      var random = SeededGenerator(UInt64(signal))
      var interrupted = 0
      for attempt in 0..<10 {
        try folder.write("list.csv", "old")
        let process = Process()
        process.executableURL = Execution.command
        process.arguments = rank + ["list.csv"]
        process.currentDirectoryURL = folder.url
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The first is ended before it can be done, however slow or fast the machine.
        if attempt > 0 { usleep(.random(in: 1_000...250_000, using: &random)) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        let text = try folder.text("list.csv")
        #expect(text == "old" || text == whole, "signal \(signal)")
        #expect(folder.names == names)
        if process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 {
          interrupted += 1
          if signal == SIGINT, process.terminationReason == .exit {
            #expect(process.terminationStatus == 130)
          }
        }
      }
      #expect(interrupted > 0, "signal \(signal)")
    }
  }
}
