import Foundation
import Palmares

/// One run of a command: what it read, how long each phase took, and where its result goes.
final class Session {
  typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private let command: String
  private let input: InputOptions
  private let output: OutputOptions
  private let started = ContinuousClock.now
  private let progress = ProgressLine()
  private var timings: [(phase: String, seconds: Double)] = []
  private var underWay: (phase: String, start: ContinuousClock.Instant)?
  private var inputs: [Manifest.File] = []

  init(_ command: String, _ input: InputOptions, _ output: OutputOptions) {
    self.command = command
    self.input = input
    self.output = output
  }

  var workers: Workers { input.workers }

  /// Reads a file, and notes it for the manifest.
  func read(_ path: String) throws -> InputFile {
    let file = try InputFile(path: path, access: .mapped, workers: workers)
    if output.manifest != nil {
      inputs.append(Manifest.File(path: path, sha256: file.sha256, bytes: file.count))
    }
    return file
  }

  /// Reads a file that is not a table.
  func withBytes<R>(_ path: String, _ body: (UnsafeRawBufferPointer) throws(InputDefects) -> R) throws -> R {
    let file = try read(path)
    let result = try file.withUnsafeBytes(body)
    try file.checkUnchanged()
    return result
  }

  /// Reads a delimited file.
  func withText<R>(_ path: String, _ body: (SourceText) throws -> R) throws -> R {
    let file = try read(path)
    let result = try file.withUnsafeBytes { bytes in
      try SourceText.withText(
        bytes, file: path, encoding: input.encoding, workers: workers, release: { file.release($0) }, body)
    }
    try file.checkUnchanged()
    return result
  }

  /// Runs a phase, or several that follow each other by ``begin(_:)``, and notes how long each took.
  func phase<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
    begin(name)
    defer { endPhase() }
    return try body()
  }

  /// Ends the phase under way, if any, and begins another.
  func begin(_ name: String) {
    endPhase()
    progress.begin(name)
    underWay = (name, ContinuousClock.now)
  }

  private func endPhase() {
    guard let (name, start) = underWay else { return }
    underWay = nil
    let spent = seconds(since: start)
    if let known = timings.firstIndex(where: { $0.phase == name }) {
      timings[known].seconds += spent
    } else {
      timings.append((name, spent))
    }
  }

  /// Writes the result, the manifest, and the timings: files appear only when all is written.
  ///
  /// - Parameter flags: what the manifest says of the command's own flags.
  func write(flags: [String: String] = [:], seed: DrawSeed? = nil, _ body: (@escaping Sink) throws -> Void)
    throws
  {
    let file = try OutputFile(path: output.path, hashing: output.manifest != nil)
    try phase("write") {
      try body { try file.write($0) }
      try file.settle()
      if let path = output.manifest {
        var flags = flags
        flags["format"] = output.format.rawValue
        flags["encoding"] = input.encoding.rawValue
        let manifest = Manifest(
          palmares: PalmaresCommand.version, command: command, flags: flags, inputs: inputs,
          output: Manifest.File(path: output.path ?? "-", sha256: file.sha256 ?? "", bytes: file.count),
          seedCommitment: seed?.commitment)
        let record = try OutputFile(path: path)
        try record.write(manifest.json())
        try record.settle()
        try file.publish()
        try record.publish()
      } else {
        try file.publish()
      }
    }
    finish()
  }

  /// Ends the progress line and prints the timings.
  func finish() {
    progress.end()
    guard output.timings else { return }
    timings.append(("total", seconds(since: started)))
    for (phase, seconds) in timings {
      writeToStandardError("{\"phase\":\"\(phase)\",\"seconds\":\(decimal(seconds))}\n")
    }
  }

  /// A line of the summary.
  func say(_ line: String) {
    progress.end()
    if !output.quiet { writeToStandardError(line + "\n") }
  }

  /// A line that is no summary but part of the answer: --quiet keeps it.
  func warn(_ line: String) {
    progress.end()
    writeToStandardError(line + "\n")
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private func decimal(_ seconds: Double) -> String {
    FixedDecimal(tenThousandths: Int64((seconds * 10_000).rounded())).description
  }
}

/// What a run read, did and wrote; with the seed, enough to do it again.
struct Manifest: Encodable {
  struct File: Encodable {
    let path: String
    let sha256: String
    let bytes: Int
  }

  let palmares: String
  let command: String
  let flags: [String: String]
  let inputs: [File]
  let output: File
  /// SHA-256 of the seed; the seed itself is not told.
  let seedCommitment: String?

  private enum CodingKeys: String, CodingKey {
    case palmares, command, flags, inputs, output
    case seedCommitment = "seed_commitment"
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
