import ExactValues

/// What can be wrong with delimited text itself, or with one cell of a given kind.
public indirect enum CellDefect: DefectReason, Equatable {
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
  /// Too many fields in a file whose delimiter is a comma, two of them digits side by side.
  case decimalCommas(Int, expected: Int)
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
  /// It begins like `="…"`, and goes on otherwise.
  case formulaInIdentifier
  case repeatedIdentifier(firstLine: Int)
  case empty
  case notADecimal
  /// Neither a mark, nor one of the words in its place, nor one for a missing mark.
  case notAMark(words: [String], missing: [String])
  /// A word that belongs in the column `statut`.
  case statutInMark(String)
  /// `12,5/20`.
  case outOfTwenty
  /// What is wrong with a cell where a spreadsheet took a number or a fraction for a date.
  case spreadsheetDate(CellDefect)
  case tooManyDecimals
  case notInRange(String)
  case notABoolean(String)
  case notADate
  /// The number by which a spreadsheet knows a day.
  case dayNumber
  case noSuchDay
  case notAnInteger
  case notAFraction
  case unknownWord(String, known: [String])
  /// A word that, compared as names are, has several meanings.
  case ambiguousWord(String, [String])

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
    case .repeatedColumn: "duplicate column in the header"
    case .tooFewFields(let count, let expected):
      "too few fields: \(count), expected \(expected)"
    case .tooManyFields(let count, let expected), .decimalCommas(let count, let expected):
      "too many fields: \(count), expected \(expected)"
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
    case .formulaInIdentifier: "a formula instead of an identifier: write the identifier alone"
    case .repeatedIdentifier(let line): "repeated identifier, first on line \(line)"
    case .empty: "empty cell"
    case .notADecimal, .statutInMark, .outOfTwenty: "not a decimal number"
    case .notAMark(let words, _):
      words.isEmpty ? "not a decimal number" : "neither a mark from 0 to 20 nor one of: \(listed(words))"
    case .spreadsheetDate(let defect): defect.description
    case .tooManyDecimals: "more than \(FixedDecimal.mostDecimals) decimals"
    case .notInRange(let range): "out of range: \(range)"
    case .notABoolean: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)"
    case .notADate, .dayNumber: "not a date (yyyy-mm-dd or dd/mm/yyyy)"
    case .noSuchDay: "no such day in the calendar"
    case .notAnInteger: "not a whole number"
    case .notAFraction: "not an exact value (p/q, or a decimal number)"
    case .unknownWord(_, let known): "not one of: \(listed(known))"
    case .ambiguousWord(_, let meanings): "may be any of: \(listed(meanings))"
    }
  }

  public var kind: String {
    switch self {
    case .tooFewFields: "too few fields"
    case .tooManyFields: "too many fields"
    case .decimalCommas: "too many fields, with decimal commas between delimiters that are commas?"
    case .repeatedIdentifier: "repeated identifier"
    case .statutInMark: "a statut in the column of the mark"
    case .outOfTwenty: "a mark with /20"
    case .spreadsheetDate: "a spreadsheet made this a date"
    case .dayNumber: "a spreadsheet's number of a day"
    default: description
    }
  }

  public var hint: String? {
    switch self {
    case .decimalCommas:
      "a decimal comma in a file whose delimiter is a comma? Save it with ; as the delimiter, or quote the numbers"
    case .notAMark(_, let missing): "nor a word for a missing mark: (empty), \(listed(missing))"
    case .statutInMark(let word):
      "\(printable(word)) is a statut: write it in the column statut, and leave the mark empty"
    case .outOfTwenty: "write the mark without /20"
    case .spreadsheetDate:
      "a spreadsheet made this a date: format the column as text and write the value again, or run the command "
        + "that wrote the file again"
    case .dayNumber: "a spreadsheet's number of a day: format the column as a date"
    case .notABoolean(let word), .unknownWord(let word, _): "the cell says \(printable(word))"
    case .ambiguousWord(let word, _):
      "the cell says \(printable(word)): write it exactly as one of them is written"
    default: nil
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
