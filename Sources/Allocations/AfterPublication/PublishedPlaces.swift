/// A published allocation while exchanges change it, with the record of what everyone had at first.
package struct PublishedPlaces: Sendable {
  package private(set) var allocation: Allocation
  package private(set) var marks: PlaceMarks
  private let problem: AllocationProblem

  /// - Parameter problem: has among its options what is held, what was held at first, and what exchanges may give.
  package init(_ allocation: Allocation, _ problem: AllocationProblem, marks: PlaceMarks = PlaceMarks()) {
    self.allocation = allocation
    self.problem = problem
    self.marks = marks
  }

  /// Makes exchanges in their order; one that is refused changes nothing, and the others are made all the same.
  ///
  /// - Returns: for each exchange why it is refused, or nil. ``SwapRefusal/alreadyMade(student:other:)`` speaks
  ///   of exchanges that this record shows as made: two students who hold each other's own places, or a chain of
  ///   rows that leads from what its students had at first to what they have.
  /// - Complexity: O(*e* · *k*), exchanges and the options of a seat.
  package mutating func make(_ swaps: [Swap]) -> [SwapRefusal?] {
    let made = Set(madeGroups(swaps).flatMap(\.rows))
    return swaps.enumerated().map { number, swap in
      if made.contains(number) || areExchanged(swap) {
        return .alreadyMade(student: swap.student, other: swap.other)
      }
      let before = allocation
      do throws(SwapRefusal) {
        try allocation.apply(swap, problem)
      } catch {
        return error
      }
      record(seats(swap), from: before)
      return nil
    }
  }

  /// Takes exchanges back: the students of exchanges that were made have their own places again.
  ///
  /// - Returns: for each exchange ``SwapRefusal/notMade(student:other:)`` where it was not made, or others were
  ///   made since by the same students; else nil.
  /// - Complexity: as ``make(_:)``.
  package mutating func undo(_ swaps: [Swap]) -> [SwapRefusal?] {
    var refusals = swaps.map { SwapRefusal?.some(.notMade(student: $0.student, other: $0.other)) }
    for group in madeGroups(swaps) {
      for row in group.rows { refusals[row] = nil }
      let before = allocation
      for seat in group.seats {
        guard let origin = marks.before[seat] else { continue }
        allocation.choices[seat] = problem.option(ofSeat: seat, for: origin)!
      }
      record(group.seats, from: before)
    }
    return refusals
  }

  /// Takes over an allocation that exchanges led to.
  ///
  /// - Parameter exchanged: as many students in each offer.
  package mutating func exchange(to exchanged: Allocation) {
    let before = allocation
    allocation = exchanged
    record(Array(allocation.choices.indices), from: before)
  }

  private mutating func record(_ seats: [Int], from before: Allocation) {
    for seat in seats where before.choices[seat] != allocation.choices[seat] {
      guard let old = before[seat], let new = allocation[seat] else { continue }
      marks.recordExchange(
        seat: seat, from: Int(problem.optionOffers[old]), to: Int(problem.optionOffers[new]))
    }
  }

  private func seats(_ swap: Swap) -> [Int] {
    [swap.student, swap.other].map { problem.seat(student: $0, slot: swap.slot) }
  }

  private func held(_ seat: Int) -> Int? { allocation[seat].map { Int(problem.optionOffers[$0]) } }

  /// Whether both hold what was the other's own place.
  private func areExchanged(_ swap: Swap) -> Bool {
    guard swap.slot < problem.slotCount else { return false }
    let (a, b) = (seats(swap)[0], seats(swap)[1])
    guard let ownA = marks.before[a], let ownB = marks.before[b] else { return false }
    return held(a) == ownB && held(b) == ownA
  }

  // MARK: What is made already

  /// Rows that link some students, and the seats of these.
  private struct Group {
    var rows: [Int] = []
    var seats: [Int] = []
    /// How many seats the replay has elsewhere than they are.
    var differing = 0
  }

  /// The groups of linked students whose rows, replayed from what these had at first, lead to what they have;
  /// the rows of each up to that point. Rows that the replay refuses are in none.
  private func madeGroups(_ swaps: [Swap]) -> [Group] {
    guard !marks.before.isEmpty else { return [] }
    let links = SeatLinks(swaps, problem)
    var groups: [Int: Group] = [:]
    var replay = allocation
    for seat in links.seats {
      groups[links.root(seat), default: Group()].seats.append(seat)
      guard let origin = marks.before[seat] else { continue }
      replay.choices[seat] = problem.option(ofSeat: seat, for: origin)!
      groups[links.root(seat)]!.differing += 1
    }
    func differing(_ seats: [Int]) -> Int { seats.count { replay.choices[$0] != allocation.choices[$0] } }
    for (row, swap) in swaps.enumerated() where swap.slot < problem.slotCount {
      let pair = seats(swap)
      let root = links.root(pair[0])
      guard groups[root]!.differing > 0 else { continue }
      let before = differing(pair)
      guard (try? replay.apply(swap, problem)) != nil else { continue }
      groups[root]!.rows.append(row)
      groups[root]!.differing += differing(pair) - before
    }
    return groups.values.filter { !$0.rows.isEmpty && $0.differing == 0 }
  }
}

/// Which seats exchanges link with each other, through any number of them.
struct SeatLinks {
  /// By seat, a seat that stands for all linked with it, or one nearer to it.
  private var links: [Int: Int] = [:]

  init(_ swaps: [Swap], _ problem: AllocationProblem) {
    for swap in swaps where swap.slot < problem.slotCount {
      let seats = [swap.student, swap.other].map { problem.seat(student: $0, slot: swap.slot) }
      for seat in seats where links[seat] == nil { links[seat] = seat }
      let (a, b) = (root(seats[0]), root(seats[1]))
      links[max(a, b)] = min(a, b)
    }
  }

  /// The linked seats, ascending.
  var seats: [Int] { links.keys.sorted() }

  func root(_ seat: Int) -> Int {
    var seat = seat
    while let above = links[seat], above != seat { seat = above }
    return seat
  }
}
