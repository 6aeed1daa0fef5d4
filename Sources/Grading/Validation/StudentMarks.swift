/// All marks of a student in a UE.
public struct StudentMarks: Sendable, Equatable {
  /// By position in a list of students.
  public let student: Int
  /// By position in a scheme.
  public let ue: Int
  /// Of the first session, by ECUE of the UE.
  public let first: [ECUEMark]
  /// Of the second session, by ECUE of the UE; nil for one not resat.
  public let second: [ECUEMark?]

  public init(student: Int, ue: Int, first: [ECUEMark], second: [ECUEMark?]) {
    self.student = student
    self.ue = ue
    self.first = first
    self.second = second
  }
}
