import Palmares

extension HotPath {
  /// The call order with both quotas.
  static let callOrder = HotPath(
    "call-order", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (200_000, 5)
  ) { size, _ in
    var numbers = SeededNumbers(seed: seed, subject: "call order", row: 0)
    let boursiers = (0..<size).map { _ in numbers.chance(15) }
    let secteurs = boursiers.map { _ in numbers.chance(40) }
    let ranking = try FinalRanking(
      (0..<size).map { place in
        FinalRanking.Entry(
          rank: place + 1, candidate: "K\(place)", isBoursier: boursiers[place], isOfSecteur: secteurs[place])
      })
    return { _ in try CallOrder(ranking, boursierMinimum: 20, secteurMinimum: 50).count }
  }
}
