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

extension AdmissionDefect: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyIdentifier: "empty identifier"
    case .repeatedIdentifier: "repeated identifier"
    case .unknownDoublette: "doublette without coefficients in the scheme"
    case .missingMark: "missing mark (the scheme's rule is missing: reject)"
    case .noWeight: "the weights of this candidate's marks add to zero"
    case .noScientificWeight: "the weights of this candidate's scientific marks add to zero"
    case .tooManyDigits: "the exact note of these marks and coefficients takes more than 38 digits"
    case .bornTooEarly:
      "more than \(BirthDateRule.yearsBefore) years before the file's median birth date: it would decide ties"
    case .bornTooLate:
      "more than \(BirthDateRule.yearsAfter) years after the file's median birth date: it would decide ties"
    }
  }
}
