import Palmares
import Wording

extension CommandRun {
  /// Reads the candidates, and scores them.
  ///
  /// - Parameter keepsMarks: whether the marks are wanted once the scores are known.
  func scores(_ arguments: CandidatesArguments, keepsMarks: Bool = false) throws -> Scores {
    let candidates = try phase("read") {
      let scheme = try gather {
        try withBytes(arguments.scheme) { bytes throws(InputDefects) in
          try AdmissionScheme(yaml: bytes, file: arguments.scheme)
        }
      }
      return try gatherText(
        arguments.candidates, with: scheme, read: { try Candidates($0, scheme: $1) },
        cells: Candidates.checkCells)
    }
    var scores = try phase("score") { Scores(of: try gathered(candidates), workers: workers) }
    if !keepsMarks { scores.removeMarks() }
    if scores.isEmpty { sayEmpty(arguments.candidates, .ofCandidate) }
    return scores
  }
}
