import Palmares

/// What a reader did with a file; it follows the file's name.
func describe(_ note: ReadingNote) -> String {
  switch note {
  case .ignoredColumns(let names): "ignored: \(listed(names, atMost: 30))"
  case .blankRows(let count): count == 1 ? "1 blank row skipped" : "\(count) blank rows skipped"
  case .readAsUTF8(let encoding):
    "this file is UTF-8, and was read as UTF-8 in spite of --encoding \(encoding.rawValue)"
  case .similarIdentifiers(let pairs):
    "different identifiers that look alike: "
      + listed(pairs.map { "\($0.first) and \($0.second)" }, atMost: 5)
  }
}

/// The first of some words, and how many more there are.
private func listed(_ words: [String], atMost most: Int) -> String {
  let shown = words.prefix(most).joined(separator: ", ")
  return words.count > most ? "\(shown), and \(words.count - most) more" : shown
}
