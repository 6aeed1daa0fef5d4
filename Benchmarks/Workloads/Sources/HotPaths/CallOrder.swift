import Palmares

extension HotPath {
  /// The call order with both quotas.
  static let callOrder = HotPath(
    "call-order", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (200_000, 5)
  ) { size, _ in
    var numbers = SeededNumbers(seed: seed, subject: "call order", row: 0)
    let boursiers = (0..<size).map { _ in numbers.chance(15) }
    let secteurs = boursiers.map { _ in numbers.chance(40) }
    let ranking = FinalRanking(boursiers: boursiers, secteurs: secteurs)
    return { _ in CallOrder(ranking, boursierMinimum: 20, secteurMinimum: 50).count }
  }
}
