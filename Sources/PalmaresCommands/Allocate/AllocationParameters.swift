import Palmares
import Wording

/// The policy and costs that an allocation was made with, or is assumed to be.
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
