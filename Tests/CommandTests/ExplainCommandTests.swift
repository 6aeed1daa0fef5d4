import Foundation
import TestSupport
import Testing

private let made = ["-o", "a.csv", "--certificate", "c.json"]
private let proof = ["--allocation", "a.csv", "--certificate", "c.json"]

struct ExplainCommandTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.electives() }

  @Test func `a letter says where the student stands, and what a place would take`() throws {
    let letter = try workspace.allocate(["explain", "E4"], ["--letter"]).output
    #expect(
      letter.hasPrefix(
        """
        To student E4,

        You have EDP, your wish of rank 4.
        The wishes you ranked higher:
        - RO, your wish of rank 1: its only place is taken. The student who has it comes before you in the order \
        of merit. Giving you a place there would give one student a worse wish, and one of those who lose by it has \
        a better merit than you. With one more place there: one student more gets a place; it could be yours.
        - IA, your wish of rank 2: all its 2 places are taken. All 2 who have it come after you in the order of merit.
        """), "\(letter)")
    #expect(
      letter.contains("You are number 2 of 7 in it, with a GPA of 3.7 and 1 absence.\n\nYours sincerely"),
      "\(letter)")
  }

  @Test func `the letter is in French as well, with its numbers`() throws {
    let letter = try workspace.allocate(["explain", "E4"], ["--letter", "--lang", "fr"]).output
    #expect(
      letter.hasPrefix(
        """
        À l'attention de l'élève E4

        Vous avez EDP, votre vœu de rang 4.
        Vos vœux mieux classés\u{A0}:
        - RO, votre vœu de rang 1\u{A0}: la seule place est prise. L'élève qui y a une place vient avant vous dans \
        l'ordre de mérite. Si l'on vous y donnait une place\u{A0}: un élève à un moins bon rang, et cet élève vient \
        avant vous dans l'ordre de mérite. Une place de plus en RO\u{A0}: un élève de plus placé. Elle pourrait être \
        pour vous.
        - IA, votre vœu de rang 2\u{A0}: les 2 places sont prises. Les 2 élèves qui y ont une place viennent après \
        vous dans l'ordre de mérite.
        """), "\(letter)")
    #expect(
      letter.contains("Vous y êtes 2e sur 7, avec un GPA de 3,7 et 1 absence.\n\nCordialement,"), "\(letter)")
  }

  @Test func `holders of lower merit come first, each with what would have to move`() throws {
    let text = try workspace.allocate(["explain", "E4"]).output
    #expect(
      text.contains(
        """
          rank 3, BIO: 2 of 2 places taken
            of lower merit, and why each keeps the place:
              E6: rank 1, GPA 3.1, absences 0, merit 5
                with the place for E4, E6 would have EDP (rank 3): would give one student a worse wish (in all, 1 rank given up)
              E5: rank 2, GPA 2.8, absences 0, merit 7

        """), "\(text)")
  }

  @Test
  func
    `a certificate of another allocation is refused, and one that is not optimal is not explained by costs`()
    throws
  {
    #expect(try workspace.allocate(["electives"], ["--policy", "merit"] + made).status == 0)
    #expect(try workspace.allocate(["electives"], ["-o", "b.csv"]).status == 0)
    let other = try workspace.allocate(
      ["explain", "E4"], ["--allocation", "b.csv", "--certificate", "c.json"])
    #expect(other.status == 65 && other.errors.contains("the certificate is of another allocation"))
    let assumed = try workspace.allocate(
      ["explain", "E4"], ["--allocation", "a.csv", "--policy", "rank-maximal"])
    #expect(
      assumed.output.hasSuffix(
        "exchanges alone would better this allocation by the policy rank-maximal: what changes cost is not said\n"
      ),
      "\(assumed.output)\(assumed.errors)")
  }

  @Test func `an explanation goes to a file in each form, a row or an object for each wish`() throws {
    let csv = try workspace.allocate(["explain", "E4"], ["--format", "csv", "-o", "e.csv"])
    #expect(csv.status == 0 && csv.output.isEmpty, "\(csv.errors)")
    let lines = try workspace.folder.text("e.csv").split(separator: "\n")
    #expect(
      lines[0]
        == "eleve,creneau,rang,module,resultat,places,prises,mieux_classes,moins_bien_classes,raison")
    #expect(lines[1].hasPrefix("E4,,1,RO,complet,1,1,1,0,\"its only place is taken. The student who"))
    #expect(lines.count == 5 && lines[4] == "E4,,4,EDP,obtenu,,,,,")
    let over = try workspace.allocate(["explain", "E4"], ["-o", "./students.csv"])
    #expect(over.status == 64 && over.errors.contains("would write over an input"), "\(over.errors)")
    let json = try workspace.allocate(["explain", "E4"], ["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["position_merite"] as? Int == 2)
    let places = try #require(object["places"] as? [[String: Any]])
    let wishes = try #require(places[0]["voeux"] as? [[String: Any]])
    #expect(wishes.count == 4 && wishes[2]["module"] as? String == "BIO")
    let holders = try #require(wishes[2]["titulaires"] as? [[String: Any]])
    #expect(holders.compactMap { $0["eleve"] as? String } == ["E6", "E5"])
  }

  @Test func `after exchanges the decision is explained, and what the student has by now is said`() throws {
    #expect(try workspace.allocate(["electives"], made).status == 0)
    try workspace.folder.write("swaps.csv", "eleve_1,eleve_2\nE4,E1\n")
    let swapped = try workspace.allocate(
      ["swap"], ["--allocation", "a.csv", "--swaps", "swaps.csv", "-o", "b.csv"])
    #expect(swapped.status == 0, "\(swapped.errors)")
    let run = try workspace.allocate(
      ["explain", "E4"], ["--allocation", "b.csv", "--certificate", "c.json"])
    #expect(
      run.output.contains("\nhas EDP, wish of rank 4; since then, by an exchange, RO\n  rank 1, RO"),
      "\(run.output)\(run.errors)")
    let letter = try workspace.allocate(["explain", "E4"], ["--allocation", "b.csv", "--letter"])
    #expect(
      letter.output.contains("You have EDP, your wish of rank 4. Since then you have RO, by an exchange.\n"))
  }
}

/// Each student of the worked cases, one after the other.
struct ExplainCommandExhaustiveTests {
  @Test func `the letter to a student has no identifier of another one, in any form`() throws {
    let electives = try Workspace.electives()
    #expect(try electives.allocate(["electives"], made).status == 0)
    let mobility = try Workspace.mobility()
    #expect(try mobility.mobility(["mobility"], made).status == 0)
    let formats = ["text", "json", "csv", "csv-fr"]
    for number in 1...9 {
      for format in [formats[number % 4], formats[(number + 1) % 4]] {
        let flags = proof + ["--letter", "--format", format]
        var letters = [try mobility.mobility(["explain", "E\(number)"], flags)]
        if number < 8 { letters.append(try electives.allocate(["explain", "E\(number)"], flags)) }
        for letter in letters {
          #expect(letter.status == 0, "\(letter.errors)")
          for other in 1...9 where other != number {
            #expect(!letter.output.contains("E\(other)"), "E\(number): \(letter.output)")
          }
        }
      }
    }
  }

  @Test func `explain gives the same answer from an allocation and its certificate, without solving`() throws
  {
    let workspace = try Workspace.electives()
    #expect(try workspace.allocate(["electives"], made).status == 0)
    for student in 1...7 {
      let solved = try workspace.allocate(["explain", "E\(student)"])
      let read = try workspace.allocate(["explain", "E\(student)"], proof)
      #expect(read.output == solved.output)
      #expect(read.errors == "made with: policy satisfaction, this seed (c.json)\n")
    }
    let assumed = try workspace.allocate(["explain", "E1"], ["--allocation", "a.csv"])
    #expect(assumed.errors.hasPrefix("assumed: policy satisfaction, seed as given (no certificate)"))
    let files = Array(Workspace.electivesFiles.dropLast()) + ["autre"]
    for (flags, message) in [
      (Workspace.electivesFiles + ["--policy", "merit"], "--policy merit: c.json says satisfaction"),
      (files, "--seed: not the seed that c.json commits to"),
    ] {
      let run = try workspace.run(["allocate", "explain", "E1"] + flags + proof)
      #expect(run.status == 65 && run.errors.contains(message), "\(run.errors)")
    }
    try workspace.edit("c.json", "\"price\": ", "\"price\": 5")
    let forged = try workspace.allocate(["explain", "E4"], proof)
    #expect(
      forged.status == 65 && forged.errors.contains("its proof is not that of this allocation"),
      "\(forged)")
    let alone = try workspace.allocate(["explain", "E1"], ["--certificate", "c.json"])
    #expect(
      alone.status == 64 && alone.errors.contains("--certificate and --made-with go with --allocation."))
  }
}
