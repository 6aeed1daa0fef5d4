/// The verdict of the jury of the complementary oral on a convoked candidate (règlement 5.2.1).
public enum OralVerdict: String, Sendable, CaseIterable, Codable {
  /// The candidate is admitted: `satisfaisant` in files.
  case satisfactory
  /// The candidate is not admitted: `insuffisant` in files.
  case insufficient
  /// The candidate did not come, and is not admitted.
  case absent
}
