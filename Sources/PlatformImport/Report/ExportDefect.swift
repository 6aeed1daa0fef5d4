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
}
