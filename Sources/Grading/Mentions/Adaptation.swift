/// What the règlement lets a jury adapt in the shares (1.3.3, 3.2.1).
public enum Adaptation: String, Hashable, Sendable, CaseIterable, Codable {
  /// A cohort that is too small is pass/fail (1.3.1).
  case minimumCohort = "minimum-cohort"
  /// Shares tilt with the difference between the means of UEs (1.3.3).
  case harmonise
  /// Fewer classes than four (3.2.1).
  case classes
  /// Cuts move to gaps between marks (1.3.3).
  case gapTolerance = "gap-tolerance"
}
