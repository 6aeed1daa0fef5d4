import Foundation
import TestSupport
import Testing

/// Command lines that only their flags make wrong: a usage error, nothing printed, and no file touched.
///
/// A debug build takes a third of a second for each, so that they are all here.
struct WrongFlagExhaustiveTests {
  /// A command line on files that are all in order.
  enum Command: Sendable {
    case rank, electives, mobility, swap, mentions, order, calls

    func workspace() throws -> Workspace {
      switch self {
      case .rank: return try Workspace()
      case .electives: return try Workspace.electives()
      case .mobility: return try Workspace.mobility()
      case .mentions: return try Workspace.grades()
      case .swap:
        let workspace = try Workspace.electives()
        try workspace.folder.write("a.csv", Workspace.case("electives/satisfaction.expected.csv"))
        return workspace
      case .order, .calls:
        let workspace = try Workspace()
        try workspace.folder.write("final.csv", "rang,candidat,boursier,secteur\n1,K1,non,n\n2,K2,oui,n\n")
        try workspace.folder.write("order.csv", "ordre,candidat\n1,K1\n2,K2\n")
        try workspace.folder.write("answers.csv", "candidat,statut\n")
        return workspace
      }
    }

    var arguments: [String] {
      switch self {
      case .rank: Workspace.rank
      case .electives: ["allocate", "electives"] + Workspace.electivesFiles
      case .mobility: ["allocate", "mobility"] + Workspace.mobilityFiles
      case .swap: ["allocate", "swap"] + Workspace.electivesFiles + ["--allocation", "a.csv"]
      case .mentions: ["grades", "mentions", "notes.csv"]
      case .order: ["admission", "call-order", "final.csv"]
      case .calls: ["admission", "calls", "order.csv"]
      }
    }
  }

  private static let wrong: [(command: Command, flags: [[String]])] = [
    (
      .rank,
      [
        ["--general-bar", "20.5"], ["--general-bar", "-1"], ["--science-bar", "douze"], ["--seed", ""],
        ["--format", "xls"], ["--threads", "0"], ["--no-such-flag"], ["-o", "x", "--manifest", "x"],
      ]
    ),
    (
      .electives,
      [
        ["--policy", "best"], ["--rank-costs", "0,3,1"], ["--rank-costs", "0,,1"], ["--rank-costs", ""],
        ["--rank-costs", "0,1", "--policy", "merit"], ["--time-limit", "-1"], ["--time-limit", "soon"],
        ["--solver", "slow"], ["--certificate", "-"], ["-o", "x.csv", "--certificate", "./x.csv"],
        ["--students", "-", "--wishes", "-"],
      ]
    ),
    (
      .mobility,
      [
        ["--modules", "destinations.csv"], ["--quotas", "-", "--wishes", "-"], ["--policy", "best"],
        ["-o", "x.csv", "--certificate", "x.csv"],
      ]
    ),
    (
      .swap,
      [
        [], ["--swaps", "s.csv", "--propose", "s.csv"], ["--propose", "s.csv", "--undo"],
        ["--swaps", "s.csv", "--certificate", "c.json", "--made-with", "m.json"],
        ["--swaps", "-", "--students", "-"],
      ]
    ),
    (
      .mentions,
      [
        ["--shares", "10,25,30,36"], ["--shares", "10,25,30"], ["--shares", "10,25,30,35,0"],
        ["--shares", "a"], ["--shares", "100"], ["--ties", "left"], ["--rounding", "even"],
        ["--classes", "1"], ["--classes", "5"], ["--gap-tolerance", "-1"], ["--minimum-cohort", "-1"],
        ["--harmonise", "ue"], ["--strength", "1"], ["--harmonise", "ue", "--strength", "101"],
        ["-o", "list.csv", "--report", "list.csv"], ["--base", "all"], ["--validated-from", "21"],
        ["--below", "Fx"], ["--validated-from", "10", "--below", "C"],
      ]
    ),
    (
      .order,
      [
        ["--boursier-min", "101"], ["--boursier-min", "-1"], ["--secteur-min", "2.5"],
        ["--secteur-min", "vingt"],
      ]
    ),
    (
      .calls,
      [
        ["--answers", "answers.csv"], ["--places", "3"], ["--places", "-1", "--answers", "answers.csv"],
        ["--places", "3", "--answers", "answers.csv", "--block-rank", "-2"],
        ["--places", "3", "--simulate"],
        ["--places", "3", "--simulate", "--seed", "s", "--answers", "answers.csv"],
        ["--places", "3", "--simulate", "--seed", "s", "--accept", "60", "--refuse", "50"],
        ["--places", "3", "--simulate", "--seed", "s", "--accept", "101"],
        ["--places", "3", "--simulate", "--seed", "s", "--days", "0"],
        ["--places", "3", "--simulate", "--seed", "s", "--seasons", "100000000"],
        ["--places", "3", "--answers", "answers.csv", "--seed", "s"],
        ["--places", "3", "--state", "order.csv", "--next", "order.csv"],
      ]
    ),
  ]

  private static let lines = wrong.flatMap { command, flags in flags.map { (command, $0) } }

  @Test(arguments: lines)
  func `flags that make no sense are a usage error, and touch no file`(
    command: Command, flags: [String]
  ) throws {
    let workspace = try command.workspace()
    let names = workspace.folder.names
    let run = try workspace.run(command.arguments + flags)
    #expect(run.status == 64 && !run.wasSignalled, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(workspace.folder.names == names)
  }

  @Test(arguments: [Command.electives, .mobility])
  func `an allocation without a seed is a usage error`(command: Command) throws {
    let run = try command.workspace().run(command.arguments.dropLast(2))
    #expect(run.status == 64 && run.errors.contains("give --seed or --seed-file"), "\(run.errors)")
  }

  @Test func `verify and explain take modules or destinations, and what goes with them`() throws {
    let workspace = try Workspace.mobility()
    let files = ["--students", "students.csv", "--wishes", "wishes.csv", "--seed", "graine"]
    let proof = ["--allocation", "a.csv", "--certificate", "c.json"]
    for command in [["verify"] + proof, ["explain", "E1"]] {
      for (flags, message) in [
        ([], "Give --modules or --destinations, one of them."),
        (
          ["--modules", "m.csv", "--destinations", "d.csv"], "Give --modules or --destinations, one of them."
        ),
        (["--modules", "m.csv", "--quotas", "q.csv"], "go with --destinations."),
        (["--modules", "m.csv", "--require-quitus", "q.csv"], "go with --destinations."),
      ] {
        let run = try workspace.run(["allocate"] + command + files + flags)
        #expect(run.status == 64 && run.errors.contains(message), "\(command) \(flags): \(run.errors)")
      }
    }
  }
}
