import Allocations

/// The arbitration by merit on the optimal face (règlement 2.4.3, « en cas d'arbitrage nécessaire »).
///
/// Students in merit order take the best rank, créneau by créneau, that leaves those before theirs and lets everyone
/// stay on the face. Then, in the same order, wishes tied at the rank go to the lower module. This is serial
/// dictatorship (Abdulkadiroğlu and Sönmez 1998, doi:10.2307/2998580) among the optimal allocations instead of among
/// all: a student's choice must leave an optimum, which ``ExchangeGraph`` decides.
///
/// **Why the result is right.** A student can have another option if and only if a chain of moves leads back from it to
/// the option held, since two allocations of a face differ by cycles of moves. Each student's options are then narrowed
/// to the rank taken, so that no later student can undo it.
///
/// - Complexity: O(*c* · *k*) for *c* students with a choice and *k* options of the offers that can exchange; a search
///   ends at the first chain.
struct Arbitration {
  private let graph: ExchangeGraph
  private let problem: AllocationProblem
  /// By seat of the problem its position in the face, or −1.
  private let positions: [Int32]
  /// How many students had a choice of ranks.
  private(set) var arbitrated = 0

  init(_ problem: AllocationProblem, _ face: Face, holding: [Int32]) {
    self.problem = problem
    graph = ExchangeGraph(face, holding: holding)
    var positions = [Int32](repeating: -1, count: problem.seatCount)
    for (position, seat) in face.seats.enumerated() { positions[Int(seat)] = Int32(position) }
    self.positions = positions
  }

  /// - Returns: for each seat of the face its option's place.
  /// - Throws: where the task is cancelled.
  mutating func run(_ deadline: Deadline) throws(SolverStop) -> [Int32] {
    try deadline.checkCancellation()
    try forEachSeat(deadline) { arbitration, seats in
      var hadChoice = false
      for seat in seats where arbitration.fixRank(seat) { hadChoice = true }
      if hadChoice { arbitration.arbitrated += 1 }
    }
    try forEachSeat(deadline) { arbitration, seats in
      for seat in seats { arbitration.fixTie(seat) }
    }
    #if DEBUG
      graph.checkInvariants()
    #endif
    return graph.holding
  }

  /// - Parameter body: called for each student, with the positions in the face of the student's open seats.
  private mutating func forEachSeat(
    _ deadline: Deadline, _ body: (inout Arbitration, Range<Int>) -> Void
  ) throws(SolverStop) {
    for student in problem.meritOrder {
      let first = problem.seat(student: Int(student), slot: 0)
      // Those of a student stand together in the face.
      var open = 0..<0
      for seat in first..<first + problem.slotCount where positions[seat] >= 0 {
        let position = Int(positions[seat])
        open = (open.isEmpty ? position : open.lowerBound)..<position + 1
      }
      if open.isEmpty { continue }
      try deadline.checkCancellation()
      body(&self, open)
    }
  }

  private func rank(_ index: Int32) -> Int32 { graph.face.options[Int(index)].costIndex }

  /// - Returns: whether there was a choice of ranks.
  private mutating func fixRank(_ seat: Int) -> Bool {
    let choices = graph.choices(ofSeat: seat)
    guard choices.count > 1 else { return false }
    let before = rank(graph.option(ofSeat: seat))
    var hadChoice = false
    for index in choices {
      if rank(index) >= before { break }
      if graph.canChange(seat, to: index, apply: true) {
        hadChoice = true
        break
      }
    }
    let held = rank(graph.option(ofSeat: seat))
    if !hadChoice {
      hadChoice = choices.reversed().contains { index in
        rank(index) > held && graph.canChange(seat, to: index, apply: false)
      }
    }
    // Options ascend by rank.
    let first = choices.first { rank($0) == held }!
    let end = choices.last { rank($0) == held }! + 1
    graph.narrow(seat, to: first..<end)
    return hadChoice
  }

  private mutating func fixTie(_ seat: Int) {
    let choices = graph.choices(ofSeat: seat)
    guard choices.count > 1 else { return }
    for index in choices {
      if index >= graph.option(ofSeat: seat) || graph.canChange(seat, to: index, apply: true) { break }
    }
    let held = graph.option(ofSeat: seat)
    graph.narrow(seat, to: held..<held + 1)
  }
}
