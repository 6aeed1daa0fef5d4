import Foundation
import TestSupport
import Testing

/// What is wrong with several files of a command is said in one run.
struct AllFilesTests {
  @Test func `a broken scheme and broken candidates are both reported`() throws {
    let workspace = try Workspace()
    try workspace.edit("scheme.yaml", "evaluations:", "evaluation:")
    try workspace.edit("candidates.csv", "K003,2008-03-15", "K003,2008-02-30")
    let run = try workspace.rank()
    #expect(run.status == 65)
    #expect(run.errors.contains("scheme.yaml:1: evaluation: unknown key"))
    #expect(run.errors.contains("candidates.csv:5: naissance: no such day in the calendar (K003)"))
  }

  @Test
  func `a missing file does not hide what is wrong with the others, whose defects decide the exit code`()
    throws
  {
    let workspace = try Workspace()
    try workspace.edit("candidates.csv", "K003,2008-03-15", "K003,2008-02-30")
    let rank = ["admission", "rank", "--general-bar", "12", "--science-bar", "11", "--seed", "graine"]
    let both = try workspace.run(rank + ["candidates.csv", "--scheme", "none.yaml"])
    #expect(both.status == 65)
    #expect(both.errors.contains("none.yaml: cannot be opened"))
    #expect(both.errors.contains("candidates.csv:5: naissance"))
    let missing = try workspace.run(rank + ["none.csv", "--scheme", "none.yaml"])
    #expect(missing.status == 66)
    #expect(missing.errors.split(separator: "\n").count == 2, "\(missing.errors)")
  }

  @Test
  func `wishes are checked by the cell where the students are broken, and no student is called unknown`()
    throws
  {
    let workspace = try Workspace.electives()
    try workspace.edit("students.csv", "eleve", "numero")
    try workspace.edit("modules.csv", "places", "place")
    let wishes = try workspace.folder.text("wishes.csv")
    try workspace.folder.write("wishes.csv", wishes + "E99,premier,ALGO\n")
    let run = try workspace.allocate(["electives"])
    #expect(run.status == 65)
    for place in ["students.csv:1: eleve:", "modules.csv:1: places:", ": rang: not a whole number"] {
      #expect(run.errors.contains(place), "\(run.errors)")
    }
    #expect(!run.errors.contains("no such student") && !run.errors.contains("no such module"))
  }

  @Test func `a list and its orals are both checked`() throws {
    let workspace = try Workspace()
    try workspace.folder.write("list.csv", "rang,candidat\n1,K001\n")
    try workspace.edit("orals.csv", "absent", "parti")
    let run = try workspace.run([
      "admission", "admit", "list.csv", "--admission-bar", "13", "--orals", "orals.csv",
    ])
    #expect(run.status == 65)
    #expect(
      run.errors.contains("list.csv:1: generale_exacte:") && run.errors.contains(": verdict: not one of"))
  }

  @Test func `a call order, a state and answers are all checked`() throws {
    let workspace = try Workspace()
    try workspace.folder.write("order.csv", "ordre,candidat\n1,A\n1,B\n")
    try workspace.folder.write("state.csv", "candidat,statut,appel\nA,accepte,x\n")
    try workspace.folder.write("answers.csv", "candidat,statut\nA,oui\n")
    let run = try workspace.run([
      "admission", "calls", "order.csv", "--places", "1", "--state", "state.csv", "--answers", "answers.csv",
    ])
    #expect(run.status == 65)
    for place in ["order.csv:3: ordre", "state.csv:2: appel", "answers.csv:2: statut"] {
      #expect(run.errors.contains(place), "\(run.errors)")
    }
  }

  @Test func `every file of a mobility repair is checked, the published allocation and the withdrawals too`()
    throws
  {
    let workspace = try Workspace.mobility()
    let files = ["students", "destinations", "quotas", "wishes"].map { "\($0).csv" }
    for file in files + ["allocation.csv", "withdrawals.csv"] { try workspace.folder.write(file, "x\n1,2\n") }
    let run = try workspace.mobility(
      ["repair"], ["--allocation", "allocation.csv", "--withdrawals", "withdrawals.csv"])
    #expect(run.status == 65)
    for file in files + ["allocation.csv", "withdrawals.csv"] {
      #expect(run.errors.contains("\(file):1: "), "\(run.errors)")
    }
  }

  @Test func `five of a kind are shown of each file, and no more than fifty lines of all`() throws {
    let workspace = try Workspace()
    let rows = (0..<40).map { "K\($0),2008-02-30,x\n" }.joined()
    try workspace.folder.write("order.csv", "ordre,candidat\n" + (0..<40).map { "x,K\($0)\n" }.joined())
    try workspace.folder.write("answers.csv", "candidat,statut,x\n" + rows)
    let calls = ["admission", "calls", "order.csv", "--places", "1", "--answers", "answers.csv"]
    let few = try workspace.run(calls).errors.split(separator: "\n")
    #expect(few.count == 12)
    #expect(few[5] == "order.csv: ordre: 35 more like this: not a whole number")
    #expect(few[11].hasPrefix("answers.csv: statut: 35 more like this: not one of: accepte"))
    // Of 40 columns one cell each is bad: as many kinds, in each of two files.
    let (names, cells) = ((0..<40).map { "e\($0)" }, (0..<40).map { _ in "x" })
    let scheme =
      "evaluations: {\(names.map { "\($0): {scientific: true}" }.joined(separator: ", "))}\n"
      + "coefficients: {D: {\(names.map { "\($0): x" }.joined(separator: ", "))}}\n"
    try workspace.folder.write("scheme.yaml", scheme)
    try workspace.folder.write(
      "candidates.csv",
      "candidat,naissance,boursier,genre,doublette,\(names.joined(separator: ","))\n"
        + (0..<30).map { "K\($0),x,x,x,D,\(cells.joined(separator: ","))\n" }.joined())
    let many = try workspace.rank()
    #expect(many.errors.split(separator: "\n").count == 51)
    #expect(many.errors.hasSuffix("… and 26 more\n"), "\(many.errors)")
  }
}
