import ArgumentParser
import Palmares
import SyntheticData
import Wording

struct GenerateMobilityCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mobility",
      abstract: Message(
        fr: "Une année de mobilité : students.csv, destinations.csv, quotas.csv, wishes.csv et quitus.csv.",
        en: "A year of mobility: students.csv, destinations.csv, quotas.csv, wishes.csv and quitus.csv."))
  }

  static let example = "palmares generate mobility --size 200 --seed essai -o essai-mobility"

  @OptionGroup var options: GenerateOptions<MobilityData>

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    let data = MobilityData(size: size, seed: seed)
    let tables = MobilityTables(data.students, data.mobility, data.wishes, owingQuitus: data.owingQuitus)
    let names = ["students", "destinations", "quotas", "wishes", "quitus"]
    let files = try GeneratedFiles(folder, names.map { "\($0).csv" })
    try tables.writeStudents { try files.write(0, $0) }
    try tables.writeDestinations { try files.write(1, $0) }
    try tables.writeQuotas { try files.write(2, $0) }
    try tables.writeWishes { try files.write(3, $0) }
    try tables.writeQuitus { try files.write(4, $0) }
    try files.publish()
    let made = Message.madeUpMobility(
      folder, students: size, destinations: data.mobility.destinations.count, wishes: data.wishes.count)
    writeToStandardError(made.text + "\n")
  }
}
