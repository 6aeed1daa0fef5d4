import DelimitedText
import ExactValues
import Testing
import Workers

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

  @Test func `csv-fr has a mark, semicolons, commas, and defuses formulas`() throws {
    #expect(
      try table(.csvFr, rows: 2)
        == "\u{FEFF}t;n;x;e\n'=1+1;0;14,444444;130/9\n\"a,b;c\";1;14,5;29/2\n")
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

  @Test func `what csv-fr defuses is read back as it was`() throws {
    let table = try read("id\n'=1+1\n'-x\n'plain\n", [ColumnSpecification("id", .identifier)])
    #expect((0..<3).map { table.text("id")[$0] } == ["=1+1", "-x", "'plain"])
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
