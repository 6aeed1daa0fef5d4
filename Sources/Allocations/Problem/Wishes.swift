/// The wishes of all students, in columns.
public struct Wishes: Sendable {
  /// By position in ``Students``.
  public let students: [Int32]
  /// From 1; equal ranks are ties, and ranks may be left out.
  public let ranks: [Int32]
  /// By position in ``Catalogue/modules``.
  public let modules: [Int32]

  public init(students: [Int32], ranks: [Int32], modules: [Int32]) {
    precondition(students.count == ranks.count && ranks.count == modules.count)
    self.students = students
    self.ranks = ranks
    self.modules = modules
  }

  public var count: Int { students.count }

  /// The wishes of the other students.
  public func without(_ isLeftOut: (_ student: Int) -> Bool) -> Wishes {
    let kept = students.indices.filter { !isLeftOut(Int(students[$0])) }
    return kept.count == count
      ? self
      : Wishes(
        students: kept.map { students[$0] }, ranks: kept.map { ranks[$0] }, modules: kept.map { modules[$0] })
  }

  /// The wishes in order of their students, those of student *s* at `starts[s]..<starts[s + 1]`.
  func byStudent(_ studentCount: Int) -> (starts: [Int], wishes: [Int]) {
    var starts = [Int](repeating: 0, count: studentCount + 1)
    for student in students { starts[Int(student) + 1] += 1 }
    for student in 0..<studentCount { starts[student + 1] += starts[student] }
    var cursor = starts
    var wishes = [Int](repeating: 0, count: count)
    for wish in 0..<count {
      let student = Int(students[wish])
      wishes[cursor[student]] = wish
      cursor[student] += 1
    }
    return (starts, wishes)
  }
}
