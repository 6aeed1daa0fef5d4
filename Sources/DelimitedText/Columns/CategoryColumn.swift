package import ExactValues

/// A column with few different texts.
package struct CategoryColumn: Sendable {
  /// For each row the position of its text in ``names``, −1 where the cell has a defect.
  package let numbers: [Int32]
  /// The different texts, in the order in which they first occur.
  package let names: IdentifierColumn

  package init(numbers: [Int32], names: IdentifierColumn) {
    self.numbers = numbers
    self.names = names
  }
}
