import Palmares
import SyntheticData

extension HotPath {
  /// A candidates file in memory.
  static let reading = HotPath(
    "reading", sizes: [1_000, 10_000, 100_000, 1_000_000], guarded: (12_000, 4)
  ) { size, workers in
    let data = PDISData(size: size, seed: seed)
    var bytes: [UInt8] = []
    try CandidatesTable(data.candidates).write(.csv, workers: workers) { bytes += $0 }
    let text = bytes
    return { _ in
      try text.withUnsafeBytes { bytes in
        try SourceText.withText(bytes, file: "candidates.csv", workers: workers) {
          try Candidates($0, scheme: data.scheme).count
        }
      }
    }
  }
}
