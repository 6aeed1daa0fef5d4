import ExactValues
public import Lottery

/// The order in which students take their turn where an arbitration is needed (règlement 2.4.3: résultats, assiduité).
///
/// It belongs to the students that it was made for: ``AllocationInput`` takes it with no others.
///
/// ```swift
/// let order = MeritOrder(of: students, draw: Draw(seed: "graine"))
/// let other = try MeritOrder(["E2", "E1"], of: students)
/// ```
public struct MeritOrder: Sendable, Equatable {
  /// Students, the best first.
  package let students: [Int32]
  /// Of the students that it was made for, in their own order.
  private let identifiers: IdentifierColumn

  /// GPA descending, then fewer absences first, then the draw.
  ///
  /// - Parameters:
  ///   - students: Those to order.
  ///   - draw: Asked only for students equal in GPA and absences.
  /// - Complexity: O(*n* log *n*), students.
  public init(of students: Students, draw: Draw) {
    let (gpas, absences) = (students.gpas, students.absences)
    var order = (0..<Int32(students.count)).sorted { a, b in
      (gpas[Int(b)], absences[Int(a)], a) < (gpas[Int(a)], absences[Int(b)], b)
    }
    func areEqual(_ a: Int32, _ b: Int32) -> Bool {
      gpas[Int(a)] == gpas[Int(b)] && absences[Int(a)] == absences[Int(b)]
    }
    let identifiers = students.identifiers
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, areEqual(order[start], order[end]) { end += 1 }
      if end - start > 1 {
        let drawn = order[start..<end].map { student in
          (
            student,
            identifiers.bytes.withUnsafeBytes {
              draw.ticket(for: UnsafeRawBufferPointer(rebasing: $0[identifiers.range(Int(student))]))
            }
          )
        }.sorted { $0.1 < $1.1 }
        for (offset, (student, _)) in drawn.enumerated() { order[start + offset] = student }
      }
      start = end
    }
    self.students = order
    self.identifiers = students.identifiers
  }

  /// An order that was decided elsewhere.
  ///
  /// - Parameters:
  ///   - identifiers: Every student once, the best first.
  ///   - students: The students.
  /// - Throws: ``AllocationInputError`` for an unknown student, one who is there twice, or one who is missing.
  /// - Complexity: O(*n*) expected, students.
  public init(_ identifiers: some Sequence<String>, of students: Students) throws(AllocationInputError) {
    var left: [[UInt8]: Int32] = [:]
    for row in 0..<students.count { left[Array(students.identifiers[row].utf8)] = Int32(row) }
    let all = left
    var order: [Int32] = []
    for identifier in identifiers {
      let key = Array(identifier.utf8)
      guard all[key] != nil else { throw .unknownStudent(identifier) }
      guard let student = left.removeValue(forKey: key) else { throw .repeatedInMeritOrder(identifier) }
      order.append(student)
    }
    if let missing = left.values.min() {
      throw .missingInMeritOrder(students.identifiers[Int(missing)])
    }
    self.students = order
    self.identifiers = students.identifiers
  }

  /// Refuses other students than the order was made for.
  ///
  /// - Throws: ``AllocationInputError/meritOrderOfOtherStudents(_:)`` for the first student who is not in their row.
  /// - Complexity: O(1) where they are the very same; else the number of their bytes.
  func check(_ others: Students) throws(AllocationInputError) {
    let given = others.identifiers
    guard given != identifiers else { return }
    let row = (0..<given.count).first { $0 >= identifiers.count || given[$0] != identifiers[$0] }
    throw .meritOrderOfOtherStudents(row.map { given[$0] } ?? identifiers[given.count])
  }
}
