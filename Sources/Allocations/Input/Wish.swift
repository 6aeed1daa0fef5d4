/// A student's wish for a module or a destination.
///
/// ```swift
/// let wishes = try Wishes(
///   [Wish("E1", "IA", rank: 1), Wish("E1", "BIO", rank: 2)], students: students, catalogue: catalogue)
/// ```
public struct Wish: Sendable, Hashable, Codable {
  /// The largest rank.
  public static let largestRank = 1_000_000

  /// The student's identifier.
  public var student: String
  /// The module's identifier, or the destination's name. The wish holds in every créneau that offers the module.
  public var module: String
  /// From 1, the best, to ``largestRank``. Two wishes of one rank are tied; a rank may be left out.
  public var rank: Int

  /// - Parameters:
  ///   - student: The student's identifier.
  ///   - module: The module's identifier, or the destination's name.
  ///   - rank: From 1, the best, to 1 000 000.
  public init(_ student: String, _ module: String, rank: Int) {
    self.student = student
    self.module = module
    self.rank = rank
  }
}
