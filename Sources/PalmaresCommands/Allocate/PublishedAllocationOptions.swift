import ArgumentParser
import FileStore
import Palmares

/// What a published allocation was made with: its certificate or manifest says.
struct PublishedAllocationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The certificate of the allocation: policy, rank costs and seed must be its own.", valueName: "file"))
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      "The manifest written with the allocation: policy, rank costs and seed must be its own.",
      valueName: "file"))
  var madeWith: String?

  func validate() throws {
    if certificate != nil, madeWith != nil {
      throw ValidationError("Give --certificate or --made-with, one of them.")
    }
  }

  /// Settles what flags leave open, and holds what they say against the certificate or manifest.
  ///
  /// - Throws: ``BadData`` where they contradict each other.
  func settle(
    _ policy: AllocationPolicy? = nil, _ costs: RankCosts? = nil, seed: DrawSeed, _ session: CommandRun
  ) throws -> AllocationParameters {
    guard let (path, said) = try said(session) else {
      return AllocationParameters(
        policy: policy ?? .satisfaction, costs: costs ?? .linear, source: nil, isPolicySaid: false)
    }
    var contradictions: [String] = []
    if let policy, let other = said.policy, policy != other {
      contradictions.append("--policy \(policy.rawValue): \(path) says \(other.rawValue)")
    }
    // By another policy, costs have no say.
    if let costs, let other = said.costs, costs != other {
      contradictions.append("--rank-costs \(costs.text): \(path) says \(other.text)")
    }
    if let commitment = said.seedCommitment, !seed.matches(commitment: commitment) {
      contradictions.append("--seed: not the seed that \(path) commits to")
    }
    guard contradictions.isEmpty else {
      throw BadData(description: contradictions.joined(separator: "\n"))
    }
    return AllocationParameters(
      policy: said.policy ?? policy ?? .satisfaction, costs: said.costs ?? costs ?? .linear, source: path,
      isPolicySaid: said.policy != nil)
  }

  private func said(_ session: CommandRun) throws -> (path: String, Said)? {
    if let certificate {
      let document = try session.document(certificate)
      return (
        certificate,
        Said(policy: document.policy, costs: document.costs, seedCommitment: document.seedCommitment)
      )
    }
    guard let madeWith else { return nil }
    let record = try session.read(madeWith).withUnsafeBytes { try Manifest(json: $0, file: madeWith) }
    guard record.command.hasPrefix("allocate "), record.seedCommitment != nil else {
      throw BadData(description: "\(madeWith): not the manifest of an allocation")
    }
    let policy = record.flags["policy"].map { AllocationPolicy(rawValue: $0) }
    let costs = record.flags["rank-costs"].map { RankCosts(argument: $0) }
    if policy == .some(nil) || costs == .some(nil) {
      throw BadData(description: "\(madeWith): a policy or rank costs that cannot be read")
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

/// What an allocation is, or is taken to be, the best of.
struct AllocationParameters {
  let policy: AllocationPolicy
  let costs: RankCosts
  /// The file that says so; nil where all is assumed.
  let source: String?
  /// Whether that file says policy and costs: the manifest of exchanges has the seed alone.
  let isPolicySaid: Bool

  /// What the answer rests on, for the summary.
  var note: String {
    note("policy \(policy.rawValue)" + (costs == .linear ? "" : ", rank costs \(costs.text)"))
  }

  /// - Parameter what: what the answer rests on beside the seed; nil for nothing.
  func note(_ what: String?) -> String {
    guard let source else {
      return "assumed: \(what.map { "\($0), " } ?? "")seed as given (no certificate)"
    }
    guard let what else { return "made with: this seed (\(source))" }
    return isPolicySaid
      ? "made with: \(what), this seed (\(source))" : "made with: this seed (\(source)); assumed: \(what)"
  }
}

extension RankCosts {
  /// As `--rank-costs` takes them.
  var text: String { costs.map { $0.map(String.init).joined(separator: ",") } ?? "rank − 1" }
}
