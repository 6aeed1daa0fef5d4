/// The types of mobility (règlement 2.4.5).
public enum MobilityType: String, Sendable, CaseIterable {
  case creditTransfer = "transfert"
  case doubleDegree = "double_diplome"
}
