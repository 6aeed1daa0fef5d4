extension RowParser {
  /// Passes over fields that nobody asked for: their bytes are looked at for delimiters, quotes and line ends, and
  /// never kept.
  ///
  /// - Parameters:
  ///   - start: where the first of the fields begins.
  ///   - count: how many, ≥ 1.
  ///   - toRowEnd: whether the last of them ends the row.
  /// - Returns: the byte after what ends the last one, or nil where the row takes a careful look.
  func skipFields(_ start: Byte, _ count: Int, toRowEnd: Bool) -> Byte? {
    var p = start
    var left = count
    let delimiters = WordPattern(delimiter)
    let others = (WordPattern("\n"), WordPattern("\r"), WordPattern("\""))
    while true {
      // A word at a time while it holds nothing but delimiters and text.
      while end - p >= 8 {
        let word = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)
        guard (others.0.matches(word) | others.1.matches(word) | others.2.matches(word)) == 0 else { break }
        let ends = delimiters.matches(word)
        let found = ends.nonzeroBitCount
        guard found < left else { return toRowEnd ? nil : place(of: left, in: ends, from: p) }
        left &-= found
        p += 8
      }
      guard p < end else { return nil }
      let byte = p.pointee
      if byte == delimiter {
        left &-= 1
        p += 1
        if left == 0 { return toRowEnd ? nil : p }
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        let lineEnd = byte == UInt8(ascii: "\r") ? p + 1 : p
        guard toRowEnd, left == 1, lineEnd < end, lineEnd.pointee == UInt8(ascii: "\n") else { return nil }
        return lineEnd + 1
      } else if byte == UInt8(ascii: "\"") {
        guard p == start || p[-1] == delimiter, let after = quotesEnd(p) else { return nil }
        p = after
      } else {
        p += 1
      }
    }
  }

  /// The byte after the n-th delimiter of a word that has been matched.
  @inline(__always)
  private func place(of number: Int, in ends: UInt64, from p: Byte) -> Byte {
    var rest = ends
    for _ in 1..<number { rest &= rest &- 1 }
    return p + (rest.trailingZeroBitCount >> 3 + 1)
  }

  /// The byte after the closing quote of a field that holds no line break, or nil.
  private func quotesEnd(_ start: Byte) -> Byte? {
    var p = start + 1
    while p < end {
      if p.pointee == UInt8(ascii: "\n") { return nil }
      if p.pointee == UInt8(ascii: "\"") {
        p += 1
        guard p < end else { return nil }
        if p.pointee == delimiter || p.pointee == UInt8(ascii: "\n") || p.pointee == UInt8(ascii: "\r") {
          return p
        }
        guard p.pointee == UInt8(ascii: "\"") else { return nil }
      }
      p += 1
    }
    return nil
  }
}
