package import ExactValues

/// The result of a UE for a student, as the table at ``UEOutcomes`` says.
package struct UEOutcome: Sendable, Equatable {
  package let result: UEResult
  /// The weighted mean of the final marks; nil where an ECUE that is not exempted has none, and where the
  /// council has failed the UE, which annuls its marks (règlement 1.3.3).
  package let mean: Fraction?
  /// The ECUEs to resit, by position in the UE.
  package let resits: [Int]
  /// 2 where marks of the second session made a difference, else 1.
  package let session: Int
  /// The first-session mean of a student who had already validated and whose resit changed the mean. The ranking
  /// uses this mean. nil for everyone else.
  package let firstMean: Fraction?

  /// How the student stands when mentions are given.
  package var standing: Standing { result.standing(session: session) }
}

extension UE {
  /// The result of the two sessions.
  ///
  /// Of a UE that is not valid the ECUEs below their minimum are to be resat; where there are none, the mean
  /// alone being too low, those below the threshold of the UE (règlement 2.5.1).
  ///
  /// - Parameters:
  ///   - first: of the first session, one for each ECUE.
  ///   - second: of the second session; nil for an ECUE not resat.
  ///   - finalMark: one that ``UEScheme`` allows for the weights, and for marks of more than four decimals where
  ///     there are some.
  /// - Complexity: O(*e*), *e* ECUEs.
  package func outcome(first: [SessionMark], second: [SessionMark?], finalMark: FinalMarkRule) -> UEOutcome {
    precondition(first.count == ecues.count && second.count == ecues.count, "a mark for each ECUE")
    let initial = SessionTally(self, first, [SessionMark?](repeating: nil, count: ecues.count), finalMark)
    guard second.contains(where: { $0 != nil }) else { return initial.outcome(session: 1, firstMean: nil) }
    let final = SessionTally(self, first, second, finalMark)
    let isUnchanged = initial.result == .validated && final.result == .validated && initial.mean == final.mean
    // An exemption is no evaluation.
    let isOfSecond = !isUnchanged && second.contains { $0?.counted != nil || $0 == .failed }
    return final.outcome(
      session: isOfSecond ? 2 : 1,
      firstMean: isOfSecond && initial.result == .validated ? initial.mean : nil)
  }
}

/// The final marks of a UE after one session or both, and what follows from them.
private struct SessionTally {
  let result: UEResult
  let mean: Fraction?
  let resits: [Int]

  init(_ ue: UE, _ first: [SessionMark], _ second: [SessionMark?], _ rule: FinalMarkRule) {
    // All final marks over one denominator.
    let (one, two) = rule.weights
    let scale = one + two
    let unit = MarkUnit(
      isTenThousandth: ue.isInTenThousandths && first.allSatisfy(\.isInTenThousandths)
        && second.allSatisfy { $0?.isInTenThousandths ?? true })
    var sum: Int128 = 0
    var weights: Int128 = 0
    var isToCome = false
    var below: (minimum: [Int], threshold: [Int]) = ([], [])
    for (index, ecue) in ue.ecues.enumerated() {
      if first[index] == .exempted || second[index] == .exempted { continue }
      let weight = ue.weights[index]
      weights += weight
      guard
        let final = rule.final(
          first[index].counted.map(unit.count), second[index].flatMap(\.counted).map(unit.count), one, two)
      else {
        isToCome = true
        continue
      }
      sum += weight * final
      if final < unit.count(ecue.minimum) * scale { below.minimum.append(index) }
      if final < unit.count(ue.threshold) * scale { below.threshold.append(index) }
    }
    let isFailed = first.contains(.failed) || second.contains(.failed)
    mean =
      weights > 0 && !isToCome && !isFailed
      ? Fraction(sum, weights * scale * unit.perOne) : nil
    /// After a first evaluation that counted: what was sat for the first time in session 2 is no resit.
    func isResat(_ index: Int) -> Bool { first[index].counted != nil && second[index]?.counted != nil }
    if isFailed {
      (result, resits) = (.f, [])
      return
    }
    guard weights > 0 else {
      (result, resits) = (.exempted, [])
      return
    }
    guard let mean else {
      (result, resits) = (.waiting, below.minimum.filter { !isResat($0) })
      return
    }
    if below.minimum.isEmpty, mean >= ue.threshold.decimal.fraction {
      (result, resits) = (.validated, [])
      return
    }
    let wanted = below.minimum.isEmpty ? below.threshold : below.minimum
    let left = wanted.filter { !isResat($0) }
    if below.minimum.contains(where: isResat) || left.isEmpty {
      (result, resits) = (.f, [])
    } else {
      (result, resits) = (left.contains { second[$0] == .excused } ? .waiting : .rattrapage, left)
    }
  }

  func outcome(session: Int, firstMean: Fraction?) -> UEOutcome {
    UEOutcome(result: result, mean: mean, resits: resits, session: session, firstMean: firstMean)
  }
}

/// What marks are counted in: ten-thousandths where that does, else 10⁻¹⁵.
private struct MarkUnit {
  let isTenThousandth: Bool

  var perOne: Int128 { isTenThousandth ? Int128(OptionalMark.unitsPerOne) : FixedDecimal.unitsPerOne }

  func count(_ mark: Mark) -> Int128 {
    Int128(isTenThousandth ? Int64(mark.tenThousandths ?? 0) : mark.units)
  }
}

extension UE {
  /// Whether a mean always fits 127 bits.
  func canWeigh(_ rule: FinalMarkRule, isInTenThousandths: Bool) -> Bool {
    let (one, two) = rule.weights
    let unit = MarkUnit(isTenThousandth: isInTenThousandths)
    let (product, overflow) = weights.reduce(0, +).multipliedReportingOverflow(by: one + two)
    return !overflow && product <= Int128.max / (20 * unit.perOne)
  }
}

extension FinalMarkRule {
  /// The weights of both sessions, as whole numbers; 1 and 0 where marks are not weighed.
  fileprivate var weights: (first: Int128, second: Int128) {
    guard case .mean(let first, let second) = self else { return (1, 0) }
    let divisor = max(1, greatestCommonDivisor(first.units, second.units))
    return (first.units / divisor, second.units / divisor)
  }

  /// The final mark, times the sum of the weights; nil where there is no mark at all.
  fileprivate func final(_ first: Int128?, _ second: Int128?, _ one: Int128, _ two: Int128) -> Int128? {
    guard let first, let second else { return (first ?? second).map { $0 * (one + two) } }
    return switch self {
    case .best: max(first, second)
    case .replace: second
    case .mean: first * one + second * two
    }
  }
}
