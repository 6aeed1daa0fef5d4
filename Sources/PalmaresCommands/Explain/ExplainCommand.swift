import ArgumentParser
import Foundation
import Palmares
import Wording

/// The forms of an explanation.
enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
  case csvFr = "csv-fr"
  case json
  case xlsx
}

struct ExplainCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Message(
        fr: """
          Pourquoi un élève a cette place et pas un meilleur vœu : qui a les places, et ce que changerait une place de \
          plus.
          """,
        en: """
          Why a student has this place and not a better wish: its holders, and what one more place would change.
          """),
      discussion: Message(
        fr: """
          Avec --allocation, rien n'est recalculé : l'explication est lue dans l'affectation, et comparée à la preuve \
          de son --certificate. Avec --letter, la réponse est une lettre à l'élève, où les autres ne sont que comptés.
          """,
        en: """
          With --allocation nothing is computed anew: the explanation is read off the allocation, and compared with \
          the proof in its --certificate. With --letter the answer is a letter to the student, with only counts of the \
          others.
          """))
  }

  static let example = """
    palmares allocate electives --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      -o allocation.csv --certificate proof.json
    palmares allocate explain E99569462 --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --allocation allocation.csv --certificate proof.json --letter
    """

  @Argument(
    help: ArgumentHelp(fr: "L'identifiant de l'élève.", en: "The student's identifier."))
  var eleve: String

  @OptionGroup var files: EitherFiles
  @OptionGroup var goal: PolicyOptions
  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      fr:
        "L'affectation à expliquer, telle qu'electives ou mobility l'écrit. Par défaut : elle est calculée.",
      en: "The allocation to explain, as electives or mobility writes it. Default: it is computed.",
      valueName: .file))
  var allocation: String?

  @OptionGroup var published: PublishedAllocationOptions

  @Flag(
    help: ArgumentHelp(
      fr: "Écrire une lettre à l'élève, sans identifiant, GPA ni rang d'un autre élève.",
      en: "Write a letter to the student: no other identifier, GPA or rank."))
  var letter = false

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      fr: """
        text, json : un objet, ou csv, csv-fr, xlsx : une ligne par vœu. Par défaut : xlsx si le nom donné à -o finit \
        par .xlsx, sinon text.
        """,
      en: """
        text, json: an object, or csv, csv-fr, xlsx: a row for each wish. Default: xlsx where the name after -o ends \
        in .xlsx, else text.
        """))
  var givenFormat: ExplanationFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      fr: "Le fichier où écrire l'explication, en entier ou pas du tout. Par défaut : la sortie standard.",
      en: "Write it here, whole or not at all. Default: standard output.", valueName: .file))
  var output: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  private var format: ExplanationFormat {
    givenFormat ?? (OutputFormat(nameOf: output) == .xlsx ? .xlsx : .text)
  }

  func validate() throws {
    if let givenFormat { try checkName(output, format: givenFormat.rawValue) }
    if letter, format == .xlsx {
      throw ValidationError(
        Message(
          fr: "--letter écrit du texte : pas de classeur.", en: "--letter is text: no workbook."))
    }
    if allocation == nil, published.certificate != nil || published.madeWith != nil {
      throw ValidationError(
        Message(
          fr: "--certificate et --made-with vont avec --allocation.",
          en: "--certificate and --made-with go with --allocation."))
    }
    let inputs = [
      files.students, files.wishes, files.modules, files.destinations, allocation, published.certificate,
      published.madeWith,
    ]
    try checkOneStandardInput(inputs)
  }

  func run() throws {
    var options = try OutputOptions.parse([])
    options.output = output
    options.givenFormat = format == .xlsx ? .xlsx : .csv
    let run = CommandRun("allocate explain", input, options)
    let asked = try CatalogueInput(files, run) { subject in
      try run.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      try published.check(run)
    }
    let student = try AskedIdentifier.student.row(
      of: eleve, in: asked.students.identifiers, file: files.students)
    let settled = try run.gather {
      let made = try published.settle(goal.policy, goal.rankCosts, seed: asked.seed, run)
      try asked.wishes.check(made.costs)
      return made
    }
    var current = asked
    let held = try allocation.flatMap { path in try run.gather { try current.published(path, run) } }
    let made = try run.gathered(settled)
    let decided =
      try held.map { current.marks.allocationBefore($0, current.problem, in: asked.problem) }
      ?? solve(asked, made, run)
    // What is no wish and has no mark cannot be taken back.
    let (data, explained) = decided.map { (asked, $0) } ?? (current, held!)
    let objective = AllocationObjective(made.policy, costs: made.costs, for: data.problem)
    let proof = try published.certificate.map {
      try run.document($0).certificate(data.electives, data.problem, objective)
    }
    if let proof { try check(proof, explained, data) }
    let explanation = try run.phase("model") {
      try AllocationExplanation(of: student, in: explained, data.problem, objective)
    }
    if let proof, !explanation.agrees(with: proof.certificate, data.problem, objective) {
      throw BadData(.proofOfOther(published.certificate ?? ""))
    }
    var names = ExplanationNames(data, explained, made.policy, objective, isLetter: letter)
    if let held { names.since = (held, current.problem, current.marks) }
    try write(names.facts(explanation), data.subject, run)
    if held != nil { run.say(made.note) }
  }

  private func solve(
    _ data: CatalogueInput, _ made: AllocationParameters, _ run: CommandRun
  ) throws -> Allocation {
    run.begin("model")
    let result = try solving.solver.solve(
      data.problem, policy: made.policy, costs: made.costs, phase: run.begin)
    guard result.isProven else { throw AllocationError.timeLimit }
    return result.allocation
  }

  private func check(_ proof: CertificateFile, _ allocation: Allocation, _ data: CatalogueInput) throws {
    let seal = CertificateFile.seal(
      allocation, certificate: proof.certificate, problem: data.problem, students: data.students,
      catalogue: data.electives)
    guard proof.seal == seal else {
      throw BadData(CertificateDefect.seal.message(data))
    }
  }

  private func write(
    _ facts: ExplanationFacts, _ subject: WishesFile.Subject, _ run: CommandRun
  ) throws {
    try run.write { sink in
      func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
      }
      switch format {
      case .text where letter: try write(ExplanationLetter(facts: facts, subject: subject).message.text)
      case .text: try write(ExplanationText(facts: facts, subject: subject).message.text)
      case .json:
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write(String(decoding: try encoder.encode(facts), as: UTF8.self) + "\n")
      case .csv: try ExplanationTable(facts: facts, subject: subject).write(.csv, to: sink)
      case .csvFr: try ExplanationTable(facts: facts, subject: subject).write(.csvFr, to: sink)
      case .xlsx: try ExplanationTable(facts: facts, subject: subject).write(.cells, to: sink)
      }
    }
  }
}
