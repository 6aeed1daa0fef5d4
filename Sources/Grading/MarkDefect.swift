/// One thing that is wrong with the rows given: which row, whose, and what.
public struct MarkDefect: Hashable, Sendable {
  /// What can be wrong with a row of marks or mentions.
  public enum Reason: Hashable, Sendable {
    /// The student has no identifier.
    case emptyStudent
    /// The student stands in this UE already, in another row.
    case repeatedStudent(firstRow: Int)
    /// A student who validated has no mark.
    case missingMark
    /// The mark or the first mark lies above 20.
    case markAboveTwenty
    /// The mark lies under the one that validates, and nothing says whether the UE is validated.
    case notValidated
    /// The scheme has no such UE.
    case unknownUE
    /// The UE has no such ECUE.
    case unknownECUE(String)
    /// A session other than 1 and 2.
    case unknownSession(Int)
    /// The student has a mark in this ECUE and session already, in another row.
    case repeatedMark(ecue: String, firstRow: Int)
    /// The student has marks in this UE, and none in one of its ECUEs.
    case missingECUE(String)
    /// A mark of the second session, and none of the first.
    case noFirstSession(ecue: String)
    /// A second session of an ECUE that the student is exempted from.
    case secondOfExempted(ecue: String, firstRow: Int)
    /// A second session in a UE that the council has failed at the first.
    case secondOfFailed(firstRow: Int)
    /// With the scheme's decimals, an exact mean of this mark could leave 127 bits.
    case tooManyDigits
    /// The GPA scheme gives the UE no ECTS.
    case ueWithoutECTS
    /// The GPA scheme gives the mention no value.
    case mentionWithoutValue(Mention)
  }

  /// The position of the row among those given, from 0.
  public let row: Int
  /// The student's identifier.
  public let student: String
  /// The name of the UE; empty where marks are of a single UE without a name.
  public let ue: String
  /// What is wrong.
  public let reason: Reason

  package init(row: Int, student: String, ue: String, reason: Reason) {
    self.row = row
    self.student = student
    self.ue = ue
    self.reason = reason
  }
}
