import Palmares
import Wording

extension CatalogueInput {
  private static var fewDifferences: Int { 5 }

  /// The students who gain and those who lose by satisfaction instead of merit, the largest changes first.
  func describe(_ differences: [RankDifference]) -> [Message] {
    func line(_ changes: [RankDifference], areGains: Bool) -> Message {
      let worst = (problem.ranks.last ?? 0) + 1
      func size(_ change: RankDifference) -> Int { abs((change.before ?? worst) - (change.after ?? worst)) }
      let shown = changes.sorted { (size($1), $0.seat) < (size($0), $1.seat) }.prefix(Self.fewDifferences)
      return .differences(
        changes.count, areGains: areGains,
        shown.map { (name: seatName($0.seat), before: $0.before, after: $0.after) })
    }
    return [
      .satisfactionInsteadOfMerit(bySlot: problem.slotCount > 1),
      line(differences.filter(\.isGain), areGains: true),
      line(differences.filter { !$0.isGain }, areGains: false),
    ]
  }
}
