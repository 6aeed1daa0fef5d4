import Palmares
import SyntheticData

extension HotPath {
  /// Who is admissible, in order.
  static let ranking = HotPath(
    "ranking", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 40)
  ) { size, workers in
    let data = PDISData(size: size, seed: seed)
    let scores = Scores(of: data.candidates, workers: workers)
    let draw = lots
    return { _ in
      AdmissibilityList(
        scores, generalBarre: PDISData.generalBarre, scientificBarre: PDISData.scientificBarre, draw: draw,
        workers: workers
      ).count
    }
  }
}
