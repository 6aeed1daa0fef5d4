/// What is wrong with one candidate's file.
public enum AdmissionDefect: Hashable, Sendable {
  /// The candidate has no identifier.
  case emptyIdentifier
  /// A candidate before has the same identifier.
  case repeatedIdentifier
  /// The scheme has no coefficients for the doublette.
  case unknownDoublette
  /// The candidate does not say whether of the secteur, and others do.
  case unknownSecteur
  /// The candidate has a mark in something that is no evaluation of the scheme.
  case unknownEvaluation(String)
  /// A mark that weighs something is missing, and the scheme's rule is ``MissingMarkRule/reject``.
  ///
  /// `evaluation` is a position in ``AdmissionScheme/evaluations``.
  case missingMark(evaluation: Int)
  /// The weights of the candidate's marks add to zero, so that there is no note générale.
  case noWeight
  /// The weights of the candidate's scientific marks add to zero, so that there is no note scientifique.
  case noScientificWeight
  /// A note is a fraction whose parts leave 127 bits: marks and coefficients have too many decimals.
  case tooManyDigits
  /// Born more than ``BirthDateRule/yearsBefore`` years before the median birth date.
  case bornTooEarly
  /// Born more than ``BirthDateRule/yearsAfter`` years after the median birth date.
  case bornTooLate
}
