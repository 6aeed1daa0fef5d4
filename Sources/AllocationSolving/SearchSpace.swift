import Allocation

/// The allocations still open to a search: what each seat may hold, and whether each offer runs.
struct SearchSpace {
  /// By option.
  var isOpen: [Bool]
  /// By seat.
  var mayStayOut: [Bool]
  /// By offer.
  var decisions: [AllocationCertificate.Decision]

  init(_ problem: AllocationProblem) {
    isOpen = [Bool](repeating: true, count: problem.optionOffers.count)
    mayStayOut = [Bool](repeating: true, count: problem.seatCount)
    decisions = problem.offers.map { $0.places == 0 ? .closed : .free }
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

  /// Leaves a seat one choice.
  mutating func settle(_ seat: Int, to choice: Int, _ problem: AllocationProblem) {
    keep(seat, problem) { $0 == choice }
  }

  /// Leaves a seat the choices that `isKept` says, ``Allocation/unplaced`` being one.
  mutating func keep(_ seat: Int, _ problem: AllocationProblem, _ isKept: (Int) -> Bool) {
    for option in problem.options(ofSeat: seat) where !isKept(option) { isOpen[option] = false }
    if !isKept(Allocation.unplaced) { mayStayOut[seat] = false }
  }

  /// Draws the conclusions that follow one at a time: from full and closed offers, from offers that must run,
  /// and from modules a student has.
  ///
  /// - Returns: false where nothing is left.
  mutating func propagate(_ problem: AllocationProblem, _ twins: Twins) -> Bool {
    while true {
      var settled = [Int](repeating: 0, count: problem.offers.count)
      var open = settled
      var isChanged = false
      for seat in 0..<problem.seatCount {
        let only = settledChoice(ofSeat: seat, problem)
        for option in problem.options(ofSeat: seat) where isOpen[option] {
          open[Int(problem.optionOffers[option])] += 1
        }
        guard let only else {
          if !mayStayOut[seat], !problem.options(ofSeat: seat).contains(where: { isOpen[$0] }) {
            return false
          }
          continue
        }
        guard only != Allocation.unplaced else { continue }
        settled[Int(problem.optionOffers[only])] += 1
        for twin in twins.others(of: only) where isOpen[twin] {
          isOpen[twin] = false
          isChanged = true
        }
      }
      for offer in problem.offers.indices {
        guard decide(offer, problem.offers[offer], settled: settled[offer], open: open[offer]) else {
          return false
        }
      }
      for seat in 0..<problem.seatCount {
        for option in problem.options(ofSeat: seat) where isOpen[option] {
          let offer = Int(problem.optionOffers[option])
          let isFull = settled[offer] == problem.offers[offer].places
          let isNeeded = decisions[offer] == .runs && open[offer] == problem.offers[offer].minimum
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

  private mutating func decide(
    _ offer: Int, _ row: AllocationProblem.Offer, settled: Int, open: Int
  ) -> Bool {
    guard settled <= row.places else { return false }
    guard row.minimum > 1 else { return true }
    let cannotRun = min(open, row.places) < row.minimum
    switch decisions[offer] {
    case .free:
      if cannotRun { decisions[offer] = .closed } else if settled > 0 { decisions[offer] = .runs }
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
  }

  func group(of option: Int) -> Int? {
    groupOfOption[option] < 0 ? nil : Int(groupOfOption[option])
  }

  func others(of option: Int) -> [Int] {
    group(of: option).map { groups[$0].filter { $0 != option } } ?? []
  }
}

/// What each seat pays for what it holds.
struct SeatCosts {
  /// By option.
  var options: [Int64]
  /// By seat, for no module.
  var out: [Int64]

  init(_ level: ObjectiveLevel, _ problem: AllocationProblem) {
    options = problem.optionRanks.map { level.costs[Int($0)] }
    out = [Int64](repeating: level.unplacedCost, count: problem.seatCount)
  }

  /// Nothing costs anything.
  init(_ problem: AllocationProblem) {
    options = [Int64](repeating: 0, count: problem.optionOffers.count)
    out = [Int64](repeating: 0, count: problem.seatCount)
  }

  func cost(_ choice: Int, ofSeat seat: Int) -> Int64 {
    choice == Allocation.unplaced ? out[seat] : options[choice]
  }

  func value(_ choices: [Int]) -> Int64 {
    choices.indices.reduce(0) { $0 + cost(choices[$1], ofSeat: $1) }
  }
}
