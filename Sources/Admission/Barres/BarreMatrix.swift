public import ExactValues

/// A grid of barres without those that change nothing: what a jury reads (règlement 5.2.1).
///
/// A barre is left out where the next one of the grid leaves as many admissible whatever the other barre, and
/// where it leaves nobody.
public struct BarreMatrix: Sendable {
  /// Ascending.
  public let generalBarres: [Mark]
  /// Ascending.
  public let scientificBarres: [Mark]
  /// For each barre générale, how many are admissible at each barre scientifique.
  public let admissible: [[Int]]

  /// - Complexity: O(*k*²), *k* barres in the grid.
  public init(_ grid: BarreGrid) {
    let all = grid.bars.indices
    func count(_ general: Int, _ scientific: Int) -> Int {
      grid.pair(general: general, scientific: scientific).admissible
    }
    func isKept(_ bar: Int, _ count: (_ bar: Int, _ other: Int) -> Int) -> Bool {
      count(bar, 0) > 0 && (bar + 1 == all.count || all.contains { count(bar, $0) != count(bar + 1, $0) })
    }
    let generals = all.filter { isKept($0, count) }
    let scientifics = all.filter { isKept($0) { count($1, $0) } }
    generalBarres = generals.map { grid.bars[$0] }
    scientificBarres = scientifics.map { grid.bars[$0] }
    admissible = generals.map { general in scientifics.map { count(general, $0) } }
  }
}
