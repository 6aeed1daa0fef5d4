import ArgumentParser
import Palmares

struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "The admissibility list: who is at or above both barres, in the order of the règlement.")

  @OptionGroup var arguments: CandidatesArguments

  @Option(help: ArgumentHelp("The barre générale, 0 to 20.", valueName: "mark"))
  var generalBar: Mark

  @Option(help: ArgumentHelp("The barre scientifique, 0 to 20.", valueName: "mark"))
  var scienceBar: Mark

  @OptionGroup var draw: SeedArguments

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session("admission rank", input, output)
    let seedRead = try session.gather { try session.seed(draw) }
    let scored = try Scored(arguments, session)
    let seed = try session.gathered(seedRead)
    let list = session.phase("sort") {
      AdmissibilityList(
        scored.candidates, notes: scored.notes, generalBar: generalBar, scienceBar: scienceBar,
        draw: Draw(seed: seed), workers: session.workers)
    }
    let table = RankingTable(list, scored.candidates, scored.notes)
    let flags = ["general-bar": generalBar.description, "science-bar": scienceBar.description]
    try session.write(flags: flags, seed: seed) {
      try table.write(output.format, workers: session.workers, to: $0)
    }
    summarise(list, scored, session)
  }

  private func summarise(_ list: AdmissibilityList, _ scored: Scored, _ session: Session) {
    session.say(
      "\(list.count) of \(scored.candidates.count) candidates admissible "
        + "(barre générale \(generalBar), barre scientifique \(scienceBar))")
    guard let last = list.rows.last else { return }
    var decided = TieBreak.allCases.map { _ in 0 }
    for tieBreak in list.tieBreaks { decided[Int(tieBreak.rawValue)] += 1 }
    let parts = zip(TieBreak.allCases, decided).dropFirst().map { "\($0.word) \($1)" }
    session.say("places decided by: \(parts.joined(separator: ", "))")
    session.say(
      "note générale from \(scored.notes.general[Int(list.rows[0])].decimalText()) "
        + "to \(scored.notes.general[Int(last)].decimalText())")
  }
}
