import Palmares

/// The candidates of a file with their notes.
struct Scored {
  let scheme: AdmissionScheme
  let candidates: Candidates
  let notes: Notes

  /// - Parameter keepsMarks: whether the marks are wanted once the notes are known.
  init(_ arguments: CandidatesArguments, _ session: Session, keepsMarks: Bool = false) throws {
    let (scheme, file) = try session.phase("read") {
      let scheme = try session.gather {
        try session.withBytes(arguments.scheme) { bytes throws(InputDefects) in
          try AdmissionScheme(yaml: bytes, file: arguments.scheme)
        }
      }
      let file = try session.gatherText(
        arguments.candidates, with: scheme, read: { try CandidatesFile($0, scheme: $1) },
        cells: CandidatesFile.checkCells)
      return try session.gathered(scheme, file)
    }
    self.scheme = scheme
    notes = try session.phase("score") { try file.notes(workers: session.workers) }
    var candidates = file.candidates
    if !keepsMarks { candidates.removeMarks() }
    self.candidates = candidates
    if candidates.count == 0 {
      session.say("\(arguments.candidates): a header and no candidate: the result is empty")
    }
  }
}
