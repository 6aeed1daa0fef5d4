/// The places of a published allocation that differ from what its optimum gave: places from exchanges
/// (règlement 2.4.3, « permutation de gré à gré »), and places given beyond the wishes.
///
/// A student keeps the place of origin in this record through any number of exchanges, so that the allocation
/// before all of them can be had back.
package struct PlaceMarks: Sendable, Equatable {
  package enum Mark: Sendable, CaseIterable {
    /// The student has the place from an exchange.
    case exchange
    /// The student got the place without a wish for it, when everything else was decided.
    case complement
  }

  /// By seat with a place from an exchange, the offer it had before any exchange; never the offer it has.
  package private(set) var before: [Int: Int]
  /// Seats whose own place was given beyond the wishes; a seat that exchanges its place stays here.
  package private(set) var complements: Set<Int>

  /// - Parameters:
  ///   - before: by seat, the offer of origin; another one than the seat holds.
  ///   - complements: seats whose own place was no wish.
  package init(before: [Int: Int] = [:], complements: Set<Int> = []) {
    self.before = before
    self.complements = complements
  }

  package var isEmpty: Bool { before.isEmpty && complements.isEmpty }

  /// How a seat came by what it holds; nil where the optimum gave it.
  package func mark(ofSeat seat: Int) -> Mark? {
    if before[seat] != nil { return .exchange }
    return complements.contains(seat) ? .complement : nil
  }

  /// Notes that an exchange takes a seat from one offer to another. A seat that is back at its own offer has no
  /// mark of an exchange any more.
  package mutating func recordExchange(seat: Int, from offer: Int, to received: Int) {
    let origin = before[seat] ?? offer
    before[seat] = origin == received ? nil : origin
  }

  /// The marks of the seats that still hold the same place.
  package func keeping(_ isKept: (_ seat: Int) -> Bool) -> PlaceMarks {
    PlaceMarks(before: before.filter { isKept($0.key) }, complements: complements.filter(isKept))
  }

  /// The first offer that more or fewer seats hold from exchanges than gave it, or nil.
  ///
  /// Where there is none, the seats with a mark hold each other's places: offers belong to one créneau, so some
  /// permutation within each créneau leads from the places of origin to those held.
  ///
  /// - Parameter problem: has what is held among its options.
  /// - Complexity: O(*e* + *o*), seats with a mark and offers.
  package func offerOutOfBalance(_ allocation: Allocation, _ problem: AllocationProblem) -> Int? {
    var balance = [Int](repeating: 0, count: problem.offers.count)
    for (seat, origin) in before {
      balance[origin] -= 1
      if let option = allocation[seat] { balance[Int(problem.optionOffers[option])] += 1 }
    }
    return balance.firstIndex { $0 != 0 }
  }

  /// What everyone had before the exchanges, without the places beyond the wishes.
  ///
  /// - Parameters:
  ///   - problem: has what is held among its options.
  ///   - wished: the same students and offers, with the options that are wishes.
  /// - Returns: nil where a place of origin is none of the student's wishes.
  /// - Complexity: O(*s* · *k*), seats and the options of each.
  package func allocationBefore(
    _ allocation: Allocation, _ problem: AllocationProblem, in wished: AllocationProblem
  ) -> Allocation? {
    var choices: [Int] = []
    choices.reserveCapacity(allocation.choices.count)
    for (seat, choice) in allocation.choices.enumerated() {
      guard choice != Allocation.unplaced, !complements.contains(seat) else {
        choices.append(Allocation.unplaced)
        continue
      }
      let origin = before[seat] ?? Int(problem.optionOffers[choice])
      guard let option = wished.option(ofSeat: seat, for: origin) else { return nil }
      choices.append(option)
    }
    return Allocation(choices: choices)
  }
}
