import ExactValues

/// The words a column may hold, and what each means.
package struct Keywords: Sendable {
  /// The first spellings of all meanings, then the second ones, and so on: the first are the most common.
  let spellings: [(bytes: [UInt8], folded: [UInt8], meaning: UInt16)]
  /// The first spelling of each meaning, for messages.
  package let meanings: [String]

  /// A cell is compared with the spellings as it stands, and then as names are (``foldedName(_:)``).
  ///
  /// - Parameter meanings: for each meaning, in order, its spellings; all different.
  package init(_ meanings: [[String]]) {
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
  package static func anyCase(_ meanings: [[String]]) -> Keywords {
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
