internal import CZip
public import Foundation
internal import FoundationXML

/// The first sheet of a workbook, read by other means than the library's own.
public struct WrittenWorkbook {
  /// A cell: its text, and whether it is a number.
  public struct Cell: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public let isNumber: Bool

    public init(_ text: String, isNumber: Bool = false) {
      self.text = text
      self.isNumber = isNumber
    }

    public var description: String { isNumber ? text : "\"\(text)\"" }
  }

  /// The parts of the package by name.
  public let parts: [String: String]
  /// The names of the sheets.
  public let sheets: [String]
  /// The cells of each row, empty ones included.
  public let rows: [[Cell]]

  public init(_ file: URL) throws {
    parts = try Self.parts(of: file)
    let names = parts["xl/workbook.xml"]!.matches(of: /<sheet name="([^"]*)"/)
    sheets = names.map { String($0.1) }
    let sheet = SheetParser()
    let parser = XMLParser(data: Data(parts["xl/worksheets/sheet1.xml"]!.utf8))
    parser.delegate = sheet
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    let width = sheet.rows.map(\.count).max() ?? 0
    rows = sheet.rows.map { $0 + Array(repeating: Cell(""), count: width - $0.count) }
  }

  private static func parts(of file: URL) throws -> [String: String] {
    guard let archive = zip_open(file.path, Int32(ZIP_CHECKCONS), nil) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    defer { zip_discard(archive) }
    var parts: [String: String] = [:]
    for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
      var status = zip_stat_t()
      zip_stat_index(archive, index, 0, &status)
      let part = zip_fopen_index(archive, index, 0)
      defer { zip_fclose(part) }
      var bytes = [UInt8](repeating: 0, count: Int(status.size))
      guard zip_fread(part, &bytes, status.size) == Int64(status.size) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      parts[String(cString: status.name)] = String(decoding: bytes, as: UTF8.self)
    }
    return parts
  }
}

private final class SheetParser: NSObject, XMLParserDelegate {
  var rows: [[WrittenWorkbook.Cell]] = []
  private var type = ""
  private var column = 0
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "row":
      rows.append([])
      precondition(attributes["r"] == String(rows.count))
    case "c":
      let letters = (attributes["r"] ?? "").prefix { $0.isLetter }
      precondition(attributes["r"] == letters + String(rows.count))
      column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
      type = attributes["t"] ?? "n"
      text = ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "c" else { return }
    while rows[rows.count - 1].count < column { rows[rows.count - 1].append(.init("")) }
    let isNumber = type == "n"
    let value = isNumber ? text : unescaped(text)
    rows[rows.count - 1].append(.init(value, isNumber: isNumber))
  }

  /// `_x0041_` is `A`.
  private func unescaped(_ text: String) -> String {
    text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UnicodeScalar(UInt32(match.1, radix: 16)!).map { String($0) } ?? String(match.0)
    }
  }
}
