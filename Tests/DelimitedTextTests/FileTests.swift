import DelimitedText
import ExactValues
import FileStore
import Foundation
import Parallelism
import TestSupport
import Testing

/// A table of numbers and their squares.
private struct Squares: WritableTable {
  let rows: Int

  func write(
    _ format: TableFormat, workers: Workers, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try writeTable(format, columns: ["n", "square"], rows: rows, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.integer(row)
        text.integer(row * row)
        text.endRow()
      }
    }
  }
}

struct FileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  private func squares(_ source: SourceText) throws -> [Int] {
    let table = try DelimitedTable(source, columns: [ColumnSpecification("square", .integer(0...Int.max))])
    try table.defects.throwIfAny()
    return table.integers("square")
  }

  @Test func `a table written to a path reads as it was`() throws {
    try Squares(rows: 1_000).write(to: path("f"))
    #expect(try SourceText.withContents(of: path("f"), squares) == (0..<1_000).map { $0 * $0 })
    #expect(try Squares(rows: 1_000).text() == folder.text("f"))
    try Squares(rows: 2).write(to: path("f"), format: .json)
    #expect(try folder.text("f") == "[\n{\"n\":0,\"square\":0},\n{\"n\":1,\"square\":1}\n]\n")
    #expect(folder.names == ["f"])
  }

  @Test func `a mapped file written while it is read is refused`() throws {
    try Squares(rows: 10).write(to: path("f"))
    let file = try InputFile(path: path("f"), access: .mapped)
    let error = #expect(throws: FileStoreError.self) {
      try SourceText.withContents(of: file) { source in
        try Data("n,square\n".utf8).write(to: URL(fileURLWithPath: path("f")), options: [])
        _ = source
      }
    }
    #expect(error?.code == .cannotRead)
  }

  @Test func `a file that is not there, and a folder that is not there, are named`() {
    let input = #expect(throws: FileStoreError.self) {
      try SourceText.withContents(of: path("absent"), squares)
    }
    #expect(input?.code == .cannotOpen)
    #expect(input?.path == path("absent"))
    let output = #expect(throws: FileStoreError.self) { try Squares(rows: 1).write(to: path("absent/f")) }
    #expect(output?.code == .cannotWrite)
    #expect(folder.names.isEmpty)
  }

  @Test func `what is wrong with a file names its path`() throws {
    try folder.write("f", "n,square\n1,one\n")
    let defects = #expect(throws: InputDefects.self) { try SourceText.withContents(of: path("f"), squares) }
    #expect(defects?.file == path("f"))
    #expect(defects?.count == 1)
  }
}
