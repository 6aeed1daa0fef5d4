import ExactValues

/// What can be wrong with delimited text itself, or with one cell of a given kind.
public enum CellDefect: DefectReason, Equatable {
  case emptyFile
  case notATable(ForeignFile)
  case missingColumn
  /// A required column is not there: the header as read, where it has not been shown before, and the name in it
  /// that is most like the column's.
  case columnNotFound(header: [String], delimiter: UInt8, nearest: String?)
  /// The first line names none of the columns, and has a number in it.
  case noHeader
  /// A column that is not read, and is named almost like an optional one that is not there.
  case nearMiss(of: String)
  case repeatedColumn
  case tooFewFields(Int, expected: Int)
  case tooManyFields(Int, expected: Int)
  case unterminatedQuote
  case strayQuote
  case strayCarriageReturn
  case nulByte
  case notUTF8(byte: UInt8, offset: Int)
  case notWindows1252(byte: UInt8, offset: Int)
  case notUTF16(offset: Int)
  case emptyIdentifier
  case identifierTooLong
  case controlCharacterInIdentifier
  case invisibleCharacterInIdentifier(Unicode.Scalar)
  case repeatedIdentifier(firstLine: Int)
  case empty
  case notADecimal
  case neitherMarkNor([String])
  case tooManyDecimals
  case notInRange(String)
  case notABoolean
  case notADate
  case noSuchDay
  case notAnInteger
  case notAFraction
  case notOneOf([String])

  public var description: String {
    switch self {
    case .emptyFile: "the file is empty: not even a header"
    case .notATable(let kind): kind.description
    case .missingColumn: "no such column in the header"
    case .columnNotFound(let header, let delimiter, let nearest):
      describe(header: header, delimiter: delimiter, nearest: nearest)
    case .noHeader: "the first line is not a header: it names none of the columns, and has numbers in it"
    case .nearMiss(let name):
      "not a column that is read; is it \(name)? Rename it, or name it after --ignore if it is another"
    case .repeatedColumn: "the column stands twice in the header"
    case .tooFewFields(let count, let expected):
      "the row ends here: \(count) fields, the header has \(expected)"
    case .tooManyFields(let count, let expected):
      "the row goes on: \(count) fields, the header has \(expected)"
    case .unterminatedQuote: "a quote opens here and never closes"
    case .strayQuote: "stray quote"
    case .strayCarriageReturn: "stray carriage return"
    case .nulByte: "NUL byte"
    case .notUTF8(let byte, let offset):
      "byte 0x\(hexadecimal([byte]).uppercased()) at offset \(offset) is not UTF-8; "
        + "if the file is in that encoding, say --encoding windows-1252"
    case .notWindows1252(let byte, let offset):
      "byte 0x\(hexadecimal([byte]).uppercased()) at offset \(offset) is not windows-1252 (--encoding)"
    case .notUTF16(let offset): "the bytes at offset \(offset) are not UTF-16, which the file begins as"
    case .emptyIdentifier: "empty identifier"
    case .identifierTooLong: "identifier of more than \(ColumnKind.longestIdentifier) bytes"
    case .controlCharacterInIdentifier: "line break or control character in an identifier; a stray quote?"
    case .invisibleCharacterInIdentifier(let scalar):
      "an invisible character in the identifier (U+\(scalarNumber(scalar))): delete it"
    case .repeatedIdentifier(let line): "repeated identifier, first on line \(line)"
    case .empty: "empty cell"
    case .notADecimal: "not a decimal number"
    case .neitherMarkNor(let words):
      "neither a mark from 0 to 20 nor one of: \(words.joined(separator: ", "))"
    case .tooManyDecimals: "more than \(FixedDecimal.mostDecimals) decimals"
    case .notInRange(let range): "out of range: \(range)"
    case .notABoolean: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)"
    case .notADate: "not a date (yyyy-mm-dd or dd/mm/yyyy)"
    case .noSuchDay: "no such day in the calendar"
    case .notAnInteger: "not a whole number"
    case .notAFraction: "not an exact value (p/q, or a decimal number)"
    case .notOneOf(let words):
      "not one of: \(words.map { $0.isEmpty ? "(empty)" : $0 }.joined(separator: ", "))"
    }
  }
}

private func scalarNumber(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The header as it was read, for someone who looks for a column in it.
private func describe(header: [String], delimiter: UInt8, nearest: String?) -> String {
  let most = 30
  let names = header.prefix(most).map { $0.isEmpty ? "(no name)" : printable($0) }
  let more = header.count > most ? ", … and \(header.count - most) more" : ""
  let mark = delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(delimiter))
  var text = "no such column in the header"
  if !header.isEmpty { text += ", which reads, cut at \(mark): \(names.joined(separator: ", "))\(more)" }
  if let nearest { text += "; the nearest is \(printable(nearest))" }
  if header.count == 1, header[0].contains("|") {
    text += "; the file may be cut by |: save it with ; instead"
  }
  return text
}
