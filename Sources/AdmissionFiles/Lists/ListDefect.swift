public import DelimitedText

/// What can be wrong with a list, or with orals that should fit it.
public enum ListDefect: DefectReason, Equatable {
  case tooManyColumns
  case reservedColumn
  case repeatedColumn
  case repeatedRank
  case noteContradictsExact
  case betterThanRankBefore
  case notOnTheList
  case notConvoked
  case noVerdict

  public var description: String {
    switch self {
    case .tooManyColumns: "more than \(AdmissibilityFile.mostColumns) columns"
    case .reservedColumn:
      "a file with this column is a final list already: give the admissibility list that rank writes"
    case .repeatedColumn: "duplicate column in the header"
    case .repeatedRank: "repeated rank"
    case .noteContradictsExact: "the note is not the exact one rounded to 6 decimals"
    case .betterThanRankBefore: "the note is better than that of the rank before"
    case .notOnTheList: "no such candidate on the list"
    case .notConvoked:
      "a verdict for a candidate who is not convoked: the note is at or above the barre d'admission"
    case .noVerdict: "convoked to an oral, and without a verdict"
    }
  }
}
