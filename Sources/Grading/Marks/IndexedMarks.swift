package import ExactValues

/// The exact marks of many rows: the different ones, and which each row has.
package struct IndexedMarks: Sendable {
  /// By row the position of its mark in ``values``; −1 where the row has none.
  package let numbers: [Int32]
  /// Exact marks, some of them perhaps equal; nil for none.
  package let values: [Fraction?]

  package init(numbers: [Int32], of values: [Fraction?]) {
    self.numbers = numbers
    self.values = values
  }

  /// - Parameter marks: by row, nil where there is none.
  /// - Complexity: O(*n*) expected, *n* rows.
  package init(_ marks: some Sequence<Fraction?>) {
    var known: [Fraction: Int32] = [:]
    var different: [Fraction?] = []
    numbers = marks.map { mark -> Int32 in
      guard let mark else { return -1 }
      if let number = known[mark] { return number }
      let number = Int32(different.count)
      known[mark] = number
      different.append(mark)
      return number
    }
    values = different
  }

  /// Whether a row has a mark.
  package func hasMark(_ row: Int) -> Bool { numbers[row] >= 0 && values[Int(numbers[row])] != nil }

  /// All of these marks, then those that other marks have of some rows.
  func followed(by others: IndexedMarks, rows: [Int]) -> IndexedMarks {
    IndexedMarks(
      numbers: numbers + rows.map { others.numbers[$0] + Int32(values.count) }, of: values + others.values)
  }
}
