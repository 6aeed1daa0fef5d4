import Palmares
import Wording

/// What the command line asks about, and a file has not.
enum AskedIdentifier: String, DefectReason {
  case candidate, student

  var message: Message {
    switch self {
    case .candidate: Message(fr: "aucun candidat de ce nom", en: "no such candidate")
    case .student: Message(fr: "aucun élève de ce nom", en: "no such student")
    }
  }

  /// The row of an identifier of the command line.
  ///
  /// - Throws: ``BadData`` with the identifier that is there and differs by leading zeros, case, accents or spaces only.
  func row(of identifier: String, in identifiers: IdentifierColumn, file: String) throws -> Int {
    let index = IdentifierIndex(identifiers)
    if let row = index.row(of: identifier) { return row }
    let reason = index.reason(self, notFound: 0, of: IdentifierColumn([identifier]))
    let hint = reason.hint.map { Message(fr: " ; \($0)", en: "; \($0)") } ?? Message(verbatim: "")
    throw BadData(
      Message(verbatim: "\(file): ") + reason.message + Message(verbatim: " (\(printable(identifier)))")
        + hint)
  }
}
