import TestSupport
import Testing
import Wording

@testable import DelimitedText

struct GroupingTests {
  private struct Reason: DefectReason {
    let name: String
    let number: Int

    var kind: Message { Message(verbatim: name) }
    var message: Message { Message(verbatim: "\(name) \(number)") }
  }

  private func defects(_ found: [(line: Int, column: String, kind: String)]) -> InputDefects {
    var defects = InputDefects(file: "f")
    for (number, defect) in found.enumerated() {
      defects.add(
        InputDefect(
          line: defect.line, column: defect.column, identifier: "K\(defect.line)",
          reason: Reason(name: defect.kind, number: number)))
    }
    return defects
  }

  /// The report by its rule, from all defects in the file's order.
  private func slowReport(_ found: [(line: Int, column: String, kind: String)]) -> String {
    var lines: [(text: String, count: Int)] = []
    for (index, defect) in found.enumerated() {
      func isLike(_ other: (line: Int, column: String, kind: String)) -> Bool {
        other.column == defect.column && other.kind == defect.kind
      }
      let before = found[..<index].count(where: isLike)
      guard before < 5 else { continue }
      lines.append(("f:\(defect.line): \(defect.column): \(defect.kind) \(index) (K\(defect.line))", 1))
      let more = found.count(where: isLike) - 5
      if before == 4, more > 0 {
        lines.append(("f: \(defect.column): \(more) more like this: \(defect.kind)", more))
      }
    }
    let shown = lines.prefix(50)
    let rest = found.count - shown.reduce(0) { $0 + $1.count }
    return (shown.map(\.text) + (rest > 0 ? ["… and \(rest) more"] : [])).joined(separator: "\n")
  }

  @Test func `five of a kind in a column are shown, then how many more, up to fifty lines`() {
    var random = SeededGenerator(11)
    for round in 0..<300 {
      let (columns, kinds) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...6, using: &random))
      var line = 1
      let found = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        line += Int.random(in: 0...2, using: &random)
        return (
          line: line, column: "c\(Int.random(in: 0..<columns, using: &random))",
          kind: "k\(Int.random(in: 0..<kinds, using: &random))"
        )
      }
      #expect(defects(found).description == slowReport(found), "round \(round)")
      #expect(defects(found).count == found.count)
    }
  }

  @Test func `parts of a file joined say what the whole says, and a second look is sorted in by line`() {
    var random = SeededGenerator(12)
    for round in 0..<200 {
      let found = (0..<Int.random(in: 0...120, using: &random)).map { line in
        (line: line, column: "c", kind: "k\(Int.random(in: 0..<12, using: &random))")
      }
      let cut = Int.random(in: 0...found.count, using: &random)
      var joined = defects(Array(found[..<cut]))
      var later = InputDefects(file: "f")
      for (number, defect) in found.enumerated().dropFirst(cut) {
        later.add(
          InputDefect(
            line: defect.line, column: "c", identifier: "K\(defect.line)",
            reason: Reason(name: defect.kind, number: number)))
      }
      joined.merge(later)
      #expect(joined.description == slowReport(found), "round \(round)")
      later.merge(defects(Array(found[..<cut])))
      #expect(later.description == slowReport(found), "round \(round)")
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func `the report on a file does not depend on the threads`(threads: Int) throws {
    var text = "id,m,b\n"
    for row in 0..<3_000 {
      text += "k\(row % 2_990),\(["99", "12-mai", "abs", "12"][row % 4]),\(row % 7 == 0 ? "x" : "oui")\n"
    }
    let columns = [
      ColumnSpecification("id", .identifier), ColumnSpecification("m", .mark),
      ColumnSpecification("b", .boolean),
    ]
    let whole = try read(Array(text.utf8), columns, threads: 1, shortestPiece: 1 << 20)
    let cut = try read(Array(text.utf8), columns, threads: threads)
    #expect(cut.defects.description == whole.defects.description)
    #expect(cut.defects.count == 2_250 + 429 + 10)
    let lines = whole.defects.description.split(separator: "\n")
    #expect(lines.contains("f: m: 745 more like this: a spreadsheet made this a date"))
    #expect(lines.contains("f: id: 5 more like this: repeated identifier"))
    #expect(lines.count == 5 * 6)
  }

  @Test func `defects of several files share the fifty lines`() {
    let many = defects((0..<60).map { (line: $0 + 2, column: "c\($0 / 3)", kind: "k") })
    #expect(
      InputDefects.report([many, many]).english.split(separator: "\n").map(String.init)
        == many.description.split(separator: "\n").dropLast().map(String.init) + ["… and 70 more"])
  }

  @Test func `kinds without end are counted, and only some are kept`() {
    let endless = defects((0..<10_000).map { (line: $0, column: "c", kind: "k\($0)") })
    #expect(endless.count == 10_000)
    #expect(endless.description.hasSuffix("… and 9950 more"))
  }

  @Test func `a row is named as a spreadsheet counts it, where cells above hold line breaks`() throws {
    var random = SeededGenerator(13)
    let columns = [ColumnSpecification("id", .identifier), ColumnSpecification("m", .mark)]
    for round in 0..<100 {
      let headerBreaks = Int.random(in: 0...1, using: &random)
      var text = "id,m,\"a\(String(repeating: "\n", count: headerBreaks))\"\n"
      var (line, expected) = (2 + headerBreaks, [String]())
      for row in 0..<Int.random(in: 1...8, using: &random) {
        let (breaks, isBad) = (Int.random(in: 0...2, using: &random), Bool.random(using: &random))
        let isBreakFirst = Bool.random(using: &random)
        let long = "\"x\(String(repeating: "\n", count: breaks))\""
        if isBreakFirst {
          text += "\(long),\(isBad ? "99" : "12"),\n"
        } else {
          text += "k\(row),\(isBad ? "99" : "12"),\(long)\n"
        }
        let at = line + (isBreakFirst ? breaks : 0)
        if isBad { expected.append("\(at) row \(row + 2)\(at == row + 2 ? " alike" : "")") }
        line += 1 + breaks
      }
      let found = try read(text.replacing("\"x", with: "\"x\(round)"), columns).defects.description
      for entry in expected {
        let parts = entry.split(separator: " ")
        let row = found.split(separator: "\n").first {
          $0.hasPrefix("f:\(parts[0]): m: out of range")
        }
        guard let row else { continue }
        #expect(row.contains("row \(parts[2]) of the table") == !entry.hasSuffix("alike"), "\(row)")
      }
    }
  }
}
