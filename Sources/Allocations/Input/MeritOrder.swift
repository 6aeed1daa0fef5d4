import ExactValues
public import Lottery

/// The order in which students take their turn where an arbitration is needed (règlement 2.4.3: résultats, assiduité).
///
/// ```swift
/// let order = MeritOrder(of: students, draw: Draw(seed: "graine"))
/// let other = try MeritOrder(["E2", "E1"], of: students)
/// ```
public struct MeritOrder: Sendable, Equatable {
  /// Students, the best first.
  package let students: [Int32]

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
  }
}
