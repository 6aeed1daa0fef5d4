import ArgumentParser
import Palmares
import SyntheticData
import Wording

struct GenerateElectivesCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "electives",
      abstract: Message(
        fr: "Un choix de modules sur deux créneaux : students.csv, modules.csv et wishes.csv.",
        en: "A choice of electives in two créneaux: students.csv, modules.csv and wishes.csv."))
  }

  static let example = "palmares generate electives --size 300 --seed essai -o essai-electives"

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
    let made = Message.madeUpElectives(
      folder, students: size, modules: data.electives.offers.count, wishes: data.wishes.count)
    writeToStandardError(made.text + "\n")
  }
}
