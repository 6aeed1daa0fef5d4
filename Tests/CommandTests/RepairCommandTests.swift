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

  @Test func `a place that comes free goes to who has none or asks, and all others keep theirs`() throws {
    try workspace.folder.write("withdrawals.csv", "eleve\nB\n")
    let run = try repair(["--withdrawals", "withdrawals.csv"])
    #expect(run.status == 0, "\(run.errors)")
    // C would rather have X, and D Y; neither asks.
    #expect(run.output == "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,,\nC,,Z,3\nD,,Z,2\n")
    #expect(run.errors.contains("1 withdrawal, 0 moves\n"))
    #expect(run.errors.contains("assumed: policy satisfaction, seed as given (no certificate)\n"))
    try workspace.folder.write("improve.csv", "eleve\nC\n")
    let asked = try repair(["--withdrawals", "withdrawals.csv", "--improve", "improve.csv"])
    #expect(asked.output == "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,,\nC,,X,1\nD,,Z,2\n")
    #expect(asked.errors.contains("C: Z, rank 3 → X, rank 1\n"))
    let all = try repair(["--withdrawals", "withdrawals.csv", "--improve", "all"])
    #expect(all.output == "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,,\nC,,X,1\nD,,Y,1\n")
    #expect(all.errors.contains("1 withdrawal, 2 moves\n"))
  }

  @Test func `of a module with fewer places as many students stay as it has, the others alone may move`()
    throws
  {
    try workspace.folder.write("places.csv", "module,places\nX,1\nY,2\n")
    let run = try repair(["--places", "places.csv"])
    #expect(run.status == 0, "\(run.errors)")
    // A wished for X alone.
    #expect(run.output == "eleve,creneau,module,rang_voeu\nA,,X,1\nB,,Y,2\nC,,Z,3\nD,,Z,2\n")
    #expect(
      run.errors.contains(
        "0 withdrawals, 1 move; in modules with too few places, 2 students, of whom 1 is worse off\n"))
    try workspace.folder.write("places.csv", "module,places\nX,0\nY,2\n")
    let closed = try repair(["--places", "places.csv"])
    #expect(closed.output == "eleve,creneau,module,rang_voeu\nA,,,\nB,,Y,2\nC,,Z,3\nD,,Z,2\n")
    #expect(
      closed.errors.contains(
        "0 withdrawals, 2 moves; in modules with too few places, 2 students, of whom 2 are worse off\n"))
  }

  @Test func `policy, rank costs and seed must be those of the certificate or manifest given beside`() throws
  {
    let made = try workspace.allocate(
      ["electives"],
      [
        "--policy", "generous", "-o", "published.csv", "--certificate", "c.json", "--manifest", "m.json",
      ])
    #expect(made.status == 0, "\(made.errors)")
    try workspace.folder.write("withdrawals.csv", "eleve\nB\n")
    let plain = try repair(["--withdrawals", "withdrawals.csv", "--policy", "generous"])
    for source in [["--certificate", "c.json"], ["--made-with", "m.json"]] {
      let run = try repair(["--withdrawals", "withdrawals.csv"] + source)
      #expect(run.output == plain.output)
      #expect(run.errors.contains("made with: policy generous, this seed (\(source[1]))\n"), "\(run.errors)")
      let policy = try repair(["--withdrawals", "withdrawals.csv", "--policy", "merit"] + source)
      #expect(policy.errors == "--policy merit: \(source[1]) says generous\n" && policy.status == 65)
      let costs = try repair(["--withdrawals", "withdrawals.csv", "--rank-costs", "0,2,3"] + source)
      #expect(costs.errors == "--rank-costs 0,2,3: \(source[1]) says rank − 1\n" && costs.status == 65)
      for command in [
        ["repair", "--allocation", "published.csv", "--withdrawals", "withdrawals.csv"],
        ["swap", "--allocation", "published.csv", "--swaps", "withdrawals.csv"], ["compare"],
      ] {
        let seed = try workspace.run(
          ["allocate"] + command
            + [
              "--students", "students.csv", "--modules", "modules.csv", "--wishes", "wishes.csv", "--seed",
              "x",
            ] + source)
        #expect(
          seed.errors == "--seed: not the seed that \(source[1]) commits to\n" && seed.status == 65,
          "\(seed.errors)")
      }
    }
    // The manifest of exchanges has the seed alone.
    try workspace.folder.write("swaps.csv", "eleve_1,eleve_2\n")
    let swapped = try workspace.allocate(
      ["swap"],
      ["--allocation", "published.csv", "--swaps", "swaps.csv", "-o", "s.csv", "--manifest", "s.json"])
    #expect(swapped.status == 0, "\(swapped.errors)")
    let after = try repair([
      "--withdrawals", "withdrawals.csv", "--made-with", "s.json", "--policy", "generous",
    ])
    #expect(
      after.errors.contains("made with: this seed (s.json); assumed: policy generous\n"), "\(after.errors)")
    let other = try repair(["--withdrawals", "withdrawals.csv", "--made-with", "c.json"])
    #expect(other.status == 65 && other.errors.hasPrefix("c.json: not a manifest"))
  }

  @Test func `a mobility place that comes free goes to a student who has none`() throws {
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
      run.output == "eleve,destination,rang_voeu,motif\nA,,,aucun_voeu\nB,Oslo,2,\nC,Oslo,1,\n",
      "\(run.errors)")
  }

  @Test(arguments: [
    ("eleve\nQ\n", "withdrawals.csv:2: eleve: no such student (Q)\n"),
    ("eleve\nB\nB\n", "withdrawals.csv:3: eleve: the student withdraws on line 2 already (B)\n"),
    ("eleve,creneau\nB,lundi\n", "withdrawals.csv:2: creneau: no such créneau (B)\n"),
  ])
  func `withdrawals of an unknown student, of one twice or from no créneau are refused`(
    text: String, message: String
  ) throws {
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
  func `changed places of an unknown module, below 0 or given twice are refused`(
    text: String, message: String
  ) throws {
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
    #expect(run.errors.contains("Y: 2 students for 1 place"))
    #expect(try repair([]).status == 64)
  }
}
