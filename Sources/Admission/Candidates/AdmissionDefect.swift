/// What is wrong with one candidate's file.
public enum AdmissionDefect: Hashable, Sendable {
  case emptyIdentifier
  case repeatedIdentifier
  case unknownDoublette
  /// A mark with a coefficient is missing, by position of the evaluation, and the scheme rejects that.
  case missingMark(evaluation: Int)
  /// All weights add to zero, or all that are left.
  case noWeight
  /// The scientific weights add to zero, or those that are left.
  case noScientificWeight
  /// An exact note that leaves 127 bits.
  case tooManyDigits
  /// Born more than ``BirthDateRule/yearsBefore`` years before the median birth date.
  case bornTooEarly
  /// Born more than ``BirthDateRule/yearsAfter`` years after the median birth date.
  case bornTooLate
}
