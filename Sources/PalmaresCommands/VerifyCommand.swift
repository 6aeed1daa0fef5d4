import ArgumentParser
import Palmares

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks an allocation and its proof, without a solver: exit 0 and 'valid', or 65.")

  @OptionGroup var files: EitherFiles
  @OptionGroup var policy: PolicyOptions

  @Option(help: ArgumentHelp("The allocation, as electives or mobility writes it.", valueName: "file"))
  var allocation: String

  @Option(help: ArgumentHelp("The proof, as --certificate writes it.", valueName: "file"))
  var certificate: String

  @OptionGroup var input: InputOptions

  func run() throws {
    let session = Session("allocate verify", input, try OutputOptions.parse(["--quiet"]))
    let data = try ElectivesInput(files, session) { subject in
      try session.check(self.allocation) { try AllocationFile.checkCells($0, subject: subject) }
      _ = try session.gather { try session.document(certificate) }
    }
    let (document, file) = try session.gathered(
      session.gather { try session.document(certificate) },
      session.gather {
        try session.allocationFile(self.allocation, data, hasReasons: data.mobility != nil)
      })
    if let policy = policy.policy, policy != document.policy {
      throw BadData(description: "the certificate is of another policy: \(document.policy.rawValue)")
    }
    if let costs = policy.rankCosts, costs != document.costs {
      throw BadData(description: "the certificate is of other rank costs")
    }
    let costs = document.costs
    try data.wishes.check(costs)
    let objective = AllocationObjective(document.policy, costs: costs, for: data.problem)
    let proof = try document.certificate(data.electives, data.problem, objective)
    guard data.seed.matches(commitment: proof.seedCommitment) else {
      throw BadData(description: "the certificate is of another seed")
    }
    let allocation = file.allocation
    do throws(CertificateDefect) {
      try verify(allocation, proof.certificate, data.problem, costs: costs)
    } catch {
      throw BadData(description: data.describe(error))
    }
    for (stage, values) in zip(objective.stages, proof.levelValues) {
      for (level, value) in zip(stage.levels, values) where level.value(allocation, data.problem) != value {
        throw BadData(
          description: "\(level.subject.name): the certificate says \(value), the allocation has "
            + "\(level.value(allocation, data.problem))")
      }
    }
    let seal = CertificateFile.seal(
      allocation, proof.certificate, data.problem, data.students, data.electives)
    guard proof.seal == seal else {
      throw BadData(description: "the certificate is of another allocation (allocation_sha256)")
    }
    if let mobility = data.mobility {
      try file.check(mobility.reasons(allocation, data.problem, data.wishes.wishes))
    }
    try OutputFile(path: nil).write("valid\n")
  }
}

extension Session {
  /// Reads a certificate.
  func document(_ path: String) throws -> CertificateDocument {
    let file = try read(path)
    let document = try file.withUnsafeBytes { bytes throws(InputDefects) in
      try CertificateDocument(json: bytes, file: path)
    }
    try file.checkUnchanged()
    return document
  }

  /// Reads an allocation.
  func allocation(_ path: String, _ data: ElectivesInput) throws -> Allocation {
    try allocationFile(path, data).allocation
  }

  func allocationFile(
    _ path: String, _ data: ElectivesInput, hasReasons: Bool = false
  ) throws -> AllocationFile {
    try withText(path) { source in
      try AllocationFile(
        source, data.problem, students: data.students, electives: data.electives, subject: data.subject,
        workers: workers, hasReasons: hasReasons)
    }
  }
}
