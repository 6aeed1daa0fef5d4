import Palmares
import SyntheticData

extension HotPath {
  /// Both notes of every candidate.
  static let scoring = HotPath(
    "scoring", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 30)
  ) { size, workers in
    let data = PDISData(size: size, seed: seed)
    return { _ in Scores(of: data.candidates, workers: workers).count }
  }
}
