/// A place that a student gets.
public struct Assignment: Sendable, Hashable, Codable {
  /// The student's identifier.
  public var student: String
  /// The créneau; empty where there is a single one without a name, as for mobility.
  public var creneau: String
  /// The module's identifier, or the destination's name.
  public var module: String
  /// The rank of the student's wish, from 1; nil for a place that was no wish.
  public var rank: Int?

  /// - Parameters:
  ///   - student: The student's identifier.
  ///   - creneau: Empty where there is a single one without a name.
  ///   - module: The module's identifier, or the destination's name.
  ///   - rank: The rank of the student's wish, from 1; nil for a place that was no wish.
  public init(student: String, creneau: String = "", module: String, rank: Int? = nil) {
    self.student = student
    self.creneau = creneau
    self.module = module
    self.rank = rank
  }
}
