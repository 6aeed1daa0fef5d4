import ArgumentParser
import Palmares
import Wording

struct AdmissionExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: "Why a candidate has this rank, or none: marks and weights, barres, and what decided against "
        + "the neighbours.",
      discussion: """
        Example: palmares admission explain P29946057 Datasets/pdis/candidates.csv --scheme \
        Datasets/pdis/scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine
        """)
  }

  @Argument(help: "The candidate's identifier.")
  var candidate: String

  @OptionGroup var arguments: CandidatesArguments
  @OptionGroup var ranking: RankingArguments

  @Option(
    name: .customLong("admission-bar"),
    help: ArgumentHelp("Say also whether the candidate is admitted outright or convoked.", valueName: "mark"))
  var admissionBarre: Mark?

  @Option(
    help: ArgumentHelp("With --admission-bar: the verdicts of the orals so far.", valueName: "file"))
  var orals: String?

  @Flag(help: "Write a letter to the candidate, with nothing about others.")
  var letter = false

  @Option(help: "text, or json.")
  var format: ExplanationFormat = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the answer here, whole or not at all.", valueName: "file"))
  var output: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  func validate() throws {
    if orals != nil, admissionBarre == nil { throw ValidationError("--orals needs --admission-bar.") }
    try checkName(output, format: format.rawValue)
    if letter, format == .json { throw ValidationError("--letter is text: no --format json.") }
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
