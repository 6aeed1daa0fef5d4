import ExactValues

/// What can be wrong with the text of a table, or with one of its cells.
public indirect enum CellDefect: DefectReason, Equatable {
  /// The file has no text.
  case emptyFile
  /// The file is of another kind: a workbook, a PDF, a web page.
  case notATable(ForeignFile)
  /// A column that the file needs for what it is used for is missing.
  case missingColumn
  /// A required column is missing. `header` lists the columns that are there, unless an earlier defect does;
  /// `nearest` is the most similar of their names.
  case columnNotFound(header: [String], delimiter: UInt8, nearest: String?)
  /// The file seems to begin with data: its first line names no known column, and has a number in it.
  case noHeader
  /// The column would be ignored, but its name is almost that of an optional column that is missing.
  case nearMiss(of: String)
  /// The header has the column twice.
  case repeatedColumn
  /// The row has fewer fields than the header.
  case tooFewFields(Int, expected: Int)
  /// The row has more fields than the header.
  case tooManyFields(Int, expected: Int)
  /// The row has too many fields, perhaps because its decimals have commas and the delimiter is a comma too.
  case decimalCommas(Int, expected: Int)
  /// A quoted cell does not end.
  case unterminatedQuote
  /// A quote stands inside a cell that does not begin with one, or text follows a closing quote.
  case strayQuote
  /// A carriage return stands elsewhere than before a line feed.
  case strayCarriageReturn
  /// The row holds a byte 0.
  case nulByte
  /// The file stops being UTF-8 at an offset, from 0.
  case notUTF8(byte: UInt8, offset: Int)
  /// The byte at an offset, from 0, stands for no character of windows-1252.
  case notWindows1252(byte: UInt8, offset: Int)
  /// The file stops being UTF-16 at an offset, from 0.
  case notUTF16(offset: Int)
  /// The row has no identifier.
  case emptyIdentifier
  /// The identifier has more than 255 bytes.
  case identifierTooLong
  /// The identifier holds a control character.
  case controlCharacterInIdentifier
  /// The identifier holds a character that cannot be seen, or that changes the direction of text.
  case invisibleCharacterInIdentifier(Unicode.Scalar)
  /// The identifier begins as a spreadsheet's `="…"` does, but does not end so.
  case formulaInIdentifier
  /// An earlier row has the same identifier.
  case repeatedIdentifier(firstLine: Int)
  /// The cell is empty, and must not be.
  case empty
  /// The cell is no decimal number.
  case notADecimal
  /// The cell is no mark, none of the words that may stand in its place, and none for a missing mark.
  case notAMark(words: [String], missing: [String])
  /// The cell of a mark holds a word that belongs in the column `statut`.
  case statutInMark(String)
  /// The mark is written with its maximum: `12,5/20`.
  case outOfTwenty
  /// A spreadsheet seems to have made a date of a number or a fraction, which is then wrong in the way given.
  case spreadsheetDate(CellDefect)
  /// The number has more than fifteen decimals.
  case tooManyDecimals
  /// The number lies outside of the range given.
  case notInRange(from: String, to: String?)
  /// The cell is neither yes nor no.
  case notABoolean(String)
  /// The cell is no date.
  case notADate
  /// The cell holds the number by which a spreadsheet knows a day, instead of a date.
  case dayNumber
  /// The calendar has no such day.
  case noSuchDay
  /// The cell is no whole number.
  case notAnInteger
  /// The cell is neither a fraction nor a decimal.
  case notAFraction
  /// The cell holds none of the words that the column takes.
  case unknownWord(String, known: [String])
  /// The word has several meanings when case and accents are ignored, as they are in names.
  case ambiguousWord(String, [String])
  /// A required column is missing in a sheet. `header` lists the columns that are there, unless an earlier defect does;
  /// `nearest` is the most similar of their names; `row` the one in which the names seem to stand, below a title.
  case columnNotInSheet(header: [String], nearest: String?, row: Int?)
  /// The cell of a sheet shows an error, such as `#N/A`.
  case errorValue(String)
  /// The cell of a sheet holds a formula whose value no program has worked out.
  case uncalculatedFormula
  /// The cell of a sheet holds a number of more than 15 digits, of which a spreadsheet keeps 15.
  case longNumber
  /// Cells of a sheet are merged: those that seem to hold a value are empty.
  case mergedCells(String)
  /// A cell of a sheet that is filled, in a column without a name, to the right of the header.
  case beyondHeader(String)
}
