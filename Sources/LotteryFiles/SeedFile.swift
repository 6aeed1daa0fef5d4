public import DelimitedText
import ExactValues
import FileStore
import Foundation
public import Lottery

/// The file of a seed: its first line, or the column `graine` of a table with one row.
public struct SeedFile: Sendable {
  /// The seed.
  public let seed: DrawSeed

  /// Opens and reads the file at a path.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`, with a ``SeedFileDefect`` or what is
  ///   wrong with the table.
  public init(contentsOf path: String) throws {
    self = try InputFile.withContents(of: path) { try SeedFile($0, file: path) }
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - file: the file's name for errors.
  /// - Throws: `InputDefects`, with a ``SeedFileDefect`` or what is wrong with the table.
  public init(_ bytes: UnsafeRawBufferPointer, file: String) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.refusal(.notUTF8, file)
    }
    let marked = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = marked.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let first = String(lines.first ?? "")
    if first.drop(while: { $0 == " " }).hasPrefix("[") {
      seed = try Self.object(Data(marked.utf8), file)
    } else if Self.isHeader(first), lines.dropFirst().contains(where: { !$0.isEmpty }) {
      seed = try Self.table(bytes, file)
    } else {
      seed = try Self.checked(first, 1, file)
    }
  }

  /// Reads a table: the column `graine` of its only row.
  ///
  /// - Throws: `InputDefects`, with a ``SeedFileDefect`` or what is wrong with the table.
  public init(_ source: SourceText) throws(InputDefects) { seed = try Self.seed(in: source) }

  /// Whether a line is a table's header with a column of the seed.
  private static func isHeader(_ line: String) -> Bool {
    line.split(whereSeparator: { ",;\t".contains($0) })
      .contains { foldedName(String($0).replacing("\"", with: "")) == column }
  }

  private static let column = "graine"
  private static let commitment = "engagement"

  private static func table(_ bytes: UnsafeRawBufferPointer, _ file: String) throws -> DrawSeed {
    try SourceText.withText(bytes, file: file) { try seed(in: $0) }
  }

  private static func seed(in source: SourceText) throws(InputDefects) -> DrawSeed {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(column, .text), ColumnSpecification(commitment, .text, isRequired: false),
      ])
    try table.defects.throwIfAny()
    let seeds = table.text(column)
    return try only(
      (0..<table.rowCount).map { (seeds[$0], table.has(commitment) ? table.text(commitment)[$0] : nil) },
      line: table.rowCount > 0 ? table.line(ofRow: 0) : 1, source.file)
  }

  private static func object(_ json: Data, _ file: String) throws(InputDefects) -> DrawSeed {
    guard let rows = try? JSONDecoder().decode([[String: String]].self, from: json) else {
      throw refusal(.notJSON, file)
    }
    return try only(rows.map { ($0[column] ?? "", $0[commitment]) }, line: 1, file)
  }

  private static func only(
    _ rows: [(seed: String, commitment: String?)], line: Int, _ file: String
  ) throws(InputDefects) -> DrawSeed {
    guard let row = rows.first else { throw refusal(.noSeed, file) }
    guard rows.count == 1 else { throw refusal(.severalSeeds, file) }
    let seed = try checked(row.seed, line, file)
    if let commitment = row.commitment, !commitment.isEmpty, !seed.matches(commitment: commitment) {
      throw refusal(.otherCommitment, line: line, file)
    }
    return seed
  }

  private static func checked(_ text: String, _ line: Int, _ file: String) throws(InputDefects) -> DrawSeed {
    guard let seed = DrawSeed(text) else { throw refusal(.empty, line: line, file) }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      throw refusal(.spaceAround, line: line, file)
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw refusal(.controlCharacter, line: line, file)
    }
    return seed
  }

  private static func refusal(_ defect: SeedFileDefect, line: Int = 1, _ file: String) -> InputDefects {
    InputDefects(file: file, InputDefect(line: line, column: column, reason: defect))
  }
}
