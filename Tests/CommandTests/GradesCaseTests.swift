import Foundation
import TestSupport
import Testing

struct GradesCaseTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.grades() }

  @Test(arguments: ["up", "down"])
  func `the worked case gives the published mentions`(ties: String) throws {
    let run = try workspace.run(["grades", "mentions", "notes.csv", "--ties", ties])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0] == ["eleve", "note", "mention", "position"])
    let found = rows.map { "\($0[0]),\($0[2])\n" }.joined()
    #expect(try found == Workspace.case("mentions/\(ties).expected.csv"))
    // Placed by the number of better ones, a rattrapage where no equal stands too; V, W, F, Fx not at all.
    let positions = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], $0[3]) })
    #expect(
      positions["E13"] == (ties == "up" ? "2" : "3") && positions["E14"] == (ties == "up" ? "14" : "14"))
    #expect(["E15", "E16", "E17", "E18"].allSatisfy { positions[$0] == "" })
  }

  @Test func `delimiter, decimal comma and threads change no mention, and every format writes the same rows`()
    throws
  {
    let plain = try workspace.run(["grades", "mentions", "notes.csv"]).output
    let text = try Workspace.case("mentions/notes.csv")
    let french = text.replacingOccurrences(of: ".", with: "§").replacingOccurrences(of: ",", with: ";")
      .replacingOccurrences(of: "§", with: ",")
    try workspace.folder.write("notes.csv", french.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(try workspace.run(["grades", "mentions", "notes.csv", "--threads", "1"]).output == plain)
    let spreadsheet = try workspace.run(["grades", "mentions", "notes.csv", "--format", "csv-fr"]).output
    #expect(spreadsheet.contains("E01;16,5;A;2\n"))
    let json = try workspace.run(["grades", "mentions", "notes.csv", "--format", "json"]).output
    #expect(json.contains(#"{"eleve":"E01","note":"16.5","mention":"A","position":2}"#))
    #expect(json.contains(#"{"eleve":"E17","note":"","mention":"V","position":""}"#))
  }

  @Test func `a column ue gives each UE its own mentions, in the file's order`() throws {
    try workspace.folder.write(
      "notes.csv", "ue,eleve,note\nB,E1,12\nA,E1,15\nB,E2,14\nA,E2,15\nA,E3,10\nB,E3,13\n")
    let run = try workspace.run(["grades", "mentions", "notes.csv", "--shares", "34,33,33,0"])
    #expect(
      run.output == """
        eleve,ue,note,mention,position
        E1,B,12,B,3
        E1,A,15,A+,1
        E2,B,14,A+,1
        E2,A,15,A+,1
        E3,A,10,B,3
        E3,B,13,A,2

        """, "\(run.errors)")
  }

  @Test func `each adaptation reports cuts before and after, and whose mention it changed`() throws {
    let classes = try workspace.run([
      "grades", "mentions", "notes.csv", "--classes", "3", "--gap-tolerance", "1", "--report", "report.csv",
      "-o", "m.csv",
    ])
    #expect(classes.status == 0, "\(classes.errors)")
    #expect(
      classes.errors.contains(
        "classes: up to position A+ 1 → none, A 5 → 5, B 9 → 9, C 14 → 14; changed for E00\n"))
    #expect(classes.errors.contains("gap-tolerance: up to position A 5 → 6, B 9 → 9"))
    #expect(
      try workspace.folder.text("report.csv") == """
        adaptation,ue,mention,coupe_avant,coupe_apres,eleve,mention_avant,mention_apres
        classes,,A+,1,,,,
        classes,,A,5,5,,,
        classes,,B,9,9,,,
        classes,,C,14,14,,,
        classes,,,,,E00,A+,A
        gap-tolerance,,A,5,6,,,
        gap-tolerance,,B,9,9,,,
        gap-tolerance,,C,14,14,,,

        """)
    let small = try workspace.run(["grades", "mentions", "notes.csv", "--minimum-cohort", "15"])
    #expect(small.output.contains("E00,18,,\n") && small.output.contains("E15,4,F,\n"))
    #expect(small.errors.contains("minimum-cohort: up to position A+ 1 → none"))
    #expect(
      try workspace.run(["grades", "mentions", "notes.csv", "--minimum-cohort", "14"]).output.contains(
        "E00,18,A+,1\n"))
  }

  @Test func `harmonising tilts the shares by the column named`() throws {
    // The second UE's marks lie higher: it gives more of the better mentions, the first one fewer.
    let rows = (0..<40).flatMap { ["low,E\($0),\(8 + $0 / 4)", "high,E\($0),\(10 + $0 / 4)"] }
    try workspace.folder.write("notes.csv", "matiere,eleve,note\n" + rows.joined(separator: "\n") + "\n")
    let run = try workspace.run([
      "grades", "mentions", "notes.csv", "--harmonise", "matiere", "--strength", "1",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("eleve,ue,note,mention,position\n"))
    // m − M = ∓1, S² = 9.25: A+ 40 · (0.1 ∓ 0.3288 · 0.09) = 2.8, 5.2; A 40 · (0.35 ∓ 0.3288 · 0.2275) = 11.0, 17.0.
    #expect(run.errors.contains("harmonise high: up to position A+ 4 → 5, A 14 → 17, B 26 → 29, C 40 → 40"))
    #expect(run.errors.contains("harmonise low: up to position A+ 4 → 3, A 14 → 11, B 26 → 23, C 40 → 40"))
    #expect(
      try workspace.run(["grades", "mentions", "notes.csv", "--harmonise", "note", "--strength", "1"]).status
        == 64)
    let missing = try workspace.run([
      "grades", "mentions", "notes.csv", "--harmonise", "ue", "--strength", "1",
    ])
    #expect(missing.status == 65 && missing.errors.contains("notes.csv:1: ue: no such column in the header"))
  }

  private let scheme = """
    ues:
      U1:
        ects: 6
        threshold: 10
        minimum: 7
        ecues: {a: 2, b: {weight: 1, minimum: 8}}
      U2: {ects: 2.5, ecues: {c: 1}}
    final: {first: 1, second: 1}
    values: {A+: 4.3, A: 4, B: 3, C: 2, F: 0, Fx: 0}

    """

  private let marks = """
    eleve,ue,ecue,note,statut,session
    E2,U1,a,12,,1
    E2,U1,b,"7,5",,1
    E2,U1,b,9.5,,2
    E1,U1,a,12,,1
    E1,U1,b,10,,1
    E1,U2,c,,ABI,1
    E3,U1,a,,V,1
    E3,U1,b,11,,1
    E3,U2,c,,W,1
    E2,U2,c,16,,1
    E1,U2,c,10,,2

    """

  @Test func `validate, mentions and gpa read each other's files as they stand`() throws {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write("marks.csv", marks)
    let first = try workspace.run([
      "grades", "validate", "marks.csv", "--scheme", "scheme.yaml", "--session", "1",
    ])
    #expect(
      first.output == """
        eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage
        E1,U1,11.333333,34/3,valide,
        E1,U2,0,0,rattrapage,c
        E2,U1,10.5,21/2,rattrapage,b
        E2,U2,16,16,valide,
        E3,U1,,,attente,
        E3,U2,,,dispense,

        """, "\(first.errors)")
    let final = try workspace.run([
      "grades", "validate", "marks.csv", "--scheme", "scheme.yaml", "-o", "r.csv",
    ])
    #expect(final.status == 0, "\(final.errors)")
    #expect(
      try workspace.folder.text("r.csv") == """
        eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage,session,premiere_exacte
        E1,U1,11.333333,34/3,valide,,1,
        E1,U2,5,5,F,,2,
        E2,U1,10.833333,65/6,valide,,2,
        E2,U2,16,16,valide,,1,
        E3,U1,,,attente,,1,
        E3,U2,,,dispense,,1,

        """)
    let mentions = try workspace.run(["grades", "mentions", "r.csv", "-o", "m.csv"])
    #expect(mentions.status == 0, "\(mentions.errors)")
    #expect(
      try workspace.folder.text("m.csv") == """
        eleve,ue,note,mention,position,note_exacte
        E1,U1,11.333333,B,1,34/3
        E1,U2,5,F,,5
        E2,U1,10.833333,C,2,65/6
        E2,U2,16,B,1,16
        E3,U1,,V,,
        E3,U2,,W,,

        """)
    let gpa = try workspace.run(["grades", "gpa", "m.csv", "--scheme", "scheme.yaml", "--valides"])
    #expect(
      gpa.output == """
        eleve,gpa,gpa_exacte,ects,valides
        E1,2.117647,36/17,6,U1
        E2,2.294118,39/17,8.5,U1+U2
        E3,,,2.5,U2

        """, "\(gpa.errors)")
  }

  @Test func `the order of the rows of marks and mentions is no matter`() throws {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write("marks.csv", marks)
    let validate = ["grades", "validate", "marks.csv", "--scheme", "scheme.yaml"]
    let expected = try workspace.run(validate).output
    var random = SeededGenerator(15)
    let lines = marks.split(separator: "\n")
    for _ in 0..<4 {
      let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
      try workspace.folder.write("marks.csv", shuffled.joined(separator: "\n"))
      #expect(try workspace.run(validate).output == expected)
    }
  }

  @Test func `who resits without having to keeps a place in the ranking`() throws {
    let results = """
      eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage,session,premiere_exacte
      E1,U,14,14,valide,,1,
      E2,U,16,16,valide,,2,12
      E3,U,11,11,valide,,1,

      """
    try workspace.folder.write("r.csv", results)
    let after = try workspace.run(["grades", "mentions", "r.csv"]).output
    #expect(after.contains("E1,U,14,A,1,14\nE2,U,16,A,1,16\nE3,U,11,C,3,11\n"))
    try workspace.folder.write(
      "r.csv", results.replacingOccurrences(of: "16,16,valide,,2,12", with: "12,12,valide,,1,"))
    #expect(
      try workspace.run(["grades", "mentions", "r.csv"]).output.contains(
        "E1,U,14,A,1,14\nE2,U,12,B,2,12\nE3,U,11,C,3,11\n"))
  }

  @Test func `a student's own first mark does not stand against the final one`() throws {
    try workspace.folder.write("scheme.yaml", "ues:\n  U: {ects: 5, ecues: {x: 1}}\nfinal: replace\n")
    let marks = [19, 18, 17, 15, 14, 13, 12.5, 12, 11, 10].enumerated().map { "E\($0),U,x,\($1),1\n" }
    try workspace.folder.write("marks.csv", "eleve,ue,ecue,note,session\n\(marks.joined())E3,U,x,14.9,2\n")
    let validate = ["grades", "validate", "marks.csv", "--scheme", "scheme.yaml", "-o", "r.csv"]
    #expect(try workspace.run(validate).status == 0)
    for (ties, base) in [("up", "validated"), ("down", "promotion")] {
      let run = try workspace.run(["grades", "mentions", "r.csv", "--ties", ties, "--base", base])
      // Three are better. The one below 15 at the first session has the same place as before.
      #expect(run.output.contains("E3,U,14.9,A,4,149/10\nE4,U,14,B,5,14\n"), "\(run.output)\(run.errors)")
    }
  }

  @Test func `a statut in the cell of the mark is the same as in its own column`() throws {
    try workspace.folder.write("scheme.yaml", scheme)
    let statuts = ["ABI", "abj", "V", "w", "DIS", "F", ""]
    func marks(_ row: (String) -> String) -> String {
      statuts.enumerated().map { "E\($0),U1,a,\(row($1))\nE\($0),U1,b,12,\n" }.joined()
    }
    let validate = ["grades", "validate", "marks.csv", "--scheme", "scheme.yaml"]
    let outputs = try [
      marks { $0.isEmpty ? "11," : ",\($0)" }, marks { $0.isEmpty ? "11," : "\($0)," },
      marks { $0.isEmpty ? "11," : "\($0),\($0)" },
    ].map { rows in
      try workspace.folder.write("marks.csv", "eleve,ue,ecue,note,statut\n" + rows)
      let run = try workspace.run(validate)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    #expect(
      outputs[0] == """
        eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage
        E0,U1,4,4,rattrapage,a
        E1,U1,,,attente,
        E2,U1,,,attente,
        E3,U1,12,12,valide,
        E4,U1,12,12,valide,
        E5,U1,,,F,
        E6,U1,11.333333,34/3,valide,

        """)
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
    // Without a column of statuts too.
    try workspace.folder.write("marks.csv", "eleve,ue,ecue,note\nE0,U1,a,ABI\nE0,U1,b,12\n")
    #expect(try workspace.run(validate).output.hasSuffix("E0,U1,4,4,rattrapage,a\n"))
  }

  @Test func `the shares of the promotion count all rows but those exempted`() throws {
    let rows = (0..<10).map { "V\($0),\(20 - $0)," } + (0..<10).map { "F\($0),5,\($0 % 2 == 0 ? "Fx" : "F")" }
    let text = (["eleve,note,statut"] + rows + ["W1,,W", "W2,,W"]).joined(separator: "\n") + "\n"
    try workspace.folder.write("notes.csv", text)
    let validated = try workspace.run(["grades", "mentions", "notes.csv"])
    #expect(validated.errors.contains("up to position: A+ 1, A 4, B 7, C 10\n"), "\(validated.errors)")
    let promotion = try workspace.run(["grades", "mentions", "notes.csv", "--base", "promotion"])
    #expect(
      promotion.errors.contains(
        "shares of the promotion: 20 students\nup to position: A+ 2, A 7, B 13, C 20\n"),
      "\(promotion.errors)")
    let mentions = promotion.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[2]
    }
    #expect(mentions.prefix(10) == ["A+", "A+", "A", "A", "A", "A", "A", "B", "B", "B"])
  }

  @Test func `marks under 10 without a statut are counted, or failed where that is asked for`() throws {
    try workspace.folder.write(
      "notes.csv", "eleve,note,statut\nE1,15,\nE2,9.9,\nE3,4,\nE4,4,F\nE5,8,rattrapage\n")
    let plain = try workspace.run(["grades", "mentions", "notes.csv"])
    #expect(plain.output.contains("E3,4,C,3\n"))
    #expect(
      plain.errors.contains("2 marks under 10 without a statut, counted as validated (--validated-from 10"),
      "\(plain.errors)")
    let failed = try workspace.run([
      "grades", "mentions", "notes.csv", "--validated-from", "9.9", "--below", "Fx",
    ])
    #expect(
      failed.output
        == "eleve,note,mention,position\nE1,15,A,1\nE2,9.9,C,2\nE3,4,Fx,\nE4,4,F,\nE5,8,C,3\n")
    #expect(failed.errors.contains("1 mark under 10 without a statut, counted as validated\n"))
    // Results say themselves what is validated.
    try workspace.folder.write("r.csv", "eleve,ue,moyenne_exacte,resultat\nE1,U,19/2,valide\n")
    #expect(try !workspace.run(["grades", "mentions", "r.csv"]).errors.contains("under 10"))
  }

  @Test func `an empty mention among those that rank is said`() throws {
    try workspace.folder.write("scheme.yaml", "values: {A: 4, F: 0}\nects: {U: 5, P: 2}\n")
    try workspace.folder.write("m.csv", "eleve,ue,mention\nE1,U,A\nE2,U,\nE1,P,\nE2,P,F\n")
    let run = try workspace.run(["grades", "gpa", "m.csv", "--scheme", "scheme.yaml"])
    #expect(run.output == "eleve,gpa,gpa_exacte,ects\nE1,4,4,7\nE2,,,5\n")
    #expect(
      run.errors.contains(
        "1 empty mention where others have one in the same UE, counted as credits without a mention: U\n"),
      "\(run.errors)")
  }

  @Test func `GPAs are by identifier, and a pass/fail UE leaves the mean with its failures`() throws {
    try workspace.folder.write(
      "scheme.yaml", "values: {A+: 4.3, A: 4, B: 3, C: 2, F: 0}\nects: {U: 5, V: 3, P: 2}\n")
    try workspace.folder.write(
      "m.csv", "eleve,ue,mention\nE2,U,A+\nE10,V,F\nE10,U,C\nE2,P,\nE10,P,F\nE2,V,W\nE3,U,V\n")
    let run = try workspace.run(["grades", "gpa", "m.csv", "--scheme", "scheme.yaml"])
    #expect(
      run.output == "eleve,gpa,gpa_exacte,ects\nE10,1.25,5/4,5\nE2,4.3,43/10,10\nE3,,,0\n", "\(run.errors)")
  }

  @Test func `generated marks are the committed ones, and go all the way to electives`() throws {
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Datasets")
    #expect(
      try workspace.run(["generate", "grades", "--size", "300", "--seed", "2026", "-o", "."]).status == 0)
    for name in ["marks.csv", "scheme.yaml"] {
      #expect(
        try workspace.folder.text(name)
          == String(contentsOf: data.appendingPathComponent("grades/\(name)"), encoding: .utf8))
    }
    for arguments in [
      ["grades", "validate", "marks.csv", "--scheme", "scheme.yaml", "-o", "results.csv"],
      ["grades", "mentions", "results.csv", "-o", "mentions.csv"],
      ["grades", "gpa", "mentions.csv", "--scheme", "scheme.yaml", "--valides", "-o", "gpa.csv"],
      [
        "allocate", "electives", "--students", "gpa.csv", "--seed", "x", "--modules",
        data.appendingPathComponent("electives/modules.csv").path, "--wishes",
        data.appendingPathComponent("electives/wishes.csv").path,
      ],
    ] {
      let run = try workspace.run(arguments)
      #expect(run.status == 0, "\(run.errors)")
    }
    // The cohorts of the first session are those of the final results: nobody who resat left or joined one.
    let session = [
      "grades", "validate", "marks.csv", "--scheme", "scheme.yaml", "--session", "1", "-o", "first.csv",
    ]
    #expect(try workspace.run(session).status == 0)
    let mentions = try ["first.csv", "results.csv"].map { file in
      let lines = try workspace.run(["grades", "mentions", file, "-q"]).output.split(separator: "\n")
      let results = try workspace.folder.text(file).split(separator: "\n")
      return Dictionary(
        uniqueKeysWithValues: zip(results, lines).filter { $0.0.contains(",valide,") }.map { result, line in
          let cells = line.split(separator: ",", omittingEmptySubsequences: false)
          return ("\(cells[0]) \(cells[1])", (result, line))
        })
    }
    var same = 0
    for (key, (result, line)) in mentions[1] where result.hasSuffix(",1,") {
      #expect(mentions[0][key]?.1 == line)
      same += 1
    }
    #expect(same > 3_000)
  }

  @Test func `the timings of grading tell its phases, and a manifest its flags`() throws {
    let run = try workspace.run([
      "grades", "mentions", "notes.csv", "--timings", "-q", "-o", "m.csv", "--manifest", "m.json",
    ])
    #expect(
      run.errors.split(separator: "\n").map { $0.prefix(16) } == [
        #"{"phase":"read","#, #"{"phase":"score""#, #"{"phase":"write""#, #"{"phase":"total""#,
      ])
    #expect(try workspace.folder.text("m.json").contains(#""ties" : "up""#))
  }
}
