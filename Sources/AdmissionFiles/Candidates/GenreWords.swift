import Admission
import DelimitedText

/// The words for the genre of a candidate, by what they mean.
package enum GenreWords {
  /// In the order of `Genre.allCases`.
  package static let meanings = [
    ["F", "Femme", "Féminin", "Mme", "Madame", "Mlle"], ["M", "H", "Homme", "Masculin", "M.", "Monsieur"],
    ["X"],
  ]

  static let keywords = Keywords.anyCase(meanings)

  private static let known = Dictionary(
    meanings.enumerated().flatMap { index, words in
      words.map { (foldedName($0), index) }
    }, uniquingKeysWith: { first, _ in first })

  package static func meaning(_ cell: String) -> Int? { known[foldedName(cell)] }
}
