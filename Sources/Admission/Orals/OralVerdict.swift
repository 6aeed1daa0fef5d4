/// What the jury of the complementary oral says of a convoked candidate (règlement 5.2.1).
public enum OralVerdict: String, Sendable, CaseIterable {
  case satisfaisant, insuffisant, absent
}
