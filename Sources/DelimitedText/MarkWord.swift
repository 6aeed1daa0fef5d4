import ExactValues

extension ColumnKind {
  /// The words that a column may hold.
  var keywords: Keywords? {
    switch self {
    case .keyword(let keywords), .markOrWord(let keywords): keywords
    default: nil
    }
  }
}

extension RowParser {
  /// Reads a cell that is no mark as a word in its place.
  ///
  /// - Parameter defect: what is wrong with it as a mark.
  func storeWord(_ text: UnsafeRawBufferPointer, _ step: FieldStep, _ defect: CellDefect?) -> CellDefect? {
    let entry = step.keywords.first { equal($0.bytes, text) }
    let mark = entry.map { OptionalMark(word: $0.meaning) } ?? OptionalMark.missing
    step.values!.storeBytes(of: mark, toByteOffset: row &* 4, as: OptionalMark.self)
    if entry != nil { return nil }
    let hasDigit = text.contains { $0 &- UInt8(ascii: "0") < 10 }
    return hasDigit ? defect : .neitherMarkNor(meanings(step))
  }
}
