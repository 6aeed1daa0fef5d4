import TestSupport
import Testing

/// A condition without the column that it needs is an error, never a condition that nobody meets.
struct NeededColumnsTests {
  @Test(arguments: [
    (
      "module,places,prerequis\nBIO,2,UE1\nIA,2,\nEDP,1,\nRO,1,\n", "eleve,gpa,absences",
      ["students.csv:1: valides: no such column in the header, and prerequis of the modules needs it"]
    ),
    (
      "module,places,absences_max\nBIO,2,3\nIA,2,\nEDP,1,\nRO,1,\n", "eleve,gpa,NOM",
      ["students.csv:1: absences: no such column in the header, and absences_max of the modules needs it"]
    ),
    ("module,places,prerequis,absences_max\nBIO,2,,\nIA,2,,\nEDP,1,,\nRO,1,,\n", "eleve,gpa,NOM", []),
  ])
  func `a condition of a module for which the students have no column is refused`(
    modules: String, header: String, messages: [String]
  ) throws {
    let workspace = try Workspace.electives()
    try workspace.folder.write("modules.csv", modules)
    try workspace.edit("students.csv", "eleve,gpa,absences", header)
    let run = try workspace.allocate(["electives"], ["-o", "a.csv"])
    #expect(run.status == (messages.isEmpty ? 0 : 65), "\(run.errors)")
    for message in messages { #expect(run.errors == message + "\n") }
  }

  @Test func `a condition of a destination for which the students have no column is refused`() throws {
    let workspace = try Workspace.mobility()
    try workspace.folder.write(
      "destinations.csv",
      """
      destination,pays,semestre,type,places,langue,absences_max
      KTH,Suède,S8,transfert,1,anglais,2
      TUM,Allemagne,S8,double_diplome,2,,
      EPFL,Suisse,S9,transfert,1,,
      UPM,Espagne,S9,double_diplome,2,,

      """)
    try workspace.edit("students.csv", "eleve,gpa,absences,ects,exterieur,langues", "eleve,gpa,a,b,c,d")
    let run = try workspace.mobility(["mobility"])
    #expect(
      run.status == 65
        && run.errors == """
          students.csv:1: absences: no such column in the header, and absences_max of the destinations needs it
          students.csv:1: ects: no such column in the header, and ects_min of the destinations, 60 where empty, needs it
          students.csv:1: langues: no such column in the header, and langue of the destinations needs it

          """,
      "\(run.errors)")
  }

  @Test func `absences are a condition of a module like the GPA`() throws {
    let mobility = try Workspace.mobility()
    try mobility.edit("destinations.csv", "duree,priorite", "duree,priorite,absences_max")
    let rows = try mobility.folder.text("destinations.csv").split(separator: "\n").dropFirst()
    let header = try mobility.folder.text("destinations.csv").split(separator: "\n")[0]
    try mobility.folder.write(
      "destinations.csv", ([header] + rows.map { "\($0),3" }).joined(separator: "\n") + "\n")
    let run = try mobility.mobility(["mobility"], ["-o", "a.csv", "--certificate", "c.json"])
    #expect(try mobility.folder.text("a.csv").contains("E8,,,ineligible\n"), "\(run.errors)")
    #expect(run.status == 0)
    #expect(
      try mobility.mobility(["explain", "E8"]).output.contains(
        "wish of rank 1, EPFL, conditions not met: 4 absences (maximum 3)\n"))
    let verify = ["--allocation", "a.csv", "--certificate", "c.json"]
    #expect(try mobility.mobility(["verify"], verify).output == "valid\n")
    try mobility.edit("a.csv", "E8,,,ineligible", "E8,EPFL,1,")
    #expect(try mobility.mobility(["verify"], verify).status == 65)

    let electives = try Workspace.electives()
    try electives.folder.write(
      "modules.csv", "module,places,absences_max\nBIO,2,x\nIA,2,-1\nEDP,1,\nRO,1,0\n")
    let refused = try electives.allocate(["electives"])
    #expect(
      refused.errors == """
        modules.csv:2: absences_max: not a whole number (BIO)
        modules.csv:3: absences_max: not a whole number (IA)

        """)
    try electives.folder.write("modules.csv", "module,places,absences_max\nBIO,2,\nIA,2,\nEDP,1,\nRO,1,0\n")
    let explained = try electives.allocate(["explain", "E4"])
    #expect(
      explained.output.hasSuffix("wish of rank 1, RO, conditions not met: 1 absence (maximum 0)\n"),
      "\(explained.output)")
  }

  @Test func `who has been away, and ECTS below the rule, are said where nothing else says them`() throws {
    let workspace = try Workspace.mobility()
    try workspace.edit("students.csv", "ects,exterieur", "ects,seances")
    try workspace.edit("destinations.csv", "3,60,ALLEMAND", "3,45,ALLEMAND")
    let run = try workspace.mobility(["mobility"])
    #expect(run.status == 0)
    #expect(run.errors.contains("students.csv: no column exterieur: nobody counts as having been away\n"))
    #expect(
      run.errors.contains(
        "destinations.csv: ects_min below 60, which the règlement asks for (2.4.5): TUM\n"), "\(run.errors)")
  }
}
