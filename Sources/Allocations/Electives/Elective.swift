/// A module in one of the créneaux that offer it, with its places and conditions (règlement 2.4.3).
///
/// ```swift
/// let catalogue = try Catalogue([
///   Elective("IA", creneau: "lundi", places: 30, prerequisites: ["INFO1"]),
///   Elective("BIO", creneau: "mardi", places: 20, minimum: 8, mostAbsences: 5),
/// ])
/// ```
public struct Elective: Sendable, Hashable, Codable {
  /// The most places, and the largest minimum.
  public static let mostPlaces = 1_000_000

  /// The module's identifier, as wishes name it. Not empty, and compared byte by byte.
  public let module: String
  /// The créneau; empty where there is a single one without a name.
  public let creneau: String
  /// The most students, from 0 to ``mostPlaces``.
  public let places: Int
  /// The fewest students with whom the module runs: with fewer, nobody gets it. 0 where there is no such rule.
  public let minimum: Int
  /// Codes of the UEs that a student must have validated, all of them.
  public let prerequisites: [String]
  /// The most absences of a student who may have the module; nil where there is no such condition.
  public let mostAbsences: Int?

  /// - Parameters:
  ///   - module: The module's identifier.
  ///   - creneau: Empty where there is a single one without a name.
  ///   - places: The most students.
  ///   - minimum: The fewest students with whom the module runs; 0 for no such rule.
  ///   - prerequisites: Codes of the UEs that a student must have validated.
  ///   - mostAbsences: The most absences of a student who may have the module; nil for no such condition.
  public init(
    _ module: String, creneau: String = "", places: Int, minimum: Int = 0, prerequisites: [String] = [],
    mostAbsences: Int? = nil
  ) {
    self.module = module
    self.creneau = creneau
    self.places = places
    self.minimum = minimum
    self.prerequisites = prerequisites
    self.mostAbsences = mostAbsences
  }

  /// Refuses numbers out of their range.
  func check() throws(AllocationInputError) {
    for count in [places, minimum, mostAbsences ?? 0] where !(0...Self.mostPlaces ~= count) {
      throw .placesOutOfRange(module: module, count)
    }
  }
}
