import ExactValues
import Foundation
import Parallelism
import TestSupport
import Testing
import Wording

@testable import DelimitedText

/// Reads `text` cut into pieces as short as `shortestPiece`.
func read(
  _ text: [UInt8], _ columns: [ColumnSpecification], encoding: TextEncoding = .utf8, threads: Int = 2,
  shortestPiece: Int = 1
) throws -> DelimitedTable {
  try text.withUnsafeBytes { bytes in
    try SourceText.withText(bytes, file: "f", encoding: encoding, workers: Workers(count: threads)) {
      source in
      var source = source
      source.shortestPiece = shortestPiece
      return try DelimitedTable(source, columns: columns)
    }
  }
}

func read(_ text: String, _ columns: [ColumnSpecification], threads: Int = 2) throws -> DelimitedTable {
  try read(Array(text.utf8), columns, threads: threads)
}

struct ReadingTests {
  @Test func `rows are those of a slow reader on any text, however it is cut into pieces`() throws {
    let pieces = [
      "a", "b", "é", "12.5", "N", " ", "  ", "\"", "\"\"", "\n", "\r\n", ",", ",", ",", "\"x\"", "\"y,z\"",
      "\"l\nm\"", "\"q\"\"r\"", "\r", ",\n", "a,b\n", "\"c\",d\n",
    ]
    var random = SeededGenerator(4)
    var wellFormed = 0
    for _ in 0..<6_000 {
      var text = "p,q\n"
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let columns = [ColumnSpecification("p", .text), ColumnSpecification("q", .text)]
      let table = try read(text, columns)
      let whole = try read(Array(text.utf8), columns, threads: 1, shortestPiece: 1 << 18)
      #expect(table.defects.description == whole.defects.description, "\(text.debugDescription)")
      guard let rows = referenceRows(text, delimiter: ","), rows.allSatisfy({ $0.count == 2 }) else {
        #expect(!table.defects.isEmpty, "\(text.debugDescription)")
        continue
      }
      wellFormed += 1
      #expect(table.defects.isEmpty, "\(text.debugDescription): \(table.defects)")
      let found = (0..<table.rowCount).map { [table.text("p")[$0], table.text("q")[$0]] }
      #expect(found == Array(rows.dropFirst()), "\(text.debugDescription)")
    }
    #expect(wellFormed > 500)
  }

  @Test func `columns nobody asked for are passed over, and the others found by place, in any text`() throws {
    let cells = [
      "", "", "", "a", "bcdefghij", "é", "12,5", " x ", "\"q\"", "\"u;v\"", "\"w\"\"\"", "\"l\nm\"",
      "z z z z z z z",
    ]
    let faults = ["x\"y", "\"open", "\"q\"x", " \"q\"", "a\rb"]
    var random = SeededGenerator(64)
    var wellFormed = 0
    for _ in 0..<2_000 {
      let width = Int.random(in: 2...30, using: &random)
      // One name for all: only their places tell the columns apart.
      var text = Array(repeating: "h", count: width).joined(separator: ";") + "\n"
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let count = Int.random(in: 0..<40, using: &random) == 0 ? width + 1 : width
        var row = (0..<count).map { _ in cells.randomElement(using: &random)! }
        if Int.random(in: 0..<30, using: &random) == 0 { row[0] = faults.randomElement(using: &random)! }
        text += row.joined(separator: ";") + (Bool.random(using: &random) ? "\n" : "\r\n")
      }
      let places = (0..<width).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let columns = places.map { ColumnSpecification("\($0)", .text, at: $0) }
      let table = try read(Array(text.utf8), columns)
      let whole = try read(Array(text.utf8), columns, threads: 1, shortestPiece: 1 << 18)
      #expect(table.defects.description == whole.defects.description, "\(text.debugDescription)")
      guard let rows = referenceRows(text, delimiter: ";"), rows.allSatisfy({ $0.count == width }) else {
        #expect(!table.defects.isEmpty, "\(text.debugDescription)")
        continue
      }
      wellFormed += 1
      #expect(table.defects.isEmpty, "\(text.debugDescription): \(table.defects)")
      #expect(table.rowCount == rows.count - 1, "\(text.debugDescription)")
      for place in places {
        let found = (0..<table.rowCount).map { table.text("\(place)")[$0] }
        #expect(found == rows.dropFirst().map { $0[place] }, "\(text.debugDescription)")
      }
    }
    #expect(wellFormed > 1_000)
  }

  @Test func `a survey counts line feeds inside and outside quotes, and sees every NUL`() {
    var random = SeededGenerator(65)
    for round in 0..<300 {
      let count = Int.random(in: 0...9_000, using: &random)
      let rarity = [3, 50, 3_000][round % 3]
      let text = (0..<count).map { _ -> UInt8 in
        guard Int.random(in: 0..<rarity, using: &random) == 0 else { return UInt8(ascii: "a") }
        return [0x0A, 0x0A, 0x22, 0x2C, round % 10 == 0 ? 0 : 0x0D].randomElement(using: &random)!
      }
      var (inside, outside, quotes) = (0, 0, 0)
      for byte in text {
        if byte == 0x22 { quotes += 1 }
        if byte == 0x0A { if quotes % 2 == 1 { inside += 1 } else { outside += 1 } }
      }
      let survey = text.withUnsafeBytes { RowSurvey($0) }
      #expect(survey.rows == (outside, inside) && survey.quotes == quotes)
      #expect(survey.hasNul == text.contains(0))
    }
  }

  @Test func `a defect of a column whose name stands twice says which`() throws {
    let table = try read(
      Array("id;m;m;m\nk;1;2;99\n".utf8),
      [ColumnSpecification("id", .identifier, at: 0), ColumnSpecification("x", .mark, at: 3)])
    #expect(table.defects.description == "f:2: m (col. 4): out of range: 0 to 20 (k)")
  }

  @Test func `quoted line breaks do not shift lines or rows, in any cut`() throws {
    var text = "id,x\n"
    var lines: [Int] = []
    var line = 2
    for row in 0..<300 {
      lines.append(line)
      let breaks = row % 7 == 0 ? row % 4 : 0
      text += "r\(row),\"\(String(repeating: "\n", count: breaks))v\"\n"
      line += 1 + breaks
    }
    let table = try read(text, [ColumnSpecification("id", .identifier), ColumnSpecification("x", .text)])
    #expect(table.rowCount == 300)
    #expect((0..<300).map(table.line(ofRow:)) == lines)
    #expect((0..<300).allSatisfy { table.text("id")[$0] == "r\($0)" })
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
  func `a reader detects the delimiter, takes both line ends, a byte order mark and a last line without end`(
    delimiter: String, lineEnd: String
  ) throws {
    let rows = [
      ["note, générale", "id", "x"], [delimiter == "," ? "12.5" : "12,5", "k1", "oui"], ["", "k2", "N"],
    ]
    let text = rows.map { row in
      row.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
    }.joined(separator: lineEnd)
    let table = try read(
      [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [
        ColumnSpecification("note, générale", .mark), ColumnSpecification("id", .identifier),
        ColumnSpecification("x", .boolean),
      ])
    #expect(table.defects.isEmpty)
    #expect((0..<2).map { table.marks("note, générale").mark($0) } == ["12.5", nil])
    #expect(table.booleans("x") == [true, false])
  }

  @Test func `cells of every kind are read`() throws {
    let words = Keywords.anyCase([["F", "Femme", "Féminin"], ["M"]])
    let table = try read(
      "m;b;d;k;i;f;t\n 15,25 ;OUI;01/02/2008;FÉMININ;7;130/9; a b \nAucune note;0;2008-02-29;m;0;3;\n",
      [
        ColumnSpecification("m", .mark), ColumnSpecification("b", .boolean), ColumnSpecification("d", .date),
        ColumnSpecification("k", .keyword(words)), ColumnSpecification("i", .integer(0...9)),
        ColumnSpecification("f", .fraction(atMost: 20)), ColumnSpecification("t", .text),
        ColumnSpecification("absent", .mark, isRequired: false),
      ])
    #expect(table.defects.isEmpty, "\(table.defects)")
    #expect((0..<2).map { table.marks("m").mark($0) } == ["15.25", nil])
    #expect(table.booleans("b") == [true, false])
    #expect(table.dates("d") == ["2008-02-01", "2008-02-29"])
    #expect(table.keywords("k") == [0, 1])
    #expect(table.integers("i") == [7, 0])
    #expect(table.fractions("f") == [Fraction(130, 9), Fraction(3, 1)])
    #expect(table.text("t")[0] == "a b")
    #expect(!table.has("absent"))
  }

  @Test func `categories are numbered as they come, in any cut, and repeats are found within them`() throws {
    var random = SeededGenerator(14)
    for round in 0..<200 {
      let few = round % 2 == 0
      let rows = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        (
          id: "e\(Int.random(in: 0..<6, using: &random))",
          ue: "u\(Int.random(in: 0..<(few ? 3 : 90), using: &random))"
        )
      }
      let text = "ue,id\n" + rows.map { "\($0.ue),\($0.id)\n" }.joined()
      let columns = [ColumnSpecification("ue", .category), ColumnSpecification("id", .reference)]
      let table = try read(text, columns)
      #expect(table.defects.isEmpty)
      let categories = table.categories("ue")
      var names: [String] = []
      for row in rows where !names.contains(row.ue) { names.append(row.ue) }
      #expect((0..<categories.names.count).map { categories.names[$0] } == names)
      #expect(categories.numbers.map { names[Int($0)] } == rows.map(\.ue))
      var first: [String: Int] = [:]
      var expected: [[Int]] = []
      for (index, row) in rows.enumerated() {
        if let known = first["\(row)"] { expected.append([index, known]) } else { first["\(row)"] = index }
      }
      let found = table.repeatedRows("id", within: categories.numbers, workers: Workers(count: 2))
      #expect(found.map { [$0.row, $0.first] } == expected)
    }
    let bad = try read("ue,x\n\"\",1\n'+x,1\n", [ColumnSpecification("ue", .category)])
    #expect(bad.categories("ue").numbers == [-1, 0] && bad.categories("ue").names[0] == "+x")
    #expect(bad.defects.description == "f:2: ue: empty identifier")
  }

  @Test func `windows-1252 is read when asked for, and refused where it is undefined`() throws {
    let column = [ColumnSpecification("id", .text)]
    let table = try read([0x69, 0x64, 0x0A, 0xE9, 0x9C, 0xE9, 0x80, 0x0A], column, encoding: .windows1252)
    #expect(table.text("id")[0] == "éœé€")
    #expect(throws: InputDefects.self) { try read([0x69, 0x64, 0x0A, 0x81], column, encoding: .windows1252) }
  }

  @Test(arguments: [0, 1])
  func `every byte of windows-1252 is the character it stands for, in names, cells and messages`(
    parity: Int
  ) throws {
    // The soft hyphen cannot be seen.
    let refused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xAD]
    let bytes = (UInt8(0x41)...0xFF).filter { byte in
      Int(byte) % 2 == parity && byte != 0x7F && !refused.contains(byte)
    }
    let expected = try #require(String(bytes: bytes, encoding: .windowsCP1252))
    let words = Keywords([["x"], [expected]])
    var text = bytes + Array(",k,m\n".utf8)
    text += bytes + [0x2C] + bytes + Array(",1\n\"".utf8)
    text += bytes + Array("\",x,21\n".utf8)
    let table = try read(
      text,
      [
        ColumnSpecification(expected, .reference), ColumnSpecification("k", .keyword(words)),
        ColumnSpecification("m", .mark),
      ], encoding: .windows1252)
    #expect(table.text(expected)[0] == expected && table.text(expected)[1] == expected)
    #expect(table.keywords("k") == [1, 0])
    #expect(table.defects.first[0].identifier == expected)
  }

  @Test func `bytes that are not UTF-8 are named by offset`() {
    let lead: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("id,x\nk,ab".utf8)
    for bad: [UInt8] in [
      [0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] {
      let error = #expect(throws: InputDefects.self) {
        try read(lead + bad + [0x0A], [ColumnSpecification("id", .text)])
      }
      let text = error?.description ?? ""
      #expect(text.hasPrefix("f:2: x: byte 0x"))
      #expect(text.hasSuffix("at offset 12 is not UTF-8"), "\(text)")
    }
  }

  @Test func `UTF-8 is judged as the standard library does`() {
    var random = SeededGenerator(9)
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in bytes.randomElement(using: &random)! }
      let isValid = text.withUnsafeBytes { firstInvalidUTF8($0) == nil }
      #expect(isValid == (String(validating: text, as: UTF8.self) != nil), "\(text)")
    }
  }

  @Test func `a mark may have a word in its place, and is read as ever`() throws {
    let cells = [
      "12", "12,5", "7.25", "9.1234567", "", "N", "20", "ABI", "abi", "V", "\"V\"", " V ", "21", "12.5x",
      "absent",
    ]
    let words = Keywords.anyCase([["ABI"], ["V", "ABJ"]])
    var random = SeededGenerator(71)
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in cells.randomElement(using: &random)! }
      let text = "id;note\n" + rows.enumerated().map { "\($0);\($1)\n" }.joined()
      let table = try read(
        text,
        [
          ColumnSpecification("id", .identifier), ColumnSpecification("note", .markOrWord(words)),
        ])
      let defects = rows.enumerated().compactMap { row, cell in
        switch cell {
        case "21": "f:\(row + 2): note: out of range: 0 to 20 (\(row))"
        case "12.5x": "f:\(row + 2): note: not a decimal number (\(row))"
        case "absent": "f:\(row + 2): note: neither a mark from 0 to 20 nor one of: ABI, V (\(row))"
        default: nil
        }
      }
      // Behind the identifier the words for a missing mark are listed.
      let told = table.defects.description.split(separator: "\n")
      #expect(told.count == defects.count && zip(told, defects).allSatisfy { $0.hasPrefix($1) }, "\(told)")
      let marks = table.marks("note")
      let bad: Set = ["21", "12.5x", "absent"]
      for (row, cell) in rows.enumerated() where !bad.contains(cell) {
        let (word, mark) = (marks.cells[row].word, marks.mark(row))
        switch cell {
        case "ABI", "abi": #expect(word == 0 && mark == nil)
        case "V", "\"V\"", " V ": #expect(word == 1 && mark == nil)
        case "12", "12,5", "7.25", "9.1234567", "20":
          let number = cell.replacingOccurrences(of: ",", with: ".")
          #expect(mark?.description == number && word == nil)
        default: #expect(mark == nil && word == nil)
        }
      }
    }
  }
}
