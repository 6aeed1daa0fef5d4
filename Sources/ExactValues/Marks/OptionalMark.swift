/// A mark, or none: what a cell of a ``MarkCells`` holds, in four bytes.
public struct OptionalMark: Hashable, Sendable {
  /// The mark in ten-thousandths, or in the column's finer unit; −1 where there is none; below that the place of
  /// a listed mark: −2 for the first, −3 for the second; at the lower end a word in the place of a mark.
  public let units: Int32

  /// How many ten-thousandths make one.
  public static let unitsPerOne: Int64 = 10_000
  /// 20 in ten-thousandths.
  public static let largestUnits: Int32 = 200_000

  /// No mark.
  public static let missing = OptionalMark(uncheckedUnits: -1)

  /// - Parameter uncheckedUnits: 0 to 200 000, or in the column's finer unit as much; or below 0.
  @_documentation(visibility: internal)
  @inlinable
  public init(uncheckedUnits: Int32) { units = uncheckedUnits }

  /// - Parameter listed: the place of the mark in the column's list.
  package init(listed: Int) { units = -2 - Int32(listed) }

  /// The place in the column's list, nil where the cell itself holds the mark, or there is none.
  public var listed: Int? { units < -1 && units > Self.lastWord ? -2 - Int(units) : nil }

  private static let lastWord = Int32.min + Int32(UInt16.max)

  /// A word that stands in the place of a mark.
  ///
  /// - Parameter word: the index of its meaning.
  @_documentation(visibility: internal)
  public init(word: UInt16) { units = .min + Int32(word) }

  /// The index of the meaning of the word in the place of the mark; nil where there is none.
  public var word: UInt16? { units <= Self.lastWord ? UInt16(truncatingIfNeeded: units &- .min) : nil }
}
