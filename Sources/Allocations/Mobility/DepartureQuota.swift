/// The most departures of a semester and type together (règlement 2.4.5).
///
/// ```swift
/// let quota = DepartureQuota(semester: "S8", most: 12)  // of both types
/// print(quota.name)  // S8/*
/// ```
public struct DepartureQuota: Sendable, Hashable, Codable {
  /// A semester of some destination; nil for all semesters.
  public let semester: String?
  /// nil for both types.
  public let type: MobilityType?
  /// How many students may leave, from 0 to ``Destination/largestNumber``.
  public let most: Int

  /// - Parameters:
  ///   - semester: A semester of some destination; nil for all semesters.
  ///   - type: nil for both types.
  ///   - most: How many students may leave, from 0 to 1 000 000.
  public init(semester: String? = nil, type: MobilityType? = nil, most: Int) {
    self.semester = semester
    self.type = type
    self.most = most
  }

  /// What certificates and messages call it: `S8/transfert`, `*/double_diplome`.
  public var name: String { "\(semester ?? "*")/\(type?.rawValue ?? "*")" }

  func covers(_ destination: Destination) -> Bool {
    (semester ?? destination.semester) == destination.semester
      && (type ?? destination.type) == destination.type
  }
}
