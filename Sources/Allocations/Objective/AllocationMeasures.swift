public import ExactValues

/// What an allocation is worth, by the measures that policies are compared with.
///
/// ```swift
/// let measures = try AllocationMeasures(solution.allocation, of: input)
/// if let mean = measures.meanRank { print(mean) }  // 3/2
/// ```
public struct AllocationMeasures: Sendable, Hashable, Codable {
  /// Seats filled.
  public let placed: Int
  /// Seats without a module, those of students who wished for nothing included.
  public let unplaced: Int
  /// How many seats got a wish of each rank, ascending; ranks nobody got are left out.
  public let profile: [RankCount]
  /// Of the seats filled; nil where there is none.
  public let meanRank: Fraction?
  /// The last rank that a seat got; nil where no seat is filled.
  public let worstRank: Int?
  /// How unequal students are in what their places cost them: 0 where all cost the same.
  public let gini: Fraction
  /// Pairs of seats of a créneau of which the first student has the better merit, and wishes more for the place
  /// of the second than for their own.
  public let justifiedEnvyPairs: Int

  /// How many seats got a wish of a rank.
  public struct RankCount: Sendable, Hashable, Codable {
    /// From 1.
    public let rank: Int
    /// 1 or more.
    public let count: Int

    package init(rank: Int, count: Int) {
      self.rank = rank
      self.count = count
    }
  }

  /// Measures an allocation.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What the allocation is made from.
  ///   - costs: What ranks cost, for the Gini coefficient.
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where it is not.
  /// - Complexity: O(*k* + *n* log *n*), options and students.
  public init(
    _ allocation: Allocation, of input: AllocationInput, costs: RankCosts = .linear
  ) throws(AllocationInputError) {
    try input.check(allocation)
    self.init(allocation, input.problem, costs: costs)
  }

  /// - Parameter costs: What ranks cost, for the Gini coefficient.
  /// - Complexity: O(*k* + *n* log *n*), options and students.
  package init(_ allocation: Allocation, _ problem: AllocationProblem, costs: RankCosts = .linear) {
    placed = allocation.placed
    unplaced = problem.seatCount - placed
    profile = zip(problem.ranks, allocation.rankProfile(problem)).filter { $0.1 > 0 }
      .map { RankCount(rank: $0.0, count: $0.1) }
    let sum = profile.reduce(Int128(0)) { $0 + Int128($1.rank) * Int128($1.count) }
    meanRank = placed > 0 ? Fraction(sum, Int128(placed)) : nil
    worstRank = profile.last?.rank
    gini = allocation.giniOfRankCost(problem, costs)
    justifiedEnvyPairs = allocation.justifiedEnvyPairs(problem)
  }
}

extension Allocation {
  /// The Gini coefficient of students' rank costs, exactly.
  ///
  /// A student's cost is the sum over their créneaux. A seat left empty although the student has a wish for it
  /// costs 1 more than the largest rank of the problem does. Students without any wish that holds are left out.
  ///
  /// *G* = Σᵢ Σⱼ |xᵢ − xⱼ| / (2 *n* Σ x), computed in ascending order as Σ (2 *i* − *n* − 1) xᵢ / (*n* Σ x)
  /// (Dorfman, A Formula for the Gini Coefficient, Rev. Econ. Stat. 61, 1979, doi:10.2307/1924845); 0 where nothing
  /// costs anything.
  ///
  /// - Complexity: O(*s* + *n* log *n*), seats and students.
  package func giniOfRankCost(_ problem: AllocationProblem, _ costs: RankCosts) -> Fraction {
    let empty = 1 + (problem.ranks.last.map { costs.cost(rank: $0) } ?? 0)
    var sums: [Int64] = []
    for student in 0..<problem.studentCount {
      var sum: Int64?
      for slot in 0..<problem.slotCount {
        let seat = problem.seat(student: student, slot: slot)
        guard !problem.options(ofSeat: seat).isEmpty else { continue }
        sum = (sum ?? 0) + (self[seat].map { costs.cost(rank: problem.rank(ofOption: $0)) } ?? empty)
      }
      if let sum { sums.append(sum) }
    }
    sums.sort()
    let count = Int128(sums.count)
    var total: Int128 = 0
    var weighted: Int128 = 0
    for (index, sum) in sums.enumerated() {
      total += Int128(sum)
      weighted += (2 * Int128(index) + 1 - count) * Int128(sum)
    }
    return total == 0 ? Fraction(0, 1) : Fraction(weighted, count * total)
  }

  /// How many pairs of seats of a créneau there are of which the first student has the better merit, and wishes
  /// more for what the second holds than for what they hold, which may be nothing (Abdulkadiroğlu and Sönmez,
  /// School Choice: A Mechanism Design Approach, Am. Econ. Rev. 93, 2003, doi:10.1257/000282803322157061).
  ///
  /// A module the student has in another créneau is none they could claim.
  ///
  /// - Complexity: O(*k*) for *k* options: students from the last to the first, and for each offer how many of
  ///   its holders came before.
  package func justifiedEnvyPairs(_ problem: AllocationProblem) -> Int {
    var pairs = 0
    var holders = [Int](repeating: 0, count: problem.offers.count)
    for student in problem.meritOrder.reversed() {
      let first = problem.seat(student: Int(student), slot: 0)
      let seats = first..<first + problem.slotCount
      let modules =
        problem.sharesModules ? seats.compactMap { self[$0].map { problem.offer(ofOption: $0).module } } : []
      for seat in seats {
        let held = self[seat].map { problem.optionRanks[$0] } ?? .max
        for option in problem.options(ofSeat: seat) {
          if problem.optionRanks[option] >= held { break }
          if problem.sharesModules, modules.contains(problem.offer(ofOption: option).module) { continue }
          pairs += holders[Int(problem.optionOffers[option])]
        }
      }
      for seat in seats {
        if let option = self[seat] { holders[Int(problem.optionOffers[option])] += 1 }
      }
    }
    return pairs
  }
}

extension Allocation {
  /// The seats that have another rank in another allocation, ascending.
  ///
  /// - Complexity: O(*s*), seats.
  package func rankDifferences(to other: Allocation, _ problem: AllocationProblem) -> [RankDifference] {
    choices.indices.compactMap { seat in
      let (before, after) = (
        self[seat].map { problem.rank(ofOption: $0) }, other[seat].map { problem.rank(ofOption: $0) }
      )
      return before == after ? nil : RankDifference(seat: seat, before: before, after: after)
    }
  }
}
