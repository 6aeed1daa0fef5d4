/// What the règlement lets a jury adapt in the shares (1.3.3, 3.2.1).
public enum Adaptation: String, Sendable, CaseIterable {
  case minimumCohort = "minimum-cohort"
  case harmonise
  case classes
  case gapTolerance = "gap-tolerance"
}
