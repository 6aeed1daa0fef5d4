import Foundation
import TestSupport
import Testing

/// Every kind of bad input of mobility: the exit code, the message, and no file touched.
struct MobilityBadInputTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.mobility()
    try workspace.folder.write("quitus.csv", "eleve\nE3\n")
    try workspace.folder.write("a.csv", "old")
  }

  private func expectRefusal(_ messages: [String], _ location: SourceLocation = #_sourceLocation) throws {
    let run = try workspace.mobility(
      ["mobility"], ["--require-quitus", "quitus.csv", "-o", "a.csv", "--certificate", "c.json"])
    #expect(run.status == 65 && !run.wasSignalled, "\(run.errors)", sourceLocation: location)
    #expect(
      run.errors == messages.map { $0 + "\n" }.joined(), "\(run.errors)", sourceLocation: location)
    #expect(try workspace.folder.text("a.csv") == "old", sourceLocation: location)
    #expect(
      workspace.folder.names
        == ["a.csv", "destinations.csv", "quitus.csv", "quotas.csv", "students.csv", "wishes.csv"],
      sourceLocation: location)
  }

  @Test func `the defects of a destinations file are all told at once`() throws {
    try workspace.folder.write(
      "destinations.csv",
      """
      destination,pays,semestre,type,places,gpa_min,ects_min,langue,niveau_min,duree,priorite
      A,Chili,S8,echange,1,,,,,,
      B,Chili,S8,,-1,5.01,1000.5,,,13,
      A,Chili,,transfert,1000001,3.1234567890123456,x,,,0,1.5
      ,Chili,S8,transfert,1,-1,,,,-1,
      D,Chili,S8,transfert,,,,anglais,B3,1.5,1000001
      E,Chili,S8,transfert,1,,,,B2,,-1000001
      F,Chili,*,transfert,1,,,,,,

      """)
    try expectRefusal([
      "destinations.csv:2: type: not one of: transfert, double_diplome (A); the cell says echange",
      "destinations.csv:3: type: empty cell (B)",
      "destinations.csv:3: places: not a whole number (B)",
      "destinations.csv:3: gpa_min: out of range: 0 to 5 (B)",
      "destinations.csv:3: ects_min: out of range: 0 to 1000 (B)",
      "destinations.csv:3: duree: out of range: 1 to 12 (B)",
      "destinations.csv:4: semestre: empty identifier (A)",
      "destinations.csv:4: places: out of range: 0 to 1000000 (A)",
      "destinations.csv:4: destination: repeated identifier, first on line 2 (A)",
      "destinations.csv:4: gpa_min: more than 15 decimals (A)",
      "destinations.csv:4: ects_min: not a decimal number (A)",
      "destinations.csv:4: duree: out of range: 1 to 12 (A)",
      "destinations.csv:4: priorite: not a whole number (A)",
      "destinations.csv:5: destination: empty identifier",
      "destinations.csv:5: gpa_min: out of range: 0 to 5",
      "destinations.csv:5: duree: not a whole number",
      "destinations.csv:6: places: empty cell (D)",
      "destinations.csv:6: niveau_min: not a level from A1 to C2 (D)",
      "destinations.csv:6: duree: not a whole number (D)",
      "destinations.csv:6: priorite: out of range: -1000000 to 1000000 (D)",
      "destinations.csv:7: niveau_min: a level without a language (E)",
      "destinations.csv:7: priorite: out of range: -1000000 to 1000000 (E)",
      "destinations.csv:8: semestre: * stands for all semesters, and only in quotas (F)",
    ])
  }

  @Test(arguments: [
    ("E2,3.5,0,90,0,anglais:B2+allemand:A2", "E2,3.5,0,-1,0,", "ects: out of range: 0 to 1000 (E2)"),
    ("E2,3.5,0,90,0,anglais:B2+allemand:A2", "E2,3.5,0,,0,", "ects: empty cell (E2)"),
    ("E2,3.5,0,90,0,anglais:B2+allemand:A2", "E2,3.5,0,90,101,", "exterieur: out of range: 0 to 100 (E2)"),
    ("E2,3.5,0,90,0,anglais:B2+allemand:A2", "E2,3.5,0,90,-1,", "exterieur: not a whole number (E2)"),
    ("anglais:B2+allemand:A2", "anglais:B2+ANGLAIS:A2", "langues: the same language twice (E2)"),
    ("anglais:B2+allemand:A2", "anglais:B2+", "langues: an empty code beside a + (E2)"),
    ("anglais:B2+allemand:A2", "anglais:D1", "langues: not a level from A1 to C2 (E2)"),
    ("anglais:B2+allemand:A2", "anglais", "langues: not a level from A1 to C2 (E2)"),
  ])
  func `each defect of students who apply abroad is told with its line and column`(
    old: String, new: String, message: String
  ) throws {
    try workspace.edit("students.csv", old, new)
    try expectRefusal(["students.csv:3: \(message)"])
  }

  @Test func `without a column of ECTS nobody is eligible by chance`() throws {
    try workspace.edit("students.csv", ",ects,", ",credits,")
    try expectRefusal([
      "students.csv:1: ects: no such column in the header, and ects_min of the destinations, 60 where empty, needs it"
    ])
    try workspace.folder.write(
      "destinations.csv", "destination,pays,semestre,type,places,ects_min\nKTH,Suède,S9,transfert,1,0\n")
    try workspace.folder.write("wishes.csv", "eleve,rang,destination\nE5,1,KTH\n")
    let run = try workspace.mobility(["mobility"])
    #expect(run.status == 0 && run.output.contains("E5,KTH,1,\n"), "\(run.errors)")
  }

  @Test func `the defects of a quotas file are all told at once`() throws {
    try workspace.folder.write(
      "quotas.csv",
      """
      semestre,type,departs_max
      S8,*,1
      S10,transfert,1
      *,echange,-1
      ,*,
      """)
    try expectRefusal([
      "quotas.csv:3: semestre: no destination has this semester (S10)",
      "quotas.csv:4: type: not one of: transfert, double_diplome, * (*); the cell says echange",
      "quotas.csv:4: departs_max: not a whole number (*)",
      "quotas.csv:5: semestre: empty identifier",
      "quotas.csv:5: departs_max: empty cell",
    ])
    try workspace.folder.write("quotas.csv", "semestre,type,departs_max\n*,*,1\nS8,*,1\n*,*,2\nS8,*,1\n")
    try expectRefusal([
      "quotas.csv:4: semestre: the same semester and type as on line 2 (*)",
      "quotas.csv:5: semestre: the same semester and type as on line 3 (S8)",
    ])
  }

  @Test(arguments: [
    ("E2,2,TUM", "E10,2,TUM", "eleve: no such student (E10)"),
    ("E2,2,TUM", "E2,2,MIT", "destination: no such destination (E2)"),
    ("E2,2,TUM", "E2,2,", "destination: empty identifier (E2)"),
    ("E2,2,TUM", "E2,0,TUM", "rang: out of range: 1 to 1000000 (E2)"),
    ("E2,2,TUM", "E2,2,KTH", "destination: the student names this destination already, on line 4 (E2)"),
  ])
  func `each defect of the wishes for destinations is told with its line and column`(
    old: String, new: String, message: String
  ) throws {
    try workspace.edit("wishes.csv", old, new)
    try expectRefusal(["wishes.csv:5: \(message)"])
  }

  @Test func `the defects of the list of students who owe their quitus are all told at once`() throws {
    try workspace.folder.write("quitus.csv", "eleve\nE3\nE10\nE3\n")
    try expectRefusal([
      "quitus.csv:3: eleve: no such student (E10)",
      "quitus.csv:4: eleve: repeated identifier, first on line 2 (E3)",
    ])
  }

  @Test(arguments: ["--quotas", "--require-quitus", "--destinations"])
  func `an input of mobility that is not there is exit 66`(flag: String) throws {
    let run = try workspace.mobility(["mobility"], [flag, "absent.csv"])
    #expect(run.status == 66 && run.errors.contains("absent.csv: cannot be opened"), "\(run.errors)")
  }
}
