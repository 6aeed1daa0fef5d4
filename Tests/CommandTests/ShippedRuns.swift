import Foundation
import TestSupport
import Testing

/// Every command that reads files, with the shipped data and what commands make of them.
final class ShippedRuns {
  let folder: TemporaryFolder

  /// One command line, its files by role.
  struct Run: CustomTestStringConvertible, Sendable {
    let command: [String]
    let fixed: [String]
    /// By flag; the empty flag is the positional argument.
    let inputs: [(flag: String, file: String)]
    /// The flags of the outputs, but `-o` and `--manifest`.
    let beside: [String]
    /// Whether the command takes `--manifest`.
    let isRecorded: Bool

    init(
      _ command: String, _ fixed: String = "", inputs: String, beside: [String] = [], isRecorded: Bool = true
    ) {
      self.isRecorded = isRecorded
      self.command = command.split(separator: " ").map(String.init)
      self.fixed = fixed.split(separator: " ").map(String.init)
      self.inputs = inputs.split(separator: " ").map { input in
        let parts = input.split(separator: "=").map(String.init)
        return parts.count == 2 ? ("--" + parts[0], parts[1]) : ("", parts[0])
      }
      self.beside = beside
    }

    var testDescription: String { command.joined(separator: " ") }

    var arguments: [String] {
      command + fixed + inputs.flatMap { ($0.flag.isEmpty ? [] : [$0.flag]) + [$0.file] }
    }
  }

  private static let electives =
    "students=e-students.csv modules=modules.csv wishes=e-wishes.csv seed-file=seed.csv"
  private static let mobility =
    "students=m-students.csv destinations=destinations.csv wishes=m-wishes.csv quotas=quotas.csv "
    + "require-quitus=quitus.csv seed-file=seed.csv"

  static let all = [
    Run("admission import", inputs: "export.csv mapping=mapping.yaml", beside: ["--left-out"]),
    Run("admission score", inputs: "candidates.csv scheme=scheme.yaml"),
    Run(
      "admission bars", "--places 60", inputs: "candidates.csv scheme=scheme.yaml", beside: ["--statistics"]),
    Run(
      "admission rank", "--general-bar 12 --science-bar 11.5",
      inputs: "candidates.csv scheme=scheme.yaml seed-file=seed.csv", beside: ["--not-admitted"]),
    Run(
      "admission explain", "P29946057 --general-bar 12 --science-bar 11.5 --admission-bar 13.5",
      inputs: "candidates.csv scheme=scheme.yaml seed-file=seed.csv orals=orals.csv", isRecorded: false),
    Run("admission convoke", "--admission-bar 13.5", inputs: "list.csv"),
    Run(
      "admission admit", "--admission-bar 13.5", inputs: "list.csv orals=orals.csv",
      beside: ["--not-admitted"]),
    Run("admission call-order", inputs: "final.csv insertions=insertions.csv"),
    Run(
      "admission calls", "--places 60", inputs: "order.csv state=state.csv answers=answers.csv",
      beside: ["--next"]),
    Run(
      "admission calls", "--places 60 --simulate --seasons 5 --days 5", inputs: "order.csv seed-file=seed.csv"
    ),
    Run("allocate electives", inputs: electives, beside: ["--certificate", "--unplaced"]),
    Run(
      "allocate options", inputs: electives.replacing("modules.csv", with: "options.csv"),
      beside: ["--certificate", "--unplaced"]),
    Run("allocate mobility", inputs: mobility, beside: ["--certificate", "--unplaced"]),
    Run(
      "allocate swap", inputs: electives + " allocation=allocation.csv swaps=swaps.csv certificate=proof.json"
    ),
    Run(
      "allocate swap",
      inputs: mobility + " allocation=departures.csv propose=m-wishes-2.csv made-with=record.json"),
    Run(
      "allocate repair",
      inputs: electives + " allocation=allocation.csv withdrawals=withdrawals.csv certificate=proof.json"),
    Run(
      "allocate repair", inputs: electives + " allocation=allocation.csv places=places.csv improve=asking.csv"
    ),
    Run(
      "allocate repair",
      inputs: mobility + " allocation=departures.csv withdrawals=withdrawals-2.csv made-with=record.json"),
    Run("allocate compare", inputs: mobility + " made-with=record.json", beside: ["--differences"]),
    Run(
      "allocate compare",
      inputs: electives.replacing("modules.csv", with: "options.csv") + " certificate=proof.json",
      beside: ["--differences"]),
    Run(
      "allocate explain", "E14159265",
      inputs: electives + " allocation=allocation.csv certificate=proof.json", isRecorded: false),
    Run(
      "allocate explain", "E14159265", inputs: mobility + " allocation=departures.csv made-with=record.json",
      isRecorded: false),
    Run("grades validate", inputs: "marks.csv scheme=grades.yaml"),
    Run("grades mentions", "--gap-tolerance 2", inputs: "results.csv", beside: ["--report"]),
    Run("grades gpa", inputs: "mentions.csv scheme=grades.yaml"),
  ]

  /// The first run of each command.
  static let first = all.filter { run in
    all.first { $0.testDescription == run.testDescription }!.arguments == run.arguments
  }

  /// All files that the commands read, made once.
  nonisolated(unsafe) private static let made = Result { try ShippedRuns(making: ()) }

  /// A folder with all files that the commands read.
  init() throws {
    let made = try Self.made.get().folder
    folder = try TemporaryFolder()
    for name in made.names {
      try FileManager.default.copyItem(
        at: made.url.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
  }

  private init(making: Void) throws {
    folder = try TemporaryFolder(removedAtExit: true)
    let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Datasets")
    for (name, source) in [
      ("candidates.csv", "pdis/candidates.csv"), ("scheme.yaml", "pdis/scheme.yaml"),
      ("orals.csv", "pdis/orals.csv"), ("export.csv", "export/export.csv"),
      ("mapping.yaml", "export/mapping.yaml"), ("e-students.csv", "electives/students.csv"),
      ("modules.csv", "electives/modules.csv"), ("e-wishes.csv", "electives/wishes.csv"),
      ("m-students.csv", "mobility/students.csv"), ("destinations.csv", "mobility/destinations.csv"),
      ("quotas.csv", "mobility/quotas.csv"), ("quitus.csv", "mobility/quitus.csv"),
      ("m-wishes.csv", "mobility/wishes.csv"), ("m-wishes-2.csv", "mobility/wishes.csv"),
      ("marks.csv", "grades/marks.csv"), ("grades.yaml", "grades/scheme.yaml"),
    ] {
      try FileManager.default.copyItem(
        at: datasets.appendingPathComponent(source), to: folder.url.appendingPathComponent(name))
    }
    try folder.write("seed.csv", "graine,engagement\n0123456789abcdef,\n")
    // The same modules, without créneaux.
    let modules = try folder.text("modules.csv").split(separator: "\n").map { row in
      var cells = row.split(separator: ",", omittingEmptySubsequences: false)
      cells.remove(at: 3)
      return cells
    }
    var named: Set<Substring> = []
    let options = modules.filter { named.insert($0[0]).inserted }.map { $0.joined(separator: ",") + "\n" }
    try folder.write("options.csv", options.joined())
    try makeIntermediateFiles()
  }

  /// Makes the files that one command writes and another reads.
  private func makeIntermediateFiles() throws {
    let made = [
      ("admission rank", "list.csv"), ("admission admit", "final.csv"), ("admission call-order", "order.csv"),
      ("admission calls", "calls.csv"), ("allocate electives", "allocation.csv"),
      ("allocate mobility", "departures.csv"), ("grades validate", "results.csv"),
      ("grades mentions", "mentions.csv"),
    ]
    try folder.write("insertions.csv", "rang,candidat,boursier,secteur\n2,NOUVEAU,oui,non\n")
    for (command, name) in made {
      if name == "calls.csv" {
        try execute([
          "admission", "calls", "order.csv", "--places", "60", "--next", "state.csv", "-o", name, "-q",
        ])
        let called = try folder.text(name).split(separator: "\n")[1].split(separator: ",")[1]
        try folder.write("answers.csv", "candidat,statut\n\(called),accepte\n")
      } else {
        let proof = [
          "allocation.csv": ["--certificate", "proof.json"], "departures.csv": ["--manifest", "record.json"],
        ]
        let run = Self.all.first { $0.testDescription == command }!
        try execute(run.arguments + ["-o", name, "-q"] + (proof[name] ?? []))
      }
    }
    let rows = try folder.text("allocation.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try folder.write("withdrawals.csv", "eleve\n\(rows[0][0])\n")
    try folder.write("asking.csv", "eleve\n\(rows[4][0])\n")
    let leaver = try folder.text("departures.csv").split(separator: "\n")[1].prefix { $0 != "," }
    try folder.write("withdrawals-2.csv", "eleve\n\(leaver)\n")
    try folder.write("swaps.csv", "eleve_1,eleve_2,creneau\n\(rows[0][0]),\(rows[2][0]),\(rows[0][1])\n")
    let module = try folder.text("modules.csv").split(separator: "\n")[1]
      .split(separator: ",", omittingEmptySubsequences: false)
    try folder.write("places.csv", "module,places,creneau\n\(module[0]),99,\(module[3])\n")
  }

  struct Failure: Error { let message: String }

  @discardableResult
  func execute(_ arguments: [String]) throws -> Execution {
    let run = try Execution(arguments, in: folder.url)
    guard run.status == 0 else { throw Failure(message: "\(arguments): \(run.errors)") }
    return run
  }
}
