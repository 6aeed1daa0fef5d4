import Foundation
import Palmares
import TestSupport
import Testing

struct MobilityCaseExhaustiveTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.mobility() }

  private static let policies = AllocationPolicy.allCases.map(\.rawValue)
  private static let made = ["-o", "a.csv", "--certificate", "c.json"]
  private static let proof = ["--allocation", "a.csv", "--certificate", "c.json"]

  private func expectRefusal(
    _ name: String, _ old: String, _ new: String, _ message: String, _ more: [String] = [],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let text = try workspace.folder.text(name)
    try workspace.edit(name, old, new)
    let run = try workspace.mobility(["verify"], Self.proof + more)
    #expect(run.status == 65 && run.output.isEmpty, sourceLocation: location)
    #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: location)
    try workspace.folder.write(name, text)
  }

  @Test(arguments: ["fast", "plain"])
  func `the worked case of mobility gives the published places, ranks and reasons, with a proof that holds`(
    solver: String
  ) throws {
    let run = try workspace.mobility(["mobility"], ["--solver", solver] + Self.made)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.folder.text("a.csv") == Workspace.case("mobility/satisfaction.expected.csv"))
    #expect(run.errors.contains("4 of 9 students placed, 5 without a destination\n"))
    #expect(
      run.errors.contains("without a destination, by motif: aucun_voeu 1, complet 1, ineligible 2, quota 1\n")
    )
    // A departure of either kind alone changes nothing: it takes both.
    #expect(
      run.errors.contains("\nUPM: 1/2\nquota S9/*: 2/2\nquota S9/double_diplome: 1/1; one more departure, "))
    #expect(
      run.errors.contains(" here and in quota S9/*: 1 more placed\nquota */*: 4/9\n"))
    #expect(
      run.errors.contains(
        "EPFL: 1/1; one more place, here and in quota S9/*: 1 more placed, 1 at a worse rank (in all, 1 more "
          + "placed, 1 rank given up)\n"))
    #expect(run.errors.contains("KTH: 1/1; one more place: 1 more placed\n"))
    #expect(
      run.errors.contains("4 wishes set aside, conditions not met: line 6, GPA 3.12 (minimum 3.3); line 8, "))
    let verified = try workspace.mobility(["verify"], Self.proof)
    #expect(verified.status == 0 && verified.output == "valid\n", "\(verified.errors)")
  }

  @Test(arguments: policies)
  func `shuffled rows, delimiters, line ends and threads change no place of mobility`(policy: String) throws {
    let flags = ["--policy", policy, "--require-quitus", "quitus.csv"]
    try workspace.folder.write("quitus.csv", "eleve\nE3\nE4\nE9\n")
    let expected = try workspace.mobility(["mobility"], flags).output
    #expect(expected.contains("E3,UPM,3,\n"))
    var random = SeededGenerator(13)
    for variant in 0..<2 {
      for name in ["students.csv", "destinations.csv", "wishes.csv", "quotas.csv", "quitus.csv"] {
        let lines = try workspace.folder.text(name).split(whereSeparator: \.isNewline)
        let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
        try workspace.folder.write(name, shuffled.joined(separator: variant % 2 == 0 ? "\n" : "\r\n"))
      }
      let run = try workspace.mobility(
        ["mobility"], flags + ["--threads", String(1 + variant % 2), "--certificate", "c.json"])
      func rows(_ text: String) -> [Substring] { text.split(separator: "\n").sorted() }
      #expect(rows(run.output) == rows(expected), "variant \(variant): \(run.errors)")
      try workspace.folder.write("a.csv", run.output)
      let verified = try workspace.mobility(["verify"], flags + Self.proof)
      #expect(verified.output == "valid\n", "variant \(variant): \(verified.errors)")
    }
  }

  @Test func `a changed place, price or quota of mobility is not valid`() throws {
    #expect(try workspace.mobility(["mobility"], Self.made).status == 0)
    try expectRefusal("a.csv", "E9,,,complet", "E9,KTH,1,", "KTH: 2 students for 1 place")
    try expectRefusal("a.csv", "E3,,,quota", "E3,UPM,3,", "quota S9/*: 3 departures for 2")
    try expectRefusal("a.csv", "E8,EPFL,1,", "E8,,,complet", "has a price and free places")
    try expectRefusal(
      "a.csv", "E3,,,quota", "E3,KTH,1,",
      "a.csv:4: destination: the student did not wish for this destination, or is not eligible (E3)")
    try expectRefusal(
      "a.csv", "E2,TUM,2", "E2,TUM,1", "a.csv:3: rang_voeu: not the rank of the student's wish (E2)")
    try expectRefusal("a.csv", "E8,EPFL", "E8,MIT", "a.csv:9: destination: no such destination (E8)")
    try expectRefusal("a.csv", "E8,EPFL,1,\n", "", "a.csv:1: eleve: no row for this student (E8)")
    try expectRefusal(
      "a.csv", "E8,EPFL,1,", "E7,,,aucun_voeu", "a.csv:9: eleve: the student already has a row, on line 8")
    try expectRefusal("c.json", "\"price\": ", "\"price\": 5", "has a cheaper choice at these prices")
    let quota = "{\"quota\": \"S9/double_diplome\", \"price\": "
    #expect(try workspace.folder.text("c.json").contains(quota))
    try expectRefusal("c.json", quota, quota + "5", "stage 1: ")
    try expectRefusal(
      "c.json", "\"quota\": \"S9/*\"", "\"quota\": \"S8/*\"",
      "c.json:1: stages[0].prices[4].quota: no such quota")
    try expectRefusal("quotas.csv", "S9,*,2", "S9,*,1", "quota S9/*: 2 departures for 1")
    try expectRefusal(
      "quotas.csv", "double_diplome,1", "double_diplome,2",
      "quota S9/double_diplome has a price and free places")
    try expectRefusal("students.csv", "60,3,espagnol", "60,2,espagnol", "E4 has a cheaper choice at these")
    #expect(try workspace.mobility(["verify"], Self.proof).output == "valid\n")
  }

  @Test func `an allocation with a wrong, missing or needless reason is not valid`() throws {
    #expect(try workspace.mobility(["mobility"], Self.made).status == 0)
    try expectRefusal(
      "a.csv", "E9,,,complet", "E9,,,quota",
      "a.csv:10: motif: the student has no place for another reason: complet (E9)")
    try expectRefusal("a.csv", "E3,,,quota", "E3,,,", "a.csv:4: motif: empty cell (E3)")
    try expectRefusal(
      "a.csv", "E8,EPFL,1,", "E8,EPFL,1,complet",
      "a.csv:9: motif: a reason to have no place, for a student who has one (E8)")
    try expectRefusal("a.csv", "voeu,motif", "voeu,raison", "a.csv:1: motif: no such column in the header")
    try workspace.edit("a.csv", "E8,EPFL,1,", "E8,EPFL,1,quota")
    try expectRefusal("a.csv", "E9,,,complet", "E9,,,", "a.csv:10: motif: empty cell (E9)")
  }

  @Test func `the students who owe their quitus come first, and who cannot be placed is told`() throws {
    try workspace.folder.write("quitus.csv", "eleve\nE4\nE3\nE7\n")
    let quitus = ["--require-quitus", "quitus.csv"]
    let run = try workspace.mobility(["mobility"], quitus + Self.made)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("of those who owe their quitus: 1 of 3 placed\ncannot be placed: E4, E7\n"))
    #expect(
      run.errors.contains(
        "objective: 2 students who owe a quitus without a place, 5 without a destination, 3 ranks given up, priority 0\n"
      ))
    // Nobody more who owes: what one more place gains is what the policy asks.
    #expect(run.errors.contains("KTH: 1/1; one more place: 1 more placed\n"))
    let text = try workspace.folder.text("a.csv")
    #expect(text.contains("E3,UPM,3,\n") && text.contains("E6,,,quota\n"), "\(text)")
    #expect(try workspace.mobility(["verify"], Self.proof + quitus).output == "valid\n")
    #expect(try workspace.mobility(["verify"], Self.proof).status == 65)
    try expectRefusal("quitus.csv", "E3", "E6", "stage 1: ", quitus)
  }

  @Test func `quotas that cross give the same with either solver, and are kept`() throws {
    try workspace.folder.write("quotas.csv", "semestre,type,departs_max\nS9,*,2\n*,double_diplome,1\n")
    for policy in Self.policies {
      let plain = try workspace.mobility(["mobility"], ["--policy", policy, "--solver", "plain"])
      let fast = try workspace.mobility(["mobility"], ["--policy", policy] + Self.made)
      #expect(plain.status == 0 && fast.status == 0, "\(plain.errors) \(fast.errors)")
      #expect(try workspace.folder.text("a.csv") == plain.output, "\(policy)")
      let verified = try workspace.mobility(["verify"], Self.proof)
      #expect(verified.output.hasPrefix("valid") && verified.status == 0, "\(verified.errors)")
      let isProven = verified.output == "valid\n"
      #expect(isProven || verified.output.hasPrefix("valid, optimum not proven: "), "\(verified.output)")
      let strict = try workspace.mobility(["verify"], Self.proof + ["--require-optimal"])
      #expect(strict.status == (isProven ? 0 : 65) && strict.output == verified.output)
      // One double degree in all.
      #expect(plain.output.contains("TUM") != plain.output.contains("UPM"), "\(policy)")
      #expect(try workspace.folder.text("c.json").contains("\"searched\": true"))
    }
    #expect(try workspace.mobility(["mobility"], Self.made).status == 0)
    try expectRefusal("a.csv", "E9,,,", "E9,KTH,1,", "KTH: 2 students for 1 place")
    try expectRefusal("a.csv", "E6,UPM,1,", "E6,,,quota", "the certificate is of another allocation")
    try expectRefusal("c.json", "\"price\": ", "\"price\": 5", "the certificate's bound is ")
  }

  @Test func `explain tells the condition that fails, the quota that is spent and who holds a place`() throws
  {
    let blocked = try workspace.mobility(["explain", "E3"])
    #expect(
      blocked.output == """
        E3: GPA 3.12, absences 1, merit 5 of 9 students
        no destination
          rank 3, UPM: 1 of 2 places taken
            of lower merit, and why each keeps the place:
              E6: rank 1, GPA 2.5, absences 0, merit 8
                with the place for E3, E6 would have no destination: would leave one student without a destination (in all, 2 ranks given up)
            quota S9/*: no departure left
            quota S9/double_diplome: no departure left
            giving E3 this place would leave one student without a destination (in all, 2 ranks given up)
            one more place in UPM: nothing changes; E3 would not have it
        wish of rank 1, KTH, conditions not met: GPA 3.12 (minimum 3.3)

        """, "\(blocked.output)\(blocked.errors)")
    let full = try workspace.mobility(["explain", "E9"]).output
    #expect(
      full.contains(
        "  rank 1, KTH: 1 of 1 place taken\n    E1: rank 1, GPA 3.9, absences 0, merit 2\n"
          + "    giving E9 this place would leave one student without a destination; in all as good, but one of those "
          + "who lose by it has a better merit than E9\n"
          + "    one more place in KTH: one student more gets a place (in all, 1 more placed); E9 could have it\n"
      ),
      "\(full)")
    for (student, lines) in [
      (
        "E4",
        "wish of rank 1, TUM, conditions not met: allemand: no level (minimum A2), 3 semesters away and 2 more (maximum 3)\n"
          + "wish of rank 2, UPM, conditions not met: 3 semesters away and 1 more (maximum 3)\n"
      ),
      ("E5", "wish of rank 1, UPM, conditions not met: 40 ECTS (minimum 60)\n"), ("E7", ""),
    ] {
      let run = try workspace.mobility(["explain", student])
      #expect(
        run.output.hasSuffix("no destination, and no wish whose conditions are met\n" + lines),
        "\(run.output)")
    }
    let placed = try workspace.mobility(["explain", "E2"]).output
    #expect(placed.contains("has TUM, wish of rank 2\n  rank 1, KTH: 1 of 1 place taken\n"), "\(placed)")
  }

  @Test func `without quotas, destinations or students nothing is taken for granted`() throws {
    let files = Workspace.mobilityFiles.filter { !$0.contains("quotas") }
    let free = try workspace.run(["allocate", "mobility"] + files)
    #expect(free.status == 0 && free.output.contains("E3,UPM,3,\n"), "\(free.errors)")
    try workspace.folder.write("wishes.csv", "eleve,rang,destination\n")
    try workspace.folder.write("destinations.csv", "destination,pays,semestre,type,places\n")
    let none = try workspace.run(["allocate", "mobility"] + files)
    #expect(none.status == 0, "\(none.errors)")
    #expect(none.output.hasPrefix("eleve,destination,rang_voeu,motif\nE1,,,aucun_voeu\n"))
    let explained = try workspace.run(["allocate", "explain", "E1"] + files)
    #expect(
      explained.output.hasSuffix("\nno destination, and no wish whose conditions are met\n"),
      "\(explained.errors)")
    try workspace.folder.write("students.csv", "eleve,gpa,ects\n")
    let empty = try workspace.run(["allocate", "mobility"] + files)
    #expect(empty.status == 0 && empty.output == "eleve,destination,rang_voeu,motif\n", "\(empty.errors)")
  }

  @Test func `a generated year of mobility is the shipped one, and solved with a proof`() throws {
    let made = try workspace.run(["generate", "mobility", "--size", "180", "--seed", "2026", "-o", "."])
    #expect(made.status == 0, "\(made.errors)")
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Datasets/mobility")
    for name in ["students", "destinations", "quotas", "wishes", "quitus"] {
      let text = try String(contentsOf: shipped.appendingPathComponent("\(name).csv"), encoding: .utf8)
      #expect(try workspace.folder.text("\(name).csv") == text, "\(name)")
    }
    let quitus = ["--require-quitus", "quitus.csv"]
    let run = try workspace.mobility(["mobility"], quitus + Self.made)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.mobility(["verify"], Self.proof + quitus).output == "valid\n")
  }
}
