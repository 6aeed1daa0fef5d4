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
}
