extension CallOrder {
  /// A property that an order does not have, and the call at which that shows.
  public struct Violation: Error, Hashable, Sendable {
    /// The property that does not hold.
    public let property: CallOrderProperty
    /// The call, from 1, at which it shows.
    public let call: Int
  }

  /// Checks what the platform states of its order, from the order alone: nothing of how it is made is used.
  ///
  /// - Returns: the first violation, or nil.
  /// - Complexity: O(*n*), *n* candidates.
  public func violation() -> Violation? {
    guard count == ranking.count else { return Violation(property: .everyoneOnce, call: count) }
    return ranking.flags(ranking.boursiers).withUnsafeBufferPointer { boursiers in
      ranking.flags(ranking.secteurs).withUnsafeBufferPointer { secteurs in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: count) { isCalled in
          isCalled.initialize(repeating: false)
          return violation(boursiers, secteurs, isCalled)
        }
      }
    }
  }

  private func violation(
    _ boursiers: UnsafeBufferPointer<Bool>, _ secteurs: UnsafeBufferPointer<Bool>,
    _ isCalled: UnsafeMutableBufferPointer<Bool>
  ) -> Violation? {
    let (boursierPercent, secteurPercent) = (boursierMinimum.percent, secteurMinimum.percent)
    let allBoursiers = boursiers.count { $0 }
    let allOfSecteur = secteurs.count { $0 }
    var (calledBoursiers, calledOfSecteur) = (0, 0)
    // The worst rank called so far, of all and of the non-boursiers; and the best position not yet called.
    var (worst, worstNonBoursier) = (0, 0)
    var bestLeft = 0
    for (index, position) in positions.enumerated() {
      let call = index + 1
      let rank = Int(position) + 1
      guard rank <= count, !isCalled[rank - 1] else { return Violation(property: .everyoneOnce, call: call) }
      isCalled[rank - 1] = true
      let (isBoursier, isOfSecteur) = (boursiers[Int(position)], secteurs[Int(position)])
      func violated(_ property: CallOrderProperty) -> Violation { Violation(property: property, call: call) }
      calledBoursiers += isBoursier ? 1 : 0
      calledOfSecteur += isOfSecteur ? 1 : 0
      if 100 * calledBoursiers < boursierPercent * call, calledBoursiers < allBoursiers {
        return violated(.boursierShare)
      }
      if boursierPercent == 0, 100 * calledOfSecteur < secteurPercent * call, calledOfSecteur < allOfSecteur {
        return violated(.secteurShare)
      }
      if isBoursier, isOfSecteur, worst > rank { return violated(.boursierOfSecteurOvertaken) }
      if secteurPercent == 0, !isBoursier {
        if worstNonBoursier > rank { return violated(.overtakenByNonBoursier) }
        if boursierPercent < 100, call > 1 + 100 * rank / (100 - boursierPercent) {
          return violated(.calledTooLate)
        }
      }
      if !isBoursier, !isOfSecteur, bestLeft < rank - 1 { return violated(.overtakesAsNeither) }
      while bestLeft < count, isCalled[bestLeft] { bestLeft += 1 }
      worst = Swift.max(worst, rank)
      if !isBoursier { worstNonBoursier = Swift.max(worstNonBoursier, rank) }
    }
    return nil
  }
}
