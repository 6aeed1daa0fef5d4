public import ExactValues

/// Places at a partner for a semester, and who may have them.
public struct Destination: Sendable, Equatable {
  public let name: String
  public let country: String
  public let semester: String
  public let type: MobilityType
  public let places: Int
  /// 0 where the partner asks for none.
  public let leastGPA: Fraction
  /// « Après avoir accompli au moins une année de scolarité (60 ECTS validés) ».
  public let leastECTS: Fraction
  /// In lower case; nil where none is asked for.
  public let language: String?
  public let leastLevel: LanguageLevel
  /// In semesters.
  public let duration: Int
  /// Favoured partners have more.
  public let priority: Int
  /// The most absences of a student who may leave; nil where there is no such condition.
  public let mostAbsences: Int?

  public static let defaultECTS: Fraction = 60

  public init(
    name: String, country: String, semester: String, type: MobilityType, places: Int,
    leastGPA: Fraction = 0, leastECTS: Fraction = Destination.defaultECTS, language: String? = nil,
    leastLevel: LanguageLevel = .a1, duration: Int = 1, priority: Int = 0, mostAbsences: Int? = nil
  ) {
    self.name = name
    self.country = country
    self.semester = semester
    self.type = type
    self.places = places
    self.leastGPA = leastGPA
    self.leastECTS = leastECTS
    self.language = language
    self.leastLevel = leastLevel
    self.duration = duration
    self.priority = priority
    self.mostAbsences = mostAbsences
  }
}
