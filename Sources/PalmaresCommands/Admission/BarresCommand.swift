import ArgumentParser
import Foundation
import Palmares
import Wording

struct BarresCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bars",
      abstract: Message(
        fr: """
          Aide le jury à fixer les barres : combien d'admissibles à chaque couple de barres, ou quels couples en \
          laissent un nombre donné.
          """,
        en: """
          Helps the jury to set the barres: the number of admissible candidates at each pair, or the pairs that \
          leave a given number.
          """))
  }

  static var example: String {
    """
    palmares admission bars Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
      --places 60 --target 200 --general-bar 12 --science-bar 11.5 -o bars.csv
    palmares admission bars Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
      --places 60 --step 1 --matrix
    """
  }

  /// How the counts of the grid are written.
  enum Form: String, EnumerableFlag {
    case matrix, matrixTable

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .matrix:
        ArgumentHelp(
          fr: "Écrire les nombres en une grille à lire : seulement les barres où quelque chose change.",
          en: "Write the counts as a matrix to read: only the barres at which something changes.")
      case .matrixTable:
        ArgumentHelp(
          fr: "La même grille, en un tableau au format de --format : une colonne par barre scientifique.",
          en: "The same as a table in --format: a column for each barre scientifique.")
      }
    }
  }

  @OptionGroup var arguments: CandidatesArguments

  @Option(
    help: ArgumentHelp(
      fr: "Le nombre de places offertes.", en: "The number of places open.",
      valueName: Message(fr: "places", en: "places")))
  var places: Int

  @Option(
    help: ArgumentHelp(
      fr: "Combien d'admissibles on veut : pour chaque barre scientifique, la plus haute barre générale.",
      en: "How many should be admissible: for each barre scientifique, the highest barre générale.",
      valueName: Message(fr: "nombre", en: "count")))
  var target: Int?

  @Flag var form: Form?

  @Option(
    help: ArgumentHelp(
      fr: "L'écart entre deux barres de la grille, de 0.01 à 20.",
      en: "The distance between two barres of the grid, 0.01 to 20.",
      valueName: Message(fr: "écart", en: "step")))
  var step: Mark = "0.25"

  @Option(
    name: .customLong("general-bar"),
    help: ArgumentHelp(
      fr: "Avec --science-bar : combien y a-t-il d'admissibles à ces deux barres ?",
      en: "With --science-bar: how many are admissible at these?", valueName: .mark))
  var generalBarre: Mark?

  @Option(
    name: .customLong("science-bar"),
    help: ArgumentHelp(
      fr: "Avec --general-bar : combien y a-t-il d'admissibles à ces deux barres ?",
      en: "With --general-bar: how many are admissible at these?", valueName: .mark))
  var scientificBarre: Mark?

  @Option(
    help: ArgumentHelp(
      fr: "Écrire ici la répartition des deux notes, une ligne pour chacune.",
      en: "Write the distribution of both notes here, a row each.", valueName: .file))
  var statistics: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if places < 1 { throw ValidationError(.atLeast("--places", 1)) }
    if let target, target < 1 { throw ValidationError(.atLeast("--target", 1)) }
    if step < BarreGrid.finestStep {
      throw ValidationError(
        Message(
          fr: "--step doit être entre \(decimal: BarreGrid.finestStep) et 20.",
          en: "--step must be \(decimal: BarreGrid.finestStep) to 20."))
    }
    if (generalBarre == nil) != (scientificBarre == nil) {
      throw ValidationError(
        Message(
          fr: "--general-bar et --science-bar vont ensemble.",
          en: "--general-bar and --science-bar go together."))
    }
    if target != nil, form != nil {
      throw ValidationError(
        Message(
          fr: "--target a son propre tableau : pas de --matrix ni de --matrix-table.",
          en: "--target has a table of its own: no --matrix or --matrix-table."))
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
      throw BadData(.noBarres(leave: target, of: scores.count))
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
    if form == .matrix { flags[Manifest.languageFlag] = CommandLanguage.current.rawValue }
    flags["general-bar"] = generalBarre?.description
    flags["science-bar"] = scientificBarre?.description
    return flags
  }

  private func summarise(
    _ distributions: (general: ScoreStatistics, scientific: ScoreStatistics), _ run: CommandRun
  ) {
    let count = distributions.general.count
    let perPlace = Fraction(Int128(count), Int128(places)).decimalText(digits: 2)
    run.say(.candidates(count, forPlaces: places, perPlace: perPlace))
    for (note, statistics, barre) in [
      (Message.generalScore, distributions.general, generalBarre),
      (Message.scientificScore, distributions.scientific, scientificBarre),
    ] {
      guard let distribution = Message.distribution(of: note, statistics) else { continue }
      run.say(distribution)
      if isatty(2) == 1 {
        run.say(Message(verbatim: Histogram(statistics, barre: barre).description))
      }
    }
  }

  private func answer(_ scores: Scores, _ highest: [BarreGrid.Highest]?, _ run: CommandRun) {
    if let generalBarre, let scientificBarre {
      let count = scores.admissibleCount(generalBarre: generalBarre, scientificBarre: scientificBarre)
      let perPlace = Fraction(Int128(count), Int128(places)).decimalText(digits: 2)
      run.say(
        .admissible(
          count, generalBarre: generalBarre, scientificBarre: scientificBarre, perPlace: perPlace))
      groups(scores, generalBarre, scientificBarre).forEach(run.say)
    }
    if let target, let last = highest?.last { run.say(.possible(target, upTo: last.pair.scientific)) }
  }

  /// How many of each group are admissible at a pair of barres.
  private func groups(_ scores: Scores, _ generalBarre: Mark, _ scientificBarre: Mark) -> [Message] {
    let groups = AdmissibleGroups(
      scores, generalBarre: generalBarre, scientificBarre: scientificBarre)
    func line(_ subject: String, _ parts: [(name: String, group: AdmissibleGroups.Group)]) -> Message {
      let parts = parts.filter { $0.group.all > 0 }.map { name, group in
        let percent = Fraction(Int128(group.admissible) * 100, Int128(group.all)).decimalText(digits: 1)
        return Message.admissible(group.admissible, of: group.all, named: name, percent: percent)
      }
      return Message(fr: "\(subject) : \(list: parts)", en: "\(subject): \(list: parts)")
    }
    guard !scores.isEmpty else { return [] }
    return [
      line("genre", zip(Genre.allCases, groups.genres).map { ("\($0.csvWord)", $1) }),
      line("boursier", [("oui", groups.boursiers), ("non", groups.others)]),
      line("doublette", Array(zip(scores.candidates.scheme.doublettes, groups.doublettes)).map { ($0, $1) }),
    ]
  }
}
