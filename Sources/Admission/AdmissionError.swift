/// What is wrong with one candidate's file.
public enum AdmissionDefect: Hashable, Sendable {
  case emptyIdentifier
  case repeatedIdentifier
  case unknownDoublette
  /// A mark with a coefficient is missing, by position of the evaluation, and the scheme rejects that.
  case missingMark(evaluation: Int)
  /// All weights add to zero, or all that are left.
  case noWeight
  /// The scientific weights add to zero, or those that are left.
  case noScientificWeight
  /// An exact note that leaves 127 bits.
  case tooManyDigits
  /// Born more than ``BirthDateRule/yearsBefore`` years before the median birth date.
  case bornTooEarly
  /// Born more than ``BirthDateRule/yearsAfter`` years after the median birth date.
  case bornTooLate
}

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

extension AdmissionDefect: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyIdentifier: "empty identifier"
    case .repeatedIdentifier: "repeated identifier"
    case .unknownDoublette: "doublette without coefficients in the scheme"
    case .missingMark: "missing mark (the scheme's rule is missing: reject)"
    case .noWeight: "the weights of this candidate's marks add to zero"
    case .noScientificWeight: "the weights of this candidate's scientific marks add to zero"
    case .tooManyDigits: "the exact note of these marks and coefficients takes more than 38 digits"
    case .bornTooEarly:
      "more than \(BirthDateRule.yearsBefore) years before the file's median birth date: it would decide ties"
    case .bornTooLate:
      "more than \(BirthDateRule.yearsAfter) years after the file's median birth date: it would decide ties"
    }
  }
}
