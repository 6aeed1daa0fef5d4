import Foundation
import TestSupport
import Testing

/// Workbooks as openpyxl, XlsxWriter and pandas write them.
struct SpreadsheetWritersTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func score(_ file: String) throws -> Execution {
    try Execution(["admission", "score", file, "--scheme", "scheme.yaml"], in: folder.url)
  }

  @Test(SpreadsheetPrograms.needPython)
  func `workbooks of three libraries and every kind of cell are read alike, or refused at the cell`() throws {
    let made = try SpreadsheetPrograms.runPython("write.py", ["."], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let expected = try score("candidates.csv").output
    let same = try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/same").sorted()
    #expect(same.count == 16)
    for name in same {
      let run = try score("same/\(name)")
      #expect(run.output == expected, "\(name): \(run.errors)")
    }
    for line in try folder.text("refused.tsv").split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let run = try score("refused/\(fields[0])")
      let place = "refused/\(fields[0])#\(fields[1]):\(fields[2]): \(fields[3])"
      #expect(run.status == 65)
      #expect(run.errors.contains(place) && run.errors.contains(fields[4]), "\(line): \(run.errors)")
      #expect(fields[5].isEmpty || run.errors.contains(fields[5]))
    }
  }
}
