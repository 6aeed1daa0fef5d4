import Palmares

/// The candidates of a file with their notes.
struct Scored {
  let scheme: AdmissionScheme
  let candidates: Candidates
  let notes: Scores

  /// - Parameter keepsMarks: whether the marks are wanted once the notes are known.
  init(_ arguments: CandidatesArguments, _ session: CommandRun, keepsMarks: Bool = false) throws {
    let (schemeRead, fileRead) = try session.phase("read") {
      let scheme = try session.gather {
        try session.withBytes(arguments.scheme) { bytes throws(InputDefects) in
          try AdmissionScheme(yaml: bytes, file: arguments.scheme)
        }
      }
      let file = try session.gatherText(
        arguments.candidates, with: scheme, read: { try CandidatesFile($0, scheme: $1) },
        cells: CandidatesFile.checkCells)
      return (scheme, file)
    }
    let scores = try session.phase("score") {
      try fileRead.flatMap { file in try session.gather { try file.notes(workers: session.workers) } }
    }
    let file: CandidatesFile
    (scheme, file, notes) = try session.gathered(schemeRead, fileRead, scores)
    var candidates = file.candidates
    if !keepsMarks { candidates.removeMarks() }
    self.candidates = candidates
    if candidates.count == 0 {
      session.say("\(arguments.candidates): a header and no candidate: the result is empty")
    }
  }
}
