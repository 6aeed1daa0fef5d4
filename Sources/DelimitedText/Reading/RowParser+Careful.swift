import ExactValues

/// A field found by a careful reading: in the text itself, or unescaped in the scratch bytes.
struct CarefulField {
  var start: UnsafePointer<UInt8>?
  var scratchStart = 0
  var count: Int
  var line: Int
  var defect: CellDefect?
}

extension RowParser {
  /// Reads the row that starts at `start` as RFC 4180 has it, stores what can be stored, reports the rest,
  /// and moves behind it.
  mutating func readRowCarefully(_ start: Byte) {
    let firstLine = line
    split(start)
    if isBlank {
      blankRows.append(row)
      storeNothing()
      return
    }
    if isSheet, fields.count == steps.count + 1, let defect = sheetDefect(fields[steps.count]) {
      report(firstLine, "", nil, defect)
      fields.removeLast()
    }
    if line - firstLine > 1 { longRows.append((row, line - firstLine - 1)) }
    guard fields.count == steps.count else {
      reportFieldCount(firstLine)
      storeNothing()
      return
    }
    reportDefectsOfFields()
    for index in steps.indices {
      let field = fields[index]
      let defect: CellDefect?
      if isSheet, steps[index].kind != .ignored, let said = sheetDefect(field) {
        storeNothing(steps[index])
        defect = said
      } else if let start = field.start {
        defect = store(UnsafeRawBufferPointer(start: start, count: field.count), steps[index])
      } else {
        defect = storeUnescaped(field, steps[index])
      }
      guard let defect, field.defect == nil else { continue }
      if steps[index].isLenient {
        unread.append((index, UnreadCell(row: row, line: field.line, reason: defect)))
      } else {
        report(field.line, names[index], identifierText(), defect)
      }
    }
  }

  /// Whether no cell of the row holds anything.
  private var isBlank: Bool { fields.allSatisfy { $0.count == 0 && $0.defect == nil } }

  /// What the sheet says is wrong with a cell. A quoted cell that holds a carriage return is always read carefully.
  private func sheetDefect(_ field: CarefulField) -> CellDefect? {
    let bytes = UnsafeBufferPointer(start: field.start, count: field.start == nil ? 0 : field.count)
    return SheetText.defect(said: bytes)
  }

  private func storeUnescaped(_ field: CarefulField, _ step: FieldStep) -> CellDefect? {
    scratch[field.scratchStart..<field.scratchStart + field.count].withUnsafeBytes { store($0, step) }
  }

  /// Reports a row with too few or too many fields; where a quote is why, the quote alone.
  private mutating func reportFieldCount(_ line: Int) {
    let hasBrokenQuote = fields.contains { $0.defect == .unterminatedQuote || $0.defect == .strayQuote }
    if !hasBrokenQuote {
      let isShort = fields.count < steps.count
      report(
        line, names[min(fields.count, names.count - 1)], identifierText(),
        isShort
          ? .tooFewFields(fields.count, expected: steps.count)
          : hasDecimalCommas
            ? .decimalCommas(fields.count, expected: steps.count)
            : .tooManyFields(fields.count, expected: steps.count))
    }
    reportDefectsOfFields()
  }

  /// Whether the delimiter is a comma and stands between digits, as often as there are fields too many.
  private var hasDecimalCommas: Bool {
    guard delimiter == UInt8(ascii: ",") else { return false }
    let areDigits = fields.map { field in
      guard let start = field.start, 1...6 ~= field.count else { return false }
      return UnsafeBufferPointer(start: start, count: field.count)
        .allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
    return zip(areDigits, areDigits.dropFirst()).count { $0 && $1 } >= fields.count - steps.count
  }

  private mutating func report(_ line: Int, _ column: String, _ identifier: String?, _ reason: CellDefect) {
    defects.add(InputDefect(line: line, column: column, identifier: identifier, reason: reason))
  }

  private mutating func reportDefectsOfFields() {
    for index in fields.indices {
      guard let defect = fields[index].defect else { continue }
      report(fields[index].line, names[min(index, names.count - 1)], identifierText(), defect)
      switch defect {
      case .unterminatedQuote, .strayQuote: isStructureBroken = true
      default: break
      }
    }
  }

  /// The row's identifier, where it is certain which cell that is.
  private func identifierText() -> String? {
    guard fields.count == steps.count, fields.allSatisfy({ $0.defect != .strayQuote }),
      let index = steps.firstIndex(where: \.isIdentifier), fields[index].defect == nil,
      fields[index].count > 0
    else { return nil }
    let field = fields[index]
    if isSheet, sheetDefect(field) != nil { return nil }
    if let start = field.start {
      return encoding.string(UnsafeBufferPointer(start: start, count: field.count))
    }
    return encoding.string(scratch[field.scratchStart..<field.scratchStart + field.count])
  }

  /// Fills the row with values that stand for nothing.
  private mutating func storeNothing() {
    for step in steps { storeNothing(step) }
  }

  private func storeNothing(_ step: FieldStep) {
    if step.kind == .category {
      // An empty text would be a category of its own.
      step.values!.storeBytes(of: -1, toByteOffset: row &* 4, as: Int32.self)
    } else {
      _ = store(UnsafeRawBufferPointer(start: nil, count: 0), step)
    }
  }

  /// Cuts the row at `start` into ``fields``, and moves ``next`` and ``line`` behind it.
  private mutating func split(_ start: Byte) {
    fields.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    var p = start
    while true {
      var field =
        p < end && p.pointee == UInt8(ascii: "\"") ? quotedField(&p) : plainField(&p)
      trim(&field)
      fields.append(field)
      guard p < end else { break }
      if p.pointee == UInt8(ascii: "\r") { p += 1 }
      if p < end, p.pointee == delimiter {
        p += 1
        continue
      }
      if p < end { p += 1 }
      break
    }
    line += 1
    next = p
  }

  private func isRowEnd(_ p: Byte) -> Bool {
    p.pointee == UInt8(ascii: "\n")
      || (p.pointee == UInt8(ascii: "\r") && p + 1 < end && p[1] == UInt8(ascii: "\n"))
  }

  private func plainField(_ p: inout Byte) -> CarefulField {
    var field = CarefulField(start: p, count: 0, line: line)
    while p < end, p.pointee != delimiter, !isRowEnd(p) {
      switch p.pointee {
      case UInt8(ascii: "\""): field.defect = field.defect ?? .strayQuote
      case UInt8(ascii: "\r"): field.defect = field.defect ?? .strayCarriageReturn
      case 0: field.defect = field.defect ?? .nulByte
      default: break
      }
      p += 1
    }
    field.count = p - field.start.unsafelyUnwrapped
    return field
  }

  private mutating func quotedField(_ p: inout Byte) -> CarefulField {
    var field = CarefulField(start: nil, scratchStart: scratch.count, count: 0, line: line)
    p += 1
    var start = p
    var isEscaped = false
    while p < end {
      let byte = p.pointee
      if byte == UInt8(ascii: "\"") {
        guard p + 1 < end, p[1] == byte else { break }
        // Of the two quotes the first stays.
        isEscaped = true
        scratch.append(contentsOf: UnsafeBufferPointer(start: start, count: p + 1 - start))
        start = p + 2
        p += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte == 0 {
        field.defect = field.defect ?? .nulByte
      }
      p += 1
    }
    if isEscaped {
      scratch.append(contentsOf: UnsafeBufferPointer(start: start, count: p - start))
      field.count = scratch.count - field.scratchStart
    } else {
      field.start = start
      field.count = p - start
    }
    guard p < end else {
      field.defect = .unterminatedQuote
      return field
    }
    p += 1
    while p < end, p.pointee != delimiter, !isRowEnd(p) {
      field.defect = .strayQuote
      p += 1
    }
    return field
  }

  @inline(__always)
  private func trim(_ field: inout CarefulField) {
    if let start = field.start {
      let kept = trimmed(UnsafeRawBufferPointer(start: start, count: field.count), encoding)
      field.start = start + kept.startIndex
      field.count = kept.count
    } else {
      let (offset, count) = scratch[field.scratchStart..<field.scratchStart + field.count].withUnsafeBytes {
        let kept = trimmed($0, encoding)
        return (kept.startIndex, kept.count)
      }
      field.scratchStart += offset
      field.count = count
    }
  }
}
