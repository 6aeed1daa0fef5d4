public import ExactValues

/// Why a wish does not hold for a student, and by how much.
public enum Shortfall: Sendable, Equatable {
  /// A UE that the module asks for is not validated (règlement 2.4.3).
  case prerequisite(String)
  /// A GPA below what the destination asks for (règlement 2.4.5).
  case gpa(Fraction, least: Fraction)
  /// ECTS below what the destination asks for (règlement 2.4.5).
  case ects(Fraction, least: Fraction)
  /// A language not known as well as the destination asks for; nil where it is not known at all.
  case language(String, LanguageLevel?, least: LanguageLevel)
  /// More absences than the module or destination admits (règlement 2.4.3, assiduité).
  case absences(Int, most: Int)
  /// Three of the last six semesters would not be at school (règlement 2.4.5).
  case semestersAway(Int, duration: Int)
}

/// A level of the Common European Framework of Reference for Languages (Council of Europe 2001).
public enum LanguageLevel: String, Sendable, CaseIterable, Comparable {
  case a1 = "A1"
  case a2 = "A2"
  case b1 = "B1"
  case b2 = "B2"
  case c1 = "C1"
  case c2 = "C2"

  public static func < (a: LanguageLevel, b: LanguageLevel) -> Bool { a.rawValue < b.rawValue }
}

/// A wish that holds nowhere.
public struct DroppedWish: Sendable, Equatable {
  /// The position in ``Wishes``.
  public let wish: Int
  /// The first condition that fails.
  public let shortfall: Shortfall

  public init(wish: Int, shortfall: Shortfall) {
    self.wish = wish
    self.shortfall = shortfall
  }
}
