/// All marks of a student in a UE.
package struct StudentMarks: Sendable, Equatable {
  /// By position in a list of students.
  package let student: Int
  /// By position in a scheme.
  package let ue: Int
  /// Of the first session, by ECUE of the UE.
  package let first: [SessionMark]
  /// Of the second session, by ECUE of the UE; nil for one not resat.
  package let second: [SessionMark?]

  package init(student: Int, ue: Int, first: [SessionMark], second: [SessionMark?]) {
    self.student = student
    self.ue = ue
    self.first = first
    self.second = second
  }
}
