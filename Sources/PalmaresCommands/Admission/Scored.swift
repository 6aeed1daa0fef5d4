import Palmares

/// The candidates of a file with their notes.
struct Scored {
  let scheme: AdmissionScheme
  let candidates: Candidates
  let notes: Scores

  /// - Parameter keepsMarks: whether the marks are wanted once the notes are known.
  init(_ arguments: CandidatesArguments, _ run: CommandRun, keepsMarks: Bool = false) throws {
    let (schemeRead, fileRead) = try run.phase("read") {
      let scheme = try run.gather {
        try run.withBytes(arguments.scheme) { bytes throws(InputDefects) in
          try AdmissionScheme(yaml: bytes, file: arguments.scheme)
        }
      }
      let file = try run.gatherText(
        arguments.candidates, with: scheme, read: { try CandidatesFile($0, scheme: $1) },
        cells: CandidatesFile.checkCells)
      return (scheme, file)
    }
    let scores = try run.phase("score") {
      try fileRead.flatMap { file in try run.gather { try file.notes(workers: run.workers) } }
    }
    let file: CandidatesFile
    (scheme, file, notes) = try run.gathered(schemeRead, fileRead, scores)
    var candidates = file.candidates
    if !keepsMarks { candidates.removeMarks() }
    self.candidates = candidates
    if candidates.count == 0 {
      run.sayEmpty(arguments.candidates, "candidate")
    }
  }
}
