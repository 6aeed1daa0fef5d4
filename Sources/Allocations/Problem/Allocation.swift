/// What every student gets.
public struct Allocation: Sendable, Equatable {
  /// What a seat without a module holds.
  public static let unplaced = -1

  /// For each seat the option it got, or ``unplaced``.
  public var choices: [Int]

  public init(choices: [Int]) { self.choices = choices }

  public subscript(seat: Int) -> Int? {
    choices[seat] == Self.unplaced ? nil : choices[seat]
  }

  /// How many seats have each offer.
  public func loads(_ problem: AllocationProblem) -> [Int] {
    var loads = [Int](repeating: 0, count: problem.offers.count)
    for option in choices where option != Self.unplaced { loads[Int(problem.optionOffers[option])] += 1 }
    return loads
  }

  /// How many seats count in each quota.
  public func quotaLoads(_ problem: AllocationProblem) -> [Int] {
    let loads = loads(problem)
    return problem.quotas.map { $0.offers.reduce(0) { $0 + loads[$1] } }
  }

  public var placed: Int { choices.count { $0 != Self.unplaced } }

  /// How many seats got a wish of each of the problem's ranks.
  public func rankProfile(_ problem: AllocationProblem) -> [Int] {
    var profile = [Int](repeating: 0, count: problem.ranks.count)
    for option in choices where option != Self.unplaced { profile[Int(problem.optionRanks[option])] += 1 }
    return profile
  }
}

extension Allocation {
  /// The first rule this allocation breaks, or nil.
  ///
  /// - Complexity: O(*s* + *o*), seats and offers.
  public func violation(_ problem: AllocationProblem) -> AllocationViolation? {
    precondition(choices.count == problem.seatCount, "an allocation of other students")
    for (seat, option) in choices.enumerated() {
      guard option != Self.unplaced else {
        if !problem.mayStayOut(seat) { return .nothing(seat: seat) }
        continue
      }
      guard problem.options(ofSeat: seat).contains(option) else { return .notAnOption(seat: seat) }
    }
    for (offer, load) in loads(problem).enumerated() {
      if load > problem.offers[offer].places { return .overfull(offer: offer, count: load) }
      if load > 0, load < problem.offers[offer].minimum {
        return .belowMinimum(offer: offer, count: load)
      }
    }
    if !problem.quotas.isEmpty {
      for (quota, load) in quotaLoads(problem).enumerated() where load > problem.quotas[quota].most {
        return .beyondQuota(quota: quota, count: load)
      }
    }
    guard problem.sharesModules else { return nil }
    for student in 0..<problem.studentCount {
      var modules: Set<Int> = []
      for slot in 0..<problem.slotCount {
        guard let option = self[problem.seat(student: student, slot: slot)] else { continue }
        let module = problem.offer(ofOption: option).module
        if !modules.insert(module).inserted { return .moduleTwice(student: student, module: module) }
      }
    }
    return nil
  }
}
