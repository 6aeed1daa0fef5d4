/// A level of the Common European Framework of Reference for Languages (Council of Europe 2001).
public enum LanguageLevel: String, Sendable, CaseIterable, Comparable, Codable {
  /// The lowest level, of basic users.
  case a1 = "A1"
  /// The upper level of basic users.
  case a2 = "A2"
  /// The lower level of independent users.
  case b1 = "B1"
  /// The upper level of independent users, which most partners ask for.
  case b2 = "B2"
  /// The lower level of proficient users.
  case c1 = "C1"
  /// The highest level.
  case c2 = "C2"

  /// Whether the first level is the lower one.
  public static func < (a: LanguageLevel, b: LanguageLevel) -> Bool { a.rawValue < b.rawValue }
}
