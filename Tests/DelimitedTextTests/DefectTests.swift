import Testing
import Wording

@testable import DelimitedText

struct DefectTests {
  private let columns = [
    ColumnSpecification("id", .identifier), ColumnSpecification("m", .mark),
    ColumnSpecification("b", .boolean), ColumnSpecification("d", .date),
  ]

  /// Each defect of §1 with where it must be found.
  @Test(arguments: [
    ("a,1,oui\n", "2: d: ", CellDefect.tooFewFields(3, expected: 4)),
    ("a,1,oui,2008-01-01,x\n", "2: d: ", .tooManyFields(5, expected: 4)),
    ("a,\"1,oui,2008-01-01\n", "2: m: ", .unterminatedQuote),
    ("a,1\"2,oui,2008-01-01\n", "2: m: ", .strayQuote),
    ("a,\"1\"2,oui,2008-01-01\n", "2: m: ", .strayQuote),
    ("a,1,o\u{0}i,2008-01-01\n", "2: b: ", .nulByte),
    ("a,1,oui\rx,2008-01-01\n", "2: b: ", .strayCarriageReturn),
    (",1,oui,2008-01-01\n", "2: id: ", .emptyIdentifier),
    (
      "a,1,oui,2008-01-01\nb,1,oui,2008-01-01\na,1,oui,2008-01-01\n", "4: id: ",
      .repeatedIdentifier(firstLine: 2)
    ),
    ("a,20.01,oui,2008-01-01\n", "2: m: ", .notInRange(from: "0", to: "20")),
    ("a,-1,oui,2008-01-01\n", "2: m: ", .notInRange(from: "0", to: "20")),
    ("a,1e1,oui,2008-01-01\n", "2: m: ", .notAMark(words: [], missing: MarkWords.usual)),
    ("a,1.2345678901234567,oui,2008-01-01\n", "2: m: ", .tooManyDecimals),
    ("a,Abs,oui,2008-01-01\n", "2: m: ", .notAMark(words: [], missing: MarkWords.usual)),
    ("a,1,peut-être,2008-01-01\n", "2: b: ", .notABoolean("peut-être")),
    ("a,1,,2008-01-01\n", "2: b: ", .empty),
    ("a,1,oui,2007-02-29\n", "2: d: ", .noSuchDay),
    ("a,1,oui,demain\n", "2: d: ", .notADate),
  ])
  func `a defect is named by line and column, and without the content of a cell that takes any`(
    rows: String, place: String, defect: CellDefect
  ) throws {
    let table = try read("id,m,b,d\n" + rows, columns)
    let found = try #require(table.defects.first.first)
    #expect(found.reason as? CellDefect == defect)
    #expect(found.description.hasPrefix(place), "\(found)")
    #expect(!found.description.contains("demain") && !found.description.contains("1.23456"))
    #expect(table.defects.count == 1, "\(table.defects)")
  }

  @Test func `several defects of one row are all told`() throws {
    let table = try read("id,m,b,d\n,99,x,y\n", columns)
    #expect(table.defects.first.map(\.column) == ["id", "m", "b", "d"])
  }

  @Test func `missing and repeated columns are told together`() throws {
    let error = #expect(throws: InputDefects.self) { try read("id,id,m,x,x\n", columns) }
    #expect(
      error?.first.map(\.description) == [
        "1: id: duplicate column in the header",
        "1: b: no such column in the header, which reads, cut at ,: id, id, m, x, x",
        "1: d: no such column in the header",
      ])
  }

  @Test func `repeated columns nobody asked for are ignored, a header alone has no rows`() throws {
    #expect(try read("x,id,x\n1,a,2\n", [ColumnSpecification("id", .identifier)]).rowCount == 1)
    #expect(try read("id", [ColumnSpecification("id", .identifier)]).rowCount == 0)
    #expect(throws: InputDefects.self) { try read("", [ColumnSpecification("id", .identifier)]) }
  }

  @Test func `a stray quote far down is reported the same whatever the pieces`() throws {
    var text = "id,m,b,d\n"
    for row in 0..<500 { text += "k\(row),1,oui,\(row == 250 ? "\"2008-01-01" : "2008-01-01")\n" }
    let cut = try read(text, columns)
    let whole = try read(Array(text.utf8), columns, threads: 1, shortestPiece: 1 << 20)
    #expect(cut.defects.description == whole.defects.description)
    #expect(cut.defects.first.first?.line == 252)
  }

  @Test func `quotes that break the cutting into rows are told the same, and nothing unread is looked at`()
    throws
  {
    for rowsBefore in [0, 3, 20, 70] {
      var text = "id,p,q\n"
      for row in 0..<100 {
        text += row == rowsBefore ? "k\(row),a\"b,\"c\n" : "k\(row),\(String(repeating: "p", count: 200)),z\n"
      }
      let columns =
        ["p", "q"].map { ColumnSpecification($0, .text) } + [ColumnSpecification("id", .identifier)]
      let cut = try read(text, columns)
      let whole = try read(Array(text.utf8), columns, threads: 1, shortestPiece: 1 << 20)
      #expect(cut.defects.description == whole.defects.description)
      #expect(cut.defects.first.first?.description.hasPrefix("\(rowsBefore + 2): p: stray quote") == true)
    }
  }
}
