import Allocations

/// The allocations still open to a search: what each seat may hold, and whether each offer runs.
struct SearchSpace {
  /// By option.
  var isOpen: [Bool]
  /// By seat.
  var mayStayOut: [Bool]
  /// By offer.
  var decisions: [AllocationCertificate.Decision]
  /// How many students each offer has where it runs.
  var loads: [ClosedRange<Int>]
  /// By group of twins, whether the student has one of them.
  var isRequired: [Bool]

  init(_ problem: AllocationProblem, _ twins: Twins) {
    isOpen = [Bool](repeating: true, count: problem.optionOffers.count)
    mayStayOut = (0..<problem.seatCount).map(problem.mayStayOut)
    decisions = problem.offers.map { $0.places < max(1, $0.minimum) ? .closed : .free }
    loads = problem.offers.map { ($0.minimum > 1 ? min($0.minimum, $0.places) : 0)...$0.places }
    isRequired = twins.groups.map { _ in false }
  }

  func openOptions(ofSeat seat: Int, _ problem: AllocationProblem) -> some Sequence<Int> {
    problem.options(ofSeat: seat).lazy.filter { isOpen[$0] }
  }

  /// The only thing a seat may hold; nil where there is a choice, or nothing at all.
  func settledChoice(ofSeat seat: Int, _ problem: AllocationProblem) -> Int? {
    var only: Int? = mayStayOut[seat] ? Allocation.unplaced : nil
    for option in problem.options(ofSeat: seat) where isOpen[option] {
      if only != nil { return nil }
      only = option
    }
    return only
  }

  /// Whether an allocation that keeps the problem's rules is one of these.
  func contains(_ allocation: Allocation, _ problem: AllocationProblem, _ twins: Twins) -> Bool {
    let isWithin = allocation.choices.enumerated().allSatisfy { seat, choice in
      choice == Allocation.unplaced ? mayStayOut[seat] : isOpen[choice]
    }
    guard isWithin else { return false }
    let areLoadsWithin = allocation.loads(problem).enumerated().allSatisfy { offer, load in
      switch decisions[offer] {
      case .free: load == 0 || loads[offer].contains(load)
      case .runs: loads[offer].contains(load)
      case .closed: load == 0
      }
    }
    return areLoadsWithin
      && twins.groups.indices.allSatisfy { group in
        !isRequired[group]
          || twins.groups[group].contains { allocation.choices[twins.seat(of: $0)] == $0 }
      }
  }

  /// Something for each seat, not necessarily an allocation.
  func guess(_ problem: AllocationProblem) -> [Int] {
    (0..<problem.seatCount).map { seat in
      problem.options(ofSeat: seat).first { isOpen[$0] } ?? Allocation.unplaced
    }
  }

  /// Leaves a seat one choice.
  mutating func settle(_ seat: Int, to choice: Int, _ problem: AllocationProblem) {
    keep(seat, problem) { $0 == choice }
  }

  /// Leaves a seat the choices that `isKept` says, ``Allocation/unplaced`` being one.
  mutating func keep(_ seat: Int, _ problem: AllocationProblem, _ isKept: (Int) -> Bool) {
    for option in problem.options(ofSeat: seat) where !isKept(option) { isOpen[option] = false }
    if !isKept(Allocation.unplaced) { mayStayOut[seat] = false }
  }

  /// How many seats hold each offer for certain, and how many may.
  func counts(_ problem: AllocationProblem) -> (settled: [Int], open: [Int]) {
    var settled = [Int](repeating: 0, count: problem.offers.count)
    var open = settled
    for seat in 0..<problem.seatCount {
      for option in problem.options(ofSeat: seat) where isOpen[option] {
        open[Int(problem.optionOffers[option])] += 1
      }
      if let only = settledChoice(ofSeat: seat, problem), only != Allocation.unplaced {
        settled[Int(problem.optionOffers[only])] += 1
      }
    }
    return (settled, open)
  }

  /// Draws the conclusions that follow one at a time: from full and closed offers, from offers that must run,
  /// and from modules a student has.
  ///
  /// - Returns: false where nothing is left.
  mutating func propagate(_ problem: AllocationProblem, _ twins: Twins) -> Bool {
    while true {
      var isChanged = false
      guard separate(twins, problem, &isChanged) else { return false }
      let (settled, open) = counts(problem)
      var isFull = [Bool](repeating: false, count: problem.offers.count)
      for quota in problem.crossingQuotas {
        let taken = quota.offers.reduce(0) { $0 + settled[$1] }
        if taken > quota.most { return false }
        if taken == quota.most { for offer in quota.offers { isFull[offer] = true } }
      }
      for offer in problem.offers.indices {
        guard decide(offer, settled: settled[offer], open: open[offer]) else { return false }
      }
      for seat in 0..<problem.seatCount {
        let hasNone =
          !mayStayOut[seat] && !problem.options(ofSeat: seat).contains { isOpen[$0] }
        if hasNone { return false }
        for option in problem.options(ofSeat: seat) where isOpen[option] {
          let offer = Int(problem.optionOffers[option])
          let isFull = isFull[offer] || settled[offer] == loads[offer].upperBound
          let isNeeded = decisions[offer] == .runs && open[offer] == loads[offer].lowerBound
          guard decisions[offer] == .closed || isFull || isNeeded else { continue }
          if settledChoice(ofSeat: seat, problem) == option {
            if decisions[offer] == .closed { return false }
            continue
          }
          if isNeeded { settle(seat, to: option, problem) } else { isOpen[option] = false }
          isChanged = true
        }
      }
      if !isChanged { return true }
    }
  }

  /// Closes the twins of what a seat holds for certain, and gives a student the last of those required.
  private mutating func separate(
    _ twins: Twins, _ problem: AllocationProblem, _ isChanged: inout Bool
  ) -> Bool {
    for (group, options) in twins.groups.enumerated() {
      let open = options.filter { isOpen[$0] }
      guard !open.isEmpty else {
        if isRequired[group] { return false }
        continue
      }
      let held = open.filter { settledChoice(ofSeat: twins.seat(of: $0), problem) == $0 }
      if held.count > 1 { return false }
      if let only = held.first ?? (isRequired[group] && open.count == 1 ? open[0] : nil),
        open.count > 1 || held.isEmpty
      {
        for option in open where option != only { isOpen[option] = false }
        settle(twins.seat(of: only), to: only, problem)
        isChanged = true
      }
    }
    return true
  }

  private mutating func decide(_ offer: Int, settled: Int, open: Int) -> Bool {
    let loads = loads[offer]
    let cannotRun = open < loads.lowerBound || settled > loads.upperBound
    switch decisions[offer] {
    case .free:
      if cannotRun {
        decisions[offer] = .closed
      } else if settled > 0, loads.lowerBound > 0 {
        decisions[offer] = .runs
      }
      return !(cannotRun && settled > 0)
    case .runs: return !cannotRun
    case .closed: return settled == 0
    }
  }
}

/// The options of one student for one module in several créneaux, of which the student gets one at most.
struct Twins {
  /// Groups of two options or more.
  let groups: [[Int]]
  /// By option, or −1.
  private let groupOfOption: [Int32]
  private let seats: [Int32]

  init(_ problem: AllocationProblem) {
    var groups: [[Int]] = []
    var groupOfOption = [Int32](repeating: -1, count: problem.optionOffers.count)
    if problem.sharesModules {
      for student in 0..<problem.studentCount {
        let first = problem.seat(student: student, slot: 0)
        let options = problem.optionStarts[first]..<problem.optionStarts[first + problem.slotCount]
        let byModule = Dictionary(grouping: options) { problem.offer(ofOption: $0).module }
        for (_, group) in byModule.sorted(by: { $0.key < $1.key }) where group.count > 1 {
          for option in group { groupOfOption[option] = Int32(groups.count) }
          groups.append(group)
        }
      }
    }
    self.groups = groups
    self.groupOfOption = groupOfOption
    var seats = [Int32](repeating: 0, count: groups.isEmpty ? 0 : problem.optionOffers.count)
    if !groups.isEmpty {
      for seat in 0..<problem.seatCount {
        for option in problem.options(ofSeat: seat) { seats[option] = Int32(seat) }
      }
    }
    self.seats = seats
  }

  func group(of option: Int) -> Int? {
    groupOfOption[option] < 0 ? nil : Int(groupOfOption[option])
  }

  /// - Parameter option: one of a group.
  func seat(of option: Int) -> Int { Int(seats[option]) }
}

/// What each seat pays for what it holds.
struct SeatCosts {
  /// By option.
  var options: [Int64]
  /// By seat, for no module.
  var out: [Int64]

  init(_ level: ObjectiveLevel, _ problem: AllocationProblem) {
    options = level.optionCosts ?? problem.optionRanks.map { level.costs[Int($0)] }
    out = level.outCosts ?? [Int64](repeating: level.unplacedCost, count: problem.seatCount)
  }

  /// Nothing costs anything.
  init(_ problem: AllocationProblem) {
    options = [Int64](repeating: 0, count: problem.optionOffers.count)
    out = [Int64](repeating: 0, count: problem.seatCount)
  }

  func cost(_ choice: Int, ofSeat seat: Int) -> Int64 {
    choice == Allocation.unplaced ? out[seat] : options[choice]
  }

  /// The largest cost of anything.
  var largest: Int64 { max(options.max() ?? 0, out.max() ?? 0) }

  /// More than anything costs.
  var beyondAll: Int64 { max(0, largest) * Int64(out.count) + 1 }

  func value(_ choices: [Int]) -> Int64 {
    choices.indices.reduce(0) { $0 + cost(choices[$1], ofSeat: $1) }
  }
}
