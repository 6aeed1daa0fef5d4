import FileStore
import Foundation
import Palmares
import TestSupport
import Testing

struct AdmissionCaseTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// The named columns of a comma-separated text without quotes.
  private func columns(_ names: [String], of text: String) -> [[Substring]] {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let indices = names.map { name in rows[0].firstIndex { $0 == name }! }
    return rows.map { row in indices.map { row[$0] } }
  }

  @Test func `the worked case gives the published list, convocations and final list`() throws {
    #expect(try workspace.rank(["-o", "list.csv"]).status == 0)
    #expect(try workspace.folder.text("list.csv") == Workspace.case("ranked.expected.csv"))
    let convoked = try workspace.run(["admission", "convoke", "list.csv", "--admission-bar", "12.75"])
    #expect(convoked.output == (try Workspace.case("convoked.expected.csv")))
    let final = try workspace.run(
      ["admission", "admit", "list.csv", "--admission-bar", "12.75", "--orals", "orals.csv"])
    let expected = try Workspace.case("final.expected.csv")
    let names = ["rang", "rang_admissibilite", "candidat", "decision"]
    #expect(columns(names, of: final.output) == columns(names, of: expected))
    #expect(
      final.output.hasPrefix(
        "rang,rang_admissibilite,candidat,note_generale,note_scientifique,naissance,boursier,genre,"
          + "generale_exacte,scientifique_exacte,decision\n"))
  }

  @Test func `score lists both notes in input order`() throws {
    let score = try workspace.run(["admission", "score", "candidates.csv", "--scheme", "scheme.yaml"])
    #expect(
      score.output.hasPrefix(
        "candidat,note_generale,note_scientifique,generale_exacte,scientifique_exacte\n"
          + "K000,14.444444,15,130/9,15\nK001,12,12.333333,12,37/3\n"))
    #expect(score.output.split(separator: "\n").count == 25)
  }

  @Test
  func
    `shuffled rows and columns, line ends, byte order marks, delimiters, decimal commas and threads change no byte of a list`()
    throws
  {
    let expected = try Workspace.case("ranked.expected.csv")
    let rows = try workspace.folder.text("candidates.csv").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var random = SeededGenerator(11)
    for variant in 0..<12 {
      let order = rows[0].indices.shuffled(using: &random)
      let shuffled = [rows[0]] + rows.dropFirst().shuffled(using: &random)
      let delimiter = [",", ";", "\t"][variant % 3]
      let lineEnd = variant % 2 == 0 ? "\n" : "\r\n"
      let lines = shuffled.map { row in
        order.map { index in
          let cell = delimiter == "," ? row[index] : row[index].replacingOccurrences(of: ".", with: ",")
          return variant % 4 == 3 ? "\"\(cell)\"" : (variant % 5 == 0 ? " \(cell) " : cell)
        }.joined(separator: delimiter)
      }
      let mark = variant % 3 == 1 ? "\u{FEFF}" : ""
      let ending = variant % 2 == 0 ? "" : lineEnd
      try workspace.folder.write("candidates.csv", mark + lines.joined(separator: lineEnd) + ending)
      let result = try workspace.rank(["--threads", String(1 + variant % 3)])
      #expect(result.output == expected, "variant \(variant): \(result.errors)")
    }
  }

  @Test func `a final list and its orals survive a French spreadsheet`() throws {
    #expect(try workspace.rank(["--format", "csv-fr", "-o", "list.csv"]).status == 0)
    #expect(try workspace.folder.text("list.csv").hasPrefix("\u{FEFF}rang;candidat;note_generale"))
    let convoked = try workspace.run(["admission", "convoke", "list.csv", "--admission-bar", "12,75"])
    #expect(convoked.output == (try Workspace.case("convoked.expected.csv")))
    let final = try workspace.run(
      [
        "admission", "admit", "list.csv", "--admission-bar", "12.75", "--orals", "orals.csv", "--format",
        "json",
      ])
    #expect(
      final.output.contains(
        "\"rang\":19,\"rang_admissibilite\":21,\"candidat\":\"K009\",\"note_generale\":\"12\""))
  }

  @Test func `bars answers how many at a pair, and which pairs leave enough`() throws {
    let bars = ["admission", "bars", "candidates.csv", "--scheme", "scheme.yaml", "--places", "5"]
    let grid = try workspace.run(bars)
    let lines = grid.output.split(separator: "\n")
    #expect(lines[0] == "barre_generale,barre_scientifique,admissibles")
    #expect(lines.count == 1 + 81 * 81)
    #expect(lines.contains("13,12.5,12") && lines.contains("0,0,24") && lines.last == "20,20,0")
    let target = try workspace.run(
      bars + ["--target", "10", "--general-bar", "12.5", "--science-bar", "12", "--statistics", "stats.csv"])
    #expect(target.output.contains("\n13,12.5,12,13.166667,79/6\n"))
    #expect(target.errors.contains("barre générale 12.5, barre scientifique 12: 18 admissible"))
    #expect(
      try workspace.folder.text("stats.csv").contains("\nnote_generale,24,13.074074,353/27,0.839854,12,"))
  }

  @Test func `the manifest replays the run and does not tell the seed`() throws {
    #expect(try workspace.rank(["-o", "list.csv", "--manifest", "m.json"]).status == 0)
    let text = try workspace.folder.text("m.json")
    #expect(!text.contains("graine"))
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(manifest["command"] as? String == "admission rank")
    #expect(manifest["seed_commitment"] as? String == DrawSeed("graine").commitment)
    let files =
      try #require(manifest["inputs"] as? [[String: Any]]) + [
        try #require(manifest["output"] as? [String: Any])
      ]
    #expect(files.compactMap { $0["path"] as? String } == ["scheme.yaml", "candidates.csv", "list.csv"])
    for file in files {
      let path = try #require(file["path"] as? String)
      let read = try InputFile(path: workspace.folder.url.appendingPathComponent(path).path)
      #expect(file["sha256"] as? String == read.sha256)
    }
    #expect(
      manifest["flags"] as? [String: String] == [
        "general-bar": "12", "science-bar": "11.5", "format": "csv", "encoding": "utf-8",
      ])
  }

  @Test func `draw new makes a seed that draw check verifies`() throws {
    let new = try workspace.run(["admission", "draw", "new"])
    let cells = new.output.split(separator: "\n")[1].split(separator: ",").map(String.init)
    #expect(cells[1] == DrawSeed(cells[0])?.commitment)
    let check = ["admission", "draw", "check", "--commitment", cells[1], "--seed"]
    let right = try workspace.run(check + [cells[0]])
    #expect(right.status == 0 && right.output == "valid\n")
    #expect(try workspace.run(check + [cells[0] + "x"]).status == 65)
  }

  @Test func `the timings of a ranking are a JSON object for each phase`() throws {
    let run = try workspace.rank(["--timings", "-q", "-o", "list.csv"])
    let phases = try run.errors.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(phases.compactMap { $0["phase"] as? String } == ["read", "score", "sort", "write", "total"])
    #expect(phases.allSatisfy { ($0["seconds"] as? Double ?? -1) >= 0 })
    #expect(run.output.isEmpty)
  }

  @Test func `generated candidates go through the whole admission, the same bytes each time`() throws {
    for folder in ["a", "b"] {
      let threads = folder == "a" ? "1" : "2"
      let made = try workspace.run(
        ["generate", "pdis", "--size", "3000", "--seed", "été", "-o", folder, "--threads", threads])
      #expect(made.status == 0, "\(made.errors)")
    }
    for name in ["candidates.csv", "scheme.yaml", "orals.csv"] {
      #expect(try workspace.folder.text("a/\(name)") == workspace.folder.text("b/\(name)"))
    }
    let list = try workspace.run([
      "admission", "rank", "a/candidates.csv", "--scheme", "a/scheme.yaml", "--general-bar", "12",
      "--science-bar", "11.5", "--seed", "s", "-o", "list.csv",
    ])
    #expect(list.status == 0, "\(list.errors)")
    let final = try workspace.run([
      "admission", "admit", "list.csv", "--admission-bar", "13.5", "--orals", "a/orals.csv", "-o",
      "final.csv",
    ])
    #expect(final.status == 0, "\(final.errors)")
    #expect(try workspace.folder.text("final.csv").contains(",oral\n"))
  }
}
