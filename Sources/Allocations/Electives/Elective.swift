/// One row of the modules file: a module in one of the créneaux that offer it.
public struct Elective: Sendable, Equatable {
  public let module: String
  /// Empty where the file has no créneaux.
  public let slot: String
  public let places: Int
  public let minimum: Int
  /// UE codes, all of them needed.
  public let prerequisites: [String]
  /// The most absences of a student who may have it; nil where there is no such condition.
  public let mostAbsences: Int?

  public init(
    module: String, slot: String = "", places: Int, minimum: Int = 0, prerequisites: [String] = [],
    mostAbsences: Int? = nil
  ) {
    self.module = module
    self.slot = slot
    self.places = places
    self.minimum = minimum
    self.prerequisites = prerequisites
    self.mostAbsences = mostAbsences
  }
}
