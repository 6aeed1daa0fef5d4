import ExactValues
import Foundation
import Parallelism
import TestSupport
import Testing
import Wording

@testable import DelimitedText

/// Tables as office programs and people leave them.
struct OfficeFileTests {
  private let columns = [
    ColumnSpecification("candidat", .identifier), ColumnSpecification("note", .mark),
    ColumnSpecification("creneau", .optionalCategory, isRequired: false),
    ColumnSpecification("gpa_min", .text, isRequired: false),
  ]

  private func read(
    _ bytes: [UInt8], encoding: TextEncoding = .utf8, ignoring: [String] = [], shortestPiece: Int = 1 << 18
  ) throws -> (table: DelimitedTable, notes: [ReadingNote]) {
    let notes = ReadingNotes()
    let table = try bytes.withUnsafeBytes { bytes in
      try SourceText.withText(
        bytes, file: "f", encoding: encoding, workers: Workers(count: 2), ignoring: ignoring, notes: notes
      ) { source in
        var source = source
        source.shortestPiece = shortestPiece
        return try DelimitedTable(source, columns: columns)
      }
    }
    return (table, notes.all)
  }

  private func read(_ text: String, ignoring: [String] = []) throws -> (
    table: DelimitedTable, notes: [ReadingNote]
  ) {
    try read(Array(text.utf8), ignoring: ignoring)
  }

  private func cells(_ table: DelimitedTable) -> [String] {
    (0..<table.rowCount).map { row in
      let slots = table.has("creneau") ? table.categories("creneau") : nil
      let slot =
        slots.map { $0.names[Int($0.numbers[row])] }
        ?? (table.has("gpa_min") ? table.text("gpa_min")[row] : "")
      return "\(table.text("candidat")[row]) \(table.marks("note").cells[row].units) \(slot)"
    }
  }

  private let plain = "candidat,note,creneau\nK1,12,lundi\nK2,13.5,mardi\n"

  @Test(arguments: [
    "Candidat,NOTE,Créneau", " candidat , note , CRÉNEAU ", "can-di_dat,N o t e,cre\u{301}neau",
    "candidat\u{A0},\u{202F}note,crene\u{2019}au", "\"Candidat\",\"Note\",\"créneau\"",
  ])
  func `a header is read whatever its case, accents, spaces, dashes and apostrophes`(header: String) throws {
    let text = header + plain.dropFirst("candidat,note,creneau".count)
    let (table, notes) = try read(String(text))
    #expect(cells(table) == (try cells(read(plain).table)) && notes.isEmpty)
  }

  @Test func `a name that folds to the same as another one stands twice`() {
    #expect(throws: InputDefects.self) { try read("candidat,note,Note\nK1,12,13\n") }
    #expect(throws: InputDefects.self) { try read("candidat,note,creneau,Créneau\nK1,12,a,b\n") }
  }

  @Test(arguments: ["creneaux", "crenau", "crénaeu", "GPA mn", "gpa_mim"])
  func `a column named almost like an optional one is an error, unless it is meant to be ignored`(
    name: String
  ) throws {
    let text = "candidat,note,\(name)\nK1,12,x\n"
    let error = #expect(throws: InputDefects.self) { try read(text) }
    guard case .nearMiss? = error?.first.first?.reason as? CellDefect else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try read(text, ignoring: [name.uppercased()]).notes == [.ignoredColumns([name])])
  }

  @Test func `columns that are not read are named, also those without a name`() throws {
    let (table, notes) = try read("NOM,candidat,Prénom,note,\nX,K1,Y,12,\n")
    #expect(table.rowCount == 1 && table.defects.isEmpty)
    #expect(notes == [.ignoredColumns(["NOM", "Prénom"], unnamed: [5])])
  }

  @Test func `a missing column is told with the header, the delimiter and the nearest name`() {
    let error = #expect(throws: InputDefects.self) { try read("candidats;moyenne\nK1;12\n") }
    #expect(
      error?.first.first?.description
        == "1: candidat: no such column in the header, which reads, cut at ;: candidats, moyenne; "
        + "the nearest is candidats")
    let piped = #expect(throws: InputDefects.self) { try read("candidat|note\nK1|12\n") }
    #expect(piped?.description.contains("cut by |") ?? false)
  }

  @Test func `a first line of data is no header, and is not shown`() {
    let error = #expect(throws: InputDefects.self) { try read("DUPONT,12\nDURAND,13\n") }
    #expect(error?.first.first?.reason as? CellDefect == .noHeader)
    #expect(!(error?.description.contains("DUPONT") ?? true))
  }

  @Test
  func `rows without a filled cell are skipped and counted, in any cut, and lines stay those of the file`()
    throws
  {
    var random = SeededGenerator(7)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text += ["\n", ";;\n", " \r\n"].randomElement(using: &random)!
      }
      text += "candidat;note;gpa min\n"
      var expected: [String] = []
      var blank = 0
      for number in 0..<Int.random(in: 0...12, using: &random) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          text += ["\n", ";;\n", ";\n", ";;;;;\n", " ; \u{A0};\"\"\n", "\r\n"].randomElement(using: &random)!
          blank += 1
        case 1:
          text += "K\(number);12;\"a\nb\"\n"
          expected.append("K\(number) 120000 a\nb")
        default:
          text += "K\(number);12;a\n"
          expected.append("K\(number) 120000 a")
        }
      }
      let piece = [1, 10, 1 << 18].randomElement(using: &random)!
      // The defect of the last row tells its line.
      let (table, notes) = try read(Array((text + "Z;99;a\n").utf8), shortestPiece: piece)
      #expect(cells(table).dropLast() == expected[...], "\(text.debugDescription)")
      #expect(notes == (blank > 0 ? [.blankRows(blank)] : []), "\(text.debugDescription)")
      let line = 1 + text.count { $0 == "\n" || $0 == "\r\n" }
      #expect(table.defects.first.map(\.line) == [line], "\(text.debugDescription)")
      #expect(table.line(ofRow: table.rowCount - 1) == line, "\(text.debugDescription)")
    }
  }

  @Test func `no-break spaces around a cell count for nothing, in both encodings`() throws {
    let (table, _) = try read(
      "candidat,note,creneau\n\u{A0}K1\u{202F} ,\u{A0}12,lundi\u{A0}\nK2, 13.5\u{A0},\"\u{A0}mardi\"\n")
    #expect(cells(table) == (try cells(read(plain).table)))
    let old =
      Array("candidat,note,creneau\nK1".utf8) + [0xA0] + Array(",12,".utf8) + [0xA0, 0xE9] + Array("t\n".utf8)
    #expect(try cells(read(old, encoding: .windows1252).table) == ["K1 120000 ét"])
    #expect(try cells(read("candidat,note,creneau\nK1,12,voil\u{E0}\n").table) == ["K1 120000 voilà"])
  }

  @Test func `the line in which a spreadsheet says the delimiter, and an end-of-file mark, are no data`()
    throws
  {
    let (table, notes) = try read("sep=;\r\ncandidat;note;creneau\r\nK1;12;a,b,c,d\r\nK2;x;y\r\n\u{1A}")
    #expect(cells(table)[0] == "K1 120000 a,b,c,d" && notes.isEmpty)
    #expect(table.defects.first.map(\.line) == [4])
  }

  @Test(arguments: [false, true])
  func `UTF-16 with a byte order mark is read`(isBigEndian: Bool) throws {
    let text = "\u{FEFF}candidat\tnote\tcreneau\nK1\t12\té𝄞\n"
    var bytes = text.utf16.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    for encoding in TextEncoding.allCases {
      #expect(try cells(read(bytes, encoding: encoding).table) == ["K1 120000 é𝄞"])
    }
    bytes.append(0)
    #expect(throws: InputDefects.self) { try read(bytes) }
    let unpaired: [UInt8] =
      isBigEndian ? [0xFE, 0xFF, 0xD8, 0x00, 0, 0x41] : [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0]
    let error = #expect(throws: InputDefects.self) { try read(unpaired) }
    #expect(error?.first.first?.reason as? CellDefect == .notUTF16(offset: 2))
  }

  @Test func `a file that is UTF-8 is read as UTF-8 whatever encoding is named`() throws {
    let bytes = Array("candidat,note,creneau\nK1,12,été\n".utf8)
    let (table, notes) = try read(bytes, encoding: .windows1252)
    #expect(cells(table) == ["K1 120000 été"] && notes == [.readAsUTF8(insteadOf: .windows1252)])
    #expect(try read(Array(plain.utf8), encoding: .windows1252).notes.isEmpty)
  }

  private static let foreign: [(String, ForeignFile)] = [
    (zip("[Content_Types].xml"), .workbook), (zip("notes.csv"), .zip),
    (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), .openDocument),
    ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", .excel97), ("%PDF-1.7\n", .pdf),
    ("\n<!DOCTYPE html><table>", .html), ("[{\"candidat\": 1}]", .json), ("{}", .json),
    ("XX-APO_TITRES-XX\napoC_annee\t2026/2027\n", .apogee),
  ]

  private static func zip(_ name: String) -> String {
    "PK\u{3}\u{4}" + String(repeating: "\u{0}", count: 26) + name
  }

  @Test(arguments: foreign)
  func `a file that is no table is named for what it is`(latin1: String, kind: ForeignFile) {
    let bytes = latin1.unicodeScalars.map { UInt8($0.value) }
    let error = #expect(throws: InputDefects.self) { try read(bytes) }
    #expect(error?.first.first?.reason as? CellDefect == .notATable(kind))
  }

  @Test func `identifiers are compared in normal form, and unseen characters refused`() throws {
    let (table, _) = try read("candidat,note\nE\u{301}ve,12\n\u{C9}ve,13\n")
    #expect(table.defects.description == "f:3: candidat: repeated identifier, first on line 2 (Éve)")
    for unseen in ["\u{FEFF}", "\u{200B}", "\u{AD}", "\u{202E}", "\u{2066}", "\u{85}"] {
      let (table, _) = try read("candidat,note\n\(unseen)K1,12\nK\(unseen)2,12\n")
      #expect(table.defects.count == 2)
      let scalar = try #require(unseen.unicodeScalars.first)
      #expect(table.defects.first[0].reason as? CellDefect == .invisibleCharacterInIdentifier(scalar))
    }
  }

  @Test func `an edit distance is the least number of changed letters`() {
    var random = SeededGenerator(3)
    func slow(_ a: Substring, _ b: Substring) -> Int {
      if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
      var least = min(slow(a.dropLast(), b) + 1, slow(a, b.dropLast()) + 1)
      least = min(least, slow(a.dropLast(), b.dropLast()) + (a.last == b.last ? 0 : 1))
      if a.count > 1, b.count > 1, a.last == b.dropLast().last, b.last == a.dropLast().last {
        least = min(least, slow(a.dropLast(2), b.dropLast(2)) + 1)
      }
      return least
    }
    for _ in 0..<300 {
      func word() -> String {
        String((0..<Int.random(in: 0...5, using: &random)).map { _ in "abc".randomElement(using: &random)! })
      }
      let (a, b) = (word(), word())
      let distance = slow(a[...], b[...])
      for limit in 0...5 {
        #expect(editDistance(a, b, atMost: limit) == (distance <= limit ? distance : nil))
      }
    }
  }
}
