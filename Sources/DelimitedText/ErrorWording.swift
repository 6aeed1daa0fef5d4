import ExactValues

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension InputDefects: LocalizedError {
  /// A line for each defect shown, as in ``description``.
  public var errorDescription: String? { description }
}

extension InputRejection: LocalizedError, CustomStringConvertible {
  /// A line for each defect shown, as in ``description``.
  public var errorDescription: String? { description }

  /// At most ``InputDefects/limit`` lines in all, then `… and N more`.
  public var description: String { InputDefects.report(files) }
}

extension CellDefect {
  public var description: String {
    switch self {
    case .emptyFile: "the file is empty: not even a header"
    case .notATable(let kind): kind.description
    case .missingColumn: "no such column in the header"
    case .columnNotFound(let header, let delimiter, let nearest):
      describe(header: header, delimiter: delimiter, nearest: nearest)
    case .noHeader: "the first line is not a header: it names none of the columns, and has numbers in it"
    case .nearMiss(let name):
      "not a column that is read; is it \(name)? Rename it"
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
      "byte 0x\(hexadecimal([byte]).uppercased()) at offset \(offset) is not UTF-8"
    case .notWindows1252(let byte, let offset):
      "byte 0x\(hexadecimal([byte]).uppercased()) at offset \(offset) is not windows-1252"
    case .notUTF16(let offset): "the bytes at offset \(offset) are not UTF-16, which the file begins as"
    case .emptyIdentifier: "empty identifier"
    case .identifierTooLong: "identifier of more than \(ColumnKind.longestIdentifier) bytes"
    case .controlCharacterInIdentifier: "line break or control character in an identifier; a stray quote?"
    case .invisibleCharacterInIdentifier(let scalar):
      "an invisible character in the identifier (U+\(scalarNumber(scalar))): delete it"
    case .formulaInIdentifier: "a formula instead of an identifier: write the identifier alone"
    case .repeatedIdentifier(let line): "repeated identifier, first on line \(line)"
    case .empty: "empty cell"
    case .notADecimal, .statutInMark, .outOfTwenty: DecimalDefect.notADecimal.description
    case .notAMark(let words, _):
      words.isEmpty
        ? DecimalDefect.notADecimal.description : "neither a mark from 0 to 20 nor one of: \(listed(words))"
    case .spreadsheetDate(let defect): defect.description
    case .tooManyDecimals: DecimalDefect.tooManyDecimals.description
    case .notInRange(let range): "out of range: \(range)"
    case .notABoolean: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)"
    case .notADate, .dayNumber: DateDefect.notADate.description
    case .noSuchDay: DateDefect.noSuchDay.description
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

extension ForeignFile: CustomStringConvertible {
  /// What the file is, and what to do with it.
  public var description: String {
    switch self {
    case .workbook: "this is an Excel workbook: save it as CSV UTF-8"
    case .openDocument: "this is an OpenDocument file: save the sheet as CSV UTF-8"
    case .zip: "this is a zip archive: unpack it, and give the file inside"
    case .pdf: "this is a PDF, not a table: export the data as CSV"
    case .html: "this is an HTML or XML page, not a table: export the data as CSV"
    case .json: "this is JSON, not a table: export the data as CSV"
    case .excel97: "this is an Excel 97 workbook: save it as CSV UTF-8"
    case .apogee:
      "this is an Apogée maquette, not a table: copy the rows of marks into a table with one header line"
    }
  }
}

extension NearIdentifier {
  var hint: String? {
    let why =
      withoutCaseAndAccents(wanted) == withoutCaseAndAccents(found)
      ? "case, accents and spaces count" : "a spreadsheet drops leading zeros"
    return "\(printable(found)) is there: \(why)"
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
