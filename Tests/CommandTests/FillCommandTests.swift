import Foundation
import TestSupport
import Testing

struct FillCommandTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.electives()
    // E4 and E5 name nothing, E3 named what is full; EDP asks for UE1, ART does not run.
    try workspace.folder.write(
      "students.csv",
      "eleve,gpa,absences,valides\nE1,4,0,\nE2,3.5,0,UE1\nE3,3,0,\nE4,2,0,\nE5,1,9,UE1\nE6,1.5,0,\n")
    try workspace.folder.write(
      "modules.csv",
      """
      module,places,minimum,prerequis,absences_max
      ART,9,3,,
      BIO,1,,,
      EDP,3,,UE1,
      IA,2,,,5

      """)
    try workspace.folder.write(
      "wishes.csv", "eleve,rang,module\nE1,1,BIO\nE2,1,IA\nE3,1,BIO\nE6,1,EDP\n")
  }

  private static let made = ["-o", "a.csv", "--certificate", "c.json"]
  private static let proof = ["--allocation", "a.csv", "--certificate", "c.json"]

  @Test func `students who are left get what is free and open to them, marked, and the proof is of the rest`()
    throws
  {
    let run = try workspace.allocate(["electives"], ["--fill", "--unplaced", "u.csv"] + Self.made)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try workspace.folder.text("a.csv") == """
        eleve,creneau,module,rang_voeu,motif
        E1,,BIO,1,
        E2,,IA,1,
        E3,,IA,,complement
        E4,,,,
        E5,,EDP,,complement
        E6,,,,

        """)
    #expect(
      run.errors.contains("2 places given beyond the wishes (complement): E3 IA, E5 EDP\n"), "\(run.errors)")
    #expect(
      run.errors.hasSuffix(
        """
        without a module, no wish made (aucun_voeu): E4
        without a module, no wish whose conditions are met (ineligible): E6

        """), "\(run.errors)")
    #expect(
      try workspace.folder.text("u.csv")
        == """
        eleve,creneau,motif,voeux,complets,fermes,ineligibles
        E4,,aucun_voeu,0,0,0,0
        E6,,ineligible,1,0,0,1

        """)
    let verified = try workspace.allocate(["verify"], Self.proof)
    #expect(
      verified.output == "valid, with 2 places beyond the wishes; before these, the allocation is optimal\n",
      "\(verified.output)\(verified.errors)")
    #expect(try workspace.allocate(["options"], ["--fill"]).output == workspace.folder.text("a.csv"))
    let explained = try workspace.allocate(["explain", "E3"], Self.proof)
    #expect(explained.output.contains("\nno module; then, of what was free, IA\n"), "\(explained.output)")
    let letter = try workspace.allocate(["explain", "E3"], Self.proof + ["--letter"])
    #expect(letter.output.contains("You have no module. You were then given IA, of what was free.\n"))
  }

  @Test func `places beyond the wishes keep the rules, and open nothing`() throws {
    #expect(try workspace.allocate(["electives"], ["--fill"] + Self.made).status == 0)
    let text = try workspace.folder.text("a.csv")
    for (old, new, message) in [
      ("E3,,IA,,complement", "E3,,EDP,,complement", "a.csv:4: module: "),
      ("E5,,EDP,,complement", "E5,,IA,,complement", "a.csv:6: module: "),
      ("E4,,,,", "E4,,IA,,complement", "IA: 3 students for 2 places"),
      ("E4,,,,", "E4,,ART,,complement", "ART runs with 1 student; its minimum is 3"),
      ("E3,,IA,,complement", "E3,,IA,,", "a.csv:4: "),
    ] {
      try workspace.folder.write("a.csv", text.replacingOccurrences(of: old, with: new))
      let run = try workspace.allocate(["verify"], Self.proof)
      #expect(run.status == 65 && run.errors.contains(message), "\(new): \(run.errors)")
    }
    let opened = text.replacingOccurrences(of: "E3,,IA,,", with: "E3,,ART,,")
      .replacingOccurrences(of: "E4,,,,", with: "E4,,ART,,complement")
      .replacingOccurrences(of: "E6,,,,", with: "E6,,ART,,complement")
    try workspace.folder.write("a.csv", opened)
    let run = try workspace.allocate(["verify"], Self.proof)
    #expect(
      run.status == 65
        && run.errors.contains("ART does not run by the wishes, and has a place beyond them (complement)"),
      "\(run.errors)")
  }

  @Test func `the order of rows decides nothing about who is given what`() throws {
    let expected = try workspace.allocate(["electives"], ["--fill"]).output.split(separator: "\n").sorted()
    var random = SeededGenerator(3)
    for _ in 0..<5 {
      for name in ["students.csv", "modules.csv", "wishes.csv"] {
        let lines = try workspace.folder.text(name).split(separator: "\n")
        let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
        try workspace.folder.write(name, shuffled.joined(separator: "\n"))
      }
      let run = try workspace.allocate(["electives"], ["--fill"])
      #expect(run.output.split(separator: "\n").sorted() == expected, "\(run.errors)")
    }
  }

  @Test func `the summary shows twenty students who are left and counts the others, and a file has them all`()
    throws
  {
    let students = (10..<40).map { "S\($0),3" }.joined(separator: "\n")
    try workspace.folder.write("students.csv", "eleve,gpa\n\(students)\n")
    try workspace.folder.write("modules.csv", "module,places\nIA,5\n")
    try workspace.folder.write("wishes.csv", "eleve,rang,module\nS10,1,IA\n")
    let run = try workspace.allocate(["electives"], ["--unplaced", "u.csv"])
    #expect(run.errors.contains("no wish made (aucun_voeu): S11, S12, S13"))
    #expect(
      run.errors.contains("S30\n… and 9 more without a module: --unplaced FILE names all\n"), "\(run.errors)")
    #expect(try workspace.folder.text("u.csv").split(separator: "\n").count == 30)
    for flags in [["--unplaced", "-"], ["--unplaced", "x.csv", "-o", "./x.csv"]] {
      #expect(try workspace.allocate(["electives"], flags).status == 64)
    }
  }
}
