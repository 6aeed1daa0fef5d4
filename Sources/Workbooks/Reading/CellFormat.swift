/// What the number format of a cell makes of its number, as far as that changes what the cell says.
enum CellFormat: Equatable {
  /// The number itself.
  case number
  /// A whole number with zeros before it, so many digits in all.
  case zeroPadded(Int)
  /// A hundred times the number, and a percent sign.
  case percent
  /// A day.
  case date
  /// A time of day, or a duration.
  case time
  /// A day and a time of day.
  case dateAndTime

  /// One of the formats that every spreadsheet has (ECMA-376-1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 22: self = .dateAndTime
    case 9, 10: self = .percent
    default: self = .number
    }
  }

  /// A format by its code, such as `dd/mm/yyyy` or `00000000`.
  ///
  /// Of a code with several sections the first counts: it is that of positive numbers.
  init(code: String) {
    var letters = ""
    var isElapsed = false
    // Whether more is shown than digits, or the section is for some numbers only.
    var isMore = false
    var scalars = code.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"":
        isMore = isMore || scalars.first != "\""
        scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "\\":
        isMore = isMore || scalars.first != " "
        scalars = scalars.dropFirst()
      case "_", "*": scalars = scalars.dropFirst()
      case "[":
        let inside = String(scalars.prefix { $0 != "]" }).lowercased()
        scalars = scalars.drop { $0 != "]" }.dropFirst()
        isElapsed = isElapsed || ["h", "hh", "m", "mm", "s", "ss"].contains(inside)
        // `$-40C` is a language, `$€-40C` a currency.
        let isCurrency = inside.hasPrefix("$") && !inside.hasPrefix("$-")
        isMore = isMore || isCurrency || ["<", ">", "="].contains(inside.prefix(1))
      case ";": scalars = scalars.suffix(0)
      default:
        letters.unicodeScalars.append(
          "A"..."Z" ~= scalar ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      }
    }
    if letters.count > 1, letters.count <= 64, letters.allSatisfy({ $0 == "0" }) {
      self = isMore ? .number : .zeroPadded(letters.count)
      return
    }
    if letters.contains("%") {
      self = .percent
      return
    }
    // Words, and the marks of exponents, are no letters of a date.
    if letters.hasPrefix("general") { letters.removeFirst("general".count) }
    let hasTime = isElapsed || letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("d") || letters.contains("y")
    if hasDay || (letters.contains("m") && !hasTime) {
      self = hasTime ? .dateAndTime : .date
    } else {
      self = hasTime ? .time : .number
    }
  }
}

extension WorkbookArchive {
  /// The formats of a workbook's cells, by their style.
  ///
  /// - Throws: as ``visitElements(_:_:)``.
  func cellFormats(_ part: Part) throws -> [CellFormat] {
    var codes: [Int: CellFormat] = [:]
    var formats: [CellFormat] = []
    try visitElements(part) { element in
      switch element.path {
      case ["styleSheet", "numFmts", "numFmt"]:
        guard codes.count < WorkbookLimits.numberFormats else { return .tooLarge(.parts) }
        if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
          guard code.utf8.count <= WorkbookLimits.formatCodeBytes else { return .tooLarge(.parts) }
          codes[id] = CellFormat(code: code)
        }
      case ["styleSheet", "cellXfs", "xf"]:
        guard formats.count < WorkbookLimits.styles else { return .tooLarge(.parts) }
        let id = element["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(codes[id] ?? CellFormat(builtIn: id))
      default: break
      }
      return nil
    }
    return formats
  }
}
