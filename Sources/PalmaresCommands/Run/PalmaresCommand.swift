public import ArgumentParser
import Palmares

/// The command `palmares`.
public struct PalmaresCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "palmares",
    abstract:
      "Admission lists, grades and allocations for an engineering school: exact, ordered to the last tie, "
      + "reproducible.",
    version: PalmaresVersion.current,
    subcommands: [
      AdmissionCommand.self, AllocateCommand.self, GradesCommand.self, GenerateCommand.self,
      ReplayCommand.self,
    ])

  public init() {}
}
