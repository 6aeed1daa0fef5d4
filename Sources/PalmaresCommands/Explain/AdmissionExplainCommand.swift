import ArgumentParser
import Palmares
import Wording

struct AdmissionExplainCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Message(
        fr: """
          Pourquoi un candidat a ce rang, ou n'en a pas : ses notes et leurs coefficients, les barres, et ce qui l'a \
          départagé de ses voisins.
          """,
        en: """
          Why a candidate has this rank, or none: marks and weights, barres, and what decided against the neighbours.
          """))
  }

  static var example: String {
    """
    palmares admission explain P29946057 Datasets/pdis/candidates.csv \\
      --scheme Datasets/pdis/scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine \\
      --admission-bar 13.5 --orals Datasets/pdis/orals.csv
    palmares admission explain P29946057 Datasets/pdis/candidates.csv \\
      --scheme Datasets/pdis/scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine \\
      --letter -o letter.txt
    """
  }

  @Argument(
    help: ArgumentHelp(
      fr: "L'identifiant du candidat.", en: "The candidate's identifier.",
      valueName: Message(fr: "candidat", en: "candidate")))
  var candidate: String

  @OptionGroup var arguments: CandidatesArguments
  @OptionGroup var ranking: RankingArguments

  @Option(
    name: .customLong("admission-bar"),
    help: ArgumentHelp(
      fr: "La barre d'admission : dire aussi si l'admission est directe, ou s'il y a un oral.",
      en: "Say also whether the candidate is admitted outright or convoked.", valueName: .mark))
  var admissionBarre: Mark?

  @Option(
    help: ArgumentHelp(
      fr: "Avec --admission-bar : les verdicts des oraux passés.",
      en: "With --admission-bar: the verdicts of the orals so far.", valueName: .file))
  var orals: String?

  @Flag(
    help: ArgumentHelp(
      fr: "Écrire une lettre au candidat, qui ne dit rien des autres.",
      en: "Write a letter to the candidate, with nothing about others."))
  var letter = false

  @Option(help: ArgumentHelp(fr: "text : un texte ; json : un objet.", en: "text, or json: an object."))
  var format: ExplanationFormat = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      fr: "Le fichier où écrire la réponse, en entier ou pas du tout. Par défaut : la sortie standard.",
      en: "Write the answer here, whole or not at all. Default: standard output.", valueName: .file))
  var output: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  func validate() throws {
    if orals != nil, admissionBarre == nil {
      throw ValidationError(
        Message(fr: "--orals demande --admission-bar.", en: "--orals needs --admission-bar."))
    }
    try checkName(output, format: format.rawValue)
    if letter, format == .json {
      throw ValidationError(
        Message(
          fr: "--letter est un texte : pas de --format json.", en: "--letter is text: no --format json."))
    }
    try checkOneStandardInput([arguments.candidates, orals])
  }

  func run() throws {
    var options = try OutputOptions.parse([])
    options.output = output
    let run = CommandRun("admission explain", input, options)
    let (seed, scores) = try read(run)
    let row = try AskedIdentifier.candidate.row(
      of: candidate, in: scores.candidates.identifiers, file: arguments.candidates)
    let list = ranking.list(scores, draw: Draw(seed: seed), run)
    let explanation = run.phase("sort") {
      AdmissionExplanation(ofRow: row, in: list, workers: run.workers)
    }
    let outcome = try admissionBarre.flatMap { try self.outcome($0, explanation, list, run) }
    let facts = ExplainedCandidate(explanation: explanation, outcome: outcome, candidates: list.candidates)
    let answer =
      switch format {
      case .text: letter ? facts.letter : facts.text
      case .json: try facts.json
      }
    try run.write { sink in
      var answer = answer
      try answer.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
  }

  private func read(_ run: CommandRun) throws -> (DrawSeed, Scores) {
    let seed = try run.gather { try run.seed(ranking.draw) }
    let scores = try run.gather { try run.scores(arguments, keepsMarks: true) }
    if scores == nil { try run.check(orals, cells: OralVerdicts.checkCells) }
    return try run.gathered(seed, scores)
  }

  /// The result of the second phase for the candidate; nil if the candidate is not on the list.
  private func outcome(
    _ admissionBarre: Mark, _ explanation: AdmissionExplanation, _ list: AdmissibilityList,
    _ run: CommandRun
  ) throws -> AdmissionOutcome? {
    let phase = OralPhase(list, admissionBarre: admissionBarre)
    let verdicts = try run.phase("read") {
      try orals.map { path in try run.withText(path) { try OralVerdicts($0, of: phase) } }
    }
    return explanation.rank.map { rank in
      AdmissionOutcome(
        ofPosition: rank - 1, verdicts: verdicts ?? OralVerdicts(byPosition: [:], of: phase))
    }
  }
}
