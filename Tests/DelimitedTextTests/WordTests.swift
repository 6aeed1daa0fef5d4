import ExactValues
import TestSupport
import Testing
import Wording

@testable import DelimitedText

struct WordTests {
  private func marks(_ cells: [String], _ words: MarkWords, kind: ColumnKind = .mark) throws -> DelimitedTable
  {
    let rows = cells.enumerated().map { "K\($0);\($1)\n" }.joined()
    return try read(
      "id;m\n\(rows)", [ColumnSpecification("id", .identifier), ColumnSpecification("m", kind, words: words)])
  }

  @Test func `every word for a missing mark is read in any case, without accents and spaces`() throws {
    let cells = [
      "", "-", "N", "n", "NA", "na", "N/A", "n/a", "NC", "Nc", "N.Not", "n.not", "Non noté", "NON NOTE",
      "non noté ",
      "Aucune note", "aucune  note", "AUCUNE NOTE", "Non\u{A0}noté", "no\u{301}n note",
    ]
    #expect(try marks(cells, .standard).defects.isEmpty)
    #expect(try marks(cells, .standard).marks("m").cells.allSatisfy { $0 == .missing })
    #expect(
      try marks(cells, .standard, kind: .exactMark).marks("m").cells.allSatisfy { $0 == .missing })
    let words = Keywords([["ABI"], ["V", "NC"]])
    let either = try marks(cells + ["abi", "V", "12"], .standard, kind: .markOrWord(words))
    #expect(either.defects.isEmpty)
    #expect(
      either.marks("m").cells.map(\.word) == cells.map { foldedName($0) == "nc" ? 1 : nil } + [0, 1, nil])
  }

  @Test(arguments: ["--", "_", "'", "N.A.", "ABS", "Disp", "NN", ".", "/", "rien"])
  func `another word is no missing mark, and the error lists all words that are`(word: String) throws {
    let found = try marks([word], MarkWords(adding: ["EXC", "N"])).defects
    #expect(
      found.first.first?.reason as? CellDefect == .notAMark(words: [], missing: MarkWords.usual + ["EXC"]))
    #expect(
      found.description
        == "f:2: m: not a decimal number (K0); nor a word for a missing mark: (empty), -, N, NA, N/A, NC, N.Not, "
        + "Non noté, Aucune note, EXC")
  }

  @Test func `words that are added are taken, and a word of signs by its characters`() throws {
    let words = MarkWords(adding: ["ABS", "Dispensé", "--"])
    #expect(try marks(["abs", "DISPENSE", "--", "-"], words).defects.isEmpty)
    #expect(try marks(["_", "—"], words).defects.count == 2)
    #expect(["12", "1,5", "-1", "20/20", "0"].allSatisfy(MarkWords.isNumeric))
    #expect(!["ABS", "N/A", "-", "2e", "E1"].contains(where: MarkWords.isNumeric))
  }

  @Test func `accents of windows-1252 count for nothing in a word`() throws {
    let bytes = Array(
      "id;m;g\nK1;Non not\u{E9};F\u{E9}minin\nK2;12;feminin\n".unicodeScalars.map { UInt8($0.value) })
    let columns = [
      ColumnSpecification("id", .identifier), ColumnSpecification("m", .mark),
      ColumnSpecification("g", .keyword(.anyCase([["F", "Féminin"], ["M"]]))),
    ]
    let table = try read(bytes, columns, encoding: .windows1252)
    #expect(table.defects.isEmpty, "\(table.defects)")
    #expect(table.marks("m").cells == [.missing, OptionalMark(uncheckedUnits: 120_000)])
    #expect(table.keywords("g") == [0, 0])
  }

  @Test func `words of a closed list are compared like names, and an unknown one is shown beside the known`()
    throws
  {
    let column = [
      ColumnSpecification("w", .keyword(Keywords([["sans_reponse"], ["réserve", "attente"], [""]])))
    ]
    let table = try read("w\nSans réponse\nsans-reponse\nRESERVE\n Attente \n\"\"\n", column)
    // A row without a filled cell is no row.
    #expect(table.keywords("w") == [0, 0, 1, 1])
    #expect(table.defects.isEmpty)
    let unknown = try read("w\nsans\u{7}rep\n-\n", column)
    #expect(
      unknown.defects.description
        == "f:2: w: not one of: sans_reponse, réserve, (empty); the cell says sans\\u{7}rep\n"
        + "f:3: w: not one of: sans_reponse, réserve, (empty); the cell says -")
  }

  @Test
  func `two words that are compared alike are told apart by their bytes, and any other spelling is refused`()
    throws
  {
    let column = [ColumnSpecification("w", .keyword(Keywords([["SVT+Maths"], ["SVT+MATHS"], ["PC"]])))]
    let table = try read("w\nSVT+MATHS\nSVT+Maths\npc\nsvt+maths\n", column)
    #expect(table.keywords("w") == [1, 0, 2, DelimitedTable.unread])
    #expect(
      table.defects.description
        == "f:5: w: may be any of: SVT+Maths, SVT+MATHS; the cell says svt+maths: write it exactly as one of them is written"
    )
  }

  @Test func `booleans are read in every form of the contract`() throws {
    let yes = ["oui", "OUI", "o", "O", "vrai", "Vrai", "true", "TRUE", "1", "o u i", "\"o\u{300}ui\""]
    let no = ["non", "Non", "n", "N", "faux", "FAUX", "false", "False", "0"]
    let rows = (yes + no).map { "\($0)\n" }.joined()
    let table = try read("b\n\(rows)", [ColumnSpecification("b", .boolean)])
    #expect(table.defects.isEmpty, "\(table.defects)")
    #expect(table.booleans("b") == yes.map { _ in true } + no.map { _ in false })
    let bad = try read("b\nyes\n2\n", [ColumnSpecification("b", .boolean)])
    #expect(bad.defects.first.map { $0.reason as? CellDefect } == [.notABoolean("yes"), .notABoolean("2")])
  }

  @Test(arguments: [
    "25/02", "25-févr", "25-févr.", "12.mai", "12 mai", "févr-25", "mai-12", "07-oct", "01/12/2025",
    "2025-12-01", "12-May", "Sept 2025", "1 décembre 2025", "46080", "12.05.2025",
  ])
  func `a date in a column of marks is laid on the spreadsheet`(cell: String) throws {
    let found = try marks([cell], .standard).defects.first.first
    #expect(
      found?.reason.hint?.english.hasPrefix("a spreadsheet made this a date: format the column as text")
        == true)
    #expect(found.map { !"\($0)".contains(cell) } == true)
  }

  @Test(arguments: [
    "abs", "12.5.", "32/13", "12/34", "1 000", "12 mar 5 6", "200", "mai", "99999", "a/b", "12e3",
  ])
  func `what is no date is not laid on the spreadsheet`(cell: String) throws {
    let reason = try marks([cell], .standard).defects.first.first?.reason as? CellDefect
    #expect(reason?.kind.english != "a spreadsheet made this a date" && reason != nil)
  }

  @Test func `a mark out of twenty, a statut, a day's number and a decimal comma are told by what to do`()
    throws
  {
    func hint(_ cell: String) throws -> String? {
      try marks([cell], MarkWords(statuts: ["ABI", "absent"])).defects.first.first?.reason.hint?.english
    }
    #expect(try hint("12,5/20") == "write the mark without /20")
    #expect(try hint("12 / 20") == "write the mark without /20")
    #expect(try hint("21/20")?.hasPrefix("nor a word") == true)
    #expect(try hint("abi") == "abi is a statut: write it in the column statut, and leave the mark empty")
    let date = try read("d\n39522\n", [ColumnSpecification("d", .date)]).defects
    #expect(date.description.hasSuffix("; a spreadsheet's number of a day: format the column as a date"))
    let commas = try read(
      "id,m,n\nK1,15,5,12\nK2,15,x,12\n", ["id", "m", "n"].map { ColumnSpecification($0, .text) }
    ).defects
    #expect(
      commas.first.map { $0.reason.hint?.english.contains("a decimal comma in a file") } == [true, nil])
    let semicolons = try read("id;m\nK1;15;5\n", ["id", "m"].map { ColumnSpecification($0, .text) }).defects
    #expect(semicolons.description == "f:2: m: too many fields: 3, expected 2")
  }

  @Test func `what a message shows of a file can neither act on a terminal nor turn its text around`() {
    #expect(
      printable("a\u{202E}b\u{1B}[31m\u{9B}\u{2066}\u{AD}\n")
        == "a\\u{202E}b\\u{1B}[31m\\u{9B}\\u{2066}\\u{AD}\\u{A}")
    #expect(printable("Créneau d’été") == "Créneau d’été")
    let long = printable(String(repeating: "x", count: 55) + "\u{202E}y")
    #expect(long == String(repeating: "x", count: 55) + "…")
    #expect(printable(String(repeating: "é", count: 60)).count == 60)
  }
}
