/// The exchanges that students ask for after publication, as an allocation problem of their own.
///
/// Every place given is a place to have, and no other is: offers stay as full as they are, so minimums and
/// quotas hold of themselves. A student keeps theirs or gets one they would take instead, so nobody loses; and
/// since all places stay taken, whoever changes does so along a cycle. Keeping is the last rank, and the only
/// one that costs anything: the least cost is the most places bettered, and the arbitration then settles which,
/// in merit order. These are the cycles of Shapley and Scarf's market (On cores and indivisibility, J. Math.
/// Econ. 1, 1974, doi:10.1016/0304-4068(74)90033-0), chosen to be as many as possible.
///
/// Seats are counted: a student bettered in two créneaux counts twice.
package struct PlaceExchange: Sendable {
  /// To be solved for ``AllocationPolicy/satisfaction`` with ``costs``.
  package let problem: AllocationProblem
  package let costs: RankCosts
  private let original: AllocationProblem

  /// - Parameters:
  ///   - allocation: keeps the rules of `problem`.
  ///   - preferences: the same students, créneaux and offers; the options of a seat are the places that would be
  ///     taken instead of its own, as far as `problem` has them as options. Where the place held is among them
  ///     too, only those of a better rank are.
  /// - Complexity: O(*w* log *w*) for *w* options, a student's at a time.
  package init(_ allocation: Allocation, _ problem: AllocationProblem, preferences: AllocationProblem) {
    precondition(
      preferences.seatCount == problem.seatCount && preferences.offers == problem.offers,
      "preferences of another problem")
    original = problem
    var wanted: [[(offer: Int, rank: Int)]] = []
    wanted.reserveCapacity(problem.seatCount)
    for seat in 0..<problem.seatCount {
      wanted.append(Self.wanted(seat, allocation, problem, preferences))
    }
    let keeping = 1 + wanted.reduce(0) { max($0, $1.last?.rank ?? 0) }
    costs = RankCosts(checked: [Int64](repeating: 0, count: keeping - 1) + [1])
    self.problem = AllocationProblem(
      studentCount: problem.studentCount, slotCount: problem.slotCount,
      offers: zip(problem.offers, allocation.loads(problem)).map {
        .init(module: $0.module, slot: $0.slot, places: $1, minimum: 0)
      },
      meritOrder: problem.meritOrder
    ) { student, add in
      for slot in 0..<problem.slotCount {
        let seat = problem.seat(student: student, slot: slot)
        guard let held = allocation[seat] else { continue }
        for (offer, rank) in wanted[seat] { add(offer, rank) }
        add(Int(problem.optionOffers[held]), keeping)
      }
    }
  }

  /// The offers a seat would take instead of its own, ranked 1, 2, … without gaps.
  private static func wanted(
    _ seat: Int, _ allocation: Allocation, _ problem: AllocationProblem, _ preferences: AllocationProblem
  ) -> [(offer: Int, rank: Int)] {
    guard let held = allocation[seat] else { return [] }
    let own = preferences.option(ofSeat: seat, for: Int(problem.optionOffers[held]))
    var wanted: [(offer: Int, rank: Int)] = []
    var last = -1
    for option in preferences.options(ofSeat: seat) {
      let rank = preferences.rank(ofOption: option)
      // Options ascend by rank.
      if let own, rank >= preferences.rank(ofOption: own) { break }
      let offer = Int(preferences.optionOffers[option])
      guard problem.option(ofSeat: seat, for: offer) != nil else { continue }
      wanted.append((offer, (wanted.last?.rank ?? 0) + (rank == last ? 0 : 1)))
      last = rank
    }
    return wanted
  }

  /// What an allocation of ``problem`` is in the problem the places are from.
  package func allocation(_ exchanged: Allocation) -> Allocation {
    Allocation(
      choices: exchanged.choices.enumerated().map { seat, option in
        option == Allocation.unplaced
          ? option : original.option(ofSeat: seat, for: Int(problem.optionOffers[option]))!
      })
  }
}
