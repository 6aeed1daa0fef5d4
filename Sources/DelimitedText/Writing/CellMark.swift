/// What stands before each cell of ``TableFormat/cells``, and behind each row: bytes that UTF-8 never has.
public enum CellMark {
  /// Before text, in UTF-8.
  public static let text: UInt8 = 0xF8
  /// Before a number: a decimal with a point, or text that is no number and stays text.
  public static let number: UInt8 = 0xF9
  /// Behind the last cell of a row.
  public static let rowEnd: UInt8 = 0xFF
}
