import ArgumentParser
import FileStore
import Palmares
import Wording

/// The certificate or manifest that says how a published allocation was made.
struct PublishedAllocationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      fr: "Le certificat de l'affectation : politique, coûts des rangs et graine doivent être les siens.",
      en: "The certificate of the allocation: policy, rank costs and seed must be its own.", valueName: .file)
  )
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Le manifeste écrit avec l'affectation : politique, coûts des rangs et graine doivent être les siens.
        """,
      en: "The manifest written with the allocation: policy, rank costs and seed must be its own.",
      valueName: .file))
  var madeWith: String?

  func validate() throws {
    if certificate != nil, madeWith != nil {
      throw ValidationError(Message.oneOf("--certificate", "--made-with"))
    }
  }

  /// Completes the flags by the certificate or manifest, and checks them against it.
  ///
  /// - Throws: ``BadData`` where they contradict each other.
  func settle(
    _ policy: AllocationPolicy? = nil, _ costs: RankCosts? = nil, seed: DrawSeed, _ run: CommandRun
  ) throws -> AllocationParameters {
    guard let (path, said) = try said(run) else {
      return AllocationParameters(
        policy: policy ?? .satisfaction, costs: costs ?? .linear, source: nil, isPolicySaid: false)
    }
    var contradictions: [Message] = []
    if let policy, let other = said.policy, policy != other {
      contradictions.append(
        .contradiction(
          "--policy", Message(verbatim: policy.rawValue), path, said: Message(verbatim: other.rawValue)))
    }
    // By another policy, costs have no say.
    if let costs, let other = said.costs, costs != other {
      contradictions.append(.contradiction("--rank-costs", costs.words, path, said: other.words))
    }
    if let commitment = said.seedCommitment, !seed.matches(commitment: commitment) {
      contradictions.append(.otherSeed(path))
    }
    guard contradictions.isEmpty else {
      throw BadData(contradictions.joined(separator: "\n"))
    }
    return AllocationParameters(
      policy: said.policy ?? policy ?? .satisfaction, costs: said.costs ?? costs ?? .linear, source: path,
      isPolicySaid: said.policy != nil)
  }

  /// Reads the certificate or manifest where other files of the command are broken, for what is wrong with it.
  func check(_ run: CommandRun) throws { _ = try run.gather { try said(run) } }

  private func said(_ run: CommandRun) throws -> (path: String, Said)? {
    if let certificate {
      let document = try run.document(certificate)
      return (
        certificate,
        Said(policy: document.policy, costs: document.costs, seedCommitment: document.seedCommitment)
      )
    }
    guard let madeWith else { return nil }
    let record = try run.read(madeWith).withUnsafeBytes { try Manifest(json: $0, file: madeWith) }
    guard record.command.hasPrefix("allocate "), record.seedCommitment != nil else {
      throw BadData(.noAllocationManifest(madeWith))
    }
    let policy = record.flags["policy"].map { AllocationPolicy(rawValue: $0) }
    let costs = record.flags["rank-costs"].map { RankCosts(argument: $0) }
    if policy == .some(nil) || costs == .some(nil) {
      throw BadData(.unreadableParameters(madeWith))
    }
    return (
      madeWith,
      Said(
        policy: policy ?? nil, costs: costs ?? (policy == nil ? nil : .linear),
        seedCommitment: record.seedCommitment)
    )
  }

  private struct Said {
    let policy: AllocationPolicy?
    let costs: RankCosts?
    let seedCommitment: String?
  }
}
