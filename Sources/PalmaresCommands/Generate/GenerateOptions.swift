import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

/// Data that `generate` makes up.
protocol MadeUpData {
  /// What `--size` counts.
  static var subjects: String { get }
  static var largestSize: Int { get }
}

extension PDISData: MadeUpData { static var subjects: String { "candidates" } }
extension ExportData: MadeUpData { static var subjects: String { "candidates" } }
extension ElectivesData: MadeUpData { static var subjects: String { "students" } }
extension MobilityData: MadeUpData { static var subjects: String { "students" } }
extension GradesData: MadeUpData { static var subjects: String { "students" } }

/// What every kind of made-up data is asked for.
struct GenerateOptions<Data: MadeUpData>: ParsableArguments {
  @Option(help: "How many \(Data.subjects), 0 to \(Data.largestSize).")
  var size: Int

  @Option(help: "Any text; the data depend on it and the size alone.")
  var seed: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder to write to; made where it does not exist. Files there that were not made up are kept: exit 73.",
      valueName: "folder"))
  var folder: String

  func validate() throws {
    guard 0...Data.largestSize ~= size else {
      throw ValidationError("--size must be 0 to \(Data.largestSize).")
    }
  }
}

/// How many threads `generate` uses where the data are many.
struct GenerateThreads: ParsableArguments {
  @Option(help: "Threads to use; the result is the same for any number. Default: one per processor.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }

  var workers: Workers { Workers(count: threads) }
}
