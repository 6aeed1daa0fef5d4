import ArgumentParser
import Palmares

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "The admissibility list: who is at or above both barres, in the order of the règlement.",
    discussion: """
      Example: palmares admission rank Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml --general-bar 12 \
      --science-bar 11.5 --seed graine --not-admitted others.csv -o list.csv
      """)

  @OptionGroup var arguments: CandidatesArguments

  @OptionGroup var ranking: RankingArguments

  @Option(
    help: ArgumentHelp(
      "Write who is not on the list here, with the reason and what the notes lack.", valueName: "file"))
  var notAdmitted: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(notAdmitted, named: "--not-admitted")
  }

  func run() throws {
    let session = CommandRun("admission rank", input, output, beside: ["--not-admitted": notAdmitted])
    let seedRead = try session.gather { try session.seed(ranking.draw) }
    let scored = try Scored(arguments, session)
    let seed = try session.gathered(seedRead)
    let draw = Draw(seed: seed)
    let list = ranking.list(scored, draw: draw, session)
    let table = RankingTable(list, scored.candidates, scored.notes)
    let others = notAdmitted.map { _ in
      session.phase("sort") {
        NotAdmissible(
          scored.candidates, notes: scored.notes, generalBarre: ranking.generalBarre,
          scientificBarre: ranking.scientificBarre, draw: draw, workers: session.workers)
      }
    }
    if let others {
      try session.writeBeside("--not-admitted", notAdmitted) {
        try NotAdmissibleTable(others, scored.candidates, scored.notes)
          .write(output.format, workers: session.workers, to: $0)
      }
    }
    let flags = [
      "general-bar": ranking.generalBarre.description, "science-bar": ranking.scientificBarre.description,
    ]
    try session.write(flags: flags, seed: seed) {
      try table.write(output.format, workers: session.workers, to: $0)
    }
    summarise(list, scored, session)
    if let others { summarise(others, session) }
  }

  private func summarise(_ others: NotAdmissible, _ session: CommandRun) {
    func count(_ missed: MissedBarres) -> Int { others.missed.count { $0 == missed } }
    session.say(
      "\(others.count) not admissible: \(count(.general)) below the barre générale alone, "
        + "\(count(.scientific)) below the barre scientifique alone, \(count(.both)) below both")
  }

  private func summarise(_ list: AdmissibilityList, _ scored: Scored, _ session: CommandRun) {
    session.say(
      "\(list.count) of \(scored.candidates.count) candidates admissible "
        + "(barre générale \(ranking.generalBarre), barre scientifique \(ranking.scientificBarre))")
    guard let last = list.rows.last else { return }
    var decided = DecidingCriterion.allCases.map { _ in 0 }
    for tieBreak in list.tieBreaks { decided[Int(tieBreak.rawValue)] += 1 }
    let parts = zip(DecidingCriterion.allCases, decided).dropFirst().map { "\($0.word) \($1)" }
    session.say("places decided by: \(parts.joined(separator: ", "))")
    session.say(
      "note générale from \(scored.notes.general[Int(list.rows[0])].decimalText()) "
        + "to \(scored.notes.general[Int(last)].decimalText())")
  }
}
