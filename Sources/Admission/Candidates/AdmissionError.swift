/// What is wrong with the candidates, each by position: of each defect the first rows, and how many.
public struct AdmissionError: Error, Sendable {
  /// As many rows as are kept of one defect.
  public static let limitOfKind = 5

  /// How many there are in all.
  public private(set) var count = 0
  private var rows: [AdmissionDefect: (first: [Int], count: Int)] = [:]
  /// The defects in the order in which they were first found.
  private var found: [AdmissionDefect] = []

  public init() {}

  mutating func add(_ row: Int, _ defect: AdmissionDefect) { add([row], count: 1, defect) }

  /// Adds what was found in later rows, or by another look at the same ones.
  mutating func append(_ other: AdmissionError) {
    for defect in other.found {
      guard let rows = other.rows[defect] else { continue }
      add(rows.first, count: rows.count, defect)
    }
  }

  private mutating func add(_ more: [Int], count added: Int, _ defect: AdmissionDefect) {
    count += added
    if rows[defect] == nil { found.append(defect) }
    rows[defect, default: ([], 0)].count += added
    if let known = rows[defect], known.first.count < Self.limitOfKind {
      rows[defect]?.first += more.prefix(Self.limitOfKind - known.first.count)
    }
  }

  /// How many rows have a defect.
  public func count(of defect: AdmissionDefect) -> Int { rows[defect]?.count ?? 0 }

  /// The first rows of each defect, by row.
  public var first: [(row: Int, defect: AdmissionDefect)] {
    found.enumerated().flatMap { place, defect in
      (rows[defect]?.first ?? []).map { (row: $0, place: place, defect: defect) }
    }
    .sorted { ($0.row, $0.place) < ($1.row, $1.place) }.map { ($0.row, $0.defect) }
  }

  func throwIfAny() throws(AdmissionError) {
    if count > 0 { throw self }
  }
}
