import Foundation
import Parallelism
import TestSupport
import Wording

@testable import DelimitedText
@testable import Workbooks

/// A workbook put together part by part, so that it can be as odd as a test wants it.
struct HandmadeWorkbook {
  /// By name; `nil` leaves the part out.
  var parts: [(name: String, text: [UInt8])] = []

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook with one sheet.
  ///
  /// - Parameters:
  ///   - rows: the XML inside of `sheetData`.
  ///   - after: the XML behind it.
  init(
    _ rows: String, after: String = "", strings: [String] = [], formats: [String] = [],
    properties: String = "", name: String = "Notes"
  ) {
    self.init(
      sheets: [(name, "visible", Self.sheet(rows, after: after))], strings: strings, formats: formats,
      properties: properties)
  }

  /// A workbook with several sheets.
  ///
  /// - Parameters:
  ///   - strings: the XML inside each `si`.
  ///   - formats: codes of number formats, for the styles from 1 on.
  ///   - properties: attributes of `workbookPr`.
  init(
    sheets: [(name: String, state: String, xml: String)], strings: [String] = [], formats: [String] = [],
    properties: String = ""
  ) {
    add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """)
    add("_rels/.rels", Self.links([("rId1", "officeDocument", "xl/workbook.xml")]))
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }
    add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)"><workbookPr \(properties)/>\
      <sheets>\(list.joined())</sheets></workbook>
      """)
    var links = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    links.append(("rIdS", "styles", "styles.xml"))
    if !strings.isEmpty { links.append(("rIdT", "sharedStrings", "sharedStrings.xml")) }
    add("xl/_rels/workbook.xml.rels", Self.links(links))
    for (index, sheet) in sheets.enumerated() { add("xl/worksheets/sheet\(index + 1).xml", sheet.xml) }
    let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(Self.main)"><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId="0"/>\
      \(styles.joined())</cellXfs></styleSheet>
      """)
    if !strings.isEmpty {
      let items = strings.map { "<si>\($0)</si>" }
      add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(items.joined())</sst>")
    }
  }

  static func sheet(_ rows: String, after: String = "") -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  static func links(_ links: [(id: String, kind: String, target: String)]) -> String {
    let all = links.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationships)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(all.joined())</Relationships>
      """
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ text: [UInt8]) {
    parts.removeAll { $0.name == name }
    parts.append((name, text))
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  mutating func rename(_ name: String, to other: String) {
    for index in parts.indices where parts[index].name == name { parts[index].name = other }
  }

  /// Changes the text of a part.
  mutating func edit(_ name: String, _ old: String, _ new: String) {
    for index in parts.indices where parts[index].name == name {
      parts[index].text = Array(
        String(decoding: parts[index].text, as: UTF8.self).replacing(old, with: new).utf8)
    }
  }

  /// The archive, its parts stored as they are.
  var bytes: [UInt8] { storedArchive(parts.map { ($0.name, $0.text, UInt32($0.text.count)) }) }
}

/// A zip archive of files that are not packed.
///
/// - Parameter files: with the size that the archive says the file has.
func storedArchive(_ files: [(name: String, bytes: [UInt8], size: UInt32)]) -> [UInt8] {
  func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes, size) in files {
    let head =
      little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt32(0x0021_0000))
      + little(crc32(bytes)) + little(UInt32(bytes.count)) + little(size) + little(UInt16(name.utf8.count))
      + little(UInt16(0))
    directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + head + little(UInt16(0))
    directory += [0, 0, 0, 0, 0, 0, 0, 0] + little(UInt32(archive.count)) + Array(name.utf8)
    archive += little(UInt32(0x0403_4B50)) + head + Array(name.utf8) + bytes
  }
  let count = little(UInt16(files.count))
  return archive + directory + little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
    + little(UInt32(directory.count)) + little(UInt32(archive.count)) + [0, 0]
}

private let crcTable: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
}

/// Writes bytes to a file of its own, and hands out its path.
func withFile<R>(_ bytes: [UInt8], name: String = "f.xlsx", _ body: (String) throws -> R) throws -> R {
  let folder = try TemporaryFolder()
  try folder.write(name, bytes)
  return try withExtendedLifetime(folder) { try body(folder.url.appendingPathComponent(name).path) }
}

extension HandmadeWorkbook {
  /// What a reader is given of a sheet.
  struct Text: Equatable {
    /// By row of the sheet; an empty one has one empty cell.
    var rows: [[String]]
    var file: String
  }

  /// The cells of the text that readers are given.
  static func read(_ bytes: [UInt8], sheet: String? = nil, headerRow: Int? = nil) throws -> Text {
    try withFile(bytes) { path in
      try SourceText.withTable(of: path + (sheet.map { "#\($0)" } ?? ""), headerRow: headerRow) { source in
        Text(rows: cells(source.bytes), file: (source.file as NSString).lastPathComponent)
      }
    }
  }

  func read(sheet: String? = nil, headerRow: Int? = nil) throws -> [[String]] {
    try Self.read(bytes, sheet: sheet, headerRow: headerRow).rows
  }

  /// Cuts a text as `SheetText` describes it, without the reader of tables.
  private static func cells(_ bytes: UnsafeRawBufferPointer) -> [[String]] {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map { line in
      var fields: [String] = [""]
      var isQuoted = false
      var isClosed = false
      for scalar in line {
        defer { isClosed = scalar == "\"" && !isQuoted }
        if scalar == "\"" {
          // Of two quotes inside of quotes one stays.
          if isClosed { fields[fields.count - 1] += "\"" }
          isQuoted.toggle()
        } else if scalar == "\t", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].unicodeScalars.append(scalar)
        }
      }
      return fields
    }
  }
}

/// The errors of a reading, a line each, without the path of the folder.
func errors(_ bytes: [UInt8], sheet: String? = nil, headerRow: Int? = nil, columns: [ColumnSpecification])
  -> [String]
{
  do {
    _ = try table(bytes, sheet: sheet, headerRow: headerRow, columns: columns)
    return []
  } catch let defects as InputDefects {
    return defects.message.english.split(separator: "\n").map { line in
      line.range(of: "f.xlsx").map { String(line[$0.lowerBound...]) } ?? String(line)
    }
  } catch {
    return ["\(error)"]
  }
}

/// A sheet as a reader of tables takes it.
func table(
  _ bytes: [UInt8], sheet: String? = nil, headerRow: Int? = nil, columns: [ColumnSpecification],
  ignoring: [String] = [], notes: ReadingNotes = ReadingNotes()
) throws -> DelimitedTable {
  try withFile(bytes) { path in
    try SourceText.withTable(
      of: path + (sheet.map { "#\($0)" } ?? ""), headerRow: headerRow, ignoring: ignoring, notes: notes
    ) { source in
      let table = try DelimitedTable(source, columns: columns)
      try table.defects.throwIfAny()
      return table
    }
  }
}
