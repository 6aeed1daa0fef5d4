package import ExactValues

/// What the cells of a column hold.
package enum ColumnKind: Sendable {
  /// Text, not empty, different in every row: at most ``longestIdentifier`` bytes, no control character.
  case identifier
  /// Text like an identifier's, which other rows may hold too.
  case reference
  /// Text like an identifier's of which there are few different ones: a row holds the number of its text.
  case category
  /// The same, and cells may be empty: the empty text has a number too.
  case optionalCategory
  /// Any text.
  case text
  /// A mark from 0 to 20, or one of the words for a missing one.
  case mark
  /// A mark, or one of a few words in its place; `OptionalMark.word` is the index of a word's meaning.
  case markOrWord(Keywords)
  /// A mark as `p/q` or a decimal, or one of the words for a missing one.
  case exactMark
  /// Yes or no.
  case boolean
  /// A day.
  case date
  /// One of a few words; a row holds the index of its word's meaning.
  case keyword(Keywords)
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A decimal from 0 to a largest one, which is whole.
  case decimal(upTo: FixedDecimal)
  /// An exact value `p/q` or a decimal, 0 to a largest one.
  case fraction(atMost: Int)

  package static let longestIdentifier = 255
}
