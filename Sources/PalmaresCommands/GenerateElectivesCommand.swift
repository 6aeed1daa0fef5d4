import ArgumentParser
import Palmares

struct GenerateElectivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "electives",
    abstract: "A choice of electives in two créneaux: students.csv, modules.csv and wishes.csv.")

  @OptionGroup var options: GenerateOptions<ElectivesData>

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    try makeFolder(folder)
    let data = ElectivesData(size: size, seed: seed)
    let tables = ElectivesTables(data.students, data.electives, data.wishes)
    let files = try ["students", "modules", "wishes"].map { try OutputFile(path: "\(folder)/\($0).csv") }
    try tables.writeStudents { try files[0].write($0) }
    try tables.writeModules { try files[1].write($0) }
    try tables.writeWishes { try files[2].write($0) }
    for file in files { try file.publish() }
    writeToStandardError(
      "\(folder): \(size) students, \(data.electives.offers.count) modules, \(data.wishes.count) wishes\n")
  }
}
