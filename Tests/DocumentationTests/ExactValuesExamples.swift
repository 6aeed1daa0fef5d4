import Palmares
import Testing

/// The examples of the doc comments about exact values.
final class ExactValuesExamples {
  private var lines: [String] = []

  private func print(_ items: Any...) {
    lines.append(items.map { "\($0)" }.joined(separator: " "))
  }

  @Test func `marks and decimals are made from text`() throws {
    let text = "15,75"
    // example: Mark
    let barre: Mark = "11.5"
    let mark = try Mark(text)  // text: what a form or a file says, "15,75"
    print(mark, mark >= barre)  // 15.75 true
    // end
    #expect(lines == ["15.75 true"])
  }

  @Test func `a decimal is made from text`() throws {
    let text = "12,50"
    // example: FixedDecimal
    let coefficient = try FixedDecimal(text)  // text: "12,50"
    print(coefficient, coefficient < 13)  // 12.5 true
    // end
    #expect(lines == ["12.5 true"])
  }

  @Test func `a mean is a fraction`() {
    // example: Fraction
    let mean = Fraction(numerator: 2 * 15 + 14, denominator: 3)!
    print(mean, mean.decimalText(), mean > 14)  // 44/3 14.666667 true
    // end
    #expect(lines == ["44/3 14.666667 true"])
  }

  @Test func `a date is made from text`() throws {
    let text = "15/03/2008"
    // example: CalendarDate
    let birth = try CalendarDate(text)  // text: "15/03/2008"
    print(birth, birth < "2008-04-01")  // 2008-03-15 true
    // end
    #expect(lines == ["2008-03-15 true"])
  }

  @Test func `identifiers are read by row`() {
    // example: IdentifierColumn
    let column = IdentifierColumn(["C0001", "C0002"])
    print(column.count, column[1])  // 2 C0002
    // end
    #expect(lines == ["2 C0002"])
  }

  @Test func `marks are read by row`() {
    // example: MarkCells
    let marks = MarkCells(["15.75", nil, "8"] as [Mark?])
    print(marks[0]!, marks.mark(2)!)  // 63/4 8
    // end
    #expect(lines == ["63/4 8"])
  }
}
