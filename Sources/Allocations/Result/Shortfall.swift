public import ExactValues

/// Why a student is not eligible for a place, and by how much.
public enum Shortfall: Sendable, Hashable, Codable {
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
