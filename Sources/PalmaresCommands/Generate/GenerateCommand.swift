import ArgumentParser

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Made-up data of realistic shape, the same bytes on every machine.",
    subcommands: [
      GeneratePDISCommand.self, GenerateExportCommand.self, GenerateElectivesCommand.self,
      GenerateMobilityCommand.self,
      GenerateGradesCommand.self,
    ])
}
