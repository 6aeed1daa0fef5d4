public import DelimitedText
import ExactValues
import Foundation
public import Lottery

/// What can be wrong with the file of a seed. Nothing of the seed is ever part of one.
public enum SeedFileDefect: DefectReason, Equatable {
  case empty
  case notUTF8
  case spaceAround
  case controlCharacter
  case notJSON
  case noSeed
  case severalSeeds
  case otherCommitment

  public var description: String {
    switch self {
    case .empty: "the file has no seed: its first line is empty"
    case .notUTF8: "not UTF-8 text"
    case .spaceAround: "the seed begins or ends with a space, which cannot be seen: remove it"
    case .controlCharacter: "a control character in the seed"
    case .notJSON: "not JSON as draw new writes it"
    case .noSeed: "the table has no seed: no row under its header"
    case .severalSeeds: "the table has several seeds: leave one"
    case .otherCommitment: "the engagement beside the seed is not its SHA-256"
    }
  }
}

/// The file of a seed: its first line, or the column `graine` of a table as `draw new` writes it.
public struct SeedFile: Sendable {
  public let seed: DrawSeed

  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - file: the file's name for errors.
  /// - Throws: ``InputDefects``, with a ``SeedFileDefect`` or what is wrong with the table.
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

  /// Whether a line is a table's header with a column of the seed.
  private static func isHeader(_ line: String) -> Bool {
    line.split(whereSeparator: { ",;\t".contains($0) })
      .contains { foldedName(String($0).replacing("\"", with: "")) == column }
  }

  private static let column = "graine"
  private static let commitment = "engagement"

  private static func table(_ bytes: UnsafeRawBufferPointer, _ file: String) throws -> DrawSeed {
    try SourceText.withText(bytes, file: file) { source in
      let table = try DelimitedTable(
        source,
        columns: [
          ColumnSpecification(column, .text), ColumnSpecification(commitment, .text, isRequired: false),
        ])
      try table.defects.throwIfAny()
      let seeds = table.text(column)
      return try only(
        (0..<table.rowCount).map { (seeds[$0], table.has(commitment) ? table.text(commitment)[$0] : nil) },
        line: table.rowCount > 0 ? table.line(ofRow: 0) : 1, file)
    }
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

/// The table of a seed and its commitment, `graine,engagement`.
public struct SeedTable: Sendable {
  private let seed: DrawSeed

  public init(_ seed: DrawSeed) { self.seed = seed }

  public func write(_ format: TableFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = TableText(format, columns: ["graine", "engagement"])
    text.writeHead()
    text.text(seed.text)
    text.text(seed.commitment)
    text.endRow()
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }
}
