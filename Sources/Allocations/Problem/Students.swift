public import ExactValues

/// Students who wish for modules or options.
public struct Students: Sendable {
  public let identifiers: IdentifierColumn
  /// From 0 to 5.
  public let gpas: [Fraction]
  public let absences: [Int]
  /// The UEs each has validated; nil where the file does not say: nobody then meets a prerequisite.
  public let validated: [Set<[UInt8]>]?
  /// What mobility asks about; nil where it was not read.
  public var mobility: MobilityRecord?

  /// The same, with GPAs that are decimals.
  public init(
    identifiers: IdentifierColumn, gpas: [FixedDecimal], absences: [Int], validated: [Set<[UInt8]>]? = nil
  ) {
    self.init(
      identifiers: identifiers, gpas: gpas.map(\.fraction), absences: absences, validated: validated)
  }

  public init(
    identifiers: IdentifierColumn, gpas: [Fraction], absences: [Int], validated: [Set<[UInt8]>]? = nil
  ) {
    precondition(identifiers.count == gpas.count && gpas.count == absences.count)
    precondition(validated.map { $0.count == gpas.count } ?? true)
    self.identifiers = identifiers
    self.gpas = gpas
    self.absences = absences
    self.validated = validated
  }

  public var count: Int { gpas.count }

  /// The absences of a student, where they are more than a place admits.
  func excessOfAbsences(_ student: Int, most: Int?) -> Shortfall? {
    guard let most, absences[student] > most else { return nil }
    return .absences(absences[student], most: most)
  }
}
