import Foundation
import TestSupport
import Testing

/// Files as people have them: each is a trouble that someone who does this work has published.
struct TroubleExhaustiveTests {
  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases/troubles")

  /// The command lines of each case, by its folder's name.
  private static let commands = Result {
    let text = try String(contentsOf: cases.appendingPathComponent("commands.tsv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// The cell that the ranking has of the second candidate where nothing of the trouble is left.
  private static let ranked = "2,K1,14.176471,14.642857,2008-03-15,non,M,boursier,241/17,205/14"

  /// For each case the exit code, and what must be part of what is printed.
  private static let expectations: [(name: String, status: Int32, parts: [String])] = [
    ("blank-after-header", 0, [ranked, "input.csv: 1 blank row skipped"]),
    ("comma-decimal-in-comma-file", 65, ["input.csv:2: ", "decimal comma"]),
    ("date-1900", 65, ["input.csv:2: naissance: "]),
    ("date-future", 65, ["input.csv:2: naissance: "]),
    ("enc-bom-middle", 65, ["input.csv:5: candidat: an invisible character in the identifier (U+FEFF)"]),
    ("enc-utf16le-tab", 0, [ranked]),
    ("enc-utf16le-tab-1252flag", 0, [ranked]),
    ("enc-utf8-read-as-1252", 0, [ranked, "this file is UTF-8"]),
    ("eof-ctrl-z", 0, [ranked]),
    ("excel-fractions-10-7", 65, ["list.csv:2: generale_exacte: ", "a spreadsheet made this a date"]),
    ("excel-fractions-csvfr", 0, [";'25/2;'25/2"]),
    ("excel-fractions-resaved", 65, ["list.csv:2: generale_exacte: ", "a spreadsheet made this a date"]),
    (
      "excel-fractions-resaved-serial", 65,
      ["list.csv:2: generale_exacte: ", "a spreadsheet made this a date"]
    ),
    ("excel-fractions-val", 0, ["2,K1,12.5\n3,K4,12.25\n"]),
    ("genre-H", 0, ["2008-03-15,non,M"]),
    ("gpa-nbsp", 0, ["E1,4,4,8"]),
    ("gr-5-dec-all", 0, ["49999999999999/4000000000000,valide"]),
    ("gr-ABI-rattrapage", 0, ["E1,ANALYSE,3.25,13/4,rattrapage,examen"]),
    ("gr-V-half", 0, ["E1,ANALYSE,,,attente"]),
    ("gr-V-whole-ecue", 0, ["E1,ANALYSE,,,attente"]),
    ("gr-apogee", 65, ["marks.csv:1: ", "Apogée maquette"]),
    ("gr-blank-after-header", 0, ["E1,ANALYSE,12.25,49/4,valide", "1 blank row skipped"]),
    ("gr-decimals", 0, ["4999999/400000,valide"]),
    ("gr-mark-and-ABI", 65, ["marks.csv:2: note: a mark beside ABI"]),
    ("gr-mark-and-ABJ", 65, ["marks.csv:2: note: a mark beside V (or ABJ)", "(1.3.3) has no statut"]),
    ("gr-mark-and-V", 65, ["marks.csv:2: note: a mark beside V", "(1.3.3) has no statut"]),
    ("gr-mean-prints-10b", 0, ["E1,ANALYSE,9.999999,99999999/10000000,rattrapage"]),
    ("gr-note-ABI", 0, ["E1,ANALYSE,3.25,13/4,rattrapage,examen"]),
    ("gr-note-ABJ", 0, ["E1,ANALYSE,,,attente"]),
    ("gr-note-V", 0, ["E1,ANALYSE,,,attente"]),
    ("gr-note-W", 0, ["E1,ANALYSE,13,13,valide"]),
    ("gr-note-absent", 65, ["marks.csv:2: note: ", "ABI, V, W, F"]),
    ("gr-statut-DIS", 0, ["E1,ANALYSE,13,13,valide"]),
    ("gr-two-headers", 65, ["is this a second header line?"]),
    ("gr-wide", 65, ["a row for each mark: eleve,ue,ecue,note"]),
    ("id-case-header", 0, [ranked]),
    ("id-curly-header", 0, [ranked]),
    ("id-dup-bom", 65, ["input.csv:5: candidat: an invisible character in the identifier (U+FEFF)"]),
    ("id-dup-case", 0, ["3,K1,", "2,k1,", "look alike"]),
    ("id-dup-nbsp", 65, ["input.csv:5: candidat: repeated identifier, first on line 2 (K1)"]),
    ("id-dup-zeros", 0, ["2,123,", "3,00123,", "look alike"]),
    ("id-formula-quoted", 0, ["2,00123,14.176471"]),
    ("id-nbsp-header", 0, [ranked]),
    ("id-rtl", 65, ["input.csv:2: candidat: an invisible character in the identifier (U+202E)"]),
    ("imp-7dec", 0, ["15.666667,313333333/20000000"]),
    ("imp-boursier-boursier-non", 65, ["Boursier non certifié"]),
    ("imp-foreign-85", 65, ["export.csv:3: ", "out of range: 0 to 20", "(1002)"]),
    ("imp-foreign-A", 65, ["export.csv:3: ", "(1002)"]),
    ("imp-genre-H", 0, ["1001,2008-03-15,non,M"]),
    ("imp-header-next-year", 65, ["Date Naissance: no such column", "Date de naissance"]),
    ("imp-redoublant", 0, ["where: {column: …, equals: …} says which"]),
    ("imp-reorientation", 0, ["where: {column: …, equals: …} says which"]),
    ("imp-unconfirmed", 0, ["whatever Vœu confirmé - Libellé says"]),
    ("imp-zip", 65, ["export.csv:1: ", "this is a zip archive: unpack it"]),
    ("join-nbsp", 0, ["2 by oral"]),
    ("line-numbers", 65, ["input.csv:5: maths: ", "row 3"]),
    ("many-bad-cells", 65, ["input.csv:2: maths: ", "295 more"]),
    ("ment-fail-empty", 0, ["E11,4,C,11", "1 mark under 10"]),
    ("ment-seven-decimals", 0, ["E1,12.345679,B,1,123456789/10000000"]),
    ("miss-ABS", 65, ["input.csv:2: maths: ", "Aucune note"]),
    ("miss-Aucune_20note", 0, ["2,K1,13.454545,14,"]),
    ("miss-Disp", 65, ["input.csv:2: maths: ", "Aucune note"]),
    ("miss-N_2fA", 0, ["2,K1,13.454545,14,"]),
    ("miss-Non_20note", 0, ["2,K1,13.454545,14,"]),
    ("num-7-decimals", 0, ["1110370367/85000000"]),
    ("num-excel-date", 65, ["input.csv:2: maths: ", "a spreadsheet made this a date"]),
    ("num-float-noise", 0, ["110899999999999997/8500000000000000"]),
    ("num-nbsp-leading", 0, [ranked]),
    ("num-nbsp-trailing", 0, [ranked]),
    ("num-slash20", 65, ["input.csv:2: maths: ", "/20"]),
    ("pipe", 65, ["input.csv:1: candidat: no such column", "cut by |"]),
    ("regl-V-not-sat", 0, ["E1,U,,,attente"]),
    ("regl-pdis-complementary", 65, ["marks.csv:4: ecue: ", "(5.5.2)"]),
    ("resit-own-mark", 0, ["E04,U,14.9,A,4,149/10", "E05,U,14,B,5,14"]),
    ("sep-line", 0, [ranked]),
    ("trailing-blank-lines", 0, [ranked, "3 blank rows skipped"]),
    ("trailing-semicolon-lines", 0, [ranked, "2 blank rows skipped"]),
    ("xlsx-as-csv", 65, ["input.csv:1: ", "this is an Excel workbook"]),
  ]

  @Test(arguments: expectations)
  func `a published trouble is read as it is meant, or named`(
    name: String, status: Int32, parts: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let source = Self.cases.appendingPathComponent(name)
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let bytes = try Data(contentsOf: source.appendingPathComponent(file))
      try folder.write(file, Array(bytes))
    }
    let inputs = Set(folder.names)
    let line = try #require(Self.commands.get()[name])
    var printed = ""
    var last: Int32 = 0
    for command in line.split(separator: ";") {
      let words = command.split(separator: " ").map(String.init)
      let run = try Execution(Array(words.dropFirst()), in: folder.url)
      #expect(!run.wasSignalled)
      last = run.status
      printed += run.output + run.errors
      if let flag = words.firstIndex(of: "-o"), run.status == 0 {
        printed += try folder.text(words[flag + 1])
      }
    }
    #expect(last == status, "\(printed)")
    for part in parts { #expect(printed.contains(part), "\(part) is not in: \(printed)") }
    if status != 0 { #expect(Set(folder.names) == inputs) }
  }

  @Test func `every case has an expectation, and every expectation a case`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.cases.path)
    #expect(Set(folders).subtracting(["commands.tsv"]) == Set(Self.expectations.map(\.name)))
    #expect(Set(try Self.commands.get().keys) == Set(Self.expectations.map(\.name)))
  }
}
