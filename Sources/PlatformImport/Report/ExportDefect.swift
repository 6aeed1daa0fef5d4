import DelimitedText

/// What can be wrong with an export, beyond its cells.
enum ExportDefect: DefectReason, Equatable {
  /// The names of the header that are most like the column's.
  case noSuchColumn(near: [String], columns: Int, delimiter: UInt8)
  case severalColumns(Int)
  case tooFewColumns(Int)
  case noSuchPosition(Int)
  case otherHeader(String)
  case identifiesAPerson
  case usedOtherwise(String)
  /// A word, and the words that mean yes and no.
  case neitherYesNorNo(String, yes: [String], no: [String])
  case unknownSpecialities([String])
  case missingTerm

  var description: String {
    switch self {
    case .noSuchColumn(let near, let columns, let delimiter):
      "no such column in the header (\(columns) columns, cut at \(delimiter == 9 ? "tab" : String(UnicodeScalar(delimiter))))"
        + (near.isEmpty ? "" : "; like it: \(near.joined(separator: ", "))")
    case .severalColumns(let count):
      "stands \(count) times in the header: the mapping must say which, by occurrence or position"
    case .tooFewColumns(let count): "stands only \(count) times in the header"
    case .noSuchPosition(let count): "the header has \(count) columns"
    case .otherHeader(let name): "the header has another name at the mapping's position: \(name)"
    case .identifiesAPerson: "says who a person is, and is never read: the mapping must do without"
    case .usedOtherwise(let use): "the mapping reads this column for \(use) too, in another way"
    case .neitherYesNorNo(let word, let yes, let no):
      "neither yes nor no by the mapping: \(word); yes: \(list(yes)); no: \(list(no)); "
        + "the mapping says which by oui: […], non: […]"
    case .unknownSpecialities(let specialities):
      "no doublette of the mapping has these specialities: \(list(specialities))"
    case .missingTerm: "missing mark (the mapping's rule is missing: reject)"
    }
  }

  private func list(_ words: [String]) -> String {
    words.map { $0.isEmpty ? "(empty)" : $0 }.joined(separator: ", ")
  }
}
