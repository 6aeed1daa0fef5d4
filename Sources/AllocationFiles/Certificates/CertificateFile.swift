public import Allocations
import DelimitedText
import ExactValues

/// A certificate with all that a reader of its file has to know.
public struct CertificateFile: Sendable, Equatable {
  public let certificate: AllocationCertificate
  public let costs: RankCosts
  /// SHA-256 of the draw's seed; the seed itself is not told.
  public let seedCommitment: String
  /// For each stage the value of each of its levels.
  public let levelValues: [[Int64]]
  /// See ``seal(_:_:_:_:_:)``.
  public let seal: String

  public init(
    _ certificate: AllocationCertificate, costs: RankCosts, seedCommitment: String, levelValues: [[Int64]],
    seal: String
  ) {
    self.certificate = certificate
    self.costs = costs
    self.seedCommitment = seedCommitment
    self.levelValues = levelValues
    self.seal = seal
  }

  /// The certificate of an allocation, with the values of its levels.
  public init(
    _ certificate: AllocationCertificate, of allocation: Allocation, _ problem: AllocationProblem,
    _ objective: AllocationObjective, costs: RankCosts, seedCommitment: String, seal: String
  ) {
    self.init(
      certificate, costs: costs, seedCommitment: seedCommitment,
      levelValues: objective.stages.prefix(certificate.stages.count).map { stage in
        stage.levels.map { $0.value(allocation, problem) }
      }, seal: seal)
  }
}

extension ObjectiveLevel.Subject {
  /// The name in a certificate: `unplaced`, `rank_cost`, `most_at_rank_3`, `fewest_at_rank_8`.
  public var name: String {
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
  public func json(_ electives: Catalogue, _ objective: AllocationObjective) -> String {
    let names =
      electives.offers.map { "\"module\": \(literal($0.module)), \"creneau\": \(literal($0.slot))" }
      + electives.quotaNames.map { "\"quota\": \(literal($0))" }
    let costs = self.costs.costs.map { "[\($0.map(String.init).joined(separator: ", "))]" } ?? "null"
    let levels = objective.levels.map { literal($0.subject.name) }.joined(separator: ", ")
    let stages = certificate.stages.indices.map { stage(objective.stages[$0], $0, names) }
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
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20: "\\u00\(hexadecimal([UInt8(scalar.value)]))"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
