import ExactValues

/// How candidates answer in a simulated season: all alike, and independently of each other.
public struct AnswerModel: Sendable, Equatable {
  /// The chance that an open offer is accepted.
  public let accept: DailyChance
  /// The chance that an open offer is refused.
  public let refuse: DailyChance
  /// The chance that an accepted place is given back.
  public let withdraw: DailyChance
  /// The chance that a waiting candidate leaves the procedure.
  public let leave: DailyChance
  /// The days an offer stands; the last one without an answer counts as a refusal. nil where it never lapses.
  public let deadline: Int?

  /// - Parameters:
  ///   - accept: the chance that an open offer is accepted.
  ///   - refuse: the chance that an open offer is refused.
  ///   - withdraw: the chance that an accepted place is given back.
  ///   - leave: the chance that a waiting candidate leaves the procedure.
  ///   - deadline: the days an offer stands, 1 or more; nil where it never lapses.
  /// - Throws: ``CallError/chancesAboveAll(accept:refuse:)``; ``CallError/deadlineOutOfRange(_:)``.
  public init(
    accept: DailyChance, refuse: DailyChance, withdraw: DailyChance = .never, leave: DailyChance = .never,
    deadline: Int? = nil
  ) throws(CallError) {
    guard accept.percent.units + refuse.percent.units <= 100 * FixedDecimal.unitsPerOne else {
      throw .chancesAboveAll(accept: accept.percent, refuse: refuse.percent)
    }
    if let deadline, deadline < 1 { throw .deadlineOutOfRange(deadline) }
    self.accept = accept
    self.refuse = refuse
    self.withdraw = withdraw
    self.leave = leave
    self.deadline = deadline
  }
}

/// The chances of a model added up by day, of 2³¹, so that one random number tells what becomes of someone.
///
/// Products are rounded down to 2⁻³¹: what is lost goes to the case that comes last.
struct AnswerChances {
  /// For day j after the offer, at 2(j − 1): accepted by then or refused before; then: answered by then.
  let answered: [UInt64]
  /// Given back by day j after the acceptance, at j − 1.
  let withdrawn: [UInt64]
  /// Left before the calls of day d, at d − 1.
  let left: [UInt64]

  init(_ model: AnswerModel, days: Int) {
    let one = UInt64(1) << 31
    func share(_ part: UInt64, of whole: UInt64) -> UInt64 { (whole * part) >> 31 }
    func remaining(_ stay: UInt64, _ part: UInt64) -> UInt64 { stay - share(part, of: stay) }
    var answered: [UInt64] = []
    var stay = one
    var sum: UInt64 = 0
    for _ in 0..<min(days, model.deadline ?? days) {
      let accepted = share(model.accept.parts, of: stay)
      let refused = share(model.refuse.parts, of: stay)
      answered += [sum + accepted, sum + accepted + refused]
      sum += accepted + refused
      stay -= accepted + refused
    }
    self.answered = answered
    var (withdrawn, left): ([UInt64], [UInt64]) = ([], [0])
    var (holding, waiting) = (one, one)
    for _ in 0..<days {
      holding = remaining(holding, model.withdraw.parts)
      withdrawn.append(one - holding)
      waiting = remaining(waiting, model.leave.parts)
      left.append(one - waiting)
    }
    self.withdrawn = withdrawn
    self.left = left
  }

  /// The first place whose sum is above a number below 2³¹, or nil.
  static func place(of number: UInt64, in sums: UnsafeBufferPointer<UInt64>) -> Int? {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low < sums.count ? low : nil
  }
}
