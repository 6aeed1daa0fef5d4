public import DelimitedText

/// What can be wrong with a list, or with orals that should fit it.
public enum ListDefect: DefectReason, Equatable {
  /// The list has more than ``AdmissibilityFile/mostColumns`` columns.
  case tooManyColumns
  /// The file is a final list already.
  case reservedColumn
  /// Two columns have the same name.
  case repeatedColumn
  /// Two candidates have the same rank.
  case repeatedRank
  /// The rounded note is not the exact one rounded.
  case scoreContradictsExact
  /// The note is better than that of the rank before.
  case betterThanRankBefore
  /// A verdict on somebody who is not on the list.
  case notOnTheList
  /// A verdict on a candidate who is admitted outright.
  case notConvoked
  /// A convoked candidate without a verdict.
  case noVerdict
}
