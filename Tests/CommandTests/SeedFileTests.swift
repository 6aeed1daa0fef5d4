import Foundation
import TestSupport
import Testing

/// The seed from a file instead of the command line.
struct SeedFileTests {
  private let rank = Workspace.rank.dropLast(2)

  @Test(arguments: ["csv", "csv-fr", "json"])
  func `the table that draw new writes is a seed file, for its owner alone`(format: String) throws {
    let workspace = try Workspace()
    let new = try workspace.run(["admission", "draw", "new", "-o", "seed", "--format", format])
    #expect(new.status == 0)
    let path = workspace.folder.url.appendingPathComponent("seed").path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let words = try workspace.folder.text("seed").matches(of: /[0-9a-f]{32,}/).map { String($0.output) }
    #expect(words.map(\.count) == [32, 64])
    let check = try workspace.run(
      ["admission", "draw", "check", "--seed-file", "seed", "--commitment", words[1]])
    #expect(check.status == 0 && check.output == "valid\n", "\(check.errors)")
    let given = try workspace.run(rank + ["--seed", words[0]])
    let read = try workspace.run(rank + ["--seed-file", "seed"])
    #expect(given.status == 0 && given.output == read.output)
  }

  @Test(arguments: [
    "graine", "graine\n", "\u{FEFF}graine\r\n", "graine\n\n",
    "graine;engagement\ngraine;\n",
    "graine\ngraine\n", "Graine\tnote\ngraine\tof 2026\n",
  ])
  func `a seed file gives the seed of its first line or its column`(text: String) throws {
    let workspace = try Workspace()
    try workspace.folder.write("seed", text)
    let run = try workspace.run(rank + ["--seed-file", "seed"])
    #expect(try run.output == Workspace.case("ranked.expected.csv"), "\(run.errors)")
  }

  @Test func `a seed file of one column gives its first line as the seed, spaces and all`() throws {
    let workspace = try Workspace()
    try workspace.folder.write("seed", "tirage du 3 mai\r\nne pas publier\r\n")
    let first = try workspace.run(rank + ["--seed-file", "seed"])
    #expect(first.output == (try workspace.run(rank + ["--seed", "tirage du 3 mai"]).output))
  }

  @Test(arguments: [
    ("", "seed:1: graine: the file has no seed"), ("\ngraine", "seed:1: graine: the file has no seed"),
    ("graine \n", "begins or ends with a space"),
    ("graine,engagement\n,\n", "the table has no seed"),
    ("graine,engagement\na,\nb,\n", "several seeds"),
    ("graine,engagement\nsecrète,\(String(repeating: "0", count: 64))\n", "is not its SHA-256"),
    ("[{\"grain\": \"x\"}]", "the file has no seed"), ("[1]", "not JSON as draw new writes it"),
  ])
  func `a damaged seed file is refused, and nothing of it is shown`(text: String, message: String) throws {
    let workspace = try Workspace()
    try workspace.folder.write("seed", text)
    let run = try workspace.run(rank + ["--seed-file", "seed"])
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!run.errors.contains("secrète"))
  }

  @Test func `a seed file that is not UTF-8 is refused`() throws {
    let workspace = try Workspace()
    try workspace.folder.write("seed", [0xFF, 0xFE, 0x67, 0])
    #expect(try workspace.run(rank + ["--seed-file", "seed"]).errors.contains("not UTF-8"))
  }

  @Test func `one seed is given, by the flag or by the file`() throws {
    let workspace = try Workspace()
    let none = try workspace.run(Array(rank))
    #expect(none.status == 64 && none.errors.contains("give --seed or --seed-file"), "\(none.errors)")
    let both = try workspace.rank(["--seed-file", "candidates.csv"])
    #expect(both.status == 64 && both.errors.contains("not both"), "\(both.errors)")
    let simulation = ["admission", "calls", "order.csv", "--places", "1", "--simulate"]
    #expect(try workspace.run(simulation).status == 64)
    #expect(try workspace.run(rank + ["--seed-file", "none"]).status == 66)
  }

  @Test func `a short seed whose commitment is written is said to be guessable, and a long one is not`()
    throws
  {
    let workspace = try Workspace()
    let recorded = ["--manifest", "manifest.json"]
    #expect(try workspace.rank(recorded).errors.contains("the seed is short"))
    #expect(try workspace.rank(recorded + ["-q"]).errors.isEmpty)
    #expect(try !workspace.rank().errors.contains("the seed is short"))
    let long = try workspace.run(rank + recorded + ["--seed", "0123456789abcdef"])
    #expect(!long.errors.contains("the seed is short"))
  }
}
