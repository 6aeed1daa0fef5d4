import ExactValues

extension RowParser {
  /// Looks again at a cell that could not be read as it stands: it may be written for a spreadsheet, or be a word
  /// that is compared like a name. Stores what it finds.
  ///
  /// - Parameters:
  ///   - defect: what a first look found.
  ///   - encoding: of `text`.
  /// - Returns: what is wrong with the cell, if anything.
  @inline(never)
  func storeAgain(
    _ text: UnsafeRawBufferPointer, _ step: FieldStep, _ defect: CellDefect, _ encoding: TextEncoding
  ) -> CellDefect? {
    switch step.kind {
    case .ignored, .text, .category: return defect
    default: break
    }
    if case .empty = defect { return defect }
    let inner = withoutDefusing(text)
    if inner.count < text.count {
      guard let innerDefect = storeUTF8(inner, step) else { return nil }
      return storeAgain(inner, step, innerDefect, encoding)
    }
    let cell = encoding.string(text)
    switch step.kind {
    case .keyword: return storeWord(cell, step)
    case .boolean:
      guard let value = readBoolean(cell) else { return .notABoolean(cell) }
      let word: StaticString = value ? "1" : "0"
      return storeUTF8(UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), step)
    case .date: return cell.isSpreadsheetDayNumber ? .dayNumber : defect
    case .mark, .exactMark: return storeMarkWord(cell, step, defect)
    case .decimal, .fraction, .integer:
      return cell.isSpreadsheetDate(defect) ? .spreadsheetDate(defect) : defect
    case .ignored, .text, .category: return defect
    }
  }

  /// A word of a closed list, compared as names are.
  private func storeWord(_ cell: String, _ step: FieldStep) -> CellDefect? {
    let found = entries(step, like: cell)
    guard let word = found.first else { return .unknownWord(cell, known: firstSpellings(step)) }
    guard found.allSatisfy({ $0.meaning == word.meaning }) else {
      return .ambiguousWord(cell, found.map(\.spelling))
    }
    return storeUTF8(word.bytes, step)
  }

  /// A word in the place of a mark, or for a missing one.
  private func storeMarkWord(_ cell: String, _ step: FieldStep, _ defect: CellDefect) -> CellDefect? {
    let found = entries(step, like: cell)
    if let word = found.first(where: { $0.meaning < KeywordEntry.statut }) {
      let mark = OptionalMark(word: word.meaning)
      step.values!.storeBytes(of: mark, toByteOffset: row &* 4, as: OptionalMark.self)
      return nil
    }
    if found.contains(where: { $0.meaning == KeywordEntry.missingMark }) {
      return storeUTF8(UnsafeRawBufferPointer(start: nil, count: 0), step)
    }
    if !found.isEmpty { return .statutInMark(cell) }
    let words = firstSpellings(step)
    // A mark would contradict a statut beside it, of which the cell says nothing.
    if !words.isEmpty {
      step.values!.storeBytes(of: .missing, toByteOffset: row &* 4, as: OptionalMark.self)
    }
    if cell.isMarkOutOfTwenty { return .outOfTwenty }
    if cell.isSpreadsheetDate(defect) { return .spreadsheetDate(defect) }
    guard case .notADecimal = defect else { return defect }
    let missing = step.keywords.filter { $0.meaning == KeywordEntry.missingMark }.map(\.spelling)
    // What has a digit was meant as a number.
    return .notAMark(words: cell.contains(where: \.isNumber) ? [] : words, missing: missing)
  }

  /// The words that are like a cell: its bytes, or where it is more than signs, its name as names are compared.
  private func entries(_ step: FieldStep, like cell: String) -> [KeywordEntry] {
    let (bytes, folded) = (Array(cell.utf8), Array(foldedName(cell).utf8))
    return step.keywords.filter { entry in
      folded.isEmpty ? entry.bytes.elementsEqual(bytes) : entry.folded.elementsEqual(folded)
    }
  }

  /// The first spelling of each meaning that readers know.
  private func firstSpellings(_ step: FieldStep) -> [String] {
    var words: [String] = []
    for entry in step.keywords where Int(entry.meaning) == words.count { words.append(entry.spelling) }
    return words
  }
}

extension KeywordEntry {
  fileprivate var spelling: String { String(decoding: bytes, as: UTF8.self) }
}
