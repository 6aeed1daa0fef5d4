import Palmares
import SyntheticData

extension HotPath {
  /// How many are admissible at every pair of 81 × 81 barres.
  static let bars = HotPath(
    "bars", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 40)
  ) { size, workers in
    let data = PDISData(size: size, seed: seed)
    let scores = Scores(of: data.candidates, workers: workers)
    return { _ in
      let grid = try BarreGrid(scores, workers: workers)
      return grid.pair(general: 0, scientific: 0).admissible
    }
  }
}
