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
}
