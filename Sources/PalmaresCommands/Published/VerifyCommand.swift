import ArgumentParser
import FileStore
import Palmares
import Wording

struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: "Checks an allocation and its proof, without a solver: exit 0 and 'valid', or 65.",
      discussion: """
        'valid' alone: the rules are kept and the optimum is proven. 'valid, optimum not proven: LEVEL value V, bound \
        B': the rules are kept, and no allocation is below B at this level of the objective. After exchanges: the \
        allocation before them is checked, and that places only changed hands.
        """)
  }

  @OptionGroup var files: EitherFiles
  @OptionGroup var goal: PolicyOptions

  @Option(help: ArgumentHelp("The allocation, as electives or mobility writes it.", valueName: "file"))
  var allocation: String

  @Option(help: ArgumentHelp("The proof, as --certificate writes it.", valueName: "file"))
  var certificate: String

  @Flag(help: "Exit 65 where the certificate does not prove the optimum.")
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
      throw BadData(description: defect.text(data))
    }
    try OutputFile(path: nil).write(data.describe(verified) + "\n")
    if requireOptimal, verified.verdict != .optimal {
      throw BadData(
        description: "the certificate does not prove the optimum, which --require-optimal asks for")
    }
  }
}

extension CommandRun {
  /// Reads a certificate.
  func document(_ path: String) throws -> CertificateDocument {
    try withBytes(path) { bytes throws(InputDefects) in try CertificateDocument(json: bytes, file: path) }
  }
}
