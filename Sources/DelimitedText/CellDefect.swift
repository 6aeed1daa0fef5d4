import ExactValues

/// What can be wrong with delimited text itself, or with one cell of a given kind.
public enum CellDefect: DefectReason, Equatable {
  case emptyFile
  case missingColumn
  case repeatedColumn
  case blankLine
  case tooFewFields(Int, expected: Int)
  case tooManyFields(Int, expected: Int)
  case unterminatedQuote
  case strayQuote
  case strayCarriageReturn
  case nulByte
  case notUTF8(byte: UInt8, offset: Int)
  case notWindows1252(byte: UInt8, offset: Int)
  case emptyIdentifier
  case identifierTooLong
  case controlCharacterInIdentifier
  case repeatedIdentifier(firstLine: Int)
  case empty
  case notADecimal
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
    case .missingColumn: "no such column in the header"
    case .repeatedColumn: "the column stands twice in the header"
    case .blankLine: "blank line"
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
    case .emptyIdentifier: "empty identifier"
    case .identifierTooLong: "identifier of more than \(ColumnKind.longestIdentifier) bytes"
    case .controlCharacterInIdentifier: "line break or control character in an identifier; a stray quote?"
    case .repeatedIdentifier(let line): "repeated identifier, first on line \(line)"
    case .empty: "empty cell"
    case .notADecimal: "not a decimal number"
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
