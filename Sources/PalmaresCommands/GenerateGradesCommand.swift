import ArgumentParser
import Palmares

struct GenerateGradesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grades",
    abstract: "A year of marks in twelve UEs: marks.csv, both sessions, and scheme.yaml.")

  @Option(help: "How many students, 0 to \(GradesData.largestSize).")
  var size: Int

  @Option(help: "Any text; the data depend on it alone.")
  var seed: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "folder"))
  var folder: String

  func validate() throws {
    guard 0...GradesData.largestSize ~= size else {
      throw ValidationError("--size must be 0 to \(GradesData.largestSize).")
    }
  }

  func run() throws {
    try makeFolder(folder)
    let data = GradesData(size: size, seed: seed)
    let marks = try OutputFile(path: "\(folder)/marks.csv")
    let table = MarksTable(students: data.students, scheme: data.scheme, entries: data.entries)
    try table.write(.csv) { try marks.write($0) }
    let scheme = try OutputFile(path: "\(folder)/scheme.yaml")
    try scheme.write(GradesData.schemeText)
    for file in [marks, scheme] { try file.publish() }
    writeToStandardError(
      "\(folder): \(size) students, \(data.scheme.ues.count) UEs, \(table.rowCount) marks\n")
  }
}
