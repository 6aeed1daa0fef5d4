import Allocations

/// The allocations still open to a search: what each seat may hold, and whether each offer is open.
///
/// An option is *open* or closed; a seat is *fixed* once only one thing is left for it; an offer with a minimum is open,
/// closed, or free. Propagation (as in constraint programming) closes what follows from this one rule at a time; it
/// never closes an option of an allocation that keeps the rules within the space.
struct SearchSpace {
  /// By option, whether a seat may hold it.
  var isOpen: [Bool]
  /// By seat, whether it may hold nothing.
  var mayStayOut: [Bool]
  /// By offer, whether it is open, closed or free.
  var decisions: [AllocationCertificate.Decision]
  /// By offer, how many students it may have where it is open.
  var loads: [ClosedRange<Int>]
  /// By at-most-one group, whether the student must have one of its options.
  var isRequired: [Bool]

  init(_ problem: AllocationProblem, _ atMostOne: AtMostOneGroups) {
    isOpen = [Bool](repeating: true, count: problem.optionOffers.count)
    mayStayOut = (0..<problem.seatCount).map(problem.mayStayOut)
    decisions = problem.offers.map { $0.places < max(1, $0.minimum) ? .closed : .free }
    loads = problem.offers.map { ($0.minimum > 1 ? min($0.minimum, $0.places) : 0)...$0.places }
    isRequired = atMostOne.groups.map { _ in false }
  }

  func openOptions(ofSeat seat: Int, _ problem: AllocationProblem) -> some Sequence<Int> {
    problem.options(ofSeat: seat).lazy.filter { isOpen[$0] }
  }

  /// The only thing a seat may hold; nil where there is a choice, or nothing at all.
  func fixedChoice(ofSeat seat: Int, _ problem: AllocationProblem) -> Int? {
    var only: Int? = mayStayOut[seat] ? Allocation.unplaced : nil
    for option in problem.options(ofSeat: seat) where isOpen[option] {
      if only != nil { return nil }
      only = option
    }
    return only
  }

  /// Whether an allocation that keeps the problem's rules is one of these.
  func contains(_ allocation: Allocation, _ problem: AllocationProblem, _ atMostOne: AtMostOneGroups) -> Bool
  {
    let isWithin = allocation.choices.enumerated().allSatisfy { seat, choice in
      choice == Allocation.unplaced ? mayStayOut[seat] : isOpen[choice]
    }
    guard isWithin else { return false }
    let areLoadsWithin = allocation.loads(problem).enumerated().allSatisfy { offer, load in
      switch decisions[offer] {
      case .free: load == 0 || loads[offer].contains(load)
      case .open: loads[offer].contains(load)
      case .closed: load == 0
      }
    }
    return areLoadsWithin
      && atMostOne.groups.indices.allSatisfy { group in
        !isRequired[group]
          || atMostOne.groups[group].contains { allocation.choices[atMostOne.seat(of: $0)] == $0 }
      }
  }

  /// Something for each seat, not necessarily an allocation.
  func guess(_ problem: AllocationProblem) -> [Int] {
    (0..<problem.seatCount).map { seat in
      problem.options(ofSeat: seat).first { isOpen[$0] } ?? Allocation.unplaced
    }
  }

  /// Leaves a seat one choice.
  mutating func fix(_ seat: Int, to choice: Int, _ problem: AllocationProblem) {
    keep(seat, problem) { $0 == choice }
  }

  /// Leaves a seat the choices that `isKept` says, ``Allocation/unplaced`` being one.
  mutating func keep(_ seat: Int, _ problem: AllocationProblem, _ isKept: (Int) -> Bool) {
    for option in problem.options(ofSeat: seat) where !isKept(option) { isOpen[option] = false }
    if !isKept(Allocation.unplaced) { mayStayOut[seat] = false }
  }

  /// By offer, how many seats are fixed at it, and how many may hold it.
  func counts(_ problem: AllocationProblem) -> (fixed: [Int], open: [Int]) {
    var fixed = [Int](repeating: 0, count: problem.offers.count)
    var open = fixed
    for seat in 0..<problem.seatCount {
      for option in problem.options(ofSeat: seat) where isOpen[option] {
        open[Int(problem.optionOffers[option])] += 1
      }
      if let only = fixedChoice(ofSeat: seat, problem), only != Allocation.unplaced {
        fixed[Int(problem.optionOffers[only])] += 1
      }
    }
    return (fixed, open)
  }

  /// Draws the conclusions that follow one at a time: from full and closed offers, from open offers that need everyone
  /// left, and from modules a student has.
  ///
  /// - Returns: false where nothing is left.
  mutating func propagate(_ problem: AllocationProblem, _ atMostOne: AtMostOneGroups) -> Bool {
    while true {
      var isChanged = false
      guard separate(atMostOne, problem, &isChanged) else { return false }
      let (fixed, open) = counts(problem)
      var isFull = [Bool](repeating: false, count: problem.offers.count)
      for quota in problem.crossingQuotas {
        let taken = quota.offers.reduce(0) { $0 + fixed[$1] }
        if taken > quota.most { return false }
        if taken == quota.most { for offer in quota.offers { isFull[offer] = true } }
      }
      for offer in problem.offers.indices {
        guard decide(offer, fixed: fixed[offer], open: open[offer]) else { return false }
      }
      for seat in 0..<problem.seatCount {
        let hasNone =
          !mayStayOut[seat] && !problem.options(ofSeat: seat).contains { isOpen[$0] }
        if hasNone { return false }
        for option in problem.options(ofSeat: seat) where isOpen[option] {
          let offer = Int(problem.optionOffers[option])
          let isFull = isFull[offer] || fixed[offer] == loads[offer].upperBound
          let isNeeded = decisions[offer] == .open && open[offer] == loads[offer].lowerBound
          guard decisions[offer] == .closed || isFull || isNeeded else { continue }
          if fixedChoice(ofSeat: seat, problem) == option {
            if decisions[offer] == .closed { return false }
            continue
          }
          if isNeeded { fix(seat, to: option, problem) } else { isOpen[option] = false }
          isChanged = true
        }
      }
      if !isChanged { return true }
    }
  }

  /// Closes the other options of a group where one is fixed, and fixes the last option of a required group.
  private mutating func separate(
    _ atMostOne: AtMostOneGroups, _ problem: AllocationProblem, _ isChanged: inout Bool
  ) -> Bool {
    for (group, options) in atMostOne.groups.enumerated() {
      let open = options.filter { isOpen[$0] }
      guard !open.isEmpty else {
        if isRequired[group] { return false }
        continue
      }
      let held = open.filter { fixedChoice(ofSeat: atMostOne.seat(of: $0), problem) == $0 }
      if held.count > 1 { return false }
      if let only = held.first ?? (isRequired[group] && open.count == 1 ? open[0] : nil),
        open.count > 1 || held.isEmpty
      {
        for option in open where option != only { isOpen[option] = false }
        fix(atMostOne.seat(of: only), to: only, problem)
        isChanged = true
      }
    }
    return true
  }

  private mutating func decide(_ offer: Int, fixed: Int, open: Int) -> Bool {
    let loads = loads[offer]
    let cannotRun = open < loads.lowerBound || fixed > loads.upperBound
    switch decisions[offer] {
    case .free:
      if cannotRun {
        decisions[offer] = .closed
      } else if fixed > 0, loads.lowerBound > 0 {
        decisions[offer] = .open
      }
      return !(cannotRun && fixed > 0)
    case .open: return !cannotRun
    case .closed: return fixed == 0
    }
  }
}
