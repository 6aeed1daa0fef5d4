import ExactValues

/// What a cell that is no number looks like, so that a message can lead to the cause.
extension String {
  /// Whether a spreadsheet made a date of a number or a fraction: `25/02`, `25-févr`, `mai-12`, `01/12/2025`, or,
  /// where the number is out of range, `45992`.
  func isSpreadsheetDate(_ defect: CellDefect) -> Bool {
    if case .notInRange = defect { return isSpreadsheetDayNumber }
    let parts = split { "/-. ".contains($0) || $0 == "\u{A0}" }.map { foldedName(String($0)) }
    guard 2...3 ~= parts.count else { return false }
    let numbers = parts.compactMap { part in part.count <= 4 ? Int(part) : nil }
    let names = parts.filter(isMonthName)
    if names.count == 1 { return numbers.count == parts.count - 1 && parts.firstIndex(of: names[0]) != 2 }
    guard numbers.count == parts.count else { return false }
    if parts.count == 2 {
      return !contains(".") && !contains(" ") && 1...31 ~= numbers[0] && 1...12 ~= numbers[1]
    }
    let days = numbers[0] > 31 ? [numbers[2], numbers[1]] : [numbers[0], numbers[1]]
    return days.allSatisfy { 1...31 ~= $0 } && days.contains { $0 <= 12 }
  }

  /// Whether it may be a day as spreadsheets number them, 1954 to 2119.
  var isSpreadsheetDayNumber: Bool { utf8.count == 5 && (Int(self).map { 20_000...80_000 ~= $0 } ?? false) }

  /// `12,5/20`.
  var isMarkOutOfTwenty: Bool {
    let parts = foldedName(self).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "20" else { return false }
    return readDecimal(String(parts[0]), upTo: 20).1 == nil
  }
}

/// Whether a word is the name of a month, in French or English, whole or as spreadsheets shorten it.
private func isMonthName(_ word: String) -> Bool {
  let word = word.hasSuffix(".") ? String(word.dropLast()) : word
  guard word.count >= 3 else { return false }
  return months.contains { $0.hasPrefix(word) }
}

/// Folded. Every beginning of three letters or more is taken.
private let months = [
  "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
  "decembre", "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october",
  "november", "december",
]

extension CellDefect {
  /// What is wrong with a cell that should be a number, an exact value or a mark, said as helpfully as its text allows.
  ///
  /// - Parameter otherwise: what is wrong with it where it looks like nothing in particular.
  package static func ofNumber(_ cell: String, otherwise: CellDefect) -> CellDefect {
    if cell.isMarkOutOfTwenty { return .outOfTwenty }
    return cell.isSpreadsheetDate(otherwise) ? .spreadsheetDate(otherwise) : otherwise
  }
}
