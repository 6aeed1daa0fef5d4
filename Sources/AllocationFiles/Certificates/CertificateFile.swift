public import Allocations
import DelimitedText
import ExactValues
import FileStore
import Lottery

/// A certificate with all that a reader of its file has to know: rank costs, the seed's commitment, the values of the
/// levels, and a seal.
///
/// ```swift
/// let solution = try AllocationSolver().solve(input)
/// let certificate = try CertificateFile(solution.certificate, of: solution.allocation, in: input)
/// try print(certificate.verify(solution.allocation, of: input).verdict)  // optimal
/// ```
public struct CertificateFile: Sendable, Hashable {
  /// Prices, decisions and bounds.
  public let certificate: AllocationCertificate
  /// What ranks cost, for `AllocationPolicy.satisfaction`.
  public let costs: RankCosts
  /// SHA-256 of the draw's seed, in hexadecimal; the seed itself stays with the jury until it is published.
  public let seedCommitment: String
  /// For each stage the value of each of its levels.
  package let levelValues: [[Int64]]
  /// SHA-256 of what everyone got and of the relaxation's prices, in hexadecimal.
  ///
  /// It ties a certificate to its allocation where a search, and not prices alone, found it. It proves nothing by
  /// itself: whoever changes both can compute it anew.
  public let seal: String

  package init(
    _ certificate: AllocationCertificate, costs: RankCosts, seedCommitment: String, levelValues: [[Int64]],
    seal: String
  ) {
    self.certificate = certificate
    self.costs = costs
    self.seedCommitment = seedCommitment
    self.levelValues = levelValues
    self.seal = seal
  }

  /// The certificate of an allocation, to be published with it.
  ///
  /// - Parameters:
  ///   - certificate: Of the allocation, as a solver returns it.
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What the allocation is made from.
  ///   - costs: The rank costs that the solver was given.
  /// - Throws: `AllocationInputError.allocationOfAnotherInput` where it is not.
  public init(
    _ certificate: AllocationCertificate, of allocation: Allocation, in input: AllocationInput,
    costs: RankCosts = .linear
  ) throws(AllocationInputError) {
    try input.check(allocation)
    let objective = AllocationObjective(certificate.policy, costs: costs, for: input.problem)
    self.init(
      certificate, costs: costs, seedCommitment: input.seed.commitment,
      levelValues: zip(objective.stages, certificate.stages).map { stage, _ in
        stage.levels.map { $0.value(allocation, input.problem) }
      },
      seal: Self.seal(
        allocation, certificate: certificate, problem: input.problem, students: input.students,
        catalogue: input.catalogue))
  }

  /// The certificate as JSON, in an order of its own that does not change, for ``CertificateDocument`` to read.
  ///
  /// - Parameter input: What the allocation is made from.
  public func json(of input: AllocationInput) -> String {
    json(input.catalogue, AllocationObjective(certificate.policy, costs: costs, for: input.problem))
  }

  /// Writes the JSON to a file, which appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: A file, which is replaced; its folder must exist.
  ///   - input: What the allocation is made from.
  /// - Throws: `FileStoreError` where the file cannot be written.
  public func write(to path: String, of input: AllocationInput) throws {
    let file = try OutputFile(path: path)
    try Array(json(of: input).utf8).withUnsafeBytes { try file.write($0) }
    try file.settle()
    try file.publish()
  }
}

extension ObjectiveLevel.Subject {
  /// The name in a certificate: `unplaced`, `rank_cost`, `most_at_rank_3`, `fewest_at_rank_8`.
  package var name: String {
    switch self {
    case .unplaced: "unplaced"
    case .rankCost: "rank_cost"
    case .most(let rank): "most_at_rank_\(rank)"
    case .fewest(let rank): "fewest_at_rank_\(rank)"
    case .required: "required_unplaced"
    case .priority: "priority"
    case .moves: "moves"
    }
  }
}

extension CertificateFile {
  /// The certificate as JSON, in an order of its own that does not change.
  package func json(_ catalogue: Catalogue, _ objective: AllocationObjective) -> String {
    let names =
      catalogue.offers.map { "\"module\": \(literal($0.module)), \"creneau\": \(literal($0.creneau))" }
      + catalogue.quotaNames.map { "\"quota\": \(literal($0))" }
    let costs = self.costs.costs.map { "[\($0.map(String.init).joined(separator: ", "))]" } ?? "null"
    let levels = objective.levels.map { literal($0.subject.name) }.joined(separator: ", ")
    let stages = zip(objective.stages, certificate.stages.indices).map { stage($0, $1, names) }
    let running = zip(names, certificate.decisions).filter { $0.1 != .free }
      .map { "{\($0), \"running\": \($1 == .open)}" }
    let relaxation = certificate.relaxation.map { relaxation in
      """
      {
          "bound": \(relaxation.bound),
          "prices": \(prices(relaxation, names, indentation: "    "))
        }
      """
    }
    return """
      {
        "policy": \(literal(certificate.policy.rawValue)),
        "rank_costs": \(costs),
        "seed_commitment": \(literal(seedCommitment)),
        "allocation_sha256": \(literal(seal)),
        "searched": \(certificate.isSearched),
        "levels": [\(levels)],
        "stages": \(list(stages, indentation: "  ")),
        "running": \(list(running, indentation: "  ")),
        "relaxation": \(relaxation ?? "null")
      }

      """
  }

  private func stage(_ stage: ObjectiveStage, _ index: Int, _ names: [String]) -> String {
    let levels = stage.levels.indices.map { level in
      "{\"objective\": \(literal(stage.levels[level].subject.name)), \"weight\": \(stage.weights[level]), "
        + "\"value\": \(levelValues[index][level])}"
    }
    let proof = certificate.stages[index]
    return """
      {
            "levels": \(list(levels, indentation: "      ")),
            "value": \(proof.value),
            "bound": \(proof.bound),
            "prices": \(prices(proof, names, indentation: "      "))
          }
      """
  }

  private func prices(
    _ stage: AllocationCertificate.Stage, _ names: [String], indentation: String
  ) -> String {
    let prices = zip(names, stage.prices).map { "{\($0), \"price\": \($1)}" }
    return list(prices, indentation: indentation)
  }

  /// An array with a line for each element.
  private func list(_ elements: [String], indentation: String) -> String {
    guard !elements.isEmpty else { return "[]" }
    let lines = elements.map { "\(indentation)  \($0)" }.joined(separator: ",\n")
    return "[\n\(lines)\n\(indentation)]"
  }

  private func literal(_ text: String) -> String {
    String(decoding: jsonString(Array(text.utf8)), as: UTF8.self)
  }
}
