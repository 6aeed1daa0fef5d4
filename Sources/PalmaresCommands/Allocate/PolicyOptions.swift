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
  @Option(
    help: ArgumentHelp(
      fr: """
        Ce que l'affectation cherche d'abord. satisfaction : le plus de places attribuées, puis les meilleurs rangs \
        en tout ; rank-maximal : le plus de premiers vœux, puis de deuxièmes, et ainsi de suite ; generous : le plus \
        de places, puis le moins au pire rang ; merit : chacun choisit à son tour, par ordre de mérite. Par défaut : \
        satisfaction ; pour une affectation publiée, la sienne.
        """,
      en: """
        What the allocation seeks first. satisfaction: most places given, then the best ranks in all; rank-maximal: \
        most first wishes, then second ones, and so on; generous: most places, then fewest at the worst rank; merit: \
        students choose one after the other, by merit. Default: satisfaction; for a published allocation, its own.
        """, valueName: Message(fr: "politique", en: "policy")))
  var policy: AllocationPolicy?

  @Option(
    help: ArgumentHelp(
      fr:
        "Avec --policy satisfaction : le coût d'un vœu de rang 1, 2, …, qui ne baisse jamais. Par défaut : rang − 1.",
      en: "With --policy satisfaction: the cost of a wish of rank 1, 2, …, never falling. Default: rank − 1.",
      valueName: Message(verbatim: "0,1,3,6")))
  var rankCosts: RankCosts?

  func validate() throws {
    if rankCosts != nil, let policy, policy != .satisfaction {
      throw ValidationError(
        Message(
          fr: "--rank-costs va avec --policy satisfaction.",
          en: "--rank-costs goes with --policy satisfaction."))
    }
  }
}
