import ArgumentParser
import FileStore
import Palmares
import Wording

struct VerifyCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: Message(
        fr: "Vérifie une affectation et sa preuve, sans moteur de calcul : code 0 et « valide », ou 65.",
        en: "Checks an allocation and its proof, without a solver: exit 0 and 'valid', or 65."),
      discussion: Message(
        fr: """
          « valide » seul : les règles sont respectées, et il est prouvé qu'aucune affectation n'est meilleure. « valide, \
          optimum non prouvé : NIVEAU valeur V, borne B » : les règles sont respectées, et aucune affectation ne descend sous B à \
          ce niveau de l'objectif. Après des échanges, l'affectation \
          d'avant est vérifiée, puis le fait que les places n'ont que changé de main.
          """,
        en: """
          'valid' alone: the rules are kept, and it is proven that no allocation is better. 'valid, optimum not proven: LEVEL \
          value V, bound B': the rules are kept, and no allocation is below B at this level of the objective. After exchanges: \
          the allocation before them is checked, and that places only changed hands.
          """))
  }

  static var example: String {
    """
    palmares allocate electives --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json -o affectation.csv
    palmares allocate verify --students Datasets/electives/students.csv \\
      --modules Datasets/electives/modules.csv --wishes Datasets/electives/wishes.csv --seed graine \\
      --certificate preuve.json --allocation affectation.csv
    """
  }

  @OptionGroup var files: EitherFiles
  @OptionGroup var goal: PolicyOptions

  @Option(
    help: ArgumentHelp(
      fr: "L'affectation, telle que l'écrit electives ou mobility.",
      en: "The allocation, as electives or mobility writes it.", valueName: .file))
  var allocation: String

  @Option(
    help: ArgumentHelp(
      fr: "La preuve, telle que l'écrit --certificate.",
      en: "The proof, as --certificate writes it.", valueName: .file))
  var certificate: String

  @Flag(
    help: ArgumentHelp(
      fr: "Code 65 si le certificat ne prouve pas l'optimum.",
      en: "Exit 65 where the certificate does not prove the optimum."))
  var requireOptimal = false

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let run = CommandRun("allocate verify", input, try OutputOptions.parse(["--quiet"]))
    let data = try CatalogueInput(files, run) { subject in
      try run.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      _ = try run.gather { try run.document(certificate) }
    }
    let (document, file) = try run.gathered(
      run.gather { try run.document(certificate) },
      run.gatherText(self.allocation) { source in
        try AllocationFile(
          source, data.problem, students: data.students, catalogue: data.electives, subject: data.subject,
          workers: run.workers, hasReasons: data.mobility != nil,
          admitsUnwished: { data.shortfall($0, offer: $1) == nil }, mustBeMarked: true)
      })
    try data.wishes.check(document.costs)
    let verified: VerifiedAllocation
    do {
      verified = try document.verify(
        file, of: data.input, policy: goal.policy, costs: goal.rankCosts)
    } catch let defect as CertificateDefect {
      throw BadData(defect.message(data))
    }
    try OutputFile(path: nil).write(
      Message.valid(exchanged: verified.exchanged, complements: verified.complements, gap: verified.gap).text
        + "\n")
    if requireOptimal, verified.verdict != .optimal {
      throw BadData(.optimumRequired)
    }
    if let gap = verified.gap { run.warn(.meaning(of: gap)) }
  }
}

extension CommandRun {
  /// Reads a certificate.
  func document(_ path: String) throws -> CertificateDocument {
    try withBytes(path) { bytes throws(InputDefects) in try CertificateDocument(json: bytes, file: path) }
  }
}

extension VerifiedAllocation {
  /// What is not proven; nil where all is.
  fileprivate var gap: OptimalityGap? { if case .unproven(let gap) = verdict { gap } else { nil } }
}
