import DelimitedText
import ExactValues
import Parallelism
import Testing

struct WritingTests {
  private func table(_ format: TableFormat, rows: Int = 1, threads: Int = 2) throws -> String {
    var bytes: [UInt8] = []
    let formatter = FractionFormatter(denominator: 18)
    let sink = { bytes.append(contentsOf: $0 as UnsafeRawBufferPointer) }
    try writeTable(
      format, columns: ["t", "n", "x", "e"], rows: rows, workers: Workers(count: threads), to: sink
    ) { text, rows in
      for row in rows {
        text.text(["=1+1", "a,b;c", "dit \"x\"\n", "-", "plain", ""][row % 6])
        text.integer(row)
        text.decimal(Int64(260 + row), over: formatter)
        text.exact(Int64(260 + row), over: formatter)
        text.endRow()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `csv quotes what needs it`() throws {
    #expect(
      try table(.csv, rows: 4)
        == "t,n,x,e\n=1+1,0,14.444444,130/9\n\"a,b;c\",1,14.5,29/2\n\"dit \"\"x\"\"\n\",2,14.555556,131/9\n-,3,14.611111,263/18\n"
    )
  }

  @Test func `csv-fr has a mark, semicolons, commas, and defuses formulas and fractions`() throws {
    #expect(
      try table(.csvFr, rows: 2)
        == "\u{FEFF}t;n;x;e\n'=1+1;0;14,444444;'130/9\n\"a,b;c\";1;14,5;'29/2\n")
    #expect(try table(.csvFr, rows: 4).contains("\n'-;3;"))
  }

  @Test func `json is an array of objects with decimals as strings`() throws {
    #expect(
      try table(.json, rows: 3)
        == "[\n{\"t\":\"=1+1\",\"n\":0,\"x\":\"14.444444\",\"e\":\"130/9\"},\n"
        + "{\"t\":\"a,b;c\",\"n\":1,\"x\":\"14.5\",\"e\":\"29/2\"},\n"
        + "{\"t\":\"dit \\\"x\\\"\\u000a\",\"n\":2,\"x\":\"14.555556\",\"e\":\"131/9\"}\n]\n")
    #expect(try table(.json, rows: 0) == "[\n]\n")
  }

  @Test(arguments: TableFormat.allCases)
  func `the bytes do not depend on the threads`(format: TableFormat) throws {
    #expect(try table(format, rows: 30_000, threads: 1) == table(format, rows: 30_000, threads: 4))
  }

  @Test func `a sink that fails ends the writing with its error`() {
    struct Full: Error {}
    var calls = 0
    #expect(throws: Full.self) {
      try writeTable(.csv, columns: ["n"], rows: 100_000, workers: Workers(count: 3)) { _ in
        calls += 1
        if calls == 3 { throw Full() }
      } _: { text, rows in
        for row in rows {
          text.integer(row)
          text.endRow()
        }
      }
    }
    #expect(calls == 3)
  }

  @Test func `every text that csv-fr writes is read back as it was, whatever a spreadsheet might make of it`()
    throws
  {
    let texts = [
      "=1+1", "-x", "+x", "@x", "x'plain", "25/2", "1/12", "12/20", "a/b", "1/2/3", "/2", "2/", "plain",
      "25/2;x",
      "-25/2", "1/\"2\"", "00123", "0", "0,5", "1234567890123456", "123456789012345", "0x", "'00123", "'=x",
      "''=x",
    ]
    var written: [UInt8] = []
    try writeTable(.csvFr, columns: ["id", "n"], rows: texts.count) {
      written += $0
    } _: { text, rows in
      for row in rows {
        text.text(texts[row])
        text.integer(row)
        text.endRow()
      }
    }
    let table = try read(written, [ColumnSpecification("id", .identifier)])
    #expect((0..<texts.count).map { table.text("id")[$0] } == texts)
    // A spreadsheet that opens the file finds nothing that it takes for a date or a formula.
    let cells = String(decoding: written, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(cells.filter { $0.first == "'" || $0.hasPrefix("\"'") }.count == 13)
  }

  @Test(arguments: [
    ColumnKind.exactMark, .fraction(atMost: 20), .mark, .decimal(upTo: 20), .boolean, .date,
    .keyword(Keywords([["oui"], ["25/2"]])), .optionalCategory,
  ])
  func `the apostrophe before a fraction and the formula around a cell are taken off in every column`(
    kind: ColumnKind
  ) throws {
    let (plain, defused) =
      switch kind {
      case .mark, .decimal: ("12.5", "=\"12.5\"")
      case .boolean: ("oui", "=\"oui\"")
      case .date: ("15/03/2008", "=\"15/03/2008\"")
      default: ("25/2", "'25/2")
      }
    let quoted = "\"\(defused.replacing("\"", with: "\"\""))\""
    let columns = [ColumnSpecification("id", .identifier), ColumnSpecification("c", kind)]
    let table = try read("id;c\nK1;\(plain)\nK2;\(quoted)\n", columns)
    #expect(table.defects.isEmpty, "\(table.defects)")
    switch kind {
    case .exactMark: #expect(table.marks("c")[1] == Fraction(25, 2))
    case .fraction: #expect(table.fractions("c") == [Fraction(25, 2), Fraction(25, 2)])
    case .mark: #expect(table.marks("c").cells[1] == table.marks("c").cells[0])
    case .decimal: #expect(table.decimals("c") == ["12.5", "12.5"])
    case .boolean: #expect(table.booleans("c") == [true, true])
    case .date: #expect(table.dates("c") == ["2008-03-15", "2008-03-15"])
    case .keyword: #expect(table.keywords("c") == [1, 1])
    default: #expect(table.categories("c").numbers == [0, 0])
    }
  }

  @Test func `an identifier inside a formula is unwrapped, and any other formula with a quote is refused`()
    throws
  {
    let column = [ColumnSpecification("id", .identifier)]
    let table = try read("id\n\"=\"\"00123\"\"\"\n\"=\"\" K2 \"\"\"\n=x\n", column)
    #expect((0..<3).map { table.text("id")[$0] } == ["00123", "K2", "=x"])
    for cell in ["\"=\"\"K1\"\"&\"\"2\"\"\"", "\"=\"\"K1\"", "\"=\"\"\"\"\""] {
      let reason = try read("id\n\(cell)\n", column).defects.first.first?.reason as? CellDefect
      #expect(reason == .formulaInIdentifier || reason == .emptyIdentifier)
    }
    #expect(try read("id\n\"=\"\"00123\"\"\"\n00123\n", column).defects.count == 1)
  }

  @Test func `column names in json are escaped like any text`() {
    var text = TableText(.json, columns: ["a\"\n\t"])
    text.writeHead()
    text.integer(1)
    text.endRow()
    text.writeTail()
    #expect(
      text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == "[\n{\"a\\\"\\u000a\\u0009\":1}\n]\n")
  }
}
