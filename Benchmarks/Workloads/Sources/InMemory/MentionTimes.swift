import ArgumentParser
import Foundation
import Palmares

/// Mentions, from marks. Writes them, a byte each, the best 0.
struct MentionTimes: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mentions")

  @Option(help: ArgumentHelp("The marks, as 32-bit integers: ten-thousandths of a mark.", valueName: "file"))
  var marks: String

  @Option(help: ArgumentHelp("Where the mentions go.", valueName: "file"))
  var mentions: String

  @OptionGroup var options: RunOptions

  func run() throws {
    let workers = options.workers
    let column = MarkColumn(
      try Data(contentsOf: URL(fileURLWithPath: marks)).withUnsafeBytes { bytes in
        bytes.bindMemory(to: Int32.self).map { OptionalMark(uncheckedUnits: $0) }
      })
    var timing = Timing()
    let given = timing.time(runs: options.runs) {
      let summary = CohortSummary(column, workers: workers)
      let cuts = MentionCuts(.standard, count: summary.count)
      return MentionPlacement(summary, cuts: cuts, ties: .up).mentions(column, workers: workers)
    }
    try Data(given.map { $0?.rawValue ?? .max }).write(to: URL(fileURLWithPath: mentions))
    timing.report("marks", column.count)
  }
}
