public import ExactValues

/// What a student has for an ECUE in one session.
public enum ECUEMark: Hashable, Sendable {
  case mark(Mark)
  /// Absent without excuse: counts 0 (règlement 1.3.3).
  case unexcused
  /// V: absent with an excuse; the evaluation is still to come (règlement 1.3.3).
  case excused
  /// W: exempted (règlement 1.3.3, 3.4).
  case exempted
  /// Failed without a rattrapage, by decision of the council (règlement 2.5.1).
  case failed

  /// Nil where there is none to count.
  var counted: Mark? {
    switch self {
    case .mark(let mark): mark
    case .unexcused: 0
    case .excused, .exempted, .failed: nil
    }
  }

  var isInTenThousandths: Bool {
    if case .mark(let mark) = self { mark.tenThousandths != nil } else { true }
  }
}

extension ECUEMark: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// A literal outside 0 to 20 is the caller's bug and traps.
  public init(integerLiteral value: Int64) { self = .mark(Mark(integerLiteral: value)) }

  /// `"15.75"`. A literal that is no mark is the caller's bug and traps.
  public init(stringLiteral value: String) { self = .mark(Mark(stringLiteral: value)) }
}
