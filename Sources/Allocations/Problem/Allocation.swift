/// What every student gets, in an ``AllocationProblem``.
///
/// ``AllocationInput/assignments(_:)`` says it by identifier, and ``AllocationInput/allocation(_:)`` makes an allocation
/// of that.
public struct Allocation: Sendable, Hashable {
  /// What ``choices`` has for a seat without a module.
  package static let unplaced = -1

  /// For each seat the option it has, or ``unplaced``: what inner loops read.
  @usableFromInline package var choices: [Int]

  package init(choices: [Int]) { self.choices = choices }

  /// The option that a seat has; nil for none.
  @inlinable package subscript(seat: Int) -> Int? {
    choices[seat] == -1 ? nil : choices[seat]
  }

  /// How many seats have each offer.
  package func loads(_ problem: AllocationProblem) -> [Int] {
    var loads = [Int](repeating: 0, count: problem.offers.count)
    for option in choices where option != Self.unplaced { loads[Int(problem.optionOffers[option])] += 1 }
    return loads
  }

  /// How many seats count in each quota.
  package func quotaLoads(_ problem: AllocationProblem) -> [Int] {
    let loads = loads(problem)
    return problem.quotas.map { $0.offers.reduce(0) { $0 + loads[$1] } }
  }

  /// How many seats have a module.
  public var placed: Int { choices.count { $0 != Self.unplaced } }

  /// How many seats got a wish of each of the problem's ranks.
  package func rankProfile(_ problem: AllocationProblem) -> [Int] {
    var profile = [Int](repeating: 0, count: problem.ranks.count)
    for option in choices where option != Self.unplaced { profile[Int(problem.optionRanks[option])] += 1 }
    return profile
  }
}

extension Allocation {
  /// The first rule that this allocation breaks; nil where it keeps them all.
  ///
  /// - Parameter problem: Of the same students.
  /// - Complexity: O(*s* + *o*), seats and offers.
  package func violation(_ problem: AllocationProblem) -> AllocationViolation? {
    precondition(choices.count == problem.seatCount, "an allocation of other students")
    for (seat, option) in choices.enumerated() {
      guard option != Self.unplaced else {
        if !problem.mayStayOut(seat) { return .nothing(seat: Position(seat)) }
        continue
      }
      guard problem.options(ofSeat: seat).contains(option) else { return .notAnOption(seat: Position(seat)) }
    }
    for (offer, load) in loads(problem).enumerated() {
      if load > problem.offers[offer].places { return .overfull(offer: Position(offer), count: load) }
      if load > 0, load < problem.offers[offer].minimum {
        return .belowMinimum(offer: Position(offer), count: load)
      }
    }
    if !problem.quotas.isEmpty {
      for (quota, load) in quotaLoads(problem).enumerated() where load > problem.quotas[quota].most {
        return .beyondQuota(quota: Position(quota), count: load)
      }
    }
    guard problem.sharesModules else { return nil }
    for student in 0..<problem.studentCount {
      var modules: Set<Int> = []
      for slot in 0..<problem.slotCount {
        guard let option = self[problem.seat(student: student, slot: slot)] else { continue }
        let module = problem.offer(ofOption: option).module
        if !modules.insert(module).inserted {
          return .moduleTwice(student: Position(student), module: Position(module))
        }
      }
    }
    return nil
  }
}
