import Foundation
import TestSupport
import Testing

struct SwapCommandTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.electives()
    try workspace.folder.write("a.csv", Workspace.case("electives/satisfaction.expected.csv"))
  }

  private func swap(_ file: String, _ rows: String, _ more: [String] = []) throws -> Execution {
    try workspace.folder.write(file, rows)
    let flag = file == "swaps.csv" ? "--swaps" : "--propose"
    return try workspace.allocate(["swap"], ["--allocation", "a.csv", flag, file] + more)
  }

  @Test func `exchanges are made in the order of the file, and one against the rules is refused alone`()
    throws
  {
    // E4 hands on BIO, which came from E6 in the row before.
    let run = try swap(
      "swaps.csv", "eleve_1,eleve_2\nE4,E6\nE1,E2\nE3,E7\nE4,E3\nE3,E1\nE7,E1\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        eleve,creneau,module,rang_voeu,motif,avant
        E1,,IA,2,echange,RO
        E2,,,,,
        E3,,RO,3,echange,IA
        E4,,IA,2,echange,EDP
        E5,,BIO,2,,
        E6,,EDP,3,echange,BIO
        E7,,BIO,,echange,IA

        """)
    #expect(
      run.errors == """
        swaps.csv:3: refused: E2 has no place to give
        swaps.csv:4: refused: both have IA
        4 exchanges made, 2 refused

        """)
  }

  @Test(arguments: [
    ["swap", "--swaps", "swaps.csv"], ["repair", "--withdrawals", "gone.csv"], ["explain", "E1"],
  ])
  func `a broken certificate and a broken allocation are reported by one run`(words: [String]) throws {
    try workspace.folder.write("swaps.csv", "eleve_1,eleve_2\nE4,E6\n")
    try workspace.folder.write("gone.csv", "eleve\nE6\n")
    try workspace.folder.write("a.csv", "eleve,creneau,module,rang_voeu\nE99,,IA,1\n")
    try workspace.folder.write("c.json", "{")
    let run = try workspace.allocate(words, ["--allocation", "a.csv", "--certificate", "c.json"])
    #expect(run.status == 65)
    #expect(run.errors.contains("c.json:1: ") && run.errors.contains("a.csv:2: eleve: "), "\(run.errors)")
  }

  @Test func `a place that was no wish has no rank, and can be exchanged and repaired again`() throws {
    // E7 never wished for BIO.
    #expect(try swap("swaps.csv", "eleve_1,eleve_2\nE7,E5\n", ["-o", "b.csv"]).status == 0)
    let text = try workspace.folder.text("b.csv")
    #expect(text.contains("E7,,BIO,,echange,IA\n"))
    try workspace.folder.write("a.csv", text)
    let back = try swap("swaps.csv", "eleve_1,eleve_2\nE5,E7\n", ["--undo"])
    #expect(back.output == (try Workspace.case("electives/satisfaction.expected.csv")), "\(back.errors)")
    try workspace.folder.write("withdrawals.csv", "eleve\nE6\n")
    let repaired = try workspace.allocate(
      ["repair"], ["--allocation", "b.csv", "--withdrawals", "withdrawals.csv"])
    #expect(repaired.status == 0, "\(repaired.errors)")
    // Who exchanged keeps the place, and the mark.
    #expect(
      repaired.output.contains("E5,,IA,1,echange,BIO\n") && repaired.output.contains("E7,,BIO,,echange,IA\n"))
    // A wish costs less than what was none, whatever the costs of ranks.
    try workspace.folder.write("withdrawals.csv", "eleve\nE3\nE5\n")
    let wished = try workspace.allocate(
      ["repair"],
      [
        "--allocation", "b.csv", "--withdrawals", "withdrawals.csv", "--rank-costs", "0,1,1,1", "--improve",
        "all",
      ])
    #expect(wished.output.contains("E7,,IA,2\n"), "\(wished.output)")
    let explained = try workspace.allocate(["explain", "E7"], ["--allocation", "b.csv"]).output
    #expect(
      explained.contains(
        "\nhas IA, wish of rank 2; since then, by an exchange, BIO\n  rank 1, RO: 1 of 1 place taken\n"))
    let holders = try workspace.allocate(["explain", "E4"], ["--allocation", "b.csv"]).output
    #expect(holders.contains("\n      E7: rank 2, GPA 3.5, absences 3, merit 3\n"), "\(holders)")
    let refused = try workspace.allocate(["compare"], ["--allocation", "b.csv"])
    #expect(refused.status == 64)
  }

  @Test func `refusals are told although quiet, and the result can be exchanged again`() throws {
    let run = try swap("swaps.csv", "eleve_1;eleve_2\nE1;E2\nE4;E6\n", ["--quiet", "-o", "b.csv"])
    #expect(run.errors == "swaps.csv:2: refused: E2 has no place to give\n" && run.status == 0)
    try workspace.folder.write("a.csv", workspace.folder.text("b.csv"))
    let back = try swap("swaps.csv", "eleve_1,eleve_2\nE6,E4\n", ["--undo"])
    #expect(back.output == (try Workspace.case("electives/satisfaction.expected.csv")))
  }

  @Test func `prerequisites, créneaux and a module in another créneau refuse an exchange`() throws {
    try workspace.folder.write(
      "students.csv", "eleve,gpa,valides\nE1,4,UE1\nE2,3,\nE3,2,\n")
    try workspace.folder.write(
      "modules.csv",
      "module,places,creneau,prerequis\nA,3,lundi,\nA,3,mardi,\nB,3,lundi,UE1\nC,3,lundi,\nC,3,mardi,\n")
    try workspace.folder.write(
      "wishes.csv",
      "eleve,rang,module\nE1,1,B\nE1,2,A\nE1,3,C\nE2,1,B\nE2,2,A\nE2,3,C\nE3,1,A\nE3,2,C\n")
    try workspace.folder.write(
      "a.csv",
      "eleve,creneau,module,rang_voeu\nE1,lundi,B,1\nE1,mardi,A,2\nE2,lundi,A,2\nE2,mardi,C,3\n"
        + "E3,lundi,C,2\nE3,mardi,,\n")
    let run = try swap(
      "swaps.csv",
      "creneau,eleve_1,eleve_2\nlundi,E1,E2\nmardi,E1,E3\nlundi,E3,E2\nlundi,E1,E3\nmardi,E2,E1\n")
    #expect(run.status == 0)
    #expect(
      run.errors == """
        swaps.csv:2: refused: E1 has A in another créneau
        swaps.csv:3: refused: E3 has no place to give
        swaps.csv:4: refused: E2 has C in another créneau
        swaps.csv:5: refused: E3, B (lundi): UE1 missing
        swaps.csv:6: refused: E2 has A in another créneau
        0 exchanges made, 5 refused

        """)
    #expect(run.output == (try workspace.folder.text("a.csv")))
    try workspace.folder.write("swaps.csv", "eleve_1,eleve_2\nE1,E2\n")
    let unnamed = try workspace.allocate(["swap"], ["--allocation", "a.csv", "--swaps", "swaps.csv"])
    #expect(
      unnamed.status == 65 && unnamed.errors.hasPrefix("swaps.csv:1: creneau: no such column in the header"))
  }

  @Test func `every defect of the exchanges is told, and nothing is written`() throws {
    try workspace.folder.write("out.csv", "old")
    let run = try swap(
      "swaps.csv", "eleve_1,eleve_2,creneau\nE1,E9,\nE4,E4,\n,E4,\nE4,E6,lundi\nE4\n", ["-o", "out.csv"])
    #expect(run.status == 65)
    #expect(
      run.errors == """
        swaps.csv:2: eleve_2: no such student (E1)
        swaps.csv:3: eleve_2: both are the same student (E4)
        swaps.csv:4: eleve_1: empty identifier
        swaps.csv:5: creneau: no such créneau (E4)
        swaps.csv:6: eleve_2: too few fields: 1, expected 3

        """)
    #expect(try workspace.folder.text("out.csv") == "old")
  }

  @Test func `an allocation that breaks a rule is no start`() throws {
    try workspace.edit("a.csv", "E4,,EDP,4", "E4,,BIO,3")
    let run = try swap("swaps.csv", "eleve_1,eleve_2\n")
    #expect(run.status == 65 && run.errors == "a.csv: BIO: 3 students for 2 places\n")
  }

  @Test func `proposed exchanges better as many as they can, and tell the cycles`() throws {
    // E4 or E3 could have BIO of E5 or E6; E6 would take IA, E5 nothing but EDP.
    let run = try swap(
      "asked.csv", "eleve,rang,module\nE6,1,IA\nE3,1,BIO\nE4,1,BIO\nE5,1,EDP\nE2,1,IA\nE7,1,EDP\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        eleve,creneau,module,rang_voeu,motif,avant
        E1,,RO,1,,
        E2,,,,,
        E3,,BIO,2,echange,IA
        E4,,BIO,3,echange,EDP
        E5,,EDP,4,echange,BIO
        E6,,IA,2,echange,BIO
        E7,,IA,2,,

        """)
    #expect(
      run.errors == """
        asked.csv: ignored: E2 has no place to give
        assumed: seed as given (no certificate)
        4 places better by 2 exchanges, none worse
        E4 takes BIO of E5, E5 takes EDP of E4
        E3 takes BIO of E6, E6 takes IA of E3

        """)
    let plain = try swap("asked.csv", try workspace.folder.text("asked.csv"), ["--solver", "plain"])
    #expect(plain.output == run.output)
  }

  @Test func `a place that was no wish can be asked for, by who may have it`() throws {
    let run = try swap("asked.csv", "eleve,rang,module\nE7,1,EDP\nE4,3,IA\n")
    #expect(run.status == 0 && run.output.contains("E4,,IA,2,echange,EDP\n"))
    #expect(run.output.contains("E7,,EDP,,echange,IA\n"))
    #expect(
      run.errors == """
        assumed: seed as given (no certificate)
        2 places better by 1 exchange, none worse
        E4 takes IA of E7, E7 takes EDP of E4

        """)
  }

  @Test func `after an optimum the wishes themselves ask for no exchange`() throws {
    let run = try workspace.allocate(["swap"], ["--allocation", "a.csv", "--propose", "wishes.csv"])
    #expect(run.output == (try Workspace.case("electives/satisfaction.expected.csv")))
    #expect(run.errors.contains("0 places better by 0 exchanges"))
  }

  @Test func `mobility places are exchanged by those who are eligible, within the quotas`() throws {
    let folder = workspace.folder
    try folder.write(
      "e.csv", "eleve,gpa,ects,langues\nE1,4,90,anglais:B2\nE2,3,90,anglais:B2\nE3,2,90,\nE4,2,90,\n")
    try folder.write(
      "d.csv",
      "destination,pays,semestre,type,places,gpa_min,langue,niveau_min\nAIX,DE,S8,transfert,1,,,\n"
        + "BERN,CH,S9,transfert,1,,,\nCORK,IE,S8,transfert,1,2.5,anglais,B1\n")
    try folder.write("q.csv", "semestre,type,departs_max\nS8,*,2\nS9,*,1\n")
    try folder.write(
      "w.csv",
      "eleve,rang,destination\nE1,1,BERN\nE1,2,CORK\nE1,3,AIX\nE2,1,CORK\nE2,2,AIX\nE3,1,CORK\nE3,2,AIX\nE3,3,BERN\n"
    )
    try folder.write(
      "m.csv", "eleve,destination,rang_voeu,motif\nE1,CORK,2,\nE2,AIX,2,\nE3,BERN,3,\nE4,,,aucun_voeu\n")
    let files = [
      "--students", "e.csv", "--destinations", "d.csv", "--wishes", "w.csv", "--quotas", "q.csv", "--seed",
      "graine", "--allocation", "m.csv",
    ]
    try folder.write("swaps.csv", "eleve_1,eleve_2\nE1,E3\nE1,E2\nE1,E3\nE4,E3\n")
    let swapped = try workspace.run(["allocate", "swap"] + files + ["--swaps", "swaps.csv"])
    #expect(
      swapped.errors == """
        swaps.csv:2: refused: E3, CORK: GPA 2 (minimum 2.5)
        swaps.csv:5: refused: E4 has no place to give
        2 exchanges made, 2 refused

        """)
    #expect(
      swapped.output
        == "eleve,destination,rang_voeu,motif,avant\nE1,BERN,1,echange,CORK\nE2,CORK,1,echange,AIX\n"
        + "E3,AIX,2,echange,BERN\nE4,,,aucun_voeu,\n")
    // In one cycle of three.
    let proposed = try workspace.run(["allocate", "swap"] + files + ["--propose", "w.csv"])
    #expect(proposed.output == swapped.output)
    #expect(
      proposed.errors == """
        w.csv: ignored: line 7, GPA 2 (minimum 2.5)
        assumed: seed as given (no certificate)
        3 places better by 1 exchange, none worse
        E1 takes BERN of E3, E3 takes AIX of E2, E2 takes CORK of E1

        """)
  }

  @Test func `the same exchanges twice are an error, and are taken back by a flag of its own`() throws {
    let rows = "eleve_1,eleve_2\nE4,E6\nE4,E7\nE3,E5\n"
    #expect(try swap("swaps.csv", rows, ["-o", "b.csv"]).status == 0)
    let swapped = ["swap", "--allocation", "b.csv", "--swaps", "swaps.csv", "-o", "new.csv"]
    let again = try workspace.allocate(swapped)
    #expect(again.status == 65 && again.errors.split(separator: "\n").count == 3, "\(again.errors)")
    #expect(
      again.errors.hasPrefix(
        "swaps.csv:2: already made: E4 and E6 have exchanged; take the row out, or give --undo to take the "))
    #expect(throws: (any Error).self) { try workspace.folder.text("new.csv") }
    // A row more changes nothing about those before.
    try workspace.folder.write("swaps.csv", rows + "E1,E5\n")
    let more = try workspace.allocate(swapped)
    #expect(
      more.status == 65 && more.errors.contains("swaps.csv:4: already made: E3 and E5"), "\(more.errors)")
    try workspace.folder.write("swaps.csv", rows)
    let undone = try workspace.allocate(swapped + ["--undo"])
    #expect(undone.errors == "3 exchanges taken back, 0 refused\n" && undone.status == 0)
    let back = try workspace.folder.text("new.csv")
    #expect(back == (try Workspace.case("electives/satisfaction.expected.csv")))
    try workspace.folder.write("b.csv", back)
    let nothing = try workspace.allocate(swapped + ["--undo"])
    #expect(nothing.errors.hasPrefix("swaps.csv:2: refused: not made: E4 and E6 hold no places from this"))
  }

  @Test func `verify checks the allocation before the exchanges, and that places only changed hands`() throws
  {
    #expect(try workspace.allocate(["electives"], ["-q", "--certificate", "c.json"]).status == 0)
    #expect(try swap("swaps.csv", "eleve_1,eleve_2\nE4,E6\nE7,E5\n", ["-o", "b.csv"]).status == 0)
    // A second round: places before the exchanges are those of the first.
    try workspace.folder.write("swaps.csv", "eleve_1,eleve_2\nE4,E5\n")
    let round = try workspace.allocate(
      ["swap"], ["--allocation", "b.csv", "--swaps", "swaps.csv", "--certificate", "c.json"])
    #expect(round.status == 0, "\(round.errors)")
    let text = round.output
    try workspace.folder.write("b.csv", text)
    #expect(text.contains("E4,,IA,2,echange,EDP\nE5,,BIO,2,,\nE6,,EDP,3,echange,BIO\nE7,,BIO,,echange,IA\n"))
    let verify = ["verify", "--allocation", "b.csv", "--certificate", "c.json", "--require-optimal"]
    let valid = try workspace.allocate(verify)
    #expect(
      valid.output == "valid, with 3 places from exchanges; before these, the allocation is optimal\n",
      "\(valid.errors)")
    for (old, new, message) in [
      ("echange,EDP", "echange,IA", "b.csv:5: avant: the same place as after the exchanges (E4)"),
      ("echange,EDP", "echange,RO", "EDP: not as many students have a place from an exchange as gave one"),
      (
        "echange,EDP", "echange,ART",
        "b.csv:5: avant: no such place before the exchanges in this créneau (E4)"
      ),
      ("echange,EDP", "echange,", "b.csv:5: motif: the place before the exchanges is missing (E4)"),
      (
        "echange,EDP", ",EDP", "b.csv:5: avant: a place before exchanges, but motif is not echange (E4)"
      ),
      ("echange,EDP", "troc,EDP", "b.csv:5: motif: not one of: echange, complement (E4)"),
      ("echange,EDP", "complement,", "b.csv:5: rang_voeu: a place given beyond the wishes has no rank (E4)"),
      ("BIO,,echange,IA", "BIO,,,", "b.csv:8: module: the place was no wish, and the row does not say"),
      ("BIO,,echange,IA", "BIO,,complement,", "BIO: not as many students have a place from an exchange as"),
      ("E5,,BIO,2,,", "E5,,BIO,2,echange,IA", "BIO: not as many students have a place from an exchange as"),
      (
        "E2,,,,,", "E2,,,,echange,IA", "b.csv:3: motif: the row has no place; it cannot come from an exchange"
      ),
      ("E1,,RO,1,,", "E1,,,,,", "RO has a price and free places"),
    ] {
      try workspace.edit("b.csv", old, new)
      let run = try workspace.allocate(verify)
      #expect(run.status == 65 && run.output.isEmpty && run.errors.contains(message), "\(new): \(run.errors)")
      try workspace.folder.write("b.csv", text)
    }
  }

  @Test func `a dry run says who gets what instead of what, and writes nothing`() throws {
    let swapped = try swap(
      "swaps.csv", "eleve_1,eleve_2\nE4,E6\nE7,E5\nE1,E2\n",
      ["--dry-run", "-o", "b.csv", "--manifest", "b.json"])
    #expect(
      swapped.output == """
        eleve,creneau,avant,rang_avant,apres,rang_apres
        E4,,EDP,4,BIO,3
        E5,,BIO,2,IA,1
        E6,,BIO,1,EDP,3
        E7,,IA,2,BIO,

        """)
    #expect(swapped.errors.contains("2 exchanges made, 1 refused\n") && swapped.status == 0)
    try workspace.folder.write("w.csv", "eleve\nE1\n")
    let repaired = try workspace.allocate(
      ["repair"], ["--allocation", "a.csv", "--withdrawals", "w.csv", "--dry-run", "-o", "b.csv"])
    #expect(
      repaired.output
        == "eleve,creneau,avant,rang_avant,apres,rang_apres\nE1,,RO,1,,\nE2,,,,RO,1\n", "\(repaired.errors)")
    for name in ["b.csv", "b.json"] {
      #expect(throws: (any Error).self) { try workspace.folder.text(name) }
    }
  }

  @Test func `a dry run refuses an output that is an input, as the run itself would`() throws {
    try workspace.folder.write("w.csv", "eleve\nE1\n")
    let repair = ["--allocation", "a.csv", "--withdrawals", "w.csv"]
    for output in ["a.csv", "./students.csv"] {
      let runs = try [[], ["--dry-run"]].map {
        try workspace.allocate(["repair"], repair + ["-o", output] + $0)
      }
      for run in runs { #expect(run.status == 64 && run.errors == runs[0].errors, "\(run.errors)") }
    }
  }
}
