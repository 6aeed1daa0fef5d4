import Foundation
import TestSupport
import Testing

/// Runs repeated from their manifests.
struct ReplayTests {
  /// A workspace with the manifest of a list.
  private func recorded(_ more: [String] = ["-o", "list.csv"]) throws -> Workspace {
    let workspace = try Workspace()
    let run = try workspace.rank(more + ["--manifest", "manifest.json"])
    #expect(run.status == 0, "\(run.errors)")
    return workspace
  }

  private func replay(_ workspace: Workspace, _ more: [String] = ["--seed", "graine"]) throws -> Execution {
    try workspace.run(["replay", "manifest.json"] + more)
  }

  @Test func `a replay finds inputs from the folder of the manifest too`() throws {
    let workspace = try recorded()
    let path = workspace.folder.url.appendingPathComponent("manifest.json").path
    let elsewhere = try TemporaryFolder()
    let run = try Execution(["replay", path, "--seed", "graine"], in: elsewhere.url)
    #expect(run.status == 0 && run.output == "identical: list.csv\n", "\(run.errors)")
  }

  @Test func `a replay compares a table that went to standard output`() throws {
    #expect(try replay(try recorded([])).output == "identical: standard output\n")
  }

  @Test func `a replay speaks the language of the run where the output has sentences`() throws {
    let workspace = try Workspace()
    let bars = [
      "admission", "bars", "candidates.csv", "--scheme", "scheme.yaml", "--places", "3", "--matrix",
    ]
    let run = try workspace.run(
      bars + ["--lang", "fr", "-o", "matrix.txt", "--manifest", "manifest.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try replay(workspace, []).output == "identical: matrix.txt\n")
    // A manifest from before there were two languages.
    #expect(try workspace.run(bars + ["-o", "matrix.txt", "--manifest", "manifest.json"]).status == 0)
    try workspace.edit("manifest.json", "\"lang\" : \"en\",", "")
    let french = try replay(workspace, ["--lang", "fr"])
    #expect(french.output == "identique\u{A0}: matrix.txt\n", "\(french.errors)")
  }

  @Test func `a replay names a changed input, another seed and another result`() throws {
    let workspace = try recorded()
    let other = try replay(workspace, ["--seed", "Graine"])
    #expect(other.status == 65 && other.errors.contains("another seed"), "\(other.errors)")
    #expect(try replay(workspace, []).status == 64)
    let digest = try workspace.folder.text("manifest.json").firstMatch(
      of: /"path" : "list.csv",\n\s+"sha256" : "(.)/)
    let wrong = digest?.1 == "0" ? "1" : "0"
    let manifest = try workspace.folder.text("manifest.json")
    try workspace.folder.write(
      "manifest.json",
      manifest.replacing(/("path" : "list.csv",\n\s+"sha256" : ")./) { "\($0.1)\(wrong)" })
    let result = try replay(workspace)
    #expect(result.status == 65 && result.errors.contains("list.csv: differs"), "\(result.errors)")
    try workspace.edit("candidates.csv", "K003", "K0O3")
    let input = try replay(workspace)
    #expect(
      input.status == 65 && input.errors.contains("candidates.csv: has changed since"), "\(input.errors)")
    try FileManager.default.removeItem(at: workspace.folder.url.appendingPathComponent("candidates.csv"))
    #expect(try replay(workspace).status == 66)
  }

  @Test(arguments: [
    ("\"command\" : \"admission rank\"", "\"command\" : \"admission score\"", "damaged"),
    ("\"12\"", "\"13\"", "damaged"), ("\"bytes\" : ", "\"bytes\" : -", "damaged"),
    ("\"palmares\" :", "\"later\" : 1, \"palmares\" :", "unknown key later"),
    ("\"arguments\" :", "\"argument\" :", "unknown key argument"), ("{", "[", "not a JSON object"),
    ("\"--general-bar\"", "\"--general\"", "its arguments are none of this version"),
    ("\"bytes\" :", "\"bytes\" : \"x\", \"byte\" :", "damaged at inputs.[0].bytes"),
  ])
  func `a damaged manifest is refused`(old: String, new: String, message: String) throws {
    let workspace = try recorded()
    try workspace.edit("manifest.json", old, new)
    let run = try replay(workspace)
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a run that depends on standard input or on chance is not replayed`() throws {
    let workspace = try Workspace()
    let text = try workspace.folder.text("candidates.csv")
    let score = ["admission", "score", "-", "--scheme", "scheme.yaml", "--manifest", "manifest.json"]
    #expect(try workspace.run(score, input: text).status == 0)
    let input = try replay(workspace, [])
    #expect(input.status == 65 && input.errors.contains("standard input"), "\(input.errors)")
    #expect(try workspace.run(["admission", "draw", "new", "--manifest", "manifest.json"]).status == 0)
    let new = try replay(workspace)
    #expect(new.status == 65 && new.errors.contains("another seed each time"), "\(new.errors)")
  }
}

/// Every command, with the shipped data.
struct ReplayExhaustiveTests {
  @Test func `every command's run is repeated byte for byte, and nothing is written`() throws {
    let runs = try ShippedRuns()
    for run in ShippedRuns.all where run.isRecorded {
      let beside = run.beside.enumerated().flatMap { [$0.element, "beside-\($0.offset)"] }
      let outputs = beside + ["-o", "table", "--manifest", "manifest.json"]
      // In French, and repeated in English: tables are the same.
      try runs.execute(run.arguments + outputs + ["--lang", "fr"])
      let manifest = try runs.folder.text("manifest.json")
      #expect(
        !manifest.contains("0123456789abcdef\""), "the seed is in the manifest of \(run.testDescription)")
      let files = ["table"] + run.beside.indices.map { "beside-\($0)" }
      for file in files { try runs.folder.write(file, "changed since") }
      let names = runs.folder.names
      let hasSeed = run.inputs.contains { $0.flag == "--seed-file" }
      let replay = try runs.execute(
        ["replay", "manifest.json"] + (hasSeed ? ["--seed-file", "seed.csv"] : []))
      #expect(replay.output == files.map { "identical: \($0)\n" }.joined(), "\(run.testDescription)")
      #expect(runs.folder.names == names)
      for file in files { #expect(try runs.folder.text(file) == "changed since", "\(run.testDescription)") }
    }
  }
}
