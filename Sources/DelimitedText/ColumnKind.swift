public import ExactValues

/// What the cells of a column hold.
public enum ColumnKind: Sendable {
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

  public static let longestIdentifier = 255
}

/// The words a column may hold, and what each means.
public struct Keywords: Sendable {
  /// The first spellings of all meanings, then the second ones, and so on: the first are the most common.
  let spellings: [(bytes: [UInt8], folded: [UInt8], meaning: UInt16)]
  /// The first spelling of each meaning, for messages.
  public let meanings: [String]

  /// A cell is compared with the spellings as it stands, and then as names are (``foldedName(_:)``).
  ///
  /// - Parameter meanings: for each meaning, in order, its spellings; all different.
  public init(_ meanings: [[String]]) {
    self.meanings = meanings.map { $0.first ?? "" }
    spellings = (0..<(meanings.map(\.count).max() ?? 0)).flatMap { place in
      meanings.enumerated().filter { place < $0.element.count }.map { index, words in
        (Array(words[place].utf8), Array(foldedName(words[place]).utf8), UInt16(index))
      }
    }
  }

  private init(spellings: [(bytes: [UInt8], folded: [UInt8], meaning: UInt16)], meanings: [String]) {
    self.spellings = spellings
    self.meanings = meanings
  }

  /// These words, and others that all have one meaning to the parser alone.
  func adding(_ words: [String], meaning: UInt16) -> Keywords {
    let more = words.map { (bytes: Array($0.utf8), folded: Array(foldedName($0).utf8), meaning: meaning) }
    return Keywords(spellings: spellings + more, meanings: meanings)
  }

  /// Each meaning in the spellings given, in lower case, in upper case and capitalised.
  public static func anyCase(_ meanings: [[String]]) -> Keywords {
    Keywords(
      meanings.map { words in
        words.flatMap { word in
          let lower = word.lowercased()
          let others = Set([lower, word.uppercased(), lower.prefix(1).uppercased() + lower.dropFirst()])
          return [word] + others.subtracting([word]).sorted()
        }
      })
  }
}

/// A column a table must or may have.
public struct ColumnSpecification: Sendable {
  public let name: String
  public let kind: ColumnKind
  public let isRequired: Bool
  /// What cells of marks may hold where there is no mark.
  public let words: MarkWords
  /// Where the column stands in the file, from 0; nil for one found by its name.
  public let position: Int?
  /// Whether cells with a defect are listed in ``DelimitedTable/unreadCells(_:)`` instead of being defects of the table.
  public let isLenient: Bool

  public init(
    _ name: String, _ kind: ColumnKind, isRequired: Bool = true, words: MarkWords = .standard
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.words = words
    position = nil
    isLenient = false
  }

  /// A column found by its place, whatever its header says.
  ///
  /// - Parameters:
  ///   - name: what the table has the column under.
  ///   - isLenient: whether the reader judges cells with a defect itself.
  public init(
    _ name: String, _ kind: ColumnKind, at position: Int, isLenient: Bool = false,
    words: MarkWords = .standard
  ) {
    self.name = name
    self.kind = kind
    isRequired = true
    self.words = words
    self.position = position
    self.isLenient = isLenient
  }
}

extension ColumnSpecification {
  /// The words that cells of the column may hold; nil where it takes none.
  var keywords: Keywords? {
    switch kind {
    case .keyword(let keywords): keywords
    case .mark, .exactMark: words.keywords
    case .markOrWord(let keywords): keywords.adding(words.missing, meaning: KeywordEntry.missingMark)
    default: nil
    }
  }
}
