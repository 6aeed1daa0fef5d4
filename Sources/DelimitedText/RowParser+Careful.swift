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
    if line - firstLine > 1 { longRows.append((row, line - firstLine - 1)) }
    guard fields.count == steps.count else {
      reportFieldCount(firstLine)
      storeNothing()
      return
    }
    reportDefectsOfFields()
    let unescaped = scratch
    unescaped.withUnsafeBytes { unescaped in
      for index in steps.indices {
        let field = fields[index]
        let text =
          field.start.map { UnsafeRawBufferPointer(start: $0, count: field.count) }
          ?? UnsafeRawBufferPointer(
            rebasing: unescaped[field.scratchStart..<field.scratchStart + field.count])
        if var defect = store(text, steps[index]), field.defect == nil {
          if case .notOneOf = defect { defect = .notOneOf(meanings(steps[index])) }
          report(field.line, names[index], identifierText(), defect)
        }
      }
    }
  }

  /// Reports a row with too few or too many fields; where a quote is why, the quote alone.
  private mutating func reportFieldCount(_ line: Int) {
    let isBlank = fields.count == 1 && fields[0].count == 0 && fields[0].defect == nil
    let hasBrokenQuote = fields.contains { $0.defect == .unterminatedQuote || $0.defect == .strayQuote }
    if isBlank {
      report(line, "", nil, .blankLine)
    } else if !hasBrokenQuote {
      let isShort = fields.count < steps.count
      report(
        line, names[min(fields.count, names.count - 1)], identifierText(),
        isShort
          ? .tooFewFields(fields.count, expected: steps.count)
          : .tooManyFields(fields.count, expected: steps.count))
    }
    reportDefectsOfFields()
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

  private func meanings(_ step: FieldStep) -> [String] {
    var words: [String] = []
    for entry in step.keywords where Int(entry.meaning) == words.count {
      words.append(String(decoding: entry.bytes, as: UTF8.self))
    }
    return words
  }

  /// The row's identifier, where there is one to be read.
  private func identifierText() -> String? {
    guard let index = steps.firstIndex(where: \.isIdentifier), index < fields.count,
      fields[index].defect == nil, fields[index].count > 0
    else { return nil }
    let field = fields[index]
    if let start = field.start {
      return String(decoding: UnsafeBufferPointer(start: start, count: field.count), as: UTF8.self)
    }
    return String(decoding: scratch[field.scratchStart..<field.scratchStart + field.count], as: UTF8.self)
  }

  /// Fills the row with values that stand for nothing.
  private mutating func storeNothing() {
    for step in steps { _ = store(UnsafeRawBufferPointer(start: nil, count: 0), step) }
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
    while true {
      guard p < end else {
        field.defect = .unterminatedQuote
        break
      }
      let byte = p.pointee
      p += 1
      if byte == UInt8(ascii: "\"") {
        guard p < end, p.pointee == UInt8(ascii: "\"") else { break }
        p += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte == 0 {
        field.defect = field.defect ?? .nulByte
      }
      scratch.append(byte)
    }
    field.count = scratch.count - field.scratchStart
    while p < end, p.pointee != delimiter, !isRowEnd(p) {
      field.defect = .strayQuote
      p += 1
    }
    return field
  }

  private func trim(_ field: inout CarefulField) {
    let space = UInt8(ascii: " ")
    func byte(_ offset: Int) -> UInt8 {
      field.start.map { $0[offset] } ?? scratch[field.scratchStart + offset]
    }
    while field.count > 0, byte(field.count - 1) == space { field.count -= 1 }
    while field.count > 0, byte(0) == space {
      field.start = field.start.map { $0 + 1 }
      field.scratchStart += 1
      field.count -= 1
    }
  }
}
