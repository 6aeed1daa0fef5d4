import Foundation
import Testing

struct ReadmeTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  @Test func `the example in the README is the one compiled here, and prints what it says`() throws {
    let source = try String(contentsOf: folder.appendingPathComponent("Example.swift"), encoding: .utf8)
    let readme = try String(
      contentsOf: folder.appendingPathComponent("../../README.md").standardized, encoding: .utf8)
    let block = source.components(separatedBy: "  // README\n")[1]
      .split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(2) }
      .joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(readme.contains("```swift\nimport Palmares\n\n\(block)\n```"))
    let printed = try example()
    #expect(printed == ["1 K2 241/17 ", "2 K1 241/17 boursier"])
    for line in printed { #expect(readme.contains("// \(line)".trimmingCharacters(in: .whitespaces))) }
  }
}
