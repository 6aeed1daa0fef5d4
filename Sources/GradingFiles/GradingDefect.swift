public import DelimitedText

/// What can be wrong with the files of grading, beyond their cells.
public enum GradingDefect: DefectReason, Equatable {
  case missingMark
  /// A mark and one of the statuts that take its place.
  case markBesideStatut(String)
  /// One statut in the cell of the mark, another in its own column.
  case twoStatuts(String, String)
  case rattrapageAndFirstSession(firstLine: Int)
  case repeatedStudent(firstLine: Int)
  case unknownUE
  case unknownECUE(isSecond: Bool)
  case noECUE(isSecond: Bool)
  /// A table with a column for each ECUE, and how many such columns there are.
  case columnForECUE(Int)
  /// The first row may be a second header.
  case secondHeader
  case repeatedMark(firstLine: Int)
  case missingECUE(String)
  case noFirstSession
  /// A second session of an ECUE that the student is exempted from.
  case secondOfExempted(firstLine: Int)
  /// A second session in a UE that the council has failed at the first.
  case secondOfFailed(firstLine: Int)
  /// A mark under the one that validates, and nothing that says whether it does.
  case notValidated
  /// Results say themselves what is validated.
  case resultsGiven
  case mentionWithoutValue
  case ueWithoutECTS
  case tooManyDigits
}
