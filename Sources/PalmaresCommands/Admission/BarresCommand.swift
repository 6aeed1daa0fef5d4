import ArgumentParser
import Foundation
import Palmares
import Wording

struct BarresCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bars",
      abstract:
        "Helps the jury to set the barres: the number of admissible candidates at each pair, or the pairs that "
        + "leave a given number.",
      discussion: """
        Example: palmares admission bars Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \
        --places 60 --step 1 --matrix --general-bar 12 --science-bar 11.5
        """)
  }

  /// How the counts of the grid are written.
  enum Form: String, EnumerableFlag {
    case matrix, matrixTable

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .matrix: "Write the counts as a matrix to read: only the barres at which something changes."
      case .matrixTable: "The same as a table in --format: a column for each barre scientifique."
      }
    }
  }

  @OptionGroup var arguments: CandidatesArguments

  @Option(help: "The number of places open.")
  var places: Int

  @Option(help: "How many should be admissible: for each barre scientifique, the highest barre générale.")
  var target: Int?

  @Flag var form: Form?

  @Option(help: "The distance between two barres of the grid, 0.01 to 20.")
  var step: Mark = "0.25"

  @Option(
    name: .customLong("general-bar"),
    help: ArgumentHelp("With --science-bar: how many are admissible at these?", valueName: "mark"))
  var generalBarre: Mark?

  @Option(
    name: .customLong("science-bar"),
    help: ArgumentHelp("With --general-bar: how many are admissible at these?", valueName: "mark"))
  var scientificBarre: Mark?

  @Option(help: ArgumentHelp("Write the distribution of both notes here, a row each.", valueName: "file"))
  var statistics: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if places < 1 { throw ValidationError("--places must be 1 or more.") }
    if let target, target < 1 { throw ValidationError("--target must be 1 or more.") }
    if step < BarreGrid.finestStep { throw ValidationError("--step must be \(BarreGrid.finestStep) to 20.") }
    if (generalBarre == nil) != (scientificBarre == nil) {
      throw ValidationError("--general-bar and --science-bar go together.")
    }
    if target != nil, form != nil {
      throw ValidationError("--target has a table of its own: no --matrix or --matrix-table.")
    }
    if form == .matrix, output.fileFormat == .xlsx {
      throw ValidationError(
        Message(
          fr: "--matrix écrit du texte : pour un classeur, donnez --matrix-table.",
          en: "--matrix is text: for a workbook give --matrix-table."))
    }
    try checkIsFile(statistics, named: "--statistics")
  }

  func run() throws {
    let run = CommandRun("admission bars", input, output, beside: ["--statistics": statistics])
    let scores = try run.scores(arguments)
    let (grid, distributions) = try run.phase("sort") {
      (
        try BarreGrid(scores, step: step, workers: run.workers),
        (general: ScoreStatistics(scores.general), scientific: ScoreStatistics(scores.scientific))
      )
    }
    let highest = try target.map { try grid.highestWithoutRepeats(leaving: $0) }
    if let target, let highest, highest.isEmpty, !scores.isEmpty {
      throw BadData(
        description: "no barres leave \(target) admissible: there are \(scores.count) candidates")
    }
    try run.writeTableBeside("--statistics", statistics) {
      try ScoreStatisticsTable(general: distributions.general, scientific: distributions.scientific)
        .write($0, workers: run.workers, to: $1)
    }
    try run.write(flags: flags) { sink in
      if let highest {
        try HighestBarresTable(highest).write(output.format, workers: run.workers, to: sink)
      } else {
        try write(grid, run.workers, to: sink)
      }
    }
    summarise(distributions, run)
    answer(scores, highest, run)
  }

  private func write(_ grid: BarreGrid, _ workers: Workers, to sink: CommandRun.Sink) throws {
    switch form {
    case nil: try BarreGridTable(grid).write(output.format, workers: workers, to: sink)
    case .matrixTable:
      try BarreMatrixTable(BarreMatrix(grid)).write(output.format, workers: workers, to: sink)
    case .matrix:
      var text = BarreMatrixText(BarreMatrix(grid)).description
      try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
  }

  private var flags: [String: String] {
    var flags = ["places": String(places), "step": step.description]
    flags["target"] = target.map(String.init)
    flags["form"] = form?.rawValue
    flags["general-bar"] = generalBarre?.description
    flags["science-bar"] = scientificBarre?.description
    return flags
  }

  private func summarise(
    _ distributions: (general: ScoreStatistics, scientific: ScoreStatistics), _ run: CommandRun
  ) {
    let count = distributions.general.count
    let perPlace = Fraction(Int128(count), Int128(places)).decimalText(digits: 2)
    run.say("\(count) candidates for \(places) places (\(perPlace) per place)")
    for (name, statistics, barre) in [
      (AdmissionColumn.generalScore, distributions.general, generalBarre),
      (AdmissionColumn.scientificScore, distributions.scientific, scientificBarre),
    ] {
      guard let mean = statistics.mean, let deviation = statistics.standardDeviation else { continue }
      let spread = Fraction(Int128((deviation * 1e9).rounded()), 1_000_000_000).decimalText(digits: 3)
      let quantiles = statistics.quantiles.map { "q\($0.percent) \($0.score.decimalText(digits: 2))" }
      run.say(
        "\(name): mean \(mean.decimalText(digits: 3)), standard deviation \(spread), "
          + quantiles.joined(separator: ", "))
      if isatty(2) == 1 {
        run.say(Histogram(statistics, barre: barre).description)
      }
    }
  }

  private func answer(_ scores: Scores, _ highest: [BarreGrid.Highest]?, _ run: CommandRun) {
    if let generalBarre, let scientificBarre {
      let count = scores.admissibleCount(generalBarre: generalBarre, scientificBarre: scientificBarre)
      let perPlace = Fraction(Int128(count), Int128(places)).decimalText(digits: 2)
      run.say(
        "barre générale \(generalBarre), barre scientifique \(scientificBarre): \(count) admissible (\(perPlace) per place)"
      )
      groups(scores, generalBarre, scientificBarre).forEach(run.say)
    }
    if let target, let last = highest?.last {
      run.say(
        "\(target) admissible: possible up to a barre scientifique of \(last.pair.scientific) on this grid")
    }
  }

  /// How many of each group are admissible at a pair of barres.
  private func groups(_ scores: Scores, _ generalBarre: Mark, _ scientificBarre: Mark) -> [String] {
    let groups = AdmissibleGroups(
      scores, generalBarre: generalBarre, scientificBarre: scientificBarre)
    func line(_ subject: String, _ parts: [(name: String, group: AdmissibleGroups.Group)]) -> String {
      let parts = parts.filter { $0.group.all > 0 }.map { name, group in
        let percent = Fraction(Int128(group.admissible) * 100, Int128(group.all)).decimalText(digits: 1)
        return "\(name) \(group.admissible) of \(group.all) (\(percent) %)"
      }
      return "\(subject): \(parts.joined(separator: ", "))"
    }
    guard !scores.isEmpty else { return [] }
    return [
      line("genre", zip(Genre.allCases, groups.genres).map { ("\($0.csvWord)", $1) }),
      line("boursier", [("oui", groups.boursiers), ("non", groups.others)]),
      line("doublette", Array(zip(scores.candidates.scheme.doublettes, groups.doublettes)).map { ($0, $1) }),
    ]
  }
}
