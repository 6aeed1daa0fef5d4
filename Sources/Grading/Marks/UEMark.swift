public import ExactValues

/// The final mark of one student in one UE: a row of ``UEMarks``.
public struct UEMark: Hashable, Sendable, Codable {
  /// The student's identifier, not empty.
  public var student: String
  /// The name of the UE; empty where all marks are of a single UE without a name.
  public var ue: String
  /// The final mark, exact, 0 to 20; nil for a student who has none.
  public var mark: Fraction?
  /// How the student stands in the UE.
  public var standing: Standing
  /// The first-session mark of a student who had validated with it and has sat a rattrapage since: the ranking keeps it
  /// (règlement 2.5.2). nil for everyone else.
  public var firstMark: Fraction?

  /// A mark, or none.
  ///
  /// - Parameters:
  ///   - student: an identifier, not empty.
  ///   - ue: the name of the UE; empty where all marks are of a single UE.
  ///   - mark: nil for a student who has none.
  ///   - standing: validated at the first session, unless it says otherwise.
  public init(_ student: String, ue: String = "", mark: Mark?, standing: Standing = .firstSession) {
    self.init(student, ue: ue, mean: mark?.decimal.fraction, standing: standing)
  }

  /// An exact mean, or none.
  ///
  /// - Parameters:
  ///   - student: an identifier, not empty.
  ///   - ue: the name of the UE; empty where all marks are of a single UE.
  ///   - mean: 0 to 20; nil for a student who has none.
  ///   - standing: validated at the first session, unless it says otherwise.
  ///   - firstMean: the mean of a student who had validated with it and has sat a rattrapage since, 0 to 20.
  public init(
    _ student: String, ue: String = "", mean: Fraction?, standing: Standing = .firstSession,
    firstMean: Fraction? = nil
  ) {
    self.student = student
    self.ue = ue
    self.mark = mean
    self.standing = standing
    self.firstMark = firstMean
  }
}
