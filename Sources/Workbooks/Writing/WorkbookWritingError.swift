public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A table that no workbook can hold.
public struct WorkbookWritingError: Error, Sendable, Equatable {
  /// What is beyond a workbook.
  public enum Code: Sendable, Equatable {
    /// The table has more than 1 048 575 rows.
    case tooManyRows
    /// The table has more than 16 384 columns.
    case tooManyColumns
    /// A cell has more than 32 767 characters.
    ///
    /// - row: its number in the sheet; the header is row 1.
    /// - column: its letters in the sheet.
    case textTooLong(row: Int, column: String)
    /// The name of the sheet is empty, longer than 31 characters, begins or ends with an apostrophe, or has one of
    /// `[ ] : * ? / \`.
    case sheetName(String)
    /// The workbook would be larger than 4 GB.
    case tooLarge
    /// libxlsxwriter gave up.
    case library(String)
  }

  /// What is beyond a workbook.
  public let code: Code

  init(_ code: Code) { self.code = code }
}

extension WorkbookWritingError: Worded, LocalizedError, CustomStringConvertible {
  public var message: Message {
    switch code {
    case .tooManyRows:
      Message(
        fr: "un classeur contient au plus \(SheetLimits.rows - 1) lignes sous l'en-tête : écrivez du csv",
        en: "a workbook holds at most \(SheetLimits.rows - 1) rows below the header: write csv")
    case .tooManyColumns:
      Message(
        fr: "un classeur contient au plus \(SheetLimits.columns) colonnes : écrivez du csv",
        en: "a workbook holds at most \(SheetLimits.columns) columns: write csv")
    case .textTooLong(let row, let column):
      Message(
        fr: """
          la cellule \(column)\(number: row) aurait plus de \(SheetLimits.characters) caractères, ce qu'un classeur \
          ne peut pas contenir : écrivez du csv
          """,
        en: """
          the cell \(column)\(number: row) would have more than \(SheetLimits.characters) characters, which no \
          workbook can hold: write csv
          """)
    case .tooLarge:
      Message(
        fr: "le classeur dépasserait 4 Go : écrivez du csv",
        en: "the workbook would be larger than 4 GB: write csv")
    case .sheetName(let name):
      Message(
        fr: "une feuille ne peut pas s'appeler « \(name) »",
        en: "a sheet cannot be named \"\(name)\"")
    case .library(let reason):
      Message(
        fr: "le classeur ne peut pas être écrit : \(reason)", en: "the workbook cannot be written: \(reason)")
    }
  }

  /// What is beyond a workbook, and what to do about it, in English.
  public var description: String { message.english }

  public var errorDescription: String? { description }
}
