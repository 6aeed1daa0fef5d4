public import ArgumentParser

/// The command `palmares`.
public struct PalmaresCommand: ParsableCommand {
  public static let version = "0.1.0"

  public static let configuration = CommandConfiguration(
    commandName: "palmares",
    abstract:
      "Admission lists, grades and allocations for an engineering school: exact, ordered to the last tie, "
      + "reproducible.",
    version: version,
    subcommands: [
      AdmissionCommand.self, AllocateCommand.self, GradesCommand.self, GenerateCommand.self,
      ReplayCommand.self,
    ])

  public init() {}
}

struct AdmissionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admission",
    abstract: "From candidates' marks to the final list (PDIS, Parcoursup; règlement 5.2.1).",
    subcommands: [
      ImportCommand.self, ScoreCommand.self, BarresCommand.self, RankCommand.self, ConvokeCommand.self,
      AdmitCommand.self, AdmissionExplainCommand.self,
      CallOrderCommand.self, CallsCommand.self,
      DrawCommand.self,
    ])
}

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Who gets which module: the best allocation, with its proof (règlement 2.4.3, 5.4.3).",
    subcommands: [
      ElectivesCommand.self, OptionsCommand.self, MobilityCommand.self, VerifyCommand.self,
      ExplainCommand.self, SwapCommand.self, RepairCommand.self, CompareCommand.self,
    ])
}

struct GradesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grades",
    abstract: "From marks to UEs validated, mentions and GPA (règlement 1.3.2, 1.3.3, 2.5, 3.2.1, 5.5).",
    subcommands: [ValidateCommand.self, MentionsCommand.self, GPACommand.self])
}
