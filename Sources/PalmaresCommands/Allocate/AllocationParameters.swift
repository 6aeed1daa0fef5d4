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
  var note: Message { note(.policy(policy, costs)) }

  /// - Parameter what: what the answer rests on beside the seed; nil for nothing.
  func note(_ what: Message?) -> Message {
    guard let source else { return .assumed(what) }
    guard let what, !isPolicySaid else { return .madeWith(what, source) }
    return .madeWithSeed(source, assumed: what)
  }
}
