import Foundation
import TestSupport
import Testing

struct CallsCaseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String) throws -> Execution {
    try Execution(["admission"] + arguments.split(separator: " ").map(String.init), in: folder.url)
  }

  /// A final list, one letter a candidate: C plain, B boursier, S of the secteur, T both.
  private func writeList(_ kinds: String) throws {
    let rows = kinds.enumerated().map { index, kind in
      "\(index + 1),K\(index + 1),\("BT".contains(kind) ? "oui" : "non"),\("ST".contains(kind) ? "O" : "n")\n"
    }
    try folder.write("final.csv", "rang,candidat,boursier,secteur\n" + rows.joined())
  }

  /// A call order without quotas.
  private func writeOrder(_ count: Int) throws {
    try folder.write("order.csv", "ordre,candidat\n" + (1...count).map { "\($0),K\($0)\n" }.joined())
  }

  @Test func `call-order writes the order, its ranks and what decided`() throws {
    try writeList("CCCCCBBT")
    let run = try run("call-order final.csv --boursier-min 20")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        ordre,candidat,rang,boursier,secteur
        1,K6,6,oui,non
        2,K1,1,non,non
        3,K2,2,non,non
        4,K3,3,non,non
        5,K4,4,non,non
        6,K7,7,oui,non
        7,K5,5,non,non
        8,K8,8,oui,oui

        """)
    #expect(run.errors.contains("the platform's stated properties hold"))
    let unchecked = try self.run("call-order final.csv --boursier-min 20 --no-verify")
    #expect(unchecked.output == run.output && unchecked.errors.contains("properties not checked"))
  }

  @Test func `the final list of admit goes on to calls, with the secteur where it is known`() throws {
    let workspace = try Workspace()
    #expect(try workspace.rank(["-o", "list.csv"]).status == 0)
    let admit = ["admission", "admit", "list.csv", "--admission-bar", "12.75", "--orals", "orals.csv"]
    #expect(try workspace.run(admit + ["-o", "final.csv"]).status == 0)
    let order = try workspace.run(["admission", "call-order", "final.csv", "--boursier-min", "30"])
    #expect(order.output.hasPrefix("ordre,candidat,rang,boursier,secteur\n1,"))
    #expect(order.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",") })
    let secteur = try workspace.run(["admission", "call-order", "final.csv", "--secteur-min", "1"])
    #expect(secteur.status == 65)
    #expect(
      secteur.errors == "final.csv:1: secteur: no such column in the header, and a quota is asked of it\n")
  }

  @Test func `late insertions take the rank they are given, those below move down`() throws {
    try writeList("CCB")
    try folder.write(
      "late.csv", "candidat;rang;boursier;secteur\nL2;5;oui;non\nL1;2;non;non\n")
    let order = try run("call-order final.csv --insertions late.csv")
    #expect(
      order.output.split(separator: "\n").map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
        == ["ordre,candidat,rang", "1,K1,1", "2,L1,2", "3,K2,3", "4,K3,4", "5,L2,5"])
    try folder.write("late.csv", "rang,candidat,boursier,secteur\n1,K2,non,non\n7,L1,non,non\n1,L3,non,non\n")
    let refused = try run("call-order final.csv --insertions late.csv")
    #expect(refused.status == 65)
    #expect(
      refused.errors == """
        late.csv:2: candidat: this candidate is on the list already (K2)
        late.csv:3: rang: beyond the end of the list, which is 6 with those inserted (L1)
        late.csv:4: rang: repeated rank, first on line 2 (L3)

        """)
  }

  @Test(arguments: [
    ("ARPWW", 3, 0, [4]), ("AAAWW", 3, 4, [4]), ("AAAAWWWW", 4, 7, [5, 6, 7]), ("WWWWW", 2, 4, [1, 2, 3, 4]),
    ("W", 0, 0, [Int]()),
  ])
  func `the command calls those of the published rounds`(
    statuses: String, places: Int, block: Int, called: [Int]
  ) throws {
    let words: [Character: String] = ["A": "accepte", "P": "sans_reponse", "R": "refuse"]
    try writeOrder(statuses.count)
    let answers = statuses.enumerated().compactMap { index, letter in
      words[letter].map { "K\(index + 1),\($0)\n" }
    }
    try folder.write("answers.csv", "candidat,statut\n" + answers.reversed().joined())
    let round = try run(
      "calls order.csv --places \(places) --answers answers.csv"
        + (block > 0 ? " --block-rank \(block)" : ""))
    #expect(round.status == 0, "\(round.errors)")
    #expect(round.output == "ordre,candidat\n" + called.map { "\($0),K\($0)\n" }.joined())
    #expect(
      round.errors.contains(
        called.last.map { "\(called.count) called, the last one at order \($0)" } ?? "nobody called"))
  }

  @Test func `a season is a sequence of files, and its replay gives the same bytes`() throws {
    try writeOrder(9)
    let days = [
      "", "K1,accepte\nK2,refuse\n", "K1,accepte\nK2,refuse\nK3,sans_reponse\nK9,demission\n",
      "K1,refuse\nK3,accepte\n",
    ]
    for (day, answers) in days.enumerated() {
      try folder.write("answers\(day + 1).csv", "candidat,statut\n" + answers)
    }
    var calls: [[String]] = []
    for name in ["a", "b"] {
      var made: [String] = []
      for day in 1...4 {
        let state = day == 1 ? "" : " --state \(name)\(day - 1).csv"
        let round = try run(
          "calls order.csv --places 3 --answers answers\(day).csv\(state) --next \(name)\(day).csv")
        #expect(round.status == 0, "\(round.errors)")
        made += [round.output, try folder.text("\(name)\(day).csv")]
      }
      calls.append(made)
    }
    #expect(calls[0] == calls[1])
    #expect(
      calls[0].enumerated().filter { $0.offset % 2 == 0 }.map {
        $0.element.split(separator: "\n").dropFirst()
      } == [
        ["1,K1", "2,K2", "3,K3"], ["4,K4"], [], ["5,K5"],
      ])
    #expect(
      calls[0].last == """
        ordre,candidat,statut,appel
        1,K1,refuse,1
        2,K2,refuse,1
        3,K3,accepte,1
        4,K4,sans_reponse,2
        5,K5,sans_reponse,3
        9,K9,demission,0

        """)
    // A state is a file of answers too.
    let plain = try run("calls order.csv --places 4 --answers a4.csv")
    #expect(plain.output == "ordre,candidat\n6,K6\n")
  }

  @Test func `status says where a season is, with and without the call order, and writes nothing`() throws {
    try writeOrder(9)
    #expect(try run("calls order.csv --places 3 --next day1.csv").status == 0)
    try folder.write("answers.csv", "candidat,statut\nK1,accepte\nK2,refuse\nK9,demission\n")
    #expect(
      try run("calls order.csv --places 3 --state day1.csv --answers answers.csv --next day2.csv").status == 0
    )
    let files = folder.names
    let status = try run("calls order.csv --status day2.csv --places 5")
    #expect(status.status == 0, "\(status.errors)")
    #expect(
      status.output == """
        after appel 2: 1 accepted, 2 on offer, 1 refused, 1 gone, 4 waiting
        called down to order 4
        5 places: 1 accepted, 2 on offer, 2 free
        appel 1: 3 called, down to order 3: 1 accepted, 1 on offer, 1 refused, 0 gone
        appel 2: 1 called, down to order 4: 0 accepted, 1 on offer, 0 refused, 0 gone

        """)
    let alone = try run("calls --status day2.csv")
    #expect(
      alone.output.hasPrefix(
        "after appel 2: 1 accepted, 2 on offer, 1 refused, 1 gone, how many wait is known with the call order only"
      ))
    #expect(
      alone.output.hasSuffix(status.output.split(separator: "\n").suffix(2).joined(separator: "\n") + "\n"))
    #expect(folder.names == files)
    for wrong in [
      "--status day2.csv --next x", "--status day2.csv -o x", "--status day2.csv --answers answers.csv",
    ] {
      #expect(try run("calls \(wrong)").status == 64)
    }
    #expect(folder.names == files)
  }

  @Test func `a dry run says who would be called, and writes nothing`() throws {
    try writeOrder(9)
    #expect(try run("calls order.csv --places 2 --next day1.csv").status == 0)
    try folder.write("answers.csv", "candidat,statut\nK1,refuse\n")
    let files = folder.names
    let round =
      "calls order.csv --places 3 --state day1.csv --answers answers.csv --next day2.csv -o calls.csv"
    let dry = try run(round + " --dry-run")
    #expect(dry.status == 0 && dry.output.isEmpty, "\(dry.errors)")
    #expect(dry.errors.contains("nothing is written") && dry.errors.contains("order 3: K3\n  order 4: K4\n"))
    #expect(folder.names == files)
    let real = try run(round)
    #expect(try folder.text("calls.csv") == "ordre,candidat\n3,K3\n4,K4\n")
    #expect(dry.errors.hasSuffix(real.errors))
    try folder.write("answers.csv", "candidat,statut\nK8,accepte\n")
    #expect(try run(round + " --dry-run").status == 65)
  }

  @Test func `offers already made stand after a late insertion`() throws {
    try writeOrder(4)
    #expect(try run("calls order.csv --places 2 --next day1.csv").status == 0)
    try folder.write("order.csv", "ordre,candidat\n1,K1\n2,NEW\n3,K2\n4,K3\n5,K4\n")
    try folder.write("answers.csv", "candidat,statut\nK1,refuse\n")
    let round = try run("calls order.csv --places 2 --state day1.csv --answers answers.csv --next day2.csv")
    #expect(round.output == "ordre,candidat\n2,NEW\n")
    #expect(try folder.text("day2.csv").contains("3,K2,sans_reponse,1\n"))
  }

  @Test func `contradictory answers are refused, and nothing is written`() throws {
    try writeOrder(5)
    #expect(try run("calls order.csv --places 3 --next day1.csv").status == 0)
    try folder.write("answers.csv", "candidat,statut\nK1,refuse\nK2,accepte\n")
    #expect(
      try run("calls order.csv --places 2 --state day1.csv --answers answers.csv --next day2.csv").status == 0
    )
    try folder.write(
      "answers.csv",
      "candidat,statut\nK1,accepte\nK5,accepte\nK9,refuse\nK2,sans_reponse\nK4,demission\nK3,peut-etre\n")
    let round = try run(
      "calls order.csv --places 2 --state day2.csv --answers answers.csv --next day3.csv -o calls.csv")
    #expect(round.status == 65)
    #expect(
      round.errors == """
        answers.csv:2: statut: contradicts the state before: refuse (K1)
        answers.csv:3: statut: answers an offer, and was never called (K5)
        answers.csv:4: candidat: no such candidate in the call order (K9)
        answers.csv:5: statut: contradicts the state before: accepte (K2)
        answers.csv:7: statut: not one of: accepte, refuse, sans_reponse, demission (K3); the cell says peut-etre

        """)
    #expect(!folder.names.contains("day3.csv") && !folder.names.contains("calls.csv"))
    try folder.write("day2.csv", "candidat,statut,appel\nK1,accepte,0\nK1,refuse,1\n")
    let state = try run("calls order.csv --places 2 --state day2.csv")
    #expect(state.errors.contains("day2.csv:2: statut: answers an offer, and was never called (K1)\n"))
    #expect(state.errors.contains("day2.csv:3: candidat: repeated identifier, first on line 2 (K1)\n"))
  }

  @Test(arguments: [
    ("rang,candidat,boursier\n1,A,oui\n1,B,non\n", "final.csv:3: rang: repeated rank, first on line 2 (B)"),
    ("rang,candidat,boursier\n0,A,oui\n", "final.csv:2: rang: out of range: 1 or more (A)"),
    ("rang,candidat,boursier\n1,A,\n", "final.csv:2: boursier: empty cell (A)"),
    ("rang,candidat,boursier\n1,A,oui\n2,A,non\n", "final.csv:3: candidat: repeated identifier"),
    ("rang,candidat\n1,A\n", "final.csv:1: boursier: no such column in the header, and a quota is asked"),
    ("candidat,boursier\nA,oui\n", "final.csv:1: rang: no such column in the header"),
  ])
  func `each defect of a final list is told with its line and column, and writes nothing`(
    text: String, message: String
  ) throws {
    try folder.write("final.csv", text)
    let order = try run("call-order final.csv --boursier-min 20 -o order.csv")
    #expect(order.status == 65)
    #expect(order.errors.contains(message), "\(order.errors)")
    #expect(folder.names == ["final.csv"])
  }

  @Test func `a simulation says how deep the list goes, the same for any number of threads`() throws {
    try writeOrder(200)
    let command = "calls order.csv --places 20 --block-rank 25 --simulate --seed s --seasons 300 --days 12"
    let one = try run(command + " --threads 1")
    let two = try run(command + " --threads 2")
    #expect(one.status == 0 && one.output == two.output && one.errors == two.errors)
    let lines = one.output.split(separator: "\n")
    #expect(lines.count == 1 + 12 * 5)
    #expect(lines[0] == "jour,mesure,q0,q5,q25,q50,q75,q95,q100,moyenne,moyenne_exacte")
    #expect(lines[1] == "1,dernier_appele,25,25,25,25,25,25,25,25,25")
    #expect(lines[5] == "1,vacantes,20,20,20,20,20,20,20,20,20")
    #expect(one.errors.contains("300 seasons of 12 days, 20 places, call block to 25"))
  }
}
