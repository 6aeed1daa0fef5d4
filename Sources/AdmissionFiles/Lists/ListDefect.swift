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
}
