import Foundation
import Testing

/// What the documentation shows is what is compiled here.
struct DocumentationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let sources = folder.appendingPathComponent("../../Sources").standardized

  @Test func `the example in the README is the one compiled here, and prints what it says`() throws {
    let source = try Self.text(Self.folder.appendingPathComponent("ReadmeExample.swift"))
    let readme = try Self.text(Self.folder.appendingPathComponent("../../README.md").standardized)
    let block = source.components(separatedBy: "  // README\n")[1]
      .split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(2) }
      .joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(readme.contains("```swift\nimport Palmares\n\n\(block)\n```"))
    let printed = try example()
    #expect(printed == ["1 K2 43/3 first", "2 K1 43/3 boursier"])
    for line in printed { #expect(readme.contains("// \(line)".trimmingCharacters(in: .whitespaces))) }
  }

  @Test
  func `the programs in the article for Swift programs are those compiled here, and print what it says`()
    throws
  {
    let article = try Self.text(Self.sources.appendingPathComponent("Palmares/Palmares.docc/Library.md"))
    let source = try Self.text(Self.folder.appendingPathComponent("LibraryArticle.swift"))
    let blocks = Self.blocks("swift", in: article)
    let programs = blocks.filter { !$0.hasPrefix("// swift-tools-version") }.map(Self.withoutImports)
    #expect(programs == Self.marked("// article", in: source))

    let program = LibraryArticle()
    try program.admission()
    try program.electives()
    try program.mobility()
    try program.grading()
    try program.errors()
    try program.coding()
    #expect(program.lines == Self.blocks("text", in: article).flatMap { $0.components(separatedBy: "\n") })
  }

  @Test func `the manifests in the article for Swift programs name the products of the package`() throws {
    let article = try Self.text(Self.sources.appendingPathComponent("Palmares/Palmares.docc/Library.md"))
    let package = try Self.text(Self.folder.appendingPathComponent("../../Package.swift").standardized)
    let manifests = Self.blocks("swift", in: article).filter { $0.hasPrefix("// swift-tools-version") }
    let products = manifests.map { $0.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) } }
    #expect(products == [["PalmaresAdmission"], ["PalmaresGrading"], ["PalmaresAllocation"], ["Palmares"]])
    for product in products.joined() { #expect(package.contains(".library(name: \"\(product)\"")) }
  }

  @Test
  func `every example in a doc comment is compiled here, and every one compiled here is in a doc comment`()
    throws
  {
    var documented: [String: String] = [:]
    for file in Self.swiftFiles(in: Self.sources) {
      for block in Self.examples(inCommentsOf: try Self.text(file)) {
        documented[block] = file.lastPathComponent
      }
    }
    var compiled: [String: String] = [:]
    for file in Self.swiftFiles(in: Self.folder) where file.lastPathComponent != "DocumentationTests.swift" {
      for block in Self.marked("// example: ", in: try Self.text(file)) {
        compiled[block] = file.lastPathComponent
      }
    }
    for (block, file) in documented where compiled[block] == nil {
      Issue.record("\(file): an example that is not compiled in the tests:\n\(block)")
    }
    for (block, file) in compiled where documented[block] == nil {
      Issue.record("\(file): an example that stands in no doc comment:\n\(block)")
    }
  }

  private static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private static func swiftFiles(in folder: URL) -> [URL] {
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "swift" }
  }

  /// The blocks ```` ```swift ```` of doc comments, without their slashes and common indentation.
  private static func examples(inCommentsOf source: String) -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      guard trimmed.hasPrefix("///") else { continue }
      let comment = trimmed.dropFirst(3)
      let words = comment.drop { $0 == " " }
      if words == "```swift" {
        block = []
      } else if words == "```", let finished = block {
        blocks.append(dedented(finished))
        block = nil
      } else {
        block?.append(comment)
      }
    }
    return blocks
  }

  /// The blocks of a language in an article.
  private static func blocks(_ language: String, in article: String) -> [String] {
    article.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
  }

  /// A program without the imports that it begins with.
  private static func withoutImports(_ program: String) -> String {
    program.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.isEmpty || $0.hasPrefix("import ") }.joined(separator: "\n")
  }

  /// What stands between a line that begins with the mark, such as `// example: TYPE`, and the line `// end`.
  private static func marked(_ mark: String, in source: String) -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix(mark) {
        block = []
      } else if words == "// end", let finished = block {
        blocks.append(dedented(finished))
        block = nil
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  private static func dedented(_ lines: [Substring]) -> String {
    let indentation =
      lines.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
  }
}
