public import ExactValues
public import Lottery

/// The order in which places go where an arbitration is needed (règlement 2.4.3: résultats, assiduité): GPA
/// descending, fewer absences first, then the draw.
///
/// - Parameters:
///   - gpas: of each student.
///   - absences: of each student.
///   - draw: asked only for students equal in both.
/// - Returns: the students, the best first.
/// - Complexity: O(*n* log *n*).
public func meritOrder(
  identifiers: IdentifierColumn, gpas: [Fraction], absences: [Int], draw: Draw
) -> [Int32] {
  precondition(identifiers.count == gpas.count && gpas.count == absences.count)
  var order = (0..<Int32(gpas.count)).sorted { a, b in
    (gpas[Int(b)], absences[Int(a)], a) < (gpas[Int(a)], absences[Int(b)], b)
  }
  func areEqual(_ a: Int32, _ b: Int32) -> Bool {
    gpas[Int(a)] == gpas[Int(b)] && absences[Int(a)] == absences[Int(b)]
  }
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
  return order
}
