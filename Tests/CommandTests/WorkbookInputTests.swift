import Foundation
import TestSupport
import Testing

/// Commands whose inputs are sheets of workbooks.
struct WorkbookInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("notes.csv", "eleve,note\nE1,12.5\nE2,12.1\n")
    let made = try Execution(["grades", "mentions", "notes.csv", "-o", "notes.xlsx", "-q"], in: folder.url)
    #expect(made.status == 0)
  }

  private func run(_ arguments: String...) throws -> Execution {
    try Execution(["grades", "mentions"] + arguments, in: folder.url)
  }

  @Test func `a sheet gives what the same table gives as CSV, by any path and from standard input`() throws {
    let expected = try run("notes.csv").output
    for path in ["notes.xlsx", "notes.xlsx#Mentions", "./notes.xlsx#mentions", "notes.xlsx#MÉNTIONS"] {
      let read = try run(path)
      #expect(read.status == 0 && read.output == expected, "\(path): \(read.errors)")
      #expect(read.errors.contains("notes.xlsx#mentions: ignored: mention, position"))
    }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "cat notes.xlsx | \(Execution.command.path) grades mentions - -q > out.csv"]
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    #expect(try folder.text("out.csv") == expected)
  }

  @Test func `a workbook that is read is never written over`() throws {
    let before = try Data(contentsOf: folder.url.appendingPathComponent("notes.xlsx"))
    for path in ["notes.xlsx", "notes.xlsx#mentions"] {
      let refused = try run(path, "-o", "./notes.xlsx")
      #expect(refused.status == 64 && refused.errors.contains("would write over an input"))
    }
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("notes.xlsx")) == before)
  }

  @Test func `a run on a sheet can be repeated, until the workbook changes`() throws {
    #expect(try run("notes.xlsx#mentions", "-o", "a.csv", "--manifest", "a.json").status == 0)
    #expect(try folder.text("a.json").contains("\"path\" : \"notes.xlsx#mentions\""))
    #expect(try Execution(["replay", "a.json"], in: folder.url).output == "identical: a.csv\n")
    try folder.write("notes.csv", "eleve,note\nE1,12.5\nE2,12.2\n")
    #expect(try run("notes.csv", "-o", "notes.xlsx").status == 0)
    let changed = try Execution(["replay", "a.json"], in: folder.url)
    #expect(changed.status == 65 && changed.errors.contains("notes.xlsx#mentions: has changed since the run"))
  }

  @Test(
    arguments: [
      ("notes.xlsx#autre", 65, "notes.xlsx:1: : no sheet is called autre; the sheets are: mentions\n"),
      ("notes.xlsx#", 65, "notes.xlsx:1: : no name of a sheet behind #: give one, or leave out the #\n"),
      (
        "notes.csv#x", 65,
        "notes.csv:1: : this file is no workbook and has no sheets: leave out what follows the #\n"
      ),
      ("autre.xlsx#x", 66, "autre.xlsx#x: cannot be opened: No such file or directory\n"),
    ] as [(String, Int32, String)])
  func `a sheet that is not there is an error of the input`(path: String, status: Int32, errors: String)
    throws
  {
    let refused = try run(path)
    #expect(refused.status == status && refused.errors == errors && refused.output.isEmpty)
  }
}
