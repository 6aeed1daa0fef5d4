import Foundation
import Palmares
import TestSupport
import Testing

struct ElectivesCaseTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.electives() }

  private static let policies = AllocationPolicy.allCases.map(\.rawValue)

  @Test(arguments: policies, ["fast", "plain"])
  func `the worked case gives the published allocation, with a proof that holds`(
    policy: String, solver: String
  ) throws {
    let run = try workspace.allocate(
      ["electives"],
      ["--policy", policy, "--solver", solver, "-o", "a.csv", "--certificate", "c.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.folder.text("a.csv") == Workspace.case("electives/\(policy).expected.csv"))
    let verified = try workspace.allocate(
      ["verify"], ["--allocation", "a.csv", "--certificate", "c.json"])
    #expect(verified.status == 0 && verified.output == "valid\n", "\(verified.errors)")
    #expect(verified.errors.isEmpty)
  }

  @Test func `options are electives with one créneau`() throws {
    let run = try workspace.allocate(["options"])
    #expect(run.output == (try Workspace.case("electives/satisfaction.expected.csv")), "\(run.errors)")
    try workspace.folder.write(
      "modules.csv", "module,places,creneau\nBIO,2,A\nIA,2,A\nEDP,1,B\nRO,1,A\n")
    let refused = try workspace.allocate(["options"])
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "modules.csv:4: creneau: options have a single créneau; this row names another (EDP)"))
  }

  @Test func `the summary says who is placed and what a place more is worth`() throws {
    let errors = try workspace.allocate(["electives"]).errors
    #expect(errors.contains("6 of 7 students placed, 1 without a module\n"))
    #expect(errors.contains("mean rank"))
    #expect(errors.contains("IA: 2/2"))
    #expect(errors.contains("; one more place: 1 more placed"))
    #expect(errors.contains("policy satisfaction, arbitration by merit decided for "))
    #expect(try workspace.allocate(["electives"], ["--quiet"]).errors.isEmpty)
  }

  @Test func `the summary in French agrees in number, and has a decimal comma and no-break spaces`() throws {
    let errors = try workspace.allocate(["electives"], ["--lang", "fr"]).errors
    #expect(errors.contains("6 élèves placés sur 7, 1 sans module\n"), "\(errors)")
    #expect(
      errors.contains(
        "\nrang 1\u{A0}: 3, rang 2\u{A0}: 2, rang 4\u{A0}: 1\nrang moyen 1,83\u{202F}; pire rang 4\n"),
      "\(errors)")
    #expect(errors.contains(" (en tout, 1 élève de plus placé, 2 rangs cédés)\n"), "\(errors)")
    #expect(
      errors.hasSuffix("sans module, plus de place dans aucun vœu (complet)\u{A0}: E2\n"), "\(errors)")
  }

  @Test func `rank costs decide the electives, and are in their certificate`() throws {
    let costs = ["--rank-costs", "0,0,0,9"]
    let made = try workspace.allocate(["electives"], costs + ["-o", "a.csv", "--certificate", "c.json"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(try workspace.folder.text("c.json").contains("\"rank_costs\": [0, 0, 0, 9]"))
    let verify = ["--allocation", "a.csv", "--certificate", "c.json"]
    #expect(try workspace.allocate(["verify"], verify + costs).status == 0)
    let other = try workspace.allocate(["verify"], verify + ["--rank-costs", "0,1,2,3"])
    #expect(other.status == 65 && other.errors.contains("other rank costs"))
  }

  @Test func `explain names the holders of each better wish and what a place more would change`() throws {
    let run = try workspace.allocate(["explain", "E4"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("E4: GPA 3.7, absences 1, merit 2 of 7 students\nhas EDP, wish of rank 4\n"))
    #expect(
      run.output.contains(
        "  rank 1, RO: 1 of 1 place taken\n    E1: rank 1, GPA 3.9, absences 0, merit 1\n"
          + "    giving E4 this place would give one student a worse wish; in all as good, but one of those who lose "
          + "by it has a better merit than E4\n"
          + "    one more place in RO: one student more gets a place (in all, 1 more placed); E4 could have it\n"
      ))
    #expect(run.output.contains("  rank 2, IA: 2 of 2 places taken\n"))
    let unknown = try workspace.allocate(["explain", "E9"])
    #expect(
      unknown.status == 65
        && unknown.errors == "students.csv: no such student (E9)\n")
  }

  @Test func `prerequisites drop wishes, and minimums close modules`() throws {
    try workspace.folder.write(
      "students.csv", "eleve,gpa,valides\nE1,4,\nE2,3,UE1+UE2\nE3,2,UE2 + UE1\n")
    try workspace.folder.write(
      "modules.csv",
      "module,places,minimum,creneau,prerequis\nA,1,,lundi,UE1+UE2\nB,3,2,lundi,\nC,3,3,mardi,\n")
    try workspace.folder.write(
      "wishes.csv", "eleve,rang,module\nE1,1,A\nE2,1,A\nE3,1,A\nE3,2,B\nE1,2,B\nE2,1,C\nE3,1,C\n")
    let run = try workspace.allocate(["electives"], ["-o", "a.csv", "--certificate", "c.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try workspace.folder.text("a.csv") == """
        eleve,creneau,module,rang_voeu
        E1,lundi,B,2
        E1,mardi,,
        E2,lundi,A,1
        E2,mardi,,
        E3,lundi,B,2
        E3,mardi,,

        """)
    #expect(run.errors.contains("does not run, as its minimum is not reached: C (mardi)\n"))
    #expect(run.errors.contains("1 wish set aside, prerequisite missing: line 2, UE1 missing\n"))
    let verified = try workspace.allocate(
      ["verify"], ["--allocation", "a.csv", "--certificate", "c.json"])
    #expect(verified.output == "valid\n", "\(verified.errors)")
    let explained = try workspace.allocate(["explain", "E1"])
    #expect(
      explained.output.contains(
        "wish of rank 1, A, conditions not met: UE UE1 is not validated, UE UE2 is not validated\n"))
  }

  @Test func `without modules or students nobody gets anything`() throws {
    try workspace.folder.write("wishes.csv", "eleve,rang,module\n")
    try workspace.folder.write("modules.csv", "module,places\n")
    let run = try workspace.allocate(["electives"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("eleve,creneau,module,rang_voeu\nE1,,,\nE2,,,\n"))
    try workspace.folder.write("students.csv", "eleve,gpa\n")
    let empty = try workspace.allocate(["electives"])
    #expect(empty.status == 0 && empty.output == "eleve,creneau,module,rang_voeu\n", "\(empty.errors)")
  }

  @Test func `generated electives are the same bytes each time, and solved with a proof`() throws {
    for folder in ["a", "b"] {
      let made = try workspace.run([
        "generate", "electives", "--size", "300", "--seed", "2026", "-o", folder,
      ])
      #expect(made.status == 0, "\(made.errors)")
    }
    let committed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Datasets/electives")
    for name in ["students.csv", "modules.csv", "wishes.csv"] {
      let text = try workspace.folder.text("a/\(name)")
      #expect(try text == workspace.folder.text("b/\(name)"))
      #expect(
        try text == String(contentsOf: committed.appendingPathComponent(name), encoding: .utf8))
      try workspace.folder.write(name, text)
    }
    let run = try workspace.allocate(["electives"], ["-o", "out.csv", "--certificate", "c.json"])
    #expect(run.status == 0, "\(run.errors)")
    let verified = try workspace.allocate(
      ["verify"], ["--allocation", "out.csv", "--certificate", "c.json"])
    #expect(verified.output == "valid\n", "\(verified.errors)")
  }

  @Test func `the timings of an allocation tell its phases`() throws {
    let run = try workspace.allocate(["electives"], ["--timings", "-q", "-o", "a.csv"])
    let phases = try run.errors.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }.compactMap { $0["phase"] as? String }
    #expect(Array(phases.prefix(2)) == ["read", "model"])
    #expect(phases.contains("arbitration"))
    #expect(Array(phases.suffix(2)) == ["write", "total"])
  }
}

/// The worked case in every policy, and every change of its certificate.
struct ElectivesCaseExhaustiveTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.electives() }

  @Test(arguments: AllocationPolicy.allCases.map(\.rawValue))
  func `shuffled rows, delimiters, line ends and threads change no place of the electives`(policy: String)
    throws
  {
    let expected = try Workspace.case("electives/\(policy).expected.csv")
    var random = SeededGenerator(12)
    for variant in 0..<3 {
      for name in ["modules.csv", "wishes.csv"] {
        let lines = try Workspace.case("electives/\(name)").split(separator: "\n")
        let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
        let text = shuffled.joined(separator: variant % 2 == 0 ? "\n" : "\r\n")
        let delimiter = [",", ";", "\t"][variant % 3]
        try workspace.folder.write(name, text.replacingOccurrences(of: ",", with: delimiter))
      }
      let run = try workspace.allocate(
        ["electives"], ["--policy", policy, "--threads", String(1 + variant % 2)])
      #expect(run.output == expected, "variant \(variant): \(run.errors)")
    }
  }

  @Test func `a changed place of the electives, or a changed word of their certificate, is not valid`() throws
  {
    let made = try workspace.allocate(["electives"], ["-o", "a.csv", "--certificate", "c.json"])
    #expect(made.status == 0, "\(made.errors)")
    let verify = ["--allocation", "a.csv", "--certificate", "c.json"]
    func expectRefusal(
      _ name: String, _ old: String, _ new: String, _ message: String,
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      let text = try workspace.folder.text(name)
      try workspace.edit(name, old, new)
      let run = try workspace.allocate(["verify"], verify)
      #expect(run.status == 65 && run.output.isEmpty, sourceLocation: location)
      #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: location)
      try workspace.folder.write(name, text)
    }
    try expectRefusal("a.csv", "E5,,BIO,2", "E5,,IA,1", "IA: 3 students for 2 places")
    try expectRefusal("a.csv", "E5,,BIO,2", "E5,,,", "BIO has a price and free places")
    try expectRefusal(
      "a.csv", "E5,,BIO,2", "E5,,BIO,1", "a.csv:6: rang_voeu: not the rank of the student's wish (E5)")
    try expectRefusal(
      "a.csv", "E2,,,", "E2,,BIO,1",
      "a.csv:3: module: the student did not wish for this module in this créneau (E2)")
    try expectRefusal("a.csv", "E5,,BIO,2\n", "", "a.csv:1: eleve: no row for this student (E5)")
    try expectRefusal(
      "a.csv", "E5,,BIO,2", "E4,,,",
      "a.csv:6: eleve: the student already has a row for this créneau, on line 5")
    try expectRefusal("a.csv", "E5,,BIO,2", "E5,X,BIO,2", "a.csv:6: creneau: no such créneau (E5)")
    try expectRefusal("a.csv", "E5,,BIO,2", "E9,,BIO,2", "a.csv:6: eleve: no such student (E9)")
    try expectRefusal("a.csv", "E5,,BIO,2", "E5,,ART,2", "a.csv:6: module: no such module (E5)")
    try expectRefusal("c.json", "\"price\": ", "\"price\": 5", "has a cheaper choice at these prices")
    try expectRefusal("c.json", "\"BIO\"", "\"ART\"", "c.json:1: stages[0].prices[0].module: no such module")
    try expectRefusal("c.json", "\"weight\": ", "\"weight\": 5", "c.json:1: stages[0].levels[0].weight: not")
    try expectRefusal("c.json", "\"bound\": ", "\"bund\": ", "c.json:1: stages[0].bound: the key is missing")
    try expectRefusal("c.json", "satisfaction", "best", "c.json:1: policy: not one of: satisfaction, rank-m")
    try expectRefusal("c.json", "{", "", "c.json:1: : not JSON")
    // Read as it was written, whatever the spaces.
    try expectRefusal(
      "c.json", "\"searched\": false", "\"searched\": false,\n  \"searched\": false",
      "c.json:1: searched: duplicate key")
    try expectRefusal("c.json", "{", "{\"note\": 1,", "c.json:1: note: unknown key")
    try expectRefusal("c.json", "\"unplaced\"", "\"merit\"", "c.json:1: levels[0]: not what palmares writes")
    try expectRefusal("c.json", "\"price\": 71", "\"price\": 71.0", "c.json:1: stages[0].prices[")
    try expectRefusal(
      "c.json", "\"running\": []", "\"running\": [[[[]]]]", "c.json:1: running[0]: a value of")
    try expectRefusal(
      "c.json", "\"running\": []", "\"running\": \(String(repeating: "[", count: 100_000))",
      "c.json:1: : not JSON")
    let text = try workspace.folder.text("c.json")
    try workspace.folder.write("c.json", text.replacingOccurrences(of: "\n", with: ""))
    #expect(try workspace.allocate(["verify"], verify).output == "valid\n")
    try workspace.folder.write("c.json", text)
    let policy = try workspace.allocate(["verify"], verify + ["--policy", "merit"])
    #expect(policy.status == 65 && policy.errors.contains("another policy: satisfaction"))
    #expect(try workspace.allocate(["verify"], verify).output == "valid\n")
  }
}
