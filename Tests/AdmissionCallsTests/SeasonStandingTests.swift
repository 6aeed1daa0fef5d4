import AdmissionCalls
import Palmares
import TestSupport
import Testing

struct SeasonStandingTests {
  @Test func `the standing of a season adds up after each day, whatever is answered`() throws {
    var random = SeededGenerator(21)
    for _ in 0..<100 {
      let count = Int.random(in: 0...30, using: &random)
      var season = CallSeason(orders: (0..<count).map { 2 * $0 + 1 })
      var calls: [[Int]] = []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        for position in 0..<count where Int.random(in: 0..<3, using: &random) == 0 {
          let answer = CallStatus.answers.randomElement(using: &random) ?? .refused
          try? season.answer([CallAnswer("K\(2 * position + 1)", answer)])
        }
        let called = try season.call(places: Int.random(in: 0...12, using: &random)).positions
        if !called.isEmpty { calls.append(called) }
        let standing = SeasonStanding(season)
        #expect(standing.counts == counts(season.statuses))
        #expect(standing.counts.all == count)
        #expect(standing.counts == SeasonStanding(statuses: season.statuses).counts)
        #expect(standing.appels.map(\.number) == Array(0..<calls.count).map { $0 + 1 })
        #expect(standing.appels.map(\.depth) == calls.map { season.orders[$0.last ?? 0] })
        #expect(standing.appels.map(\.counts) == calls.map { counts($0.map { season.statuses[$0] }) })
        #expect(standing.depth == calls.map { season.orders[$0.last ?? 0] }.max() ?? 0)
      }
    }
  }

  private func counts(_ statuses: [CallStatus]) -> SeasonStanding.Counts {
    SeasonStanding(statuses: statuses).counts
  }

  @Test func `each status is counted under its own name`() {
    let counts = SeasonStanding(
      statuses: [.waiting, .open, .open, .accepted, .accepted, .accepted, .refused, .refused, .refused]
        + [.refused, .resigned, .resigned, .resigned, .resigned, .resigned]
    ).counts
    #expect(
      [counts.waiting, counts.open, counts.accepted, counts.refused, counts.resigned] == [1, 2, 3, 4, 5])
    #expect(counts.all == 15)
  }
}
