public import ExactValues

/// A column with few different texts.
public struct CategoryColumn: Sendable {
  /// For each row the position of its text in ``names``, −1 where the cell has a defect.
  public let numbers: [Int32]
  /// The different texts, in the order in which they first occur.
  public let names: IdentifierColumn

  public init(numbers: [Int32], names: IdentifierColumn) {
    self.numbers = numbers
    self.names = names
  }
}
