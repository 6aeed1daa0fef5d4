public import DelimitedText

/// What can be wrong with the files of grading, beyond their cells.
public enum GradingDefect: DefectReason, Equatable {
  /// A student who validated has no mark, or a row of an ECUE has neither mark nor statut.
  case missingMark
  /// A mark and one of the statuts that take its place.
  case markBesideStatut(String)
  /// One statut in the cell of the mark, another in its own column.
  case twoStatuts(String, String)
  /// The student stands in this UE already, once as validated at the first session and once after a rattrapage.
  case rattrapageAndFirstSession(firstLine: Int)
  /// The student stands in this UE already, on another line.
  case repeatedStudent(firstLine: Int)
  /// The scheme has no such UE.
  case unknownUE
  /// The UE has no such ECUE; whether the mark is of the second session.
  case unknownECUE(isSecond: Bool)
  /// The row names no ECUE; whether the mark is of the second session.
  case noECUE(isSecond: Bool)
  /// A table with a column for each ECUE, and how many such columns there are.
  case columnForECUE(Int)
  /// The first row may be a second header.
  case secondHeader
  /// The student has a mark in this ECUE and session already, on another line.
  case repeatedMark(firstLine: Int)
  /// The student has marks in this UE, and none in this ECUE of it.
  case missingECUE(String)
  /// A mark of the second session, and none of the first.
  case noFirstSession
  /// A second session of an ECUE that the student is exempted from.
  case secondOfExempted(firstLine: Int)
  /// A second session in a UE that the council has failed at the first.
  case secondOfFailed(firstLine: Int)
  /// A mark under the one that validates, and nothing that says whether it does.
  case notValidated
  /// Results say themselves what is validated.
  case resultsGiven
  /// The scheme gives the mention no value.
  case mentionWithoutValue
  /// The scheme gives the UE no ECTS.
  case ueWithoutECTS
  /// With the scheme's decimals, an exact result could leave 127 bits.
  case tooManyDigits
}
