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
}

/// What is wrong with the candidates, each by position: the first defects, and how many in all.
public struct AdmissionError: Error, Sendable {
  /// As many as are kept.
  public static let limit = 50

  public private(set) var first: [(row: Int, defect: AdmissionDefect)] = []
  public private(set) var count = 0

  public init() {}

  mutating func add(_ row: Int, _ defect: AdmissionDefect) {
    count += 1
    if first.count < Self.limit { first.append((row, defect)) }
  }

  /// Adds what was found in later rows.
  mutating func append(_ other: AdmissionError) {
    count += other.count
    first += other.first.prefix(Self.limit - first.count)
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
    }
  }
}
