import Palmares
import Testing

@Suite struct CertificateDefectTests {
  @Test func `a price of a quota with departures left is said of the quota, not of an offer`() throws {
    let students = try Students([Student("E1", gpa: "3.5")])
    let mobility = try Mobility(
      [Destination("KTH", semester: "S8", type: .creditTransfer, places: 2)],
      quotas: [DepartureQuota(semester: "S8", most: 2)])
    let wishes = try Wishes([], students: students, mobility: mobility)
    let input = try AllocationInput(students, wishes, mobility: mobility, seed: "graine")
    let solution = try AllocationSolver().solve(input)
    var certificate = solution.certificate
    certificate.stages[0].prices = [1, 1]
    #expect(throws: CertificateDefect.priceOfFreeDepartures(stage: 0, quota: Position(0))) {
      try certificate.verify(solution.allocation, of: input.problem, costs: .linear)
    }
  }

  @Test func `a certificate in memory is checked for policy, rank costs and ranks like one of a file`() throws
  {
    let students = try Students([Student("E1", gpa: "3.5")])
    let catalogue = try Catalogue([Elective("IA", places: 1)])
    let wishes = try Wishes([Wish("E1", "IA", rank: 3)], students: students, catalogue: catalogue)
    let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
    let solution = try AllocationSolver().solve(input)
    let allocation = solution.allocation
    let certificate = try CertificateFile(solution.certificate, of: allocation, in: input)
    #expect(
      try certificate.verify(allocation, of: input, policy: .satisfaction, costs: .linear).verdict == .optimal
    )
    #expect(throws: CertificateDefect.policy(.satisfaction)) {
      try certificate.verify(allocation, of: input, policy: .merit)
    }
    let costs = try RankCosts([0, 2])
    #expect(throws: CertificateDefect.rankCosts) {
      try certificate.verify(allocation, of: input, costs: costs)
    }
    let short = try CertificateFile(solution.certificate, of: allocation, in: input, costs: costs)
    #expect(throws: AllocationInputError.rankWithoutCost(input.wishes[0], largest: 2)) {
      try short.verify(allocation, of: input)
    }
  }

  @Test func `a rank below 1 costs what the first does`() throws {
    #expect(RankCosts.linear.cost(rank: 0) == 0)
    #expect(try RankCosts([3, 4]).cost(rank: 0) == 3)
  }
}
