/// The forms in which a table is written.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Commas, decimal points, line feeds.
  case csv
  /// What a French spreadsheet opens on a double click: semicolons, decimal commas, a byte order mark, and an
  /// apostrophe before what it would change: formulas, fractions (it makes them dates), leading zeros.
  case csvFr = "csv-fr"
  /// An array of objects, a row each; decimals are strings.
  case json
  /// Cells that say whether they are text or numbers: what a writer of workbooks takes (``CellMark``). The names of the
  /// columns are the first row, and each piece of the table is whole rows.
  case cells

  var delimiter: UInt8 { self == .csvFr ? UInt8(ascii: ";") : UInt8(ascii: ",") }
  var point: UInt8 { self == .csvFr ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
