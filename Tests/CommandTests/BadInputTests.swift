import Foundation
import TestSupport
import Testing

/// Every kind of bad input: the exit code, the message, and no file touched.
struct BadInputTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func expectRefusal(
    _ execution: Execution, _ status: Int32, _ message: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(execution.status == status, "\(execution.errors)", sourceLocation: location)
    #expect(!execution.wasSignalled, sourceLocation: location)
    #expect(execution.errors.contains(message), "\(execution.errors)", sourceLocation: location)
    #expect(try workspace.folder.text("list.csv") == "old", sourceLocation: location)
    #expect(
      workspace.folder.names == ["candidates.csv", "list.csv", "orals.csv", "scheme.yaml"],
      sourceLocation: location)
  }

  @Test(arguments: [
    (
      "K003,2008-03-15", "K002,2008-03-15",
      "candidates.csv:5: candidat: repeated identifier, first on line 4 (K002)"
    ),
    ("K003,2008-03-15", ",2008-03-15", "candidates.csv:5: candidat: empty identifier"),
    (
      "SVT+PC,12.5,,13,11,15", "SVT+LLCE,12.5,,13,11,15",
      "candidates.csv:5: doublette: not one of: SVT+MATHS, SVT+PC (K003)"
    ),
    (
      "SVT+PC,12.5,,13,11,15", "SVT+PC,12.5,,21,11,15",
      "candidates.csv:5: pc_terminale: out of range: 0 to 20 (K003)"
    ),
    ("SVT+PC,12.5,,13,11,15", "SVT+PC,12.5,,,11,15", "candidates.csv:5: pc_terminale: missing mark"),
    (
      "SVT+PC,12.5,,13,11,15", "SVT+PC,12.5,,13,11",
      "candidates.csv:5: lettre: too few fields: 9, expected 10\n"
    ),
    (
      "SVT+PC,12.5,,13,11,15", "SVT+PC,12.5,,13,11,15,1",
      "candidates.csv:5: lettre: too many fields: 11"
    ),
    (
      "SVT+PC,12.5,,13,11,15", "\"SVT+PC,12.5,,13,11,15",
      "candidates.csv:5: doublette: a quote opens here and never closes"
    ),
    (
      "2008-03-15,oui,F,SVT+PC,12.5", "2008-02-30,oui,F,SVT+PC,12.5",
      "candidates.csv:5: naissance: no such day"
    ),
    (
      "2008-03-15,oui,F,SVT+PC,12.5", "2008-03-15,ouais,F,SVT+PC,12.5",
      "candidates.csv:5: boursier: neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0) (K003); the cell says ouais"
    ),
    (
      "2008-03-15,oui,F,SVT+PC,12.5", "2008-03-15,oui,N,SVT+PC,12.5",
      "candidates.csv:5: genre: not one of: F, M, X (K003); the cell says N\n"
    ),
    ("lettre\n", "letter\n", "candidates.csv:1: lettre: no such column in the header"),
    ("svt_premiere,", "lettre,", "candidates.csv:1: lettre: duplicate column in the header"),
  ])
  func `each defect of a candidates file is told with its line and column, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.folder.write("list.csv", "old")
    try workspace.edit("candidates.csv", old, new)
    let run = try workspace.rank(["-o", "list.csv"])
    try expectRefusal(run, 65, message)
  }

  @Test(arguments: [
    ("evaluations:", "evaluation:", "scheme.yaml:1: evaluation: unknown key"),
    (
      "scientific: true", "scientific: peut-être",
      "scheme.yaml:2: evaluations.svt_premiere.scientific: neither"
    ),
    (
      "maths_terminale: 1.5", "maths_terminale: -1.5",
      "scheme.yaml:8: coefficients.SVT+MATHS.maths_terminale: not a decimal"
    ),
    ("maths_terminale: 1.5", "maths_final: 1.5", "scheme.yaml:8: coefficients.SVT+MATHS.maths_final:"),
    (
      "maths_terminale: 1.5", "maths_terminale: 1e9",
      "scheme.yaml:8: coefficients.SVT+MATHS.maths_terminale: not a decimal"
    ),
    ("SVT+PC:", "SVT+MATHS:", "scheme.yaml:8: SVT+MATHS: duplicate key"),
    (
      "lettre: {", "genre: {",
      "scheme.yaml:6: evaluations.genre: the name of a column with a meaning of its own"
    ),
    (
      "coefficients:", "missing: perhaps\ncoefficients:",
      "scheme.yaml:7: missing: not one of: reject, zero, renormalise"
    ),
    ("evaluations:", "evaluations: {", "scheme.yaml:"),
    (
      "{svt_premiere: 1, maths_terminale: 1.5, francais_premiere: 1, lettre: 1}", "{lettre: 1}",
      "candidates.csv:2: doublette: the weights of this candidate's scientific marks add to zero (K000)"
    ),
  ])
  func `each defect of an admission scheme is told with its line and key, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.folder.write("list.csv", "old")
    try workspace.edit("scheme.yaml", old, new)
    try expectRefusal(try workspace.rank(["-o", "list.csv"]), 65, message)
  }

  @Test(arguments: [
    ("K004,absent", "K999,absent", "orals.csv:2: candidat: no such candidate on the list (K999)"),
    (
      "K004,absent", "K012,absent",
      "orals.csv:2: candidat: a verdict for a candidate who is not convoked: the note is at or above the barre d'admission (K012)"
    ),
    ("K004,absent\n", "", "ranked.csv:20: candidat: convoked to an oral, and without a verdict (K004)"),
    (
      "K004,absent", "K004,bien",
      "orals.csv:2: verdict: not one of: satisfaisant, insuffisant, absent (K004); the cell says bien"
    ),
    ("K013,absent", "K004,absent", "orals.csv:3: candidat: repeated identifier, first on line 2 (K004)"),
  ])
  func `each defect of the orals is told with its line and column, and writes nothing`(
    old: String, new: String, message: String
  ) throws {
    try workspace.folder.write("ranked.csv", Workspace.case("ranked.expected.csv"))
    try workspace.edit("orals.csv", old, new)
    let admit = ["admission", "admit", "ranked.csv", "--admission-bar", "12.75", "--orals", "orals.csv"]
    let run = try workspace.run(admit + ["-o", "final.csv"])
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!workspace.folder.names.contains("final.csv"))
  }

  @Test(arguments: [
    ("2,K020", "1,K020", "ranked.csv:3: rang: repeated rank"),
    (
      "14.444444,15,2008-03-15,oui,F,note_scientifique,130/9",
      "14.444445,15,2008-03-15,oui,F,note_scientifique,130/9",
      "ranked.csv:3: note_generale: the note is not the exact one"
    ),
    (
      "6,K007,13.75", "26,K007,13.75",
      "ranked.csv:7: generale_exacte: the note is better than that of the rank before (K007)"
    ),
    (
      "55/4", "55-avr",
      "ranked.csv:7: generale_exacte: not an exact value (p/q, or a decimal number) (K007); a spreadsheet made this a date"
    ),
    (
      "rang,candidat", "rang,candidat,decision",
      "ranked.csv:1: decision: a file with this column is a final list already: give the admissibility list that rank writes"
    ),
  ])
  func `an admissibility list that contradicts itself is refused`(old: String, new: String, message: String)
    throws
  {
    try workspace.folder.write("ranked.csv", Workspace.case("ranked.expected.csv"))
    try workspace.edit("ranked.csv", old, new)
    let run = try workspace.run(["admission", "convoke", "ranked.csv", "--admission-bar", "12.75"])
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `an empty file is an error, a header alone an empty list, said so`() throws {
    try workspace.folder.write("list.csv", "old")
    let text = try workspace.folder.text("candidates.csv")
    try workspace.folder.write("candidates.csv", "")
    try expectRefusal(try workspace.rank(["-o", "list.csv"]), 65, "candidates.csv:1: : the file is empty")
    try workspace.folder.write("candidates.csv", String(text.prefix(while: { $0 != "\n" })))
    let run = try workspace.rank(["-o", "list.csv"])
    #expect(run.status == 0)
    #expect(run.errors.contains("candidates.csv: a header and no candidate"))
    let list = try workspace.folder.text("list.csv")
    #expect(list == (try Workspace.case("ranked.expected.csv").split(separator: "\n")[0]) + "\n")
    let convoked = try workspace.run(["admission", "convoke", "list.csv", "--admission-bar", "12"])
    #expect(convoked.status == 0 && convoked.output == "rang,candidat,note_generale\n")
  }

  @Test func `an input of rank that is not there, or a folder, is exit 66`() throws {
    try workspace.folder.write("list.csv", "old")
    let rank = Workspace.rank
    for (index, path) in [(2, "absent.csv"), (4, "absent.yaml"), (2, ".")] {
      var arguments = rank + ["-o", "list.csv"]
      arguments[index] = path
      try expectRefusal(try workspace.run(arguments), 66, "\(path): cannot be opened")
    }
  }

  @Test func `standard input stands for the candidates`() throws {
    var arguments = Workspace.rank
    arguments[2] = "-"
    let run = try workspace.run(arguments, input: Workspace.case("candidates.csv"))
    #expect(run.output == (try Workspace.case("ranked.expected.csv")))
    #expect(
      try workspace.run(arguments, input: "candidat\nx").errors.contains("-:1: naissance: no such column"))
  }

  @Test func `a full disk or a folder that cannot be written is exit 73`() throws {
    try workspace.folder.write("list.csv", "old")
    try expectRefusal(try workspace.rank(["-o", "/dev/full"]), 73, "/dev/full: cannot be written")
    try expectRefusal(
      try workspace.rank(["-o", "list.csv", "--manifest", "/dev/full"]), 73, "/dev/full: cannot be written")
    try expectRefusal(
      try workspace.rank(["-o", "absent/list.csv"]), 73, "absent/list.csv: cannot be written")
    try expectRefusal(try workspace.rank(["-o", "."]), 73, "cannot be written")
    try expectRefusal(
      try workspace.run(["generate", "pdis", "--size", "1", "--seed", "s", "-o", "absent/folder"]), 73,
      "absent/folder: cannot be written")
  }

  @Test func `windows-1252 asks for its flag, and is read with it`() throws {
    let text = try workspace.folder.text("candidates.csv")
      .replacingOccurrences(of: ",F,", with: ",F\u{E9}minin,")
    try workspace.folder.write("candidates.csv", text.unicodeScalars.map { UInt8($0.value) })
    let refused = try workspace.rank()
    #expect(refused.status == 65)
    #expect(refused.errors.contains("genre: byte 0xE9 at offset"))
    #expect(refused.errors.contains("--encoding windows-1252"))
    let read = try workspace.rank(["--encoding", "windows-1252"])
    #expect(read.output == (try Workspace.case("ranked.expected.csv")))
  }

  @Test func `quotes that pair up around whole rows swallow nobody`() throws {
    try workspace.folder.write("list.csv", "old")
    try workspace.edit("candidates.csv", "K004,", "\"K004,")
    try workspace.edit("candidates.csv", "\nK009,", "\"\nK009,")
    let run = try workspace.rank(["-o", "list.csv"])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("candidates.csv:6: "))
    #expect(!run.errors.contains("K005") && !run.errors.contains("2008-"))
    #expect(try workspace.folder.text("list.csv") == "old")
  }

  @Test func `a message shows no cell but the identifier, on one short line`() throws {
    try workspace.folder.write("candidates.csv", "naissance,nom,candidat\n2008-01-01,Jean, DUPONT,K1\n")
    try workspace.folder.write(
      "scheme.yaml", "evaluations: {e: {scientific: true}}\ncoefficients: {D: {e: 1}}\n")
    let header = "naissance,boursier,genre,doublette,e,nom,candidat\n"
    let long = String(repeating: "x", count: 250)
    try workspace.folder.write(
      "candidates.csv",
      header + "2008-01-01,oui,F,D,12,Jean, DUPONT,K1\n2008-01-01,oui,F,D,99,n,\(long)\n"
        + "2008-01-01,oui,F,D,99,n,\u{202E}x\n2008-01-01,oui,F,D,12,n,\(long)\(long)\n")
    let lines = try workspace.rank().errors.split(separator: "\n")
    #expect(lines.count == 5, "\(lines)")
    #expect(lines[0] == "candidates.csv:2: candidat: too many fields: 8, expected 7")
    #expect(lines.allSatisfy { !$0.contains("DUPONT") && $0.count < 160 && !$0.contains("\u{202E}") })
  }

  @Test func `a list is not believed where it cannot be true`() throws {
    let bar = ["--admission-bar", "13"]
    for (list, message) in [
      ("rang,candidat,generale_exacte\n1,K1,999\n", "l.csv:2: generale_exacte: out of range: 0 to 20 (K1)"),
      ("1,K1,15,15\n2,K2,14,14\n", "l.csv:1: : the first line is not a header"),
      ("rang,candidat,generale_exacte,a\u{0}b\n", "l.csv:1: : NUL byte"),
      ("\"rang\"\r,candidat,generale_exacte\n", "l.csv:1: : stray quote"),
    ] {
      try workspace.folder.write("l.csv", list)
      let run = try workspace.run(["admission", "convoke", "l.csv"] + bar)
      #expect(run.status == 65)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!run.errors.contains("15"))
    }
    // Two spellings of é are one candidate.
    try workspace.folder.write(
      "l.csv", "rang,candidat,generale_exacte\n1,\u{E9},14\n2,e\u{301},12\n")
    let run = try workspace.run(["admission", "convoke", "l.csv"] + bar)
    #expect(run.status == 65)
    #expect(run.errors.contains("l.csv:3: candidat: repeated identifier, first on line 2"))
  }

  @Test func `thousands of columns are read, or refused, and never too deep`() throws {
    let extra = String(repeating: ",x", count: 40_000)
    let text = try workspace.folder.text("candidates.csv").split(separator: "\n").prefix(3)
    try workspace.folder.write("candidates.csv", text.map { "\($0)\(extra)\n" }.joined())
    #expect(try workspace.rank().status == 0)
    try workspace.folder.write("l.csv", "rang,candidat,generale_exacte\(extra)\n")
    let run = try workspace.run(["admission", "convoke", "l.csv", "--admission-bar", "13"])
    #expect(run.status == 65 && run.errors.contains("more than 1000 columns"))
  }

  @Test func `aliases that stand for more than any memory holds are refused`() throws {
    var bomb = "m:\n  - &a0 [x,x]\n"
    for level in 1...34 { bomb += "  - &a\(level) [*a\(level - 1),*a\(level - 1)]\n" }
    try workspace.folder.write("scheme.yaml", bomb + "? *a34\n: 1\n")
    let run = try workspace.rank()
    #expect(run.status == 65 && run.errors.contains("scheme.yaml:3: : anchors and aliases"))
  }

  @Test func `a target of more than there are candidates is refused`() throws {
    let run = try workspace.run([
      "admission", "bars", "candidates.csv", "--scheme", "scheme.yaml", "--places", "5", "--target", "25",
    ])
    #expect(run.status == 65 && run.output.isEmpty && run.errors.contains("there are 24 candidates"))
  }

  @Test func `closed or full standard streams change no result`() throws {
    let command = Execution.command.path
    let rank = ([command] + Workspace.rank).joined(separator: " ")
    for (redirection, status) in [("2>&-", 0), ("2>/dev/full", 0), (">/dev/full", 73), (">&-", 73)] {
      let output = redirection.hasPrefix("2") ? "-o list.csv" : ""
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\(rank) \(output) \(redirection)"]
      process.currentDirectoryURL = workspace.folder.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == Int32(status), "\(redirection)")
    }
    #expect(try workspace.folder.text("list.csv") == Workspace.case("ranked.expected.csv"))
  }

  @Test func `two outputs cannot be one file, however it is spelled`() throws {
    #expect(try workspace.rank(["-o", "x.csv", "--manifest", "./x.csv"]).status == 64)
    #expect(try workspace.rank(["--manifest", "-"]).status == 64)
    #expect(workspace.folder.names == ["candidates.csv", "orals.csv", "scheme.yaml"])
  }
}
