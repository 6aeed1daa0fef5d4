import ArgumentParser
import Palmares
import SyntheticData
import Wording

struct GenerateElectivesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "electives",
      abstract: "A choice of electives in two créneaux: students.csv, modules.csv and wishes.csv.")
  }

  @OptionGroup var options: GenerateOptions<ElectivesData>

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    let data = ElectivesData(size: size, seed: seed)
    let tables = ElectivesTables(data.students, data.electives, data.wishes)
    let files = try GeneratedFiles(folder, ["students.csv", "modules.csv", "wishes.csv"])
    try tables.writeStudents { try files.write(0, $0) }
    try tables.writeModules { try files.write(1, $0) }
    try tables.writeWishes { try files.write(2, $0) }
    try files.publish()
    writeToStandardError(
      "\(folder): \(size) students, \(data.electives.offers.count) modules, \(data.wishes.count) wishes\n")
  }
}
