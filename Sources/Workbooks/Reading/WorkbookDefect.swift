public import DelimitedText

/// What can be wrong with a workbook, or with the sheet that is asked for.
public enum WorkbookDefect: DefectReason, Equatable {
  /// What is damaged about a workbook.
  public enum Damage: Sendable, Equatable {
    /// The archive is cut short, or overwritten.
    case archive
    /// A part that others name is not there.
    case missingPart(String)
    /// A part of the archive cannot be unpacked.
    case unreadablePart(String)
    /// A part is no well-formed XML.
    case xml(part: String, line: Int)
    /// A cell names a text that the workbook has not.
    case sharedString(String)
    /// The value, the type or the reference of a cell or row is none.
    case cell(String)
    /// A row or a cell stands behind one that should follow it, or twice.
    case order(String)
  }

  /// What a workbook has more of than is read.
  public enum Excess: Sendable, Equatable {
    /// Files in the archive.
    case entries
    /// Bytes of a part, once unpacked; or a part unpacks to far more than real ones do.
    case size
    /// XML elements inside each other, or bytes in one tag.
    case nesting
    /// Rows of a sheet.
    case rows
    /// Columns of a sheet.
    case columns
    /// Characters of a cell.
    case cell
    /// Merged cells, sheets or styles.
    case parts
  }

  /// The workbook is damaged.
  case damaged(Damage)
  /// The workbook has more of something than any real one does, and is not read further.
  case tooLarge(Excess)
  /// A part declares a document type, which no workbook does and which may stand for endless text.
  case documentType
  /// The workbook can be opened with a password only.
  case passwordProtected
  /// The workbook is of the binary kind (`.xlsb`).
  case binaryWorkbook
  /// The file is a document of another office program: a text, slides.
  case otherDocument
  /// The name of a sheet is missing behind `#`.
  case emptySheetName
  /// No sheet has the name. The sheets that there are follow.
  case noSuchSheet(String, sheets: [String])
  /// Several sheets have names that are one where case, accents and spaces do not count.
  case ambiguousSheet(String, sheets: [String])
  /// The sheet is a chart or a dialogue, not a table.
  case notATableSheet(String)
  /// Every sheet is hidden, or there is none with a table. The hidden ones follow.
  case noVisibleSheet(hidden: [String])
  /// The sheet has no filled cell.
  case emptySheet
  /// The row that is said to be the header has no filled cell.
  case emptyHeaderRow(Int)
  /// A file that is no workbook has no sheets.
  case notAWorkbook
}

/// A defect on its way to the place where the file's name is known.
struct WorkbookFailure: Error {
  let reason: any DefectReason

  init(_ reason: WorkbookDefect) { self.reason = reason }
  init(_ reason: CellDefect) { self.reason = reason }
}
