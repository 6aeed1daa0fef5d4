public import ArgumentParser
public import Palmares
import Wording

extension AllocationPolicy: ExpressibleByArgument {}

extension RankCosts: ExpressibleByArgument {
  /// `0,1,3,6`: of ranks 1, 2, …
  public init?(argument: String) {
    let costs = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int64($0) }
    guard !costs.contains(nil) else { return nil }
    guard let valid = try? RankCosts(costs.compactMap(\.self)) else { return nil }
    self = valid
  }
}

/// The objective of an allocation.
struct PolicyOptions: ParsableArguments {
  @Option(help: "The objective of the allocation. Default: satisfaction; for verify, the certificate's.")
  var policy: AllocationPolicy?

  @Option(
    help: ArgumentHelp(
      "With --policy satisfaction: the cost of a wish of rank 1, 2, …, never falling. Default: rank − 1.",
      valueName: "0,1,3,6"))
  var rankCosts: RankCosts?

  func validate() throws {
    if rankCosts != nil, let policy, policy != .satisfaction {
      throw ValidationError("--rank-costs goes with --policy satisfaction.")
    }
  }
}
