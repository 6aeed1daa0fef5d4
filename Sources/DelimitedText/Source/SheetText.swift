package import Parallelism

/// What is known of a text that stands for a sheet of a workbook.
///
/// Line *n* of such a text is row *n* of the sheet. Its fields are cut by tabs and quoted as in CSV; line breaks inside of
/// a cell are carriage returns. A cell that has no value says why in a text of its own (``errorValue(_:)`` and the like).
package struct SheetText: Sendable {
  /// What cuts the fields.
  package static let delimiter = UInt8(ascii: "\t")

  /// Cells that are merged.
  package struct Merge: Sendable {
    /// As a spreadsheet writes it: `A2:A5`.
    package let range: String
    /// Of the cell that holds the value, from 1.
    package let row: Int
    /// From 0.
    package let columns: ClosedRange<Int>

    package init(range: String, row: Int, columns: ClosedRange<Int>) {
      (self.range, self.row, self.columns) = (range, row, columns)
    }
  }

  /// The first filled rows, their numbers and cells, in which the names may stand that the header has not.
  package var firstRows: [(row: Int, cells: [String])] = []
  /// Merged cells with a value, of which one lies below the header.
  package var merges: [Merge] = []
  /// How many filled rows below the header are hidden.
  package var hiddenRows = 0

  /// How many cells below the header hold formulas.
  package var formulas = 0
  /// Whether the program that wrote the workbook has left it to the spreadsheet to work out its formulas.
  package var isUncalculated = false

  package init() {}

  /// The row below a header in which more of some names stand than in the header.
  func row(ofNames names: [String], below header: DelimitedHeader) -> Int? {
    let wanted = Set(names.map(foldedName))
    func found(_ cells: [String]) -> Int { wanted.intersection(cells.map(foldedName)).count }
    let known = found(header.names)
    let best = firstRows.filter { $0.row > header.line }.map { (row: $0.row, found: found($0.cells)) }
      .max { ($0.found, -$0.row) < ($1.found, -$1.row) }
    guard let best, best.found > known, best.found >= min(2, wanted.count) else { return nil }
    return best.row
  }

  /// Adds what is wrong with the columns that are read, and says what was done with the sheet.
  func note(
    in defects: inout InputDefects, _ plan: ReadingPlan, _ header: DelimitedHeader, _ source: SourceText
  ) {
    defects.sheetColumns = SheetColumns(header)
    for merge in merges {
      let read = merge.columns.first {
        plan.specifications.indices.contains($0) && plan.specifications[$0] != nil
      }
      guard let read else { continue }
      defects.add(
        InputDefect(
          line: merge.row, column: plan.names[read], reason: CellDefect.mergedCells(merge.range)))
    }
    if hiddenRows > 0 { source.notes.add(.hiddenRows(hiddenRows)) }
    if isUncalculated, formulas > 0 { source.notes.add(.uncalculatedFormulas(formulas)) }
  }
}

extension SheetText {
  /// What a cell begins with that says what is wrong with it. Behind it comes a letter.
  package static let mark: [UInt8] = [0x0D, 0x01]

  /// The text of a cell that shows an error.
  package static func errorValue(_ word: String) -> [UInt8] { mark + Array("E\(word)".utf8) }
  /// The text of a cell with a formula that has no value.
  package static let uncalculatedFormula = mark + [UInt8(ascii: "F")]
  /// The text of a cell with a number that has more digits than a spreadsheet keeps.
  package static let longNumber = mark + [UInt8(ascii: "L")]
  /// The text of a field behind the last one of the header, in place of a filled cell of the column named.
  package static func beyondHeader(_ cell: String) -> [UInt8] { mark + Array("X\(cell)".utf8) }

  /// What a cell says is wrong with it, if it does.
  static func defect(said bytes: UnsafeBufferPointer<UInt8>) -> CellDefect? {
    guard bytes.count >= 3, bytes.starts(with: mark) else { return nil }
    let rest = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    return switch bytes[2] {
    case UInt8(ascii: "E"): .errorValue(rest)
    case UInt8(ascii: "F"): .uncalculatedFormula
    case UInt8(ascii: "L"): .longNumber
    case UInt8(ascii: "X"): .beyondHeader(rest)
    default: nil
    }
  }
}

/// Where the columns of a sheet stand.
struct SheetColumns: Sendable {
  /// By label, and by folded name where that is the name of one column only.
  private var places: [String: Int] = [:]

  init(_ header: DelimitedHeader) {
    for (index, name) in header.foldedNames.enumerated() where !name.isEmpty {
      places[name] = places[name] == nil ? index : -1
    }
    for (index, label) in header.labels.enumerated() where !label.isEmpty { places[label] = index }
  }

  /// - Parameters:
  ///   - column: as defects call it.
  ///   - row: from 1.
  /// - Returns: nil where the column is not in the sheet.
  func cell(column: String, row: Int) -> String? {
    guard let place = places[column] ?? places[foldedName(column)], place >= 0 else { return nil }
    return "\(columnLetters(place))\(row)"
  }
}

/// A column of a sheet as spreadsheets name it: `A`, `Z`, `AA`.
///
/// - Parameter index: from 0.
package func columnLetters(_ index: Int) -> String {
  var letters = ""
  var rest = index + 1
  while rest > 0 {
    letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
    rest = (rest - 1) / 26
  }
  return letters
}

extension SourceText {
  /// Hands the text of a sheet to `body`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, as ``SheetText`` has it.
  ///   - file: the workbook and the sheet.
  ///   - sheet: what else is known of it.
  /// - Throws: what `body` throws, its ``InputDefects`` with the cells they are in; `CancellationError` where the task is
  ///   cancelled.
  package static func withSheet<R>(
    _ bytes: UnsafeRawBufferPointer, file: String, sheet: SheetText, workers: Workers,
    ignoring: some Sequence<String>, notes: ReadingNotes, _ body: (SourceText) throws -> R
  ) throws -> R {
    var source = SourceText(
      file: file, bytes: bytes, encoding: .utf8, workers: workers, ignoring: Set(ignoring.map(foldedName)),
      notes: notes)
    source.sheet = sheet
    do {
      let result = try body(source)
      try Task.checkCancellation()
      return result
    } catch {
      try Task.checkCancellation()
      throw located(error, in: source)
    }
  }

  /// An error, with the columns of a sheet where it is of defects in one.
  private static func located(_ error: any Error, in source: SourceText) -> any Error {
    guard let header = try? DelimitedHeader(source, wanted: []) else { return error }
    let columns = SheetColumns(header)
    func located(_ defects: InputDefects) -> InputDefects {
      guard defects.file == source.file, defects.sheetColumns == nil else { return defects }
      var defects = defects
      defects.sheetColumns = columns
      return defects
    }
    return switch error {
    case let defects as InputDefects: located(defects)
    case let rejection as InputRejection: InputRejection(rejection.files.map(located))
    default: error
    }
  }
}
