extension AllocationProblem {
  /// The same problem with more options, which nobody wished for: their rank comes after all others.
  ///
  /// - Parameter more: by seat, offers of its créneau.
  /// - Complexity: O(*n*), *n* options.
  package func addingUnwished(_ more: [Int: Set<Int>]) -> AllocationProblem {
    let last = unwishedRank ?? (ranks.last ?? 0) + 1
    var problem = deriving { student, add in
      for seat in seats(ofStudent: student) {
        var known: Set<Int> = []
        for option in options(ofSeat: seat) {
          known.insert(Int(optionOffers[option]))
          add(Int(optionOffers[option]), rank(ofOption: option))
        }
        for offer in more[seat] ?? [] where !known.contains(offer) { add(offer, last) }
      }
    }
    problem.unwishedRank = last
    return problem
  }

  /// The rank of an option's wish; nil where there was none.
  package func wishedRank(ofOption option: Int) -> Int? {
    let rank = rank(ofOption: option)
    return rank == unwishedRank ? nil : rank
  }
}

extension RankCosts {
  /// What a rank costs in a problem; a place that was no wish costs more than any that was.
  func cost(rank: Int, for problem: AllocationProblem) -> Int64 {
    guard rank == problem.unwishedRank, let worst = problem.ranks.last(where: { $0 != rank }) else {
      return cost(rank: rank)
    }
    return max(cost(rank: rank), cost(rank: worst) + 1)
  }
}

extension Allocation {
  /// The same places as options of another problem of the same offers.
  ///
  /// - Returns: nil where one is no option there.
  package func translated(from old: AllocationProblem, to new: AllocationProblem) -> Allocation? {
    var choices: [Int] = []
    for (seat, choice) in self.choices.enumerated() {
      guard choice != Self.unplaced else {
        choices.append(choice)
        continue
      }
      guard let option = new.option(ofSeat: seat, for: Int(old.optionOffers[choice])) else { return nil }
      choices.append(option)
    }
    return Allocation(choices: choices)
  }
}
