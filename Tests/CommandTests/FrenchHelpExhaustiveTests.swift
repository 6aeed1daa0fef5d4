import Foundation
import TestSupport
import Testing

/// Every help page and every kind of refused command line, in French, and every example.
struct FrenchHelpExhaustiveTests {
  private static let folder = FileManager.default.temporaryDirectory

  /// The commands of a help page, with those below them.
  private static func commands(below path: [String] = []) throws -> [(path: [String], page: String)] {
    let page = try Execution(path + ["--help", "--lang", "fr"], in: folder).output
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "SOUS-COMMANDES\u{A0}:") else { return [(path, page)] }
    let names = lines[(heading + 1)...].prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
    return try [(path, page)] + names.flatMap { try commands(below: path + [String($0)]) }
  }

  /// Runs command lines in a shell that stops at the first one that fails.
  private static func shell(_ lines: String, in folder: URL) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-eu", "-o", "pipefail", "-c", lines]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = [
      "PATH": "\(Execution.command.deletingLastPathComponent().path):\(path)", "LC_ALL": "C.UTF-8",
    ]
    let errors = folder.appendingPathComponent("errors.txt")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }

  @Test
  func
    `a page has nothing of the parser in English, no line is too wide, and a command's ends with an example`()
    throws
  {
    let commands = try Self.commands()
    #expect(commands.count > 30, "\(commands.map(\.path))")
    let english = [
      "OVERVIEW", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS", "EXAMPLE:", "values:", "default",
      "Default",
      "<subcommand>", "<file>", "Show ", "See ", " the ", " of ", " with ", " and ",
    ]
    for (path, page) in commands {
      let parts = page.components(separatedBy: "\nEXEMPLE\u{A0}:\n")
      let found = parts[0].split(separator: "\n").filter { line in english.contains { line.contains($0) } }
      #expect(found.isEmpty, "\(path)")
      // A list of columns cannot be broken.
      let wide = parts[0].split(separator: "\n").map(String.init).filter {
        $0.count > 80 && $0.drop { $0 == " " }.contains(" ")
      }
      #expect(wide.isEmpty, "\(path): \(wide)")
      guard parts.count == 2 else {
        Issue.record("no example: \(path.joined(separator: " "))")
        continue
      }
      // A group of commands shows the example of one of them.
      #expect(parts[1].contains("  palmares \(path.joined(separator: " "))"), "\(path)")
      let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.allSatisfy { $0.hasPrefix("  ") && $0.count <= 102 }, "\(path): \(parts[1])")
    }
  }

  @Test func `every example works beside the shipped data, one line after the other`() throws {
    let datasets = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Datasets").standardized
    for (path, page) in try Self.commands() {
      guard let example = page.components(separatedBy: "\nEXEMPLE\u{A0}:\n").dropFirst().last else {
        continue
      }
      let folder = try TemporaryFolder()
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent("Datasets"), withDestinationURL: datasets)
      let run = try Self.shell(example, in: folder.url)
      #expect(run.status == 0, "\(path): \(run.errors)")
    }
  }

  @Test(arguments: [
    ("nosuch", "Commande inconnue\u{A0}: nosuch. Les commandes sont\u{A0}: admission,"),
    ("grades gpa m.csv", "Il manque «\u{A0}--scheme <fichier>\u{A0}»."),
    ("grades gpa m.csv --scheme", "Il manque une valeur à «\u{A0}--scheme <fichier>\u{A0}»."),
    ("grades gpa m.csv --scheme s x", "«\u{A0}x\u{A0}» est en trop."),
    ("grades gpa m.csv --scheme s x y", "Ces mots sont en trop\u{A0}: x, y."),
    ("grades gpa m.csv --scheme s --quiet=oui", "L'option «\u{A0}--quiet\u{A0}» ne prend pas de valeur"),
    ("grades gpa m.csv --scheme s --format xls", "Valeurs possibles\u{A0}: csv, csv-fr"),
    ("grades mentions n.csv --ties donw", "up ou down. Vouliez-vous dire «\u{A0}down\u{A0}»\u{202F}?"),
    ("grades gpa m.csv --scheme s --shceme", "Vouliez-vous dire «\u{A0}--scheme\u{A0}»\u{202F}?"),
    ("grades gpa m.csv --scheme s -qz", "Option inconnue\u{A0}: -z."),
    ("generate pdis --size x --seed s -o o", "La valeur «\u{A0}x\u{A0}» ne convient pas à"),
    ("generate pdis --size -1 --seed s -o o", "--size"),
    ("--generate-completion-script=tcsh", "Pas de complétion pour «\u{A0}tcsh\u{A0}»."),
    ("admission draw chek", "Vouliez-vous dire «\u{A0}check\u{A0}»\u{202F}?"),
  ])
  func `a refused command line is refused in French`(line: String, message: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let run = try Execution(words + ["--lang=fr"], in: Self.folder)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("Erreur\u{A0}: ") && run.errors.contains(message), "\(run.errors)")
    for english in ["Error", "Usage:", "Help:", "See '", "Unknown", "Missing", "Please", "invalid"] {
      #expect(!run.errors.contains(english), "\(run.errors)")
    }
  }

  @Test func `the command alone shows its help, and completion scripts are no help page`() throws {
    let alone = try Execution(["--lang", "fr"], in: Self.folder)
    #expect(alone.status == 0 && alone.output.contains("SOUS-COMMANDES\u{A0}:"), "\(alone.errors)")
    #expect(try Execution([], in: Self.folder).output.contains("SUBCOMMANDS:"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try Execution(["--generate-completion-script=\(shell)"], in: Self.folder)
      #expect(script.status == 0 && script.output.contains("palmares"), "\(script.errors)")
    }
  }
}
