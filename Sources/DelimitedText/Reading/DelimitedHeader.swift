/// The first line of delimited text: the delimiter, and the names of the columns.
package struct DelimitedHeader: Sendable {
  /// `,` `;` or tab.
  package let delimiter: UInt8
  /// Trimmed of spaces, in the file's order.
  package let names: [String]
  /// The names as they are compared.
  package let foldedNames: [String]
  /// The line of the file that the header starts on.
  package let line: Int
  /// Where the rows start.
  let end: Int
  /// The lines up to the header's end. A quoted name may hold a line break.
  let lines: Int

  /// Reads the header; the delimiter is the one that gives the most of the names asked for, then the most
  /// names in all. Rows without a filled cell above it are skipped, and so is the line `sep=;` in which a spreadsheet
  /// says the delimiter.
  ///
  /// - Parameters:
  ///   - source: the whole file.
  ///   - wanted: the names that a reader will look for.
  /// - Throws: ``InputDefects`` where there is no header, or its quotes do not pair.
  package init(_ source: SourceText, wanted: some Sequence<String>) throws(InputDefects) {
    let (text, file) = (source.bytes, source.file)
    guard !text.isEmpty else {
      throw InputDefects(file: file, InputDefect(line: 1, column: "", reason: CellDefect.emptyFile))
    }
    let wanted = Set(wanted.map(foldedName))
    let preamble = Preamble(text, isSheet: source.sheet != nil)
    var best: (found: Int, header: DelimitedHeader)?
    var failure: CellDefect?
    for delimiter in preamble.delimiters {
      switch DelimitedHeader.split(text, preamble, delimiter, source.encoding) {
      case .failure(let defect): failure = failure ?? defect.reason
      case .success(let header):
        let found = Set(header.foldedNames).intersection(wanted).count
        let isBetter =
          best.map { (found, header.names.count) > ($0.found, $0.header.names.count) } ?? true
        if isBetter { best = (found, header) }
      }
    }
    guard let best else {
      throw InputDefects(
        file: file,
        InputDefect(line: preamble.lines + 1, column: "", reason: failure ?? CellDefect.emptyFile))
    }
    self = best.header
  }

  private init(delimiter: UInt8, names: [String], end: Int, line: Int, lines: Int) {
    self.delimiter = delimiter
    self.names = names
    foldedNames = names.map(foldedName)
    self.end = end
    self.line = line
    self.lines = lines
  }

  /// Whether a column is there, its name compared as ``foldedName(_:)`` does.
  package func has(_ name: String) -> Bool { foldedNames.contains(foldedName(name)) }

  /// Whether a name is a number, a date or the like: what stands in rows, and must not be shown.
  package var looksLikeData: Bool {
    names.contains { $0.utf8.first.map { 0x30...0x39 ~= $0 } ?? false }
  }

  /// The names as defects give them: those that stand more than once with their place, from 1.
  package var labels: [String] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return names.enumerated().map { index, name in
      counts[name] == 1 ? name : "\(name) (col. \(index + 1))"
    }
  }

  private struct HeaderFailure: Error { let reason: CellDefect }

  private static func split(
    _ text: UnsafeRawBufferPointer, _ preamble: Preamble, _ delimiter: UInt8, _ encoding: TextEncoding
  ) -> Result<DelimitedHeader, HeaderFailure> {
    var names: [String] = []
    var field: [UInt8] = []
    var lines = preamble.lines + 1
    var index = preamble.end
    while true {
      field.removeAll(keepingCapacity: true)
      if index < text.count, text[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < text.count else { return .failure(HeaderFailure(reason: .unterminatedQuote)) }
          let byte = text[index]
          index += 1
          if byte == UInt8(ascii: "\"") {
            guard index < text.count, text[index] == UInt8(ascii: "\"") else { break }
            index += 1
          }
          if byte == UInt8(ascii: "\n") { lines += 1 }
          if byte == 0 { return .failure(HeaderFailure(reason: .nulByte)) }
          field.append(byte)
        }
      } else {
        while index < text.count, text[index] != delimiter, text[index] != UInt8(ascii: "\n") {
          switch text[index] {
          case UInt8(ascii: "\""): return .failure(HeaderFailure(reason: .strayQuote))
          case 0: return .failure(HeaderFailure(reason: .nulByte))
          case UInt8(ascii: "\r") where !isLineEnd(text, index):
            return .failure(HeaderFailure(reason: .strayCarriageReturn))
          default: break
          }
          if isLineEnd(text, index) { break }
          field.append(text[index])
          index += 1
        }
      }
      names.append(field.withUnsafeBytes { encoding.string(trimmed($0, encoding)) })
      if isLineEnd(text, index) { index += 1 }
      if index == text.count || text[index] == UInt8(ascii: "\n") {
        let end = min(index + 1, text.count)
        return .success(
          DelimitedHeader(
            delimiter: delimiter, names: names, end: end, line: preamble.lines + 1, lines: lines))
      }
      guard text[index] == delimiter else { return .failure(HeaderFailure(reason: .strayQuote)) }
      index += 1
    }
  }

  /// Whether the byte is a carriage return before a line feed or the end.
  private static func isLineEnd(_ text: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    index < text.count && text[index] == UInt8(ascii: "\r")
      && (index + 1 == text.count || text[index + 1] == UInt8(ascii: "\n"))
  }
}

/// What stands above a header: rows without a filled cell, and the line in which a spreadsheet says the delimiter.
private struct Preamble {
  /// Where the header starts.
  private(set) var end = 0
  /// How many lines there are above it.
  private(set) var lines = 0
  /// Those that the header may be cut by.
  private(set) var delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  init(_ text: UnsafeRawBufferPointer, isSheet: Bool) {
    if isSheet { delimiters = [SheetText.delimiter] }
    while let lineEnd = text[end...].firstIndex(of: UInt8(ascii: "\n")), lineEnd + 1 < text.count {
      let line = text[end..<lineEnd].filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: " ") }
      let words = Array("sep=".utf8)
      let unquoted = line.filter { $0 != UInt8(ascii: "\"") }
      if !isSheet, unquoted.count == 5, unquoted.dropLast().elementsEqual(words),
        delimiters.contains(unquoted[4])
      {
        delimiters = [unquoted[4]]
      } else if !line.allSatisfy({ delimiters.contains($0) }) {
        return
      }
      end = lineEnd + 1
      lines += 1
    }
  }
}
