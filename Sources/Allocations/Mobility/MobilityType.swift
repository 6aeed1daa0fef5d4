/// The types of mobility (règlement 2.4.5), by the names that files and quotas give them.
public enum MobilityType: String, Sendable, CaseIterable, Codable {
  /// Semesters at a partner whose ECTS count here.
  case creditTransfer = "transfert"
  /// Studies for the degree of a partner beside the school's own.
  case doubleDegree = "double_diplome"
}
