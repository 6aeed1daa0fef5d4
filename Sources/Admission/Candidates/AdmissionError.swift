package import ExactValues

/// Everything that is wrong with the candidates: of each defect the first rows, and how many there are.
public struct AdmissionError: Error, Sendable {
  /// One defect of one candidate.
  public struct Finding: Hashable, Sendable {
    /// The candidate's place among the candidates, from 0.
    public let row: Int
    /// The candidate's identifier; empty where that is what is wrong.
    public let candidate: String
    /// What is wrong.
    public let defect: AdmissionDefect
  }

  /// As many rows as are kept of one defect.
  public static let limitOfKind = 5

  /// How many defects there are in all, kept or not.
  public private(set) var count = 0
  private var rows: [AdmissionDefect: (first: [Int], count: Int)] = [:]
  /// The defects in the order in which they were first found.
  private var found: [AdmissionDefect] = []
  /// The identifiers of the rows that are kept.
  private var names: [Int: String] = [:]

  package init() {}

  package mutating func add(_ row: Int, _ defect: AdmissionDefect) { add([row], count: 1, defect) }

  /// Adds what was found in later rows, or by another look at the same ones.
  package mutating func append(_ other: AdmissionError) {
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

  /// The same with the identifiers of the candidates it is about.
  package func naming(_ identifiers: IdentifierColumn) -> AdmissionError {
    var named = self
    for row in rows.values.flatMap(\.first) { named.names[row] = identifiers[row] }
    return named
  }

  /// How many candidates have a defect, kept or not.
  public func count(of defect: AdmissionDefect) -> Int { rows[defect]?.count ?? 0 }

  /// The first candidates with each defect, at most ``limitOfKind`` of each, by row.
  public var first: [Finding] {
    found.enumerated().flatMap { place, defect in
      (rows[defect]?.first ?? []).map { (row: $0, place: place, defect: defect) }
    }
    .sorted { ($0.row, $0.place) < ($1.row, $1.place) }
    .map { Finding(row: $0.row, candidate: names[$0.row] ?? "", defect: $0.defect) }
  }
}
