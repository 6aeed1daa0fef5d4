/// The words that cells of marks hold where there is no mark.
///
/// They are compared like names (``foldedName(_:)``); one that is nothing but signs, like `-`, by its characters.
package struct MarkWords: Sendable {
  /// The words that always are missing marks, beside an empty cell.
  package static let usual = ["-", "N", "NA", "N/A", "NC", "N.Not", "Non noté", "Aucune note"]

  /// The usual words alone.
  package static let standard = MarkWords()

  /// All words for a missing mark.
  package let missing: [String]
  /// Words that belong in the column `statut` beside the mark's.
  package let statuts: [String]
  let keywords: Keywords

  /// - Parameters:
  ///   - words: what is taken for a missing mark beside the usual words.
  ///   - statuts: what the column `statut` of the same file holds, where it has one.
  package init(adding words: [String] = [], statuts: [String] = []) {
    missing = Self.usual + words.filter { word in !Self.usual.contains(word) }
    self.statuts = statuts
    keywords = Keywords([]).adding(missing, meaning: KeywordEntry.missingMark)
      .adding(statuts, meaning: KeywordEntry.statut)
  }

  /// Whether a cell says that there is no mark.
  package func isMissing(_ cell: String) -> Bool { cell.isEmpty || Self.contains(missing, cell) }

  /// Whether a word could be taken for a number, and so cannot be one for a missing mark.
  package static func isNumeric(_ word: String) -> Bool {
    let digits = foldedName(word)
    return digits.contains { $0.isNumber } && digits.allSatisfy { $0.isNumber || ".,/%+".contains($0) }
  }

  private static func contains(_ words: [String], _ cell: String) -> Bool {
    let folded = foldedName(cell)
    return words.contains { folded.isEmpty ? $0 == cell : foldedName($0) == folded }
  }

}
