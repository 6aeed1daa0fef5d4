/// A student without a place in a créneau, why, and what became of the wishes there.
public struct UnplacedStudent: Sendable, Hashable, Codable {
  /// The student's identifier.
  public let student: String
  /// The créneau; empty where there is a single one without a name, as for mobility.
  public let creneau: String
  /// Why the student has no place.
  public let reason: UnplacedReason
  /// How many modules of the créneau the student named.
  public let wishes: Int
  /// How many of these are full.
  public let full: Int
  /// How many of these do not run, since they have too few students.
  public let closed: Int
  /// How many of these the student is not eligible for.
  public let ineligible: Int
}
