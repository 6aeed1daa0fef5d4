import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

struct GenerateGradesCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grades",
      abstract: Message(
        fr: "Une année de notes dans douze UE : marks.csv, avec les deux sessions, et scheme.yaml.",
        en: "A year of marks in twelve UEs: marks.csv, both sessions, and scheme.yaml."))
  }

  static let example = "palmares generate grades --size 300 --seed essai -o essai-grades"

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
    let made = Message.madeUpGrades(
      folder, students: size, ues: data.scheme.ues.count, marks: table.rowCount)
    writeToStandardError(made.text + "\n")
  }
}
