import Palmares
import SyntheticData
import TestSupport
import Testing

/// Made-up years of mobility, solved and checked against the data themselves.
struct MobilityYearExhaustiveTests {
  /// Places, quotas, conditions and reasons, from the data themselves.
  private func check(
    _ data: MobilityData, _ mobility: Mobility, _ problem: AllocationProblem, _ allocation: Allocation,
    _ comment: Comment
  ) throws {
    let record = try #require(data.students.mobility)
    var ranks: [[Int: Int]] = data.students.gpas.map { _ in [:] }
    for wish in 0..<data.wishes.count {
      ranks[Int(data.wishes.students[wish])][Int(data.wishes.modules[wish])] = Int(data.wishes.ranks[wish])
    }
    func isEligible(_ student: Int, _ place: Destination) -> Bool {
      let level = place.language.flatMap { record.languages[student][$0] }
      return data.students.gpas[student] >= place.leastGPA && record.ects![student] >= place.leastECTS
        && (place.language == nil || (level.map { $0.rawValue >= place.leastLevel.rawValue } ?? false))
        && record.semestersAway[student] + place.duration <= 3
    }
    let held = allocation.choices.map { $0 < 0 ? nil : Int(problem.optionOffers[$0]) }
    var loads = mobility.destinations.map { _ in 0 }
    for (student, place) in held.enumerated() {
      guard let place else { continue }
      loads[place] += 1
      #expect(ranks[student][place] == problem.rank(ofOption: allocation.choices[student]), comment)
      #expect(isEligible(student, mobility.destinations[place]), comment)
    }
    #expect(zip(loads, mobility.destinations).allSatisfy { $0 <= $1.places }, comment)
    func members(_ quota: DepartureQuota) -> [Int] {
      mobility.destinations.indices.filter {
        let place = mobility.destinations[$0]
        return (quota.semester == nil || quota.semester == place.semester)
          && (quota.type == nil || quota.type == place.type)
      }
    }
    let departures = mobility.quotas.map { members($0).reduce(0) { $0 + loads[$1] } }
    #expect(zip(departures, mobility.quotas).allSatisfy { $0 <= $1.most }, comment)
    var isSpent = mobility.destinations.map { _ in false }
    for (quota, count) in zip(mobility.quotas, departures) where count == quota.most {
      for place in members(quota) { isSpent[place] = true }
    }
    // What could still take one more student.
    let isOpen = mobility.destinations.indices.map {
      loads[$0] < mobility.destinations[$0].places && !isSpent[$0]
    }
    for (student, reason) in mobility.reasons(allocation, problem, data.wishes).enumerated() {
      let eligible = ranks[student].keys.filter { isEligible(student, mobility.destinations[$0]) }
      let hasRoom = eligible.contains { loads[$0] < mobility.destinations[$0].places }
      let expected: UnplacedReason? =
        held[student] != nil
        ? nil
        : ranks[student].isEmpty ? .noWish : eligible.isEmpty ? .ineligible : hasRoom ? .quota : .full
      #expect(reason == expected, comment)
      #expect(held[student] != nil || !eligible.contains { isOpen[$0] }, comment)
    }
  }

  @Test(arguments: AllocationPolicy.allCases)
  func `an allocation of 1 500 students abroad keeps places, quotas and conditions`(
    policy: AllocationPolicy
  ) throws {
    let data = MobilityData(size: 1_500, seed: "year")
    let (problem, dropped) = data.mobility.problem(
      data.students, data.wishes, required: data.owingQuitus, draw: Draw(seed: "graine"))
    #expect(problem.nesting != nil && dropped.count > 200)
    let result = try AllocationSolver().solve(problem, policy: policy)
    #expect(result.isProven && !result.certificate.isSearched)
    try result.certificate.verify(result.allocation, of: problem, costs: .linear)
    try check(data, data.mobility, problem, result.allocation, "\(policy)")
    let unplaced = data.owingQuitus.filter { result.allocation[$0] == nil }
    let others = try AllocationSolver().solve(
      data.mobility.problem(data.students, data.wishes, draw: Draw(seed: "graine")).problem, policy: policy)
    #expect(
      unplaced.count < data.owingQuitus.count { others.allocation[$0] == nil }, "the quitus changes nothing")
  }

  @Test func `an allocation abroad with quotas that cross keeps places, quotas and conditions`() throws {
    let data = MobilityData(size: 180, seed: "year")
    let mobility = Mobility(
      checked: data.mobility.destinations,
      quotas: data.mobility.quotas.filter { $0.type == nil } + [
        DepartureQuota(semester: nil, type: .doubleDegree, most: 5),
        DepartureQuota(semester: nil, type: .creditTransfer, most: 60),
      ])
    let (problem, _) = mobility.problem(
      data.students, data.wishes, required: data.owingQuitus, draw: Draw(seed: "graine"))
    #expect(problem.nesting == nil)
    for policy in AllocationPolicy.allCases {
      let result = try AllocationSolver().solve(problem, policy: policy)
      #expect(result.isProven, "\(policy)")
      try result.certificate.verify(result.allocation, of: problem, costs: .linear)
      try check(data, mobility, problem, result.allocation, "\(policy)")
    }
  }
}
