import Palmares

private let seed = "guard"
private let solver = AllocationSolver()

/// What depends on places alone: a transport problem, in the phases of its solution.
func countTransport(_ count: inout Count) throws {
  let problem = electives(size: 20_000, offer: withoutMinimum)
  let names = [
    "presolve": "presolve prices", "simplex": "GLPK core", "arbitration": "arbitration",
  ]
  let result = try solver.solve(problem, policy: .satisfaction) { count.begin(names[$0] ?? "-") }
  count.begin("-")
  check(result)
}

/// Places for twice the students, so that not every module can run.
func countMinimums(_ count: inout Count) throws {
  let problem = electives(size: 200) {
    ElectiveOffer(
      module: $0.module, slot: $0.slot, places: 2 * $0.places, minimum: $0.places * 9 / 10,
      prerequisites: $0.prerequisites)
  }
  var isSearched = false
  try count.part("minimum search") {
    try check(solver.solve(problem, policy: .satisfaction) { if $0 == "simplex" { isSearched = true } })
  }
  precondition(isSearched, "the minimums hold by themselves")
}

func countMobility(_ count: inout Count) throws {
  let data = MobilityData(size: 2_000, seed: seed)
  try count.part("mobility") {
    let (problem, _) = data.mobility.problem(
      data.students, data.wishes, required: data.owingQuitus, draw: Draw(seed: drawSeed))
    return try check(solver.solve(problem, policy: .satisfaction))
  }
}

/// One student in twenty withdraws.
func countRepair(_ count: inout Count) throws {
  let problem = electives(size: 5_000, offer: withoutMinimum)
  let published = try solver.solve(problem, policy: .satisfaction).allocation
  let withdrawn = Set(stride(from: 0, to: problem.seatCount, by: 20))
  try count.part("repair") {
    let repair = Repair(of: published, problem, withdrawn: withdrawn)
    let objective = repair.objective(.satisfaction, costs: .linear)
    return try check(solver.solve(repair.problem, policy: .satisfaction, objective))
  }
}

private func electives(size: Int, offer: (ElectiveOffer) -> ElectiveOffer) -> AllocationProblem {
  let data = ElectivesData(size: size, seed: seed)
  return Electives(data.electives.offers.map(offer))
    .problem(data.students, data.wishes, draw: Draw(seed: drawSeed)).problem
}

private func withoutMinimum(_ offer: ElectiveOffer) -> ElectiveOffer {
  ElectiveOffer(
    module: offer.module, slot: offer.slot, places: offer.places, prerequisites: offer.prerequisites)
}

/// - Returns: how many were placed.
@discardableResult
private func check(_ result: AllocationResult) -> Int {
  precondition(result.isProven)
  return result.allocation.placed
}
