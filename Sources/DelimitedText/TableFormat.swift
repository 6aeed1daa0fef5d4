/// The forms in which a table is written.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Commas, decimal points, line feeds.
  case csv
  /// What a French spreadsheet opens on a double click: semicolons, decimal commas, a byte order mark, and
  /// cells that could be taken for a formula defused by an apostrophe.
  case csvFr = "csv-fr"
  /// An array of objects, a row each; decimals are strings.
  case json

  var delimiter: UInt8 { self == .csvFr ? UInt8(ascii: ";") : UInt8(ascii: ",") }
  var point: UInt8 { self == .csvFr ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
