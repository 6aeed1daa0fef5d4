import Admission
import Palmares
import TestSupport
import Testing

struct BirthDateTests {
  private func candidates(_ dates: [CalendarDate]) -> CandidateColumns {
    CandidateColumns(
      identifiers: IdentifierColumn(dates.indices.map { "K\($0)" }), birthDates: dates,
      boursiers: dates.map { _ in false }, genres: dates.map { _ in .other },
      doublettes: dates.map { _ in 0 },
      secteurs: nil, marks: [])
  }

  private func refused(_ dates: [CalendarDate]) -> [Int] {
    candidates(dates).birthDateErrors().first.map(\.row)
  }

  @Test func `the days of the calendar are numbered one after the other`() {
    var (year, month, day) = (1, 1, 1)
    for number in 1...150_000 {
      #expect(CalendarDate(year: year, month: month, day: day)?.dayNumber == number)
      day += 1
      if day > CalendarDate.days(inMonth: month, year: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func `dates more than 60 years before or 12 years after the median one are refused, and no other`() {
    var random = SeededGenerator(21)
    for round in 0..<400 {
      let spread = [0...1, 0...20, 0...70, 0...200].randomElement(using: &random)!
      let dates = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        CalendarDate(
          year: 1900 + Int.random(in: spread, using: &random), month: Int.random(in: 1...3, using: &random),
          day: Int.random(in: 1...28, using: &random))!
      }
      let sorted = dates.map(\.dayNumber).sorted()
      let expected = dates.indices.filter { row in
        let twice = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        func day(_ years: Int) -> Int {
          CalendarDate(year: dates[row].year + years, month: dates[row].month, day: dates[row].day)!.dayNumber
        }
        return 2 * day(60) < twice || 2 * day(-12) > twice
      }
      // Five of each kind are named.
      #expect(Set(refused(dates)).isSubset(of: expected), "round \(round): \(dates)")
      #expect(refused(dates).isEmpty == expected.isEmpty, "round \(round): \(dates)")
      if expected.count <= 5 { #expect(refused(dates) == expected, "round \(round): \(dates)") }
    }
  }

  @Test func `the day that is 60 years before or 12 after is still taken`() {
    let median: [CalendarDate] = ["2008-03-15", "2008-03-15", "2008-03-15"]
    #expect(refused(median + ["1948-03-15", "2020-03-15"]).isEmpty)
    #expect(refused(median + ["1948-03-14", "2020-03-16"]) == [3, 4])
    #expect(refused(["2008-02-29", "2008-02-29", "1948-02-29", "2020-02-29"]).isEmpty)
    #expect(refused([]).isEmpty && refused(["1900-01-01"]).isEmpty)
    // A cell that could not be read is told elsewhere.
    #expect(refused(median + [CalendarDate(packed: 0)]).isEmpty)
  }

  @Test func `candidates in memory with a birth date far from the others are refused like those of a file`()
    throws
  {
    let scheme = try AdmissionScheme(
      evaluations: [Evaluation("m", isScientific: true)], coefficients: ["D": ["m": 1]])
    func candidate(_ name: String, _ born: CalendarDate) -> Candidate {
      Candidate(name, born: born, genre: .female, doublette: "D", marks: ["m": 12])
    }
    let error = #expect(throws: AdmissionError.self) {
      try Candidates(
        [candidate("a", "2008-01-01"), candidate("b", "1900-01-01"), candidate("c", "2007-01-01")],
        scheme: scheme)
    }
    #expect(error?.first.map(\.defect) == [.bornTooEarly])
    #expect(error?.first.map(\.row) == [1])
    #expect(error?.first.map(\.candidate) == ["b"])
  }
}
