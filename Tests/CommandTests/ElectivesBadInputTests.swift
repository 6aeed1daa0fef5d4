import Foundation
import TestSupport
import Testing

/// Every kind of bad input of an allocation: the exit code, the message, and no file touched.
struct ElectivesBadInputTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.electives() }

  private func expectRefusal(
    _ messages: [String], _ more: [String] = [], _ location: SourceLocation = #_sourceLocation
  ) throws {
    try workspace.folder.write("list.csv", "old")
    let run = try workspace.allocate(
      ["electives"], ["-o", "list.csv", "--certificate", "c.json"] + more)
    #expect(run.status == 65, "\(run.errors)", sourceLocation: location)
    #expect(!run.wasSignalled, sourceLocation: location)
    let lines = run.errors.split(separator: "\n")
    #expect(
      lines.count == messages.count && zip(lines, messages).allSatisfy { $0.hasPrefix($1) }, "\(run.errors)",
      sourceLocation: location)
    #expect(try workspace.folder.text("list.csv") == "old", sourceLocation: location)
    #expect(
      workspace.folder.names == ["list.csv", "modules.csv", "students.csv", "wishes.csv"],
      sourceLocation: location)
  }

  @Test(arguments: [
    ("E2,3.1,2", "E1,3.1,2", "students.csv:3: eleve: repeated identifier, first on line 2 (E1)"),
    ("E2,3.1,2", ",3.1,2", "students.csv:3: eleve: empty identifier"),
    ("E2,3.1,2", "E2,5.1,2", "students.csv:3: gpa: out of range: 0 to 5 (E2)"),
    ("E2,3.1,2", "E2,-1,2", "students.csv:3: gpa: out of range: 0 to 5 (E2)"),
    ("E2,3.1,2", "E2,3.1234567890123456,2", "students.csv:3: gpa: more than 15 decimals (E2)"),
    ("E2,3.1,2", "E2,,2", "students.csv:3: gpa: empty cell (E2)"),
    ("E2,3.1,2", "E2,NA,2", "students.csv:3: gpa: not a decimal number (E2)"),
    ("E2,3.1,2", "E2,3.1,", "students.csv:3: absences: empty cell (E2)"),
    ("E2,3.1,2", "E2,3.1,1.5", "students.csv:3: absences: not a whole number (E2)"),
    (
      "E2,3.1,2", "E2,3.1",
      "students.csv:3: absences: too few fields: 2, expected 3"
    ),
    ("eleve,gpa", "eleve,moyenne", "students.csv:1: gpa: no such column in the header"),
  ])
  func `each defect of the students is told with its line and column, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.edit("students.csv", old, new)
    try expectRefusal([message])
  }

  @Test func `an empty code between two + is a defect of the students`() throws {
    try workspace.folder.write("students.csv", "eleve,gpa,valides\nE1,3,UE1++UE2\nE2,3,+\nE3,3,\n")
    try expectRefusal([
      "students.csv:2: valides: an empty code beside a + (E1)",
      "students.csv:3: valides: an empty code beside a + (E2)",
    ])
  }

  @Test func `the defects of a modules file are all told at once`() throws {
    try workspace.folder.write(
      "modules.csv",
      """
      module,places,minimum,creneau,prerequis
      A,1000001,,1,
      ,2,,1,
      B,2,x,1,
      B,2,1000001,1,
      C,2,,,
      D,-2,,1,UE1+

      """)
    try expectRefusal([
      "modules.csv:2: places: out of range: 0 to 1000000 (A)",
      "modules.csv:3: module: empty identifier",
      "modules.csv:4: minimum: not a whole number (B)",
      "modules.csv:5: module: the same module in the same créneau as on line 4 (B)",
      "modules.csv:5: minimum: out of range: 0 to 1000000 (B)",
      "modules.csv:6: creneau: empty créneau, and other rows have one (C)",
      "modules.csv:7: places: not a whole number (D)",
      "modules.csv:7: prerequis: an empty code beside a + (D)",
    ])
  }

  @Test(arguments: [
    ("E1,2,IA", "E9,2,IA", "wishes.csv:3: eleve: no such student (E9)"),
    ("E1,2,IA", "E1,2,ART", "wishes.csv:3: module: no such module (E1)"),
    ("E1,2,IA", "E1,0,IA", "wishes.csv:3: rang: out of range: 1 to 1000000 (E1)"),
    ("E1,2,IA", "E1,1000001,IA", "wishes.csv:3: rang: out of range: 1 to 1000000 (E1)"),
    ("E1,2,IA", "E1,,IA", "wishes.csv:3: rang: empty cell (E1)"),
    ("E1,2,IA", "E1,2,", "wishes.csv:3: module: empty identifier (E1)"),
    ("E1,2,IA", ",2,IA", "wishes.csv:3: eleve: empty identifier"),
    (
      "E1,2,IA", "E1,2,RO",
      "wishes.csv:3: module: the student names this module already, on line 2 (E1)"
    ),
  ])
  func `each defect of the wishes is told with its line and column, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.edit("wishes.csv", old, new)
    try expectRefusal([message])
  }

  @Test func `a rank without a cost is an error`() throws {
    try workspace.edit("wishes.csv", "E2,2,IA", "E2,5,IA")
    try expectRefusal(
      ["wishes.csv:7: rang: --rank-costs has no cost for this rank, only up to 4 (E2)"],
      ["--rank-costs", "0,1,2,3"])
  }

  @Test func `a certificate that is not there is exit 66`() throws {
    let run = try workspace.allocate(
      ["verify"], ["--allocation", "absent.csv", "--certificate", "absent.json"])
    #expect(run.status == 66 && run.errors.contains("absent.json: cannot be opened"))
  }
}
