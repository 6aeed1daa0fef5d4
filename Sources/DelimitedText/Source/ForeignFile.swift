/// A kind of file that is no table of text, and that people give as one.
public enum ForeignFile: Sendable, Equatable {
  /// An Excel workbook (`.xlsx`).
  case workbook
  /// A document of LibreOffice or OpenOffice.
  case openDocument
  /// Another zip archive.
  case zip
  /// A PDF.
  case pdf
  /// A web page.
  case html
  /// JSON.
  case json
  /// An Excel workbook of the older kind (`.xls`).
  case excel97
  /// An Apogée `maquette`, which begins with `XX-APO`.
  case apogee

  /// Looks at the first bytes of a file, and for a zip at the names of its first entries.
  ///
  /// - Returns: nil for what may be a table of text.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    if starts(bytes, with: [0x50, 0x4B, 0x03, 0x04]) || starts(bytes, with: [0x50, 0x4B, 0x05, 0x06]) {
      // The fixed head of the workbooks that Excel writes, which tells them when the rest is lost.
      let excel: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]
      self =
        starts(bytes, with: excel)
        ? .workbook : Self.zipKind(UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16)))
    } else if starts(bytes, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .excel97
    } else if starts(bytes, with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if starts(bytes, with: Array("XX-APO".utf8)) {
      self = .apogee
    } else {
      let text = bytes.prefix(512).drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
      let start = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
      let marks = ["<!doctype", "<html", "<table", "<head", "<?xml", "<meta", "<body"]
      if marks.contains(where: start.hasPrefix) {
        self = .html
      } else if Self.isJSON(text) {
        self = .json
      } else {
        return nil
      }
    }
  }

  /// A workbook keeps its sheets under `xl/`; a document of LibreOffice says what it is in its first entry.
  private static func zipKind(_ bytes: UnsafeRawBufferPointer) -> ForeignFile {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    if text.dropFirst(30).hasPrefix("mimetypeapplication/vnd.oasis.opendocument") { return .openDocument }
    return ["[Content_Types].xml", "xl/", "_rels/.rels"].contains(where: text.contains) ? .workbook : .zip
  }

  /// An opening bracket and then what only JSON has behind it.
  private static func isJSON(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    let rest = text.dropFirst().drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
    guard let next = rest.first else { return false }
    return [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]")]
      .contains(next)
  }
}

private func starts(_ bytes: UnsafeRawBufferPointer, with mark: [UInt8]) -> Bool {
  bytes.count >= mark.count && bytes.prefix(mark.count).elementsEqual(mark)
}
