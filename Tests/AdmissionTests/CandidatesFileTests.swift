import Foundation
import Palmares
import Testing

/// A candidates file is read whole and right, or not at all.
struct CandidatesFileTests {
  private static let bad = [
    (row: "K2,2008-13-01,non,M,D,12,13", column: "naissance"),
    (row: "K1,2008-01-01,non,M,D,12,13", column: "candidat"),
    (row: ",2008-01-01,non,M,D,12,13", column: "candidat"),
    (row: "K2,2008-01-01,peut-être,M,D,12,13", column: "boursier"),
    (row: "K2,2008-01-01,non,Q,D,12,13", column: "genre"),
    (row: "K2,2008-01-01,non,M,?,12,13", column: "doublette"),
    (row: "K2,2008-01-01,non,M,D,21,13", column: "maths"),
    (row: "K2,2008-01-01,non,M,D,,13", column: "maths"),
    (row: "K2,2090-01-01,non,M,D,12,13", column: "naissance"),
    (row: "K2,2008-01-01,non,M,Z,12,13", column: "doublette"),
  ]

  private func scheme() throws -> AdmissionScheme {
    try AdmissionScheme(
      evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
      coefficients: ["D": ["maths": 2, "lettre": 1], "Z": ["lettre": 1]])
  }

  private func text(_ rows: [String]) -> String {
    (["candidat,naissance,boursier,genre,doublette,maths,lettre", "K1,2008-01-01,oui,F,D,12,13"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private func read(_ rows: [String]) throws -> Candidates {
    try Array(text(rows).utf8).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "c.csv") { try Candidates($0, scheme: scheme()) }
    }
  }

  @Test(arguments: bad)
  func `a row with anything wrong makes no candidates, and the error names its line and column`(
    row: String, column: String
  ) throws {
    let defects = try #require(
      #expect(throws: InputDefects.self) {
        try read(["K0,2008-01-01,non,F,D,12,13", row])
      })
    #expect(defects.first.map(\.line) == [4])
    #expect(defects.first.map(\.column) == [column])
  }

  @Test func `defects of cells, missing marks and birth dates are told together, by line`() throws {
    let rows = [7, 0, 8].map { Self.bad[$0].row }.enumerated().map { $1.replacing("K2", with: "K\($0 + 2)") }
    let defects = try #require(#expect(throws: InputDefects.self) { try read(rows) })
    #expect(defects.first.map(\.column) == ["maths", "naissance", "naissance"])
    #expect(defects.first.map(\.line) == [3, 4, 5])
    #expect(defects.count == 3)
  }

  @Test func `a file is read by its path, with its scheme, and the list is written to one`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    try text(["K2,2008-01-01,non,M,D,14,13"]).write(toFile: path("c.csv"), atomically: true, encoding: .utf8)
    try """
    evaluations: {maths: {scientific: true}, lettre: {scientific: false}}
    coefficients: {D: {maths: 2, lettre: 1}}
    """.write(toFile: path("s.yaml"), atomically: true, encoding: .utf8)
    let candidates = try Candidates(
      contentsOf: path("c.csv"), scheme: AdmissionScheme(contentsOf: path("s.yaml")))
    let list = AdmissibilityList(
      Scores(of: candidates), generalBarre: 0, scientificBarre: 0, draw: Draw(seed: "graine"))
    try RankingTable(list).write(to: path("list.csv"))
    let file = try AdmissibilityFile(contentsOf: path("list.csv"))
    #expect((0..<file.count).map { file.identifiers[$0] } == ["K2", "K1"])
    #expect(file.generalScores == list.map(\.generalScore))
    let phase = OralPhase(file, admissionBarre: 13)
    try "candidat,verdict\nK1,satisfaisant\n".write(
      toFile: path("orals.csv"), atomically: true, encoding: .utf8)
    let final = try FinalList(OralVerdicts(contentsOf: path("orals.csv"), of: phase))
    try FinalListTable(final, from: file).write(to: path("final.csv"))
    let order = try CallOrder(FinalRanking(contentsOf: path("final.csv")), boursierMinimum: 50)
    try CallOrderTable(order).write(to: path("order.csv"))
    var season = CallSeason(try CallOrderFile(contentsOf: path("order.csv")))
    #expect(try season.call(places: 1).called.map(\.candidate) == ["K1"])
  }

  @Test func `lists are written to JSON by identifier, with exact notes as text`() throws {
    let list = AdmissibilityList(
      Scores(of: try read([])), generalBarre: 0, scientificBarre: 0, draw: Draw(seed: "graine"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(list)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"[{"candidate":"K1","decidedBy":"first","generalScore":"37/3","rank":1,"scientificScore":"12"}]"#)
    #expect(try JSONDecoder().decode([AdmissibilityList.Entry].self, from: json) == Array(list))
    let person = Candidate(
      "K9", born: "2008-03-15", genre: .other, doublette: "D", isOfSecteur: true, marks: ["maths": "15.5"])
    #expect(try JSONDecoder().decode(Candidate.self, from: JSONEncoder().encode(person)) == person)
  }
}
