public import ExactValues

/// Places at a partner for a semester, and who may have them (règlement 2.4.5).
///
/// ```swift
/// let mobility = try Mobility([
///   Destination(
///     "KTH", country: "Suède", semester: "S8", type: .creditTransfer, places: 2, language: "anglais",
///     leastLevel: .b2)
/// ])
/// ```
public struct Destination: Sendable, Hashable, Codable {
  /// « Après avoir accompli au moins une année de scolarité (60 ECTS validés) » (règlement 2.4.5).
  public static let defaultECTS: Fraction = 60
  /// The most places and departures, and the largest priority.
  public static let largestNumber = 1_000_000
  /// The longest stay, in semesters.
  public static let longestDuration = 12

  /// What wishes and results call the destination. Not empty, and compared byte by byte.
  public let name: String
  /// The country, for readers: nothing is decided by it.
  public let country: String
  /// The semester of the departure, as quotas name it.
  public let semester: String
  /// Credit transfer or double degree.
  public let type: MobilityType
  /// How many students can go, from 0 to ``largestNumber``.
  public let places: Int
  /// The least GPA of a student who may leave, from 0 to 5; 0 where the partner asks for none.
  public let leastGPA: Fraction
  /// The least ECTS of a student who may leave, from 0 to 1000; see ``defaultECTS``.
  public let leastECTS: Fraction
  /// The language that is asked for, in lower case; nil where none is.
  public let language: String?
  /// The least level in ``language``.
  public let leastLevel: LanguageLevel
  /// The length of the stay, from 1 to ``longestDuration`` semesters.
  public let duration: Int
  /// How much the partner is favoured where students are equally satisfied, from −``largestNumber`` to
  /// ``largestNumber``; more is better.
  public let priority: Int
  /// The most absences of a student who may leave; nil where there is no such condition.
  public let mostAbsences: Int?

  /// - Parameters:
  ///   - name: What wishes and results call the destination.
  ///   - country: For readers.
  ///   - semester: The semester of the departure.
  ///   - type: Credit transfer or double degree.
  ///   - places: How many students can go.
  ///   - leastGPA: From 0 to 5.
  ///   - leastECTS: From 0 to 1000; the règlement asks for 60.
  ///   - language: The language that is asked for, in any case; nil for none.
  ///   - leastLevel: The least level in it.
  ///   - duration: From 1 to 12 semesters.
  ///   - priority: More is better.
  ///   - mostAbsences: The most absences of a student who may leave; nil for no such condition.
  public init(
    _ name: String, country: String = "", semester: String, type: MobilityType, places: Int,
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
    self.language = language?.lowercased()
    self.leastLevel = leastLevel
    self.duration = duration
    self.priority = priority
    self.mostAbsences = mostAbsences
  }

  /// Refuses numbers out of their range.
  func check() throws(AllocationInputError) {
    for count in [places, mostAbsences ?? 0] where !(0...Self.largestNumber ~= count) {
      throw .placesOutOfRange(module: name, count)
    }
    guard leastGPA <= Student.largestGPA.fraction, leastECTS <= Student.largestECTS.fraction,
      1...Self.longestDuration ~= duration,
      -Self.largestNumber...Self.largestNumber ~= priority
    else { throw .destinationOutOfRange(name) }
  }
}
