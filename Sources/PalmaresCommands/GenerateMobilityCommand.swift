import ArgumentParser
import Palmares

struct GenerateMobilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mobility",
    abstract: "A year of mobility: students.csv, destinations.csv, quotas.csv, wishes.csv and quitus.csv.")

  @OptionGroup var options: GenerateOptions<MobilityData>

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    try makeFolder(folder)
    let data = MobilityData(size: size, seed: seed)
    let tables = MobilityTables(data.students, data.mobility, data.wishes, owingQuitus: data.owingQuitus)
    let names = ["students", "destinations", "quotas", "wishes", "quitus"]
    let files = try names.map { try OutputFile(path: "\(folder)/\($0).csv") }
    try tables.writeStudents { try files[0].write($0) }
    try tables.writeDestinations { try files[1].write($0) }
    try tables.writeQuotas { try files[2].write($0) }
    try tables.writeWishes { try files[3].write($0) }
    try tables.writeQuitus { try files[4].write($0) }
    for file in files { try file.publish() }
    writeToStandardError(
      "\(folder): \(size) students, \(data.mobility.destinations.count) destinations, "
        + "\(data.wishes.count) wishes\n")
  }
}
