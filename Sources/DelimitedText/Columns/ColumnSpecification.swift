import ExactValues

/// A column a table must or may have.
package struct ColumnSpecification: Sendable {
  package let name: String
  package let kind: ColumnKind
  package let isRequired: Bool
  /// What cells of marks may hold where there is no mark.
  package let words: MarkWords
  /// Where the column stands in the file, from 0; nil for one found by its name.
  package let position: Int?
  /// Whether cells with a defect are listed in ``DelimitedTable/unreadCells(_:)`` instead of being defects of the table.
  package let isLenient: Bool

  package init(
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
  package init(
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
