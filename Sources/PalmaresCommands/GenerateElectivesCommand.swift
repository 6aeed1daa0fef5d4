import ArgumentParser
import Palmares

struct GenerateElectivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "electives",
    abstract: "A choice of electives in two créneaux: students.csv, modules.csv and wishes.csv.")

  @Option(help: "How many students, 0 to \(ElectivesData.largestSize).")
  var size: Int

  @Option(help: "Any text; the data depend on it and the size alone.")
  var seed: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "folder"))
  var folder: String

  func validate() throws {
    guard 0...ElectivesData.largestSize ~= size else {
      throw ValidationError("--size must be 0 to \(ElectivesData.largestSize).")
    }
  }

  func run() throws {
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
