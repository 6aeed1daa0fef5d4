import Palmares

/// What the command line asks about, and a file has not.
enum AskedIdentifier: String, DefectReason {
  case candidate, student

  var description: String { "no such \(rawValue)" }

  /// The row of an identifier of the command line.
  ///
  /// - Throws: ``BadData`` with the identifier that is there and differs by leading zeros, case, accents or spaces only.
  func row(of identifier: String, in identifiers: IdentifierColumn, file: String) throws -> Int {
    let index = IdentifierIndex(identifiers)
    if let row = index.row(of: identifier) { return row }
    let reason = index.reason(self, notFound: 0, of: IdentifierColumn([identifier]))
    let hint = reason.hint.map { "; \($0)" } ?? ""
    throw BadData(description: "\(file): \(reason) (\(printable(identifier)))\(hint)")
  }
}
