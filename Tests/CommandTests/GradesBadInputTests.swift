import Foundation
import TestSupport
import Testing

/// Every kind of bad input of grading: the exit code, the message, and no file touched.
struct GradesBadInputTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.grades() }

  private func expectRefusal(
    _ arguments: [String], _ message: String, status: Int32 = 65,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    try workspace.folder.write("list.csv", "old")
    let names = workspace.folder.names
    let run = try workspace.run(["grades"] + arguments + ["-o", "list.csv"])
    #expect(run.status == status && !run.wasSignalled, "\(run.errors)", sourceLocation: location)
    #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: location)
    #expect(try workspace.folder.text("list.csv") == "old", sourceLocation: location)
    #expect(workspace.folder.names == names, sourceLocation: location)
  }

  @Test(arguments: [
    ("E02,16.5,", "E01,16.5,", "notes.csv:4: eleve: repeated identifier, first on line 3 (E01)"),
    ("E02,16.5,", ",16.5,", "notes.csv:4: eleve: empty identifier"),
    ("E02,16.5,", "E02,,", "notes.csv:4: note: missing mark (E02)"),
    ("E02,16.5,", "E02,Aucune note,rattrapage", "notes.csv:4: note: missing mark (E02)"),
    ("E02,16.5,", "E02,20.0001,", "notes.csv:4: note: out of range: 0 to 20 (E02)"),
    ("E02,16.5,", "E02,1e1,", "notes.csv:4: note: not a decimal number (E02)"),
    ("E02,16.5,", "E02,16.5,X", "notes.csv:4: statut: not one of: (empty), rattrapage, V, W, F, Fx (E02)"),
    ("E02,16.5,", "E02,16.5", "notes.csv:4: statut: too few fields: 2, expected 3"),
    ("E02,16.5,", "\"E02,16.5,", "notes.csv:4: eleve: a quote opens here and never closes"),
    ("eleve,note", "eleve,moyenne", "notes.csv:1: note: no such column in the header"),
  ])
  func `each defect of the notes is told with its line and column, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.edit("notes.csv", old, new)
    try expectRefusal(["mentions", "notes.csv"], message)
  }

  @Test func `a rattrapage of a student who has a first session in the same UE is refused`() throws {
    try workspace.folder.write(
      "notes.csv", "eleve,ue,note,statut\nE1,A,12,\nE1,B,12,\nE2,A,9,\nE1,A,13,rattrapage\nE2,A,9,F\n")
    try expectRefusal(
      ["mentions", "notes.csv"],
      "notes.csv:5: eleve: a rattrapage and a first session for one student in one UE (line 2) (E1)\n"
        + "notes.csv:6: eleve: the student already has a row in this UE, on line 4 (E2)\n")
    try workspace.folder.write("notes.csv", "eleve,note,statut\nE1,12,\nE1,13,rattrapage\n")
    try expectRefusal(
      ["mentions", "notes.csv"], "notes.csv:3: eleve: repeated identifier, first on line 2 (E1)")
  }

  @Test(arguments: [
    ("12", "12/0", "not an exact value"), ("12", "-1", "out of range: 0 to 20"),
    ("12", "61/3", "out of range: 0 to 20"),
    ("12", "", "missing mark"), ("valide", "validée", "resultat: not one of: valide, rattrapage, F, attente"),
    (",2", ",3", "session: not one of: 1, 2"),
  ])
  func `each defect of results read as notes is told with its line and column`(
    old: String, new: String, message: String
  ) throws {
    let row = "E1,U,12,12,valide,,2\n"
    let range = try #require(row.range(of: old, options: old == "12" ? .backwards : []))
    try workspace.folder.write(
      "notes.csv",
      "eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage,session\n"
        + row.replacingCharacters(in: range, with: new))
    try expectRefusal(["mentions", "notes.csv"], message)
  }

  private let scheme = """
    ues:
      U1:
        ects: 6
        threshold: 10
        minimum: 7
        ecues: {a: 2, b: {weight: 1, minimum: 8}}
    values: {A+: 4.3, A: 4}

    """

  @Test(arguments: [
    ("threshold: 10", "threshold: 10.5", "scheme.yaml:4: ues.U1.threshold: a threshold above 10"),
    ("minimum: 7", "minimum: 11", "scheme.yaml:5: ues.U1.minimum: a threshold above 10"),
    ("minimum: 8", "minimum: 10.0001", "scheme.yaml:6: ues.U1.ecues.b.minimum: a threshold above 10"),
    ("threshold: 10", "threshold: 21", "scheme.yaml:4: ues.U1.threshold: not a mark from 0 to 20"),
    ("    ects: 6\n", "", "scheme.yaml:2: ues.U1.ects: the scheme gives this UE no ECTS"),
    ("ects: 6", "ects: six", "scheme.yaml:3: ues.U1.ects: not a decimal number"),
    ("ects: 6", "ects: 1001", "scheme.yaml:3: ues.U1.ects: more than 1000 ECTS"),
    ("a: 2", "a: 0", "scheme.yaml:6: ues.U1.ecues.a: the weight of a in UE U1 is not above 0"),
    ("weight: 1, ", "", "scheme.yaml:6: ues.U1.ecues.b.weight: the key is missing"),
    ("{a: 2, b: {weight: 1, minimum: 8}}", "{}", "scheme.yaml:6: ues.U1.ecues: UE U1 has no ECUE"),
    ("a: 2", "a+b: 2", "scheme.yaml:6: ues.U1.ecues.a+b: a name with + in it"),
    ("ues:", "ue:", "scheme.yaml:1: ue: unknown key; known here: ues, threshold"),
    ("values:", "final: last\nvalues:", "scheme.yaml:7: final: not one of: best, replace"),
    ("values:", "final: {first: 1}\nvalues:", "scheme.yaml:7: final.second: the key is missing"),
    (
      "values:", "final: {first: 0, second: 0}\nvalues:",
      "scheme.yaml:7: final: the weights of the two sessions"
    ),
    ("values:", "ects: {U1: 5}\nvalues:", "scheme.yaml:3: ues.U1.ects: other ECTS than ues says"),
    ("A: 4}", "A: 5.5}", "scheme.yaml:7: values.A: more than 5"),
    ("A: 4}", "V: 1}", "scheme.yaml:7: values.V: V and W do not count in the mean"),
    ("A: 4}", "D: 1}", "scheme.yaml:7: values.D: unknown key; known here: A+, A, B, C, F, Fx"),
  ])
  func `each defect of a grading scheme is told with its line and key`(
    old: String, new: String, message: String
  ) throws {
    try workspace.folder.write("marks.csv", "eleve,ue,ecue,note\nE1,U1,a,12\nE1,U1,b,12\n")
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.edit("scheme.yaml", old, new)
    try expectRefusal(["validate", "marks.csv", "--scheme", "scheme.yaml"], message)
  }

  @Test(arguments: [
    ("E1,U1,b,12,,1", "E1,U9,b,12,,1", "marks.csv:3: ue: no such UE in the scheme (E1)"),
    ("E1,U1,b,12,,1", "E1,U1,z,12,,1", "marks.csv:3: ecue: no such ECUE in this UE of the scheme (E1)"),
    (
      "E1,U1,b,12,,1", "E1,U1,a,12,,1",
      "marks.csv:3: ecue: the student already has a mark in this ECUE, on line 2 (E1)"
    ),
    (
      "E1,U1,b,12,,1\n", "",
      "marks.csv:3: ecue: the student has marks in this UE, and none for its ECUE b (E1)"
    ),
    ("E1,U1,b,12,,1", "E1,U1,b,,,1", "marks.csv:3: note: missing mark (E1)"),
    (
      "E1,U1,b,12,,1", "E1,U1,b,12,,2",
      "marks.csv:3: session: a mark of the second session, and none of the first: add the row of the first"
    ),
    ("E1,U1,b,12,,1", "E1,U1,b,12,,3", "marks.csv:3: session: not one of: 1, 2 (E1)"),
    ("E1,U1,b,12,,1", "E1,U1,b,12,ABS,1", "marks.csv:3: statut: not one of: (empty), ABI, V, W, F, ABJ, DIS"),
    ("E1,U1,b,12,,1", ",U1,b,12,,1", "marks.csv:3: eleve: empty identifier"),
    ("E1,U1,b,12,,1", "E1,U1,b,12,ABI,1", "marks.csv:3: note: a mark beside ABI, which counts 0"),
    ("E1,U1,b,12,,1", "E1,U1,b,0,ABI,1", "marks.csv:3: note: a mark beside ABI, which counts 0"),
    (
      "E1,U1,b,12,,1", "E1,U1,b,12,V,1",
      "a mark made from the evaluations that were sat (1.3.3) has no statut (E1)"
    ),
    ("E1,U1,b,12,,1", "E1,U1,b,12,ABJ,1", "marks.csv:3: note: a mark beside V (or ABJ)"),
    ("E1,U1,b,12,,1", "E1,U1,b,12,W,1", "marks.csv:3: note: a mark beside W (or DIS)"),
    ("E1,U1,b,12,,1", "E1,U1,b,12,DIS,1", "marks.csv:3: note: a mark beside W (or DIS)"),
    ("E1,U1,b,12,,1", "E1,U1,b,12,F,1", "marks.csv:3: note: a mark beside F, which annuls"),
    ("E1,U1,b,12,,1", "E1,U1,b,ABI,V,1", "marks.csv:3: note: ABI here and V in the column statut"),
    (
      "E1,U1,b,12,,1", "E1,U1,b,absent,,1",
      "marks.csv:3: note: neither a mark from 0 to 20 nor one of: ABI, V, W, F, ABJ, DIS (E1)"
    ),
    ("E1,U1,b,12,,1", "E1,U1,b,20.5,,1", "marks.csv:3: note: out of range: 0 to 20 (E1)"),
    (
      "E1,U1,a,12,,1", "E1,U1,a,W,,1",
      "marks.csv:4: session: a second session of an ECUE that the student is exempted from (W, line 2)"
    ),
    (
      "E1,U1,b,12,,1", "E1,U1,b,F,,1",
      "marks.csv:4: session: a second session in a UE that is failed without one (F, line 3)"
    ),
    (
      "E1,U1,a,13,,2", "E1,U1,,13,,2",
      "marks.csv:4: ecue: no ECUE is named; where an evaluation is of the whole UE"
    ),
    (
      "E1,U1,a,13,,2", "E1,U1,complementaire,13,,2",
      "marks.csv:4: ecue: no such ECUE in this UE of the scheme; where an evaluation is of the whole UE (5.5.2)"
    ),
    ("eleve,ue", "eleve,unite", "marks.csv:1: ue: no such column in the header"),
  ])
  func `each defect of the marks is told with its line and column`(old: String, new: String, message: String)
    throws
  {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write(
      "marks.csv", "eleve,ue,ecue,note,statut,session\nE1,U1,a,12,,1\nE1,U1,b,12,,1\nE1,U1,a,13,,2\n")
    try workspace.edit("marks.csv", old, new)
    try expectRefusal(["validate", "marks.csv", "--scheme", "scheme.yaml"], message)
  }

  @Test(arguments: [
    (
      "Nom;Numéro;U1 a;U1 b\nX;E1;12;13\n",
      "marks.csv:1: U1 a: a column for an ECUE (2 of them in the header): the table needs a row for each mark"
    ),
    ("eleve,a,b\nE1,12,13\n", "marks.csv:1: a: a column for an ECUE (2 of them in the header)"),
    ("eleve,ue,ecue,note\n,,,/20\nE1,U1,a,12\n", "marks.csv:2: : is this a second header line? Delete it"),
    (
      "eleve,ue,ecue,note\neleve,ue,ecue,note\nE1,U1,a,12\n",
      "marks.csv:2: : is this a second header line? Delete it"
    ),
  ])
  func `a table of marks that is no header and a row for each mark is refused`(text: String, message: String)
    throws
  {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write("marks.csv", text)
    try expectRefusal(["validate", "marks.csv", "--scheme", "scheme.yaml"], message)
  }

  @Test func `marks under the one that validates are refused, and all of them listed`() throws {
    try workspace.folder.write(
      "notes.csv", "eleve,note,statut\nE1,9.99,\nE2,10,\nE3,4,\nE4,4,F\nE5,8,rattrapage\n")
    let message =
      "a mark under --validated-from without a statut: give it one (Fx, F or rattrapage), or say --below Fx or F"
    try expectRefusal(
      ["mentions", "notes.csv", "--validated-from", "10"],
      "notes.csv:2: note: \(message) (E1)\nnotes.csv:4: note: \(message) (E3)\n")
    try workspace.folder.write("notes.csv", "eleve,ue,moyenne_exacte,resultat\nE1,U,19/2,valide\n")
    try expectRefusal(
      ["mentions", "notes.csv", "--validated-from", "10"],
      "notes.csv:1: resultat: this column says what is validated: --validated-from is for notes without it")
  }

  @Test(arguments: [
    ("E2,U1,A", "E2,U1,B", "m.csv:3: mention: the scheme's values lack this mention (E2)"),
    ("E2,U1,A", "E2,U1,D", "m.csv:3: mention: not one of: A+, A, B, C, V, W, F, Fx, (empty) (E2)"),
    ("E2,U1,A", "E2,U9,A", "m.csv:3: ue: the scheme gives this UE no ECTS (E2)"),
    ("E2,U1,A", "E1,U1,A", "m.csv:3: eleve: the student already has a row in this UE, on line 2 (E1)"),
    ("eleve,ue", "eleve,matiere", "m.csv:1: ue: no such column in the header"),
  ])
  func `each defect of the mentions is told with its line and column`(
    old: String, new: String, message: String
  ) throws {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write("m.csv", "eleve,ue,mention\nE1,U1,A+\nE2,U1,A\n")
    try workspace.edit("m.csv", old, new)
    try expectRefusal(["gpa", "m.csv", "--scheme", "scheme.yaml"], message)
  }

  @Test func `gpa refuses a scheme without values, or without ECTS at all`() throws {
    try workspace.folder.write("m.csv", "eleve,ue,mention\nE1,U1,A+\n")
    try workspace.folder.write("scheme.yaml", "ects: {U1: 6}\n")
    try expectRefusal(
      ["gpa", "m.csv", "--scheme", "scheme.yaml"], "scheme.yaml:1: values: the key is missing")
    try workspace.folder.write("scheme.yaml", "values: {A+: 4.3}\n")
    try expectRefusal(["gpa", "m.csv", "--scheme", "scheme.yaml"], "scheme.yaml:1: ects: the key is missing")
  }

  @Test func `a file of marks with a header alone gives an empty result`() throws {
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write("empty.csv", "eleve,ue,ecue,note,mention\n")
    for (arguments, header) in [
      (
        ["validate", "empty.csv", "--scheme", "scheme.yaml"],
        "eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage\n"
      ),
      (["mentions", "empty.csv"], "eleve,ue,note,mention,position\n"),
      (["gpa", "empty.csv", "--scheme", "scheme.yaml"], "eleve,gpa,gpa_exacte,ects\n"),
    ] {
      let run = try workspace.run(["grades"] + arguments)
      #expect(run.status == 0 && run.output == header, "\(run.errors)")
    }
  }

  @Test func `a cell that is no mark is told once, whatever statut stands beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("u.yaml", "ues: {U1: {ects: 6, ecues: {a: 1}}}\n")
    try folder.write(
      "m.csv", "eleve,ue,ecue,note,statut\nE1,U1,a,absent,V\nE2,U1,a,21,ABI\nE3,U1,a,12-mai,W\n")
    let run = try Execution(["grades", "validate", "m.csv", "--scheme", "u.yaml"], in: folder.url)
    #expect(run.status == 65 && run.errors.split(separator: "\n").count == 3, "\(run.errors)")
    #expect(run.errors.contains("m.csv:4: note: not a decimal number (E3); a spreadsheet made this a date"))
  }
}
