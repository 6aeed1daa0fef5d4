import TestSupport
import Testing

struct RepairCommandTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.electives()
    try workspace.folder.write("students.csv", "eleve,gpa\nA,4\nB,3\nC,2\nD,1\n")
    try workspace.folder.write("modules.csv", "module,places,minimum\nX,2,\nY,1,\nZ,3,2\n")
    try workspace.folder.write(
      "wishes.csv", "eleve,rang,module\nA,1,X\nB,1,X\nB,2,Y\nC,1,X\nC,2,Y\nC,3,Z\nD,1,Y\nD,2,Z\n")
    try workspace.folder.write(
      "published.csv", "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,X,1\nC,,Z,3\nD,,Z,2\n")
  }

  private func repair(_ arguments: [String]) throws -> Execution {
    try workspace.allocate(["repair"], ["--allocation", "published.csv"] + arguments)
  }

  @Test func `a place that comes free goes up the list, and nobody who keeps one falls`() throws {
    try workspace.folder.write("withdrawals.csv", "eleve\nB\n")
    let run = try repair(["--withdrawals", "withdrawals.csv"])
    #expect(run.status == 0, "\(run.errors)")
    // Z goes on running with D alone if it must; here D finds Y free.
    #expect(run.output == "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,,\nC,,X,1\nD,,Y,1\n")
    #expect(run.errors.contains("1 withdrawn, 2 moves, 0 worse off of 0 displaced\n"))
    #expect(run.errors.contains("C: Z (rank 3) → X (rank 1)\n"))
  }

  @Test func `holders of a closed module alone may be worse off`() throws {
    try workspace.folder.write("places.csv", "module,places\nX,0\nY,2\n")
    let run = try repair(["--places", "places.csv"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "eleve,creneau,module,rang_voeu\nA,,,\nB,,Y,2\nC,,Y,2\nD,,Z,2\n")
    #expect(run.errors.contains("0 withdrawn, 3 moves, 2 worse off of 2 displaced\n"))
  }

  @Test func `the same is asked of mobility places`() throws {
    try workspace.folder.write("students.csv", "eleve,gpa,ects\nA,4,60\nB,3,60\nC,2,60\n")
    try workspace.folder.write(
      "destinations.csv",
      "destination,pays,semestre,type,places\nRome,Italie,S8,transfert,1\nOslo,Norvège,S8,transfert,2\n")
    try workspace.folder.write("quotas.csv", "semestre,type,departs_max\nS8,*,2\n")
    try workspace.folder.write(
      "wishes.csv", "eleve,rang,destination\nA,1,Rome\nB,1,Rome\nB,2,Oslo\nC,1,Oslo\n")
    try workspace.folder.write(
      "published.csv", "eleve,destination,rang_voeu,motif\nA,Rome,1,\nB,Oslo,2,\nC,,,quota\n")
    try workspace.folder.write("withdrawals.csv", "eleve\nA\n")
    let run = try workspace.run([
      "allocate", "repair", "--students", "students.csv", "--destinations", "destinations.csv", "--wishes",
      "wishes.csv", "--quotas", "quotas.csv", "--seed", "s", "--allocation", "published.csv", "--withdrawals",
      "withdrawals.csv",
    ])
    #expect(
      run.output == "eleve,destination,rang_voeu,motif\nA,,,aucun_voeu\nB,Rome,1,\nC,Oslo,1,\n",
      "\(run.errors)")
  }

  @Test(arguments: [
    ("eleve\nQ\n", "withdrawals.csv:2: eleve: no such student (Q)\n"),
    ("eleve\nB\nB\n", "withdrawals.csv:3: eleve: the student withdraws on line 2 already (B)\n"),
    ("eleve,creneau\nB,lundi\n", "withdrawals.csv:2: creneau: no such créneau (B)\n"),
  ])
  func `withdrawals that cannot be are refused`(text: String, message: String) throws {
    try workspace.folder.write("withdrawals.csv", text)
    let run = try repair(["--withdrawals", "withdrawals.csv", "-o", "out.csv"])
    #expect(run.status == 65)
    #expect(run.errors == message)
    #expect(throws: (any Error).self) { try workspace.folder.text("out.csv") }
  }

  @Test(arguments: [
    ("module,places\nQ,1\n", "places.csv:2: module: no such module (Q)\n"),
    ("module,places\nX,-1\n", "places.csv:2: places: "),
    (
      "module,places\nX,1\nX,2\n",
      "places.csv:3: module: the same module in the same créneau as on line 2 (X)\n"
    ),
  ])
  func `changed places that cannot be are refused`(text: String, message: String) throws {
    try workspace.folder.write("places.csv", text)
    let run = try repair(["--places", "places.csv"])
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `an allocation beyond its places is no start, and something must have changed`() throws {
    try workspace.folder.write("withdrawals.csv", "eleve\nB\n")
    try workspace.folder.write(
      "published.csv", "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,Y,2\nC,,Y,2\nD,,,\n")
    let run = try repair(["--withdrawals", "withdrawals.csv"])
    #expect(run.status == 65)
    #expect(run.errors.contains("Y: 2 students for 1 places"))
    #expect(try repair([]).status == 64)
  }
}
