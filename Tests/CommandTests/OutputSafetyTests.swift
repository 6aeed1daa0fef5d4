import Foundation
import TestSupport
import Testing

/// No output ever takes the place of an input, whatever it is called.
struct OutputSafetyTests {
  /// The commands, as the program lists them itself.
  private struct Listed: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let names: [Name]?
      let valueName: String?
    }

    let command: Command
  }

  @Test func `every flag of every command that names a file is one of those that are tried`() throws {
    let help = try Execution(["--experimental-dump-help"], in: FileManager.default.temporaryDirectory)
    let root = try JSONDecoder().decode(Listed.self, from: Data(help.output.utf8)).command
    func check(_ command: Listed.Command, _ path: [String]) {
      for subcommand in command.subcommands ?? [] { check(subcommand, path + [subcommand.commandName]) }
      let name = path.joined(separator: " ")
      let tried = ShippedRuns.all.filter { $0.command == path }
      let flags = Set(
        tried.flatMap { $0.inputs.map(\.flag) + $0.beside } + ["--output", "--manifest"]
          // Goes with no output.
          + ["--status"])
      let files = (command.arguments ?? []).filter { $0.valueName?.contains("file") == true }
      // A command that writes no file, or reads none, needs no trial.
      guard files.contains(where: { $0.names?.contains { $0.name == "output" } == true }),
        name != "admission draw new"
      else { return }
      for argument in files {
        let known = (argument.names ?? []).contains { flags.contains("--\($0.name)") }
        #expect(known, "\(name): \(argument.names?.first?.name ?? "")")
      }
    }
    check(root, [])
  }

  @Test func `standard input and standard output count as the files they are`() throws {
    let workspace = try Workspace()
    let before = try workspace.folder.text("candidates.csv")
    func shell(_ redirection: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "\"$0\" admission score --scheme scheme.yaml \(redirection) 2> errors", Execution.command.path,
      ]
      process.currentDirectoryURL = workspace.folder.url
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try shell("- -o candidates.csv < candidates.csv") == 64)
    #expect(try shell("candidates.csv >> candidates.csv") == 64)
    #expect(try workspace.folder.text("candidates.csv") == before)
    #expect(try shell("candidates.csv -o /dev/null < candidates.csv") == 0)
    #expect(try shell("candidates.csv < candidates.csv | cat > scores.csv") == 0)
  }

  @Test func `two outputs cannot be one file, also one that does not exist yet`() throws {
    let workspace = try Workspace()
    let folder = workspace.folder.url.lastPathComponent
    for (table, manifest) in [("new.csv", "./new.csv"), ("new.csv", "../\(folder)/new.csv")] {
      let run = try workspace.rank(["-o", table, "--manifest", manifest])
      #expect(run.status == 64)
      #expect(run.errors.contains("-o and --manifest name the same file"), "\(run.errors)")
    }
    #expect(!workspace.folder.names.contains("new.csv"))
    #expect(try workspace.rank(["-o", "/dev/null", "--manifest", "/dev/null"]).status == 0)
  }

  @Test func `made-up data take the place of made-up data alone`() throws {
    let folder = try TemporaryFolder()
    func generate(_ kind: String, size: String) throws -> Execution {
      try Execution(["generate", kind, "--size", size, "--seed", "s", "-o", "."], in: folder.url)
    }
    #expect(try generate("pdis", size: "3").status == 0)
    #expect(try generate("pdis", size: "4").status == 0)
    let scheme = try folder.text("scheme.yaml")
    try folder.write("candidates.csv", "candidat,naissance,nom\nK1,2008-01-01,X\n")
    let run = try generate("pdis", size: "3")
    #expect(run.status == 73 && run.errors.contains("candidates.csv: already exists, and is kept"))
    #expect(try folder.text("candidates.csv").hasSuffix("K1,2008-01-01,X\n"))
    #expect(try folder.text("scheme.yaml") == scheme)
    #expect(folder.names == ["candidates.csv", "orals.csv", "scheme.yaml"])
  }

  @Test(arguments: ["file", "symbolic link", "dangling link"])
  func `a seed is never replaced by another one`(kind: String) throws {
    let workspace = try Workspace()
    let path = workspace.folder.url.appendingPathComponent("seed.csv").path
    switch kind {
    case "file": try workspace.folder.write("seed.csv", "old")
    case "symbolic link":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "scheme.yaml")
    default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
    }
    let names = workspace.folder.names
    let scheme = try workspace.folder.text("scheme.yaml")
    let run = try workspace.run(["admission", "draw", "new", "-o", "seed.csv"])
    #expect(run.status == 73)
    #expect(run.errors.contains("seed.csv: already exists, and is kept"), "\(run.errors)")
    #expect(workspace.folder.names == names)
    #expect(try workspace.folder.text("scheme.yaml") == scheme)
    if kind == "file" { #expect(try workspace.folder.text("seed.csv") == "old") }
  }
}

/// Every command that reads and writes files, with the shipped data.
struct OutputSafetyExhaustiveTests {
  @Test func `naming an input as an output is refused through itself, another path and both kinds of link`()
    throws
  {
    let runs = try ShippedRuns()
    let folder = runs.folder.url
    var before: [String: Data] = [:]
    for name in runs.folder.names { before[name] = try Data(contentsOf: folder.appendingPathComponent(name)) }
    let manager = FileManager.default
    for name in before.keys {
      try manager.createSymbolicLink(
        atPath: folder.appendingPathComponent("symbolic-\(name)").path, withDestinationPath: name)
      try manager.linkItem(
        at: folder.appendingPathComponent(name), to: folder.appendingPathComponent("hard-\(name)"))
    }
    let names = runs.folder.names
    var tried = 0
    for run in ShippedRuns.all {
      let outputs = ["-o"] + (run.isRecorded ? ["--manifest"] : []) + run.beside
      // Each output and each input at least once, the spellings in turn.
      for pair in 0..<max(outputs.count, run.inputs.count) {
        let output = outputs[pair % outputs.count]
        let (flag, input) = run.inputs[pair % run.inputs.count]
        let path = ["", "./", "symbolic-", "hard-"][tried % 4] + input
        tried += 1
        let execution = try Execution(run.arguments + [output, path], in: folder)
        let what = "\(run.testDescription): \(flag) \(input), \(output) \(path): \(execution.errors)"
        #expect(execution.status == 64, "\(what)")
        #expect(execution.errors.contains("would write over an input of the command"), "\(what)")
      }
    }
    // All four spellings of one.
    for prefix in ["", "./", "symbolic-", "hard-"] {
      let execution = try Execution(
        ShippedRuns.all[1].arguments + ["-o", prefix + "candidates.csv"], in: folder)
      #expect(execution.errors.contains("would write over an input of the command"), "\(prefix)")
    }
    #expect(runs.folder.names == names)
    for (name, bytes) in before {
      #expect(try Data(contentsOf: folder.appendingPathComponent(name)) == bytes, "\(name)")
      #expect(try Data(contentsOf: folder.appendingPathComponent("hard-\(name)")) == bytes, "\(name)")
    }
  }
}
