import Foundation
import TestSupport
import Testing

struct AdmissionExplainTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func explain(
    _ candidate: String, _ more: [String] = [], bars: (String, String) = ("12", "11.5")
  ) throws -> Execution {
    try workspace.run(
      [
        "admission", "explain", candidate, "candidates.csv", "--scheme", "scheme.yaml", "--general-bar",
        bars.0,
        "--science-bar", bars.1, "--seed", "graine",
      ] + more)
  }

  /// The cells of each row, by column.
  private func rows(_ text: String) -> [[String: String]] {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(rows[0].map(String.init), row.map(String.init)))
    }
  }

  @Test func `the criterion against each neighbour is the departage of the list, for everyone on it`() throws
  {
    let list = rows(try Workspace.case("ranked.expected.csv"))
    for (place, row) in list.enumerated() {
      let candidate = try #require(row["candidat"])
      let run = try explain(candidate, ["--format", "json"])
      #expect(run.status == 0, "\(run.errors)")
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(answer["candidat"] as? String == candidate && answer["rang"] as? Int == place + 1)
      let general = try #require(answer["barre_generale"] as? [String: String])
      #expect(general["note_exacte"] == row["generale_exacte"] && general["note"] == row["note_generale"])
      for (key, other, decided) in [("avant", place - 1, place), ("apres", place + 1, place + 1)] {
        let neighbour = answer[key] as? [String: Any]
        guard list.indices.contains(other) else {
          #expect(neighbour == nil)
          continue
        }
        #expect(neighbour?["candidat"] as? String == list[other]["candidat"])
        #expect(neighbour?["departage"] as? String == list[decided]["departage"])
        let columns = [
          "note_generale": "generale_exacte", "note_scientifique": "scientifique_exacte", "age": "naissance",
          "boursier": "boursier", "genre": "genre",
        ]
        if let column = columns[list[decided]["departage"] ?? ""] {
          #expect(neighbour?["valeur"] as? String == list[other][column])
          #expect(neighbour?["valeur_du_candidat"] as? String == row[column])
        }
      }
    }
  }

  @Test func `a candidate on the list: marks, weights, notes, barres, neighbours`() throws {
    let run = try explain("K020", ["--admission-bar", "12.75", "--orals", "orals.csv"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        K020: rank 2 of 24 admissible
        born 2008-03-15, boursier oui, genre F, doublette SVT+MATHS

        evaluation         mark  weight  note générale  note scientifique
        svt_premiere         15       1       3.333333                  6
        maths_terminale      15     1.5              5                  9
        francais_premiere  12.5       1       2.777778
        lettre               15       1       3.333333
        note                                 14.444444                 15
        exact                                    130/9                 15

        barre générale 12: reached, by 2.444444 (22/9)
        barre scientifique 11.5: reached, by 3.5 (7/2)

        rank 1, K012, is before: equal note générale; note scientifique, 15.4 (77/5) against 15
        rank 3, K016, is after: equal notes; age, younger first, born 2008-02-15 against born 2008-03-15

        barre d'admission 12.75: reached, by 1.694444 (61/36)
        The candidate is admitted outright, at rank 2 of the final list

        """)
  }

  @Test func `a candidate who is not on the list: what is missed, by how much, and the rank without barres`()
    throws
  {
    let run = try explain("K004", ["--admission-bar", "14"], bars: ("13", "12.8"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        K004: not admissible
        born 2008-02-15, boursier oui, genre M, doublette SVT+MATHS

        evaluation         mark  weight  note générale  note scientifique
        svt_premiere         14       1       3.111111                5.6
        maths_terminale      12     1.5              4                7.2
        francais_premiere    12       1       2.666667
        lettre               11       1       2.444444
        note                                 12.222222               12.8
        exact                                    110/9               64/5

        barre générale 13: missed by 0.777778 (7/9): it takes a note générale of 13
        barre scientifique 12.8: reached exactly

        without barres it would be rank 19 of 24

        """)
  }

  @Test func `the letter to a candidate has nothing of anybody else`() throws {
    let list = rows(try Workspace.case("ranked.expected.csv"))
    let identifiers = try rows(workspace.folder.text("candidates.csv")).compactMap { $0["candidat"] }
    for place in [0, 3, 9, 23] {
      let candidate = try #require(list[place]["candidat"])
      let run = try explain(candidate, ["--letter", "--admission-bar", "12.75", "-o", "letter.txt"])
      #expect(run.status == 0 && run.output.isEmpty)
      let letter = try workspace.folder.text("letter.txt")
      #expect(letter.contains(candidate))
      #expect(!identifiers.contains { $0 != candidate && letter.contains($0) })
    }
  }

  @Test(arguments: [
    (["--orals", "orals.csv"], "--orals needs --admission-bar"),
    (["--letter", "--format", "json"], "--letter is text"), (["--format", "csv"], "csv"),
  ])
  func `flags of explain that do not go together are a usage error`(more: [String], message: String) throws {
    let run = try explain("K020", more)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a candidate who is not in the file is bad data, and nothing is written`() throws {
    let run = try explain("K999", ["-o", "answer.txt"])
    #expect(run.status == 65)
    #expect(run.errors == "candidates.csv: no such candidate (K999)\n")
    #expect(
      try explain("k020").errors
        == "candidates.csv: no such candidate (k020); K020 is there: case, accents and spaces count\n")
    #expect(!workspace.folder.names.contains("answer.txt"))
  }

  @Test(arguments: ["candidates.csv", "./scheme.yaml", "orals.csv"])
  func `an answer is never written over an input`(path: String) throws {
    let before = try workspace.folder.text(path)
    let run = try explain("K020", ["--admission-bar", "12.75", "--orals", "orals.csv", "-o", path])
    #expect(run.status == 64)
    #expect(run.errors.contains("would write over an input"), "\(run.errors)")
    #expect(try workspace.folder.text(path) == before)
  }

  @Test func `what is wrong with candidates, orals and seed is said in one go`() throws {
    try workspace.edit("candidates.csv", "2008-", "2008x")
    try workspace.edit("orals.csv", "absent", "malade")
    let run = try workspace.run([
      "admission", "explain", "K020", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "12",
      "--science-bar", "11.5", "--seed-file", "nowhere.csv", "--admission-bar", "13", "--orals", "orals.csv",
    ])
    #expect(run.status == 65)
    for part in ["nowhere.csv", "candidates.csv:2: naissance: ", "orals.csv:2: verdict: "] {
      #expect(run.errors.contains(part), "\(run.errors)")
    }
  }

  @Test func `the list and those not on it are everyone, and say why`() throws {
    let run = try workspace.run([
      "admission", "rank", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "13",
      "--science-bar", "12.5", "--seed", "graine", "-o", "list.csv", "--not-admitted", "others.csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let all = try rows(workspace.folder.text("candidates.csv")).compactMap { $0["candidat"] }
    let others = try rows(workspace.folder.text("others.csv"))
    let listed = try rows(workspace.folder.text("list.csv")).compactMap { $0["candidat"] }
    #expect((listed + others.compactMap { $0["candidat"] }).sorted() == all.sorted())
    for row in others {
      let lacks = (row["manque_generale_exact"] != "", row["manque_scientifique_exact"] != "")
      let motifs = ["barre_generale": (true, false), "barre_scientifique": (false, true)]
      #expect(lacks == motifs[row["motif"] ?? ""] ?? (true, true))
    }
    #expect(run.errors.contains("\(others.count) not admissible: "))
  }

  @Test func `a note just below a barre is never printed as one that reaches it`() throws {
    try workspace.folder.write(
      "scheme.yaml", "evaluations: {maths: {scientific: true}}\ncoefficients: {D: {maths: 1}}\n")
    try workspace.folder.write(
      "candidates.csv",
      "candidat,naissance,boursier,genre,doublette,maths\nK1,2008-01-01,non,F,D,12.99999999\n")
    let run = try workspace.run([
      "admission", "rank", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "13",
      "--science-bar", "12", "--seed", "graine", "--not-admitted", "others.csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let row = try #require(rows(workspace.folder.text("others.csv")).first)
    #expect(row["note_generale"] == "12.999999" && row["manque_generale"] == "0.000001")
    #expect(row["manque_generale_exact"] == "1/100000000" && row["motif"] == "barre_generale")
    let explained = try explain("K1", bars: ("13", "12"))
    #expect(explained.output.contains("barre générale 13: missed by 0.000001 (1/100000000)"))
    let cells = explained.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(cells.contains(["maths", "12.99999999", "1", "12.999999", "12.999999"]))
    #expect(cells.contains(["note", "12.999999", "12.999999"]))
  }

  @Test func `final list and those whom the orals did not admit are the admissibility list`() throws {
    try workspace.folder.write("list.csv", Workspace.case("ranked.expected.csv"))
    let admit = ["admission", "admit", "list.csv", "--admission-bar", "12.75", "--orals", "orals.csv"]
    let run = try workspace.run(admit + ["-o", "final.csv", "--not-admitted", "others.csv"])
    #expect(run.status == 0, "\(run.errors)")
    let verdicts = try rows(workspace.folder.text("orals.csv"))
    let others = try rows(workspace.folder.text("others.csv"))
    let ranks =
      try rows(workspace.folder.text("final.csv")).compactMap { $0["rang_admissibilite"] }
      + others.compactMap { $0["rang_admissibilite"] }
    #expect(ranks.compactMap(Int.init).sorted() == Array(1...24))
    for row in others {
      #expect(verdicts.contains { $0["candidat"] == row["candidat"] && $0["verdict"] == row["motif"] })
    }
    #expect(others.allSatisfy { $0["motif"] != "satisfaisant" } && !others.isEmpty)
  }

  @Test(arguments: ["missing/others.csv", "list.csv", "-"])
  func `a second output that cannot be written leaves the first one as it was`(path: String) throws {
    try workspace.folder.write("list.csv", "old")
    let run = try workspace.rank(["-o", "list.csv", "--not-admitted", path])
    #expect(run.status == (path.contains("/") ? 73 : 64), "\(run.errors)")
    #expect(try workspace.folder.text("list.csv") == "old")
  }

  @Test func `the matrix shows the barres at which something changes, and each group at a pair`() throws {
    let bars = ["admission", "bars", "candidates.csv", "--scheme", "scheme.yaml", "--places", "5"]
    let pair = ["--general-bar", "12.5", "--science-bar", "12"]
    let matrix = try workspace.run(bars + ["--step", "1", "--matrix"] + pair)
    #expect(matrix.status == 0, "\(matrix.errors)")
    #expect(
      matrix.output == """
            12  13  15
        12  24  13   5
        13  12   7   5
        14   5   5   5

        Rows: barre générale. Columns: barre scientifique. Left out: a barre where the next one shown leaves as many, and those that leave nobody.

        """)
    let table = try workspace.run(bars + ["--step", "1", "--matrix-table"])
    #expect(
      table.output == """
        barre_generale,barre_scientifique_12,barre_scientifique_13,barre_scientifique_15
        12,24,13,5
        13,12,7,5
        14,5,5,5

        """)
    #expect(
      matrix.errors.hasSuffix(
        """
        barre générale 12.5, barre scientifique 12: 18 admissible (3.6 per place)
        genre: F 12 of 15 (80 %), M 6 of 9 (66.7 %)
        boursier: oui 8 of 12 (66.7 %), non 10 of 12 (83.3 %)
        doublette: SVT+MATHS 11 of 12 (91.7 %), SVT+PC 7 of 12 (58.3 %)

        """))
    #expect(try workspace.run(bars + ["--matrix", "--target", "5"]).status == 64)
  }
}
