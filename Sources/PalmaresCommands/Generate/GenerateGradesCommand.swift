import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

struct GenerateGradesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grades",
      abstract: "A year of marks in twelve UEs: marks.csv, both sessions, and scheme.yaml.")
  }

  @OptionGroup var options: GenerateOptions<GradesData>

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    let data = GradesData(size: size, seed: seed)
    let files = try GeneratedFiles(folder, ["marks.csv", "scheme.yaml"])
    let table = ECUEMarksTable(students: data.students, scheme: data.scheme, entries: data.entries)
    try table.write(.csv) { try files.write(0, $0) }
    try files.write(1, GradesData.schemeText)
    try files.publish()
    writeToStandardError(
      "\(folder): \(size) students, \(data.scheme.ues.count) UEs, \(table.rowCount) marks\n")
  }
}
