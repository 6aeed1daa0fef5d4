import Palmares
import SyntheticData

extension HotPath {
  /// The list of who is admissible, as text.
  static let writing = HotPath(
    "writing", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 10)
  ) { size, workers in
    let data = PDISData(size: size, seed: seed)
    let scores = Scores(of: data.candidates, workers: workers)
    let list = AdmissibilityList(
      scores, generalBarre: PDISData.generalBarre, scientificBarre: PDISData.scientificBarre, draw: lots,
      workers: workers)
    return { _ in
      var written = 0
      try RankingTable(list).write(.csv, workers: workers) { written += $0.count }
      return written
    }
  }
}
