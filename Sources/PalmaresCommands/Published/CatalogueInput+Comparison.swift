import Palmares
import Wording

extension CatalogueInput {
  private static var fewDifferences: Int { 5 }

  /// The students who gain and those who lose by satisfaction instead of merit, the largest changes first.
  func describe(_ differences: [RankDifference]) -> [String] {
    func line(_ verb: String, _ changes: [RankDifference]) -> String {
      let worst = (problem.ranks.last ?? 0) + 1
      func size(_ change: RankDifference) -> Int { abs((change.before ?? worst) - (change.after ?? worst)) }
      func word(_ rank: Int?) -> String { rank.map(String.init) ?? "none" }
      let shown = changes.sorted { (size($1), $0.seat) < (size($0), $1.seat) }.prefix(Self.fewDifferences)
        .map { "\(name(ofSeat: $0.seat)) \(word($0.before)) → \(word($0.after))" }
      let more = changes.count > Self.fewDifferences ? ["…"] : []
      let names = changes.isEmpty ? "" : " — " + (shown + more).joined(separator: ", ")
      return "\(verb): \(changes.count)\(names)"
    }
    return [
      "satisfaction instead of merit, \(problem.slotCount > 1 ? "places" : "students"), with the rank by both:",
      line("gain", differences.filter(\.isGain)), line("lose", differences.filter { !$0.isGain }),
    ]
  }
}
