/// The most departures of a semester and type together; nil for all of them (règlement 2.4.5).
public struct DepartureQuota: Sendable, Equatable {
  public let semester: String?
  public let type: MobilityType?
  public let most: Int

  public init(semester: String?, type: MobilityType?, most: Int) {
    self.semester = semester
    self.type = type
    self.most = most
  }

  /// `S8/transfert`, `*/double_diplome`.
  public var name: String { "\(semester ?? "*")/\(type?.rawValue ?? "*")" }

  func covers(_ destination: Destination) -> Bool {
    (semester ?? destination.semester) == destination.semester
      && (type ?? destination.type) == destination.type
  }
}
