import ExactValues
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2008-03-15", "15/03/2008"])
  func `a date is read with the year first or the day first`(text: String) {
    #expect(CalendarDate(stringLiteral: text) == CalendarDate(year: 2008, month: 3, day: 15))
    #expect(CalendarDate(stringLiteral: text).description == "2008-03-15")
  }

  @Test(arguments: [
    ("2007-02-29", DateDefect.noSuchDay), ("1900-02-29", .noSuchDay), ("31/04/2008", .noSuchDay),
    ("2008-13-01", .noSuchDay), ("2008-00-10", .noSuchDay), ("0000-01-01", .noSuchDay),
    ("2008-3-15", .notADate), ("15-03-2008", .notADate), ("2008/03/15", .notADate), ("", .notADate),
    ("2008-03-1a", .notADate), ("15/03/08", .notADate),
  ])
  func `what is no day of the calendar is refused`(text: String, defect: DateDefect) {
    #expect(throws: defect) {
      let bytes = Array(text.utf8)
      _ = try bytes.withUnsafeBytes { try CalendarDate(parsing: $0) }
    }
  }

  @Test func `days are ordered as in the calendar, leap days included`() {
    var days: [CalendarDate] = []
    for year in [1999, 2000, 2007, 2008] {
      for month in 1...12 {
        for day in 1...31 {
          if let date = CalendarDate(year: year, month: month, day: day) { days.append(date) }
        }
      }
    }
    #expect(days.count == 365 + 366 + 365 + 366)
    #expect(days == days.sorted())
  }
}
