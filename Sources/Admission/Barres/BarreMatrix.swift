public import ExactValues

/// A grid of barres without those that change nothing: what a jury reads (règlement 5.2.1).
///
/// A barre is left out where the next one of the grid leaves as many admissible whatever the other barre, and
/// where it leaves nobody.
public struct BarreMatrix: Sendable, Hashable, Codable {
  /// The barres générales at which something changes, ascending.
  public let generalBarres: [Mark]
  /// The barres scientifiques at which something changes, ascending.
  public let scientificBarres: [Mark]
  /// For each barre générale, how many are admissible at each barre scientifique.
  public let admissible: [[Int]]

  /// - Complexity: O(*k*²), *k* barres in the grid.
  public init(_ grid: BarreGrid) {
    let all = grid.barres.indices
    func count(_ general: Int, _ scientific: Int) -> Int {
      grid.pair(general: general, scientific: scientific).admissible
    }
    func isKept(_ barre: Int, _ count: (_ barre: Int, _ other: Int) -> Int) -> Bool {
      count(barre, 0) > 0
        && (barre + 1 == all.count || all.contains { count(barre, $0) != count(barre + 1, $0) })
    }
    let generals = all.filter { isKept($0, count) }
    let scientifics = all.filter { isKept($0) { count($1, $0) } }
    generalBarres = generals.map { grid.barres[$0] }
    scientificBarres = scientifics.map { grid.barres[$0] }
    admissible = generals.map { general in scientifics.map { count(general, $0) } }
  }
}
