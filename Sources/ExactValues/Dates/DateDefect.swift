/// Why a text is not a date.
public enum DateDefect: Error, Hashable, Sendable {
  /// Neither `yyyy-mm-dd` nor `dd/mm/yyyy`.
  case notADate
  /// A day that no calendar has, such as 30 February.
  case noSuchDay
}
