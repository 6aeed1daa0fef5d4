import Foundation
import Palmares
import TestSupport
import Testing

struct VersionTests {
  @Test func `the newest heading of the changelog is the version, as is what the command prints`() throws {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    let changelog = try String(
      contentsOf: root.appendingPathComponent(".github/CHANGELOG.md"), encoding: .utf8)
    let heading = changelog.split(separator: "\n").first { $0.hasPrefix("## ") }
    let version = PalmaresVersion.current
    #expect(heading == "## \(version)" || heading == "## \(version) (unreleased)")
    let workspace = try Workspace()
    let run = try workspace.run(["--version"])
    #expect(run.status == 0 && run.output == "\(version)\n")
  }
}
