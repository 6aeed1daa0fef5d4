/// Why a student has its places and not better wishes.
public struct AllocationExplanation: Sendable, Equatable {
  /// A student who has a place that another wished for.
  public struct Holder: Sendable, Equatable {
    public let student: Int
    /// Of the student's own wish.
    public let rank: Int
  }

  /// What one more place of an offer would change.
  public struct Gain: Sendable, Equatable {
    /// By level of the objective, how much lower its value would be.
    public let levels: [Int64]
    /// The option the student would then have in the same créneau, or nil.
    public let option: Int?
  }

  /// A wish ranked better than what the student got.
  public struct Preferred: Sendable, Equatable {
    public let option: Int
    /// Who has the places, the best merit first.
    public let holders: [Holder]
    public let gain: Gain
  }

  /// What the student got in one créneau.
  public struct Place: Sendable, Equatable {
    public let slot: Int
    public let option: Int?
    /// Best rank first.
    public let preferred: [Preferred]
  }

  public let student: Int
  /// From 1.
  public let meritPosition: Int
  public let places: [Place]

  /// - Parameters:
  ///   - objective: of the policy the allocation follows.
  ///   - reallocate: the allocation of a problem with one more place.
  /// - Throws: what `reallocate` throws.
  /// - Complexity: O(*s*) for *s* seats and a reallocation, for each preferred wish.
  public init<Failure: Error>(
    of student: Int, in allocation: Allocation, _ problem: AllocationProblem,
    _ objective: AllocationObjective,
    reallocate: (AllocationProblem) throws(Failure) -> Allocation
  ) throws(Failure) {
    let merits = problem.meritPositions
    self.student = student
    meritPosition = Int(merits[student]) + 1
    var places: [Place] = []
    for slot in 0..<problem.slotCount {
      let seat = problem.seat(student: student, slot: slot)
      let own = allocation[seat]
      var preferred: [Preferred] = []
      for option in problem.options(ofSeat: seat) {
        if let own, problem.rank(ofOption: option) >= problem.rank(ofOption: own) { break }
        let offer = Int(problem.optionOffers[option])
        let larger = problem.addingPlace(toOffer: offer)
        let other = try reallocate(larger)
        let gain = Gain(
          levels: objective.levels.map { $0.value(allocation, problem) - $0.value(other, larger) },
          option: other[seat])
        let holders = allocation.holders(ofOffer: offer, problem).sorted {
          merits[$0.student] < merits[$1.student]
        }
        preferred.append(Preferred(option: option, holders: holders, gain: gain))
      }
      places.append(Place(slot: slot, option: own, preferred: preferred))
    }
    self.places = places
  }
}

extension Allocation {
  /// Who has places of an offer, by student.
  fileprivate func holders(
    ofOffer offer: Int, _ problem: AllocationProblem
  ) -> [AllocationExplanation.Holder] {
    choices.indices.compactMap { seat in
      guard let option = self[seat], Int(problem.optionOffers[option]) == offer else { return nil }
      return .init(student: problem.student(ofSeat: seat), rank: problem.rank(ofOption: option))
    }
  }
}

extension AllocationProblem {
  /// For each student its position in the merit order, from 0.
  public var meritPositions: [Int32] {
    var positions = [Int32](repeating: 0, count: studentCount)
    for (position, student) in meritOrder.enumerated() { positions[Int(student)] = Int32(position) }
    return positions
  }

  /// The same problem with one more place in an offer; seats and options keep their numbers.
  public func addingPlace(toOffer offer: Int) -> AllocationProblem {
    var offers = offers
    let old = offers[offer]
    offers[offer] = Offer(
      module: old.module, slot: old.slot, places: old.places + 1, minimum: old.minimum,
      priority: old.priority)
    return deriving(offers: offers) { student, add in
      for seat in seats(ofStudent: student) {
        for option in options(ofSeat: seat) { add(Int(optionOffers[option]), rank(ofOption: option)) }
      }
    }
  }
}
