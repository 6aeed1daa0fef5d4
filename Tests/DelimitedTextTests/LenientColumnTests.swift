import DelimitedText
import Parallelism
import Testing

struct LenientColumnTests {
  private func read(_ text: String, threads: Int) throws -> DelimitedTable {
    try Array(text.utf8).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "f.csv", workers: Workers(count: threads)) { source in
        try DelimitedTable(
          source,
          columns: [
            ColumnSpecification("id", .identifier, at: 0, isLenient: true),
            ColumnSpecification("mark", .mark, at: 1, isLenient: true),
            ColumnSpecification("day", .date, at: 2),
          ])
      }
    }
  }

  @Test func `cells of lenient columns that cannot be read are listed by row, and are no defects`() throws {
    let text = """
      id,mark,day
      A,12,2008-01-01

      B,85,2008-01-01
      ,,
      "C","A
      B",2008-13-01
      A,N,2008-01-01
      ,7,2008-01-01

      """
    let table = try read(text, threads: 1)
    #expect(table.rowCount == 5)
    let marks = table.unreadCells("mark")
    #expect(marks.map(\.row) == [1, 2])
    #expect(marks.map(\.line) == [4, 6])
    #expect(marks.first?.reason == .notInRange(from: "0", to: "20"))
    let identifiers = table.unreadCells("id")
    #expect(identifiers.map(\.row).sorted() == [3, 4])
    #expect(identifiers.contains { $0.reason == .repeatedIdentifier(firstLine: 2) && $0.line == 8 })
    #expect(identifiers.contains { $0.reason == .emptyIdentifier && $0.line == 9 })
    #expect(table.unreadCells("day").isEmpty)
    #expect(table.defects.first.map(\.line) == [7])
  }

  @Test func `the same cells are listed for any number of threads`() throws {
    var text = "id,mark,day\n"
    for row in 0..<30_000 {
      text += row % 5_000 == 17 ? ",,\n" : "K\(row),\(row % 7_000 == 3 ? "A" : "12,5"),2008-01-01\n"
    }
    text = text.replacing("12,5", with: "12.5")
    let one = try read(text, threads: 1).unreadCells("mark")
    #expect(one.map(\.line) == [5, 7_005, 14_005, 21_005, 28_005])
    #expect(one.map(\.row) == [3, 7_001, 14_000, 20_998, 27_997].map { $0 })
    let many = try read(text, threads: 7).unreadCells("mark")
    #expect(many.map(\.row) == one.map(\.row) && many.map(\.line) == one.map(\.line))
  }
}
