import ArgumentParser
import Palmares

struct GenerateGradesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grades",
    abstract: "A year of marks in twelve UEs: marks.csv, both sessions, and scheme.yaml.")

  @OptionGroup var options: GenerateOptions<GradesData>

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
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
