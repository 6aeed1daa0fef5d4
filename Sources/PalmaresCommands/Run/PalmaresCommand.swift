public import ArgumentParser
import Palmares
import Wording

/// The command `palmares`.
public struct PalmaresCommand: ParsableCommand, ExampleCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "palmares",
      abstract: Message(
        fr: """
          Listes d'admission, notes et affectations d'une école d'ingénieurs : exactes, départagées jusqu'au dernier \
          ex æquo, reproductibles.
          """,
        en: """
          Admission lists, grades and allocations for an engineering school: exact, ordered to the last tie, \
          reproducible.
          """),
      version: PalmaresVersion.current,
      subcommands: [
        AdmissionCommand.self, AllocateCommand.self, GradesCommand.self, GenerateCommand.self,
        ReplayCommand.self,
      ])
  }

  static var example: String { RankCommand.example }

  @OptionGroup var language: LanguageOptions

  public init() {}
}
