import Foundation
import Palmares
import TestSupport
import Testing

struct CompareCommandTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.electives() }

  /// Counted by hand from the published allocations.
  private static let expected = """
    politique,places,sans_place,rang_moyen,rang_moyen_exacte,pire_rang,gini,gini_exacte,paires_envie,profil,prouve
    satisfaction,6,1,1.833333,11/6,4,0.603175,38/63,4,1:3+2:2+4:1,oui
    rank-maximal,6,1,1.833333,11/6,4,0.634921,40/63,8,1:4+3:1+4:1,oui
    generous,6,1,2,2,3,0.4,2/5,1,1:1+2:4+3:1,oui
    merit,6,1,2,2,4,0.514286,18/35,0,1:2+2:3+4:1,oui

    """

  @Test(arguments: ["fast", "plain"])
  func `compare shows all policies side by side`(solver: String) throws {
    let run = try workspace.allocate(["compare"], ["--solver", solver, "--differences", "d.csv"])
    #expect(run.status == 0 && run.output == Self.expected)
    #expect(
      run.errors == """
        assumed: rank costs rank − 1, seed as given (no certificate)
        by satisfaction instead of merit (students, with the rank by merit → by satisfaction):
        gain: 2 — E5 4 → 2, E3 2 → 1
        lose: 1 — E4 2 → 4

        """)
    #expect(
      try workspace.folder.text("d.csv")
        == "eleve,creneau,rang_merite,rang_satisfaction\nE3,,2,1\nE4,,2,4\nE5,,4,2\n")
  }

  @Test func `compare counts the allocations that electives writes`() throws {
    for (number, policy) in AllocationPolicy.allCases.enumerated() {
      let made = try workspace.allocate(["electives"], ["--policy", policy.rawValue]).output
      let ranks = made.split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: ",").last.flatMap { Int($0) }
      }
      let row = Self.expected.split(separator: "\n")[number + 1].split(separator: ",")
      #expect(row[0] == policy.rawValue && row[1] == String(ranks.count))
      let profile = Set(ranks).sorted().map { rank in "\(rank):\(ranks.count { $0 == rank })" }
      #expect(row[9] == profile.joined(separator: "+"))
    }
  }

  @Test
  func `compare writes JSON, takes no students, and refuses a rank without cost and a file named twice`()
    throws
  {
    let json = try workspace.allocate(["compare"], ["--format", "json"]).output
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(rows?.map { $0["politique"] as? String } == AllocationPolicy.allCases.map(\.rawValue))
    #expect(rows?.first?["paires_envie"] as? Int == 4 && rows?.first?["gini_exacte"] as? String == "38/63")
    let refused = try workspace.allocate(["compare"], ["--rank-costs", "0,1"])
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("rang: --rank-costs has no cost for this rank, only up to 2"))
    #expect(try workspace.allocate(["compare"], ["-o", "x.csv", "--differences", "./x.csv"]).status == 64)
    try workspace.folder.write("students.csv", "eleve,gpa\n")
    try workspace.folder.write("wishes.csv", "eleve,rang,module\n")
    let empty = try workspace.allocate(["compare"])
    #expect(empty.output.contains("\nmerit,0,0,,,,0,0,0,,oui\n"), "\(empty.output)")
  }

  @Test func `a certificate that cannot be read is named with the other broken files`() throws {
    try workspace.folder.write("students.csv", "eleve,gpa\nE1,9\n")
    try workspace.folder.write("c.json", "{")
    let run = try workspace.allocate(["compare"], ["--certificate", "c.json"])
    #expect(run.status == 65)
    #expect(
      run.errors.contains("students.csv:2: gpa: ") && run.errors.contains("c.json:1: "), "\(run.errors)")
  }

  @Test func `the Gini coefficient of compare is that of the rank costs given`() throws {
    let run = try workspace.allocate(["compare"], ["--rank-costs", "1,1,1,1"])
    // Six at 1 and E2, unplaced, at 2 in every allocation: 6 / (7 · 8).
    for row in run.output.split(separator: "\n").dropFirst() {
      #expect(row.split(separator: ",")[7] == "3/28", "\(row)")
    }
  }
}
