import ArgumentParser
import Foundation
import Palmares

struct BarsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bars",
    abstract: "What the jury needs to set the barres: how many are admissible at each pair, or which "
      + "barres leave a number of admissible candidates.")

  @OptionGroup var arguments: CandidatesArguments

  @Option(help: "The number of places open.")
  var places: Int

  @Option(help: "How many should be admissible: for each barre scientifique, the highest barre générale.")
  var target: Int?

  @Option(help: "The distance between two barres of the grid, 0.01 to 20.")
  var step: Mark = "0.25"

  @Option(help: ArgumentHelp("With --science-bar: how many are admissible at these?", valueName: "mark"))
  var generalBar: Mark?

  @Option(help: ArgumentHelp("With --general-bar: how many are admissible at these?", valueName: "mark"))
  var scienceBar: Mark?

  @Option(help: ArgumentHelp("Write the distribution of both notes here, a row each.", valueName: "file"))
  var statistics: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if places < 1 { throw ValidationError("--places must be 1 or more.") }
    if let target, target < 1 { throw ValidationError("--target must be 1 or more.") }
    if step < BarGrid.finestStep { throw ValidationError("--step must be \(BarGrid.finestStep) to 20.") }
    if (generalBar == nil) != (scienceBar == nil) {
      throw ValidationError("--general-bar and --science-bar go together.")
    }
    if statistics == "-" { throw ValidationError("--statistics must be a file.") }
  }

  func run() throws {
    let session = Session("admission bars", input, output, beside: ["--statistics": statistics])
    let scored = try Scored(arguments, session)
    let (grid, distributions) = session.phase("sort") {
      (
        BarGrid(scored.notes, step: step, workers: session.workers),
        [
          (note: "note_generale", statistics: NoteStatistics(scored.notes.general)),
          (note: "note_scientifique", statistics: NoteStatistics(scored.notes.scientific)),
        ]
      )
    }
    let tables = BarTables(output.format, workers: session.workers)
    let highest = target.map { grid.highest(leaving: $0) }
    if let target, let highest, highest.isEmpty, scored.candidates.count > 0 {
      throw BadData(
        description: "no barres leave \(target) admissible: there are \(scored.candidates.count) candidates")
    }
    try session.writeBeside("--statistics", statistics) {
      try tables.writeStatistics(distributions, to: $0)
    }
    try session.write(flags: flags) { sink in
      if let highest {
        try tables.writeHighest(highest, to: sink)
      } else {
        try tables.writeGrid(grid, to: sink)
      }
    }
    summarise(scored, distributions, session)
    answer(scored, highest, session)
  }

  private var flags: [String: String] {
    var flags = ["places": String(places), "step": step.description]
    flags["target"] = target.map(String.init)
    flags["general-bar"] = generalBar?.description
    flags["science-bar"] = scienceBar?.description
    return flags
  }

  private func summarise(
    _ scored: Scored, _ distributions: [(note: String, statistics: NoteStatistics)], _ session: Session
  ) {
    let perPlace = Fraction(Int128(scored.candidates.count), Int128(places)).decimalText(digits: 2)
    session.say("\(scored.candidates.count) candidates for \(places) places (\(perPlace) per place)")
    for (index, (note, statistics)) in distributions.enumerated() {
      guard let mean = statistics.mean, let deviation = statistics.standardDeviation else { continue }
      let spread = Fraction(Int128((deviation * 1e9).rounded()), 1_000_000_000).decimalText(digits: 3)
      let quantiles = statistics.quantiles.map { "q\($0.percent) \($0.note.decimalText(digits: 2))" }
      session.say(
        "\(note): mean \(mean.decimalText(digits: 3)), standard deviation \(spread), "
          + quantiles.joined(separator: ", "))
      if isatty(2) == 1 {
        session.say(Histogram(statistics, bar: index == 0 ? generalBar : scienceBar).description)
      }
    }
  }

  private func answer(_ scored: Scored, _ highest: [BarGrid.Highest]?, _ session: Session) {
    if let generalBar, let scienceBar {
      let count = scored.notes.admissibleCount(generalBar: generalBar, scienceBar: scienceBar)
      let perPlace = Fraction(Int128(count), Int128(places)).decimalText(digits: 2)
      session.say(
        "barre générale \(generalBar), barre scientifique \(scienceBar): \(count) admissible (\(perPlace) per place)"
      )
    }
    if let target, let last = highest?.last {
      session.say(
        "\(target) admissible: possible up to a barre scientifique of \(last.pair.scientific) on this grid")
    }
  }
}
