/// The first line of delimited text: the delimiter, and the names of the columns.
public struct DelimitedHeader: Sendable {
  /// `,` `;` or tab.
  public let delimiter: UInt8
  /// Trimmed of spaces, in the file's order.
  public let names: [String]
  /// Where the rows start.
  let end: Int
  /// The lines the header takes: 1, more where a quoted name holds a line break.
  let lines: Int

  /// Reads the header; the delimiter is the one that gives the most of the names asked for, then the most
  /// names in all.
  ///
  /// - Parameters:
  ///   - source: the whole file.
  ///   - wanted: the names that a reader will look for.
  /// - Throws: ``InputDefects`` where there is no header, or its quotes do not pair.
  public init(_ source: SourceText, wanted: some Sequence<String>) throws(InputDefects) {
    let (text, file) = (source.bytes, source.file)
    guard !text.isEmpty else {
      throw InputDefects(file: file, InputDefect(line: 1, column: "", reason: CellDefect.emptyFile))
    }
    let wanted = Set(wanted)
    var best: (found: Int, header: DelimitedHeader)?
    var failure: CellDefect?
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      switch DelimitedHeader.split(text, delimiter, source.encoding) {
      case .failure(let defect): failure = failure ?? defect.reason
      case .success(let header):
        let found = header.names.count(where: wanted.contains)
        let isBetter =
          best.map { (found, header.names.count) > ($0.found, $0.header.names.count) } ?? true
        if isBetter { best = (found, header) }
      }
    }
    guard let best else {
      throw InputDefects(
        file: file, InputDefect(line: 1, column: "", reason: failure ?? CellDefect.emptyFile))
    }
    self = best.header
  }

  private init(delimiter: UInt8, names: [String], end: Int, lines: Int) {
    self.delimiter = delimiter
    self.names = names
    self.end = end
    self.lines = lines
  }

  /// The names as defects give them: those that stand more than once with their place, from 1.
  public var labels: [String] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return names.enumerated().map { index, name in
      counts[name] == 1 ? name : "\(name) (column \(index + 1))"
    }
  }

  private struct HeaderFailure: Error { let reason: CellDefect }

  private static func split(
    _ text: UnsafeRawBufferPointer, _ delimiter: UInt8, _ encoding: TextEncoding
  ) -> Result<DelimitedHeader, HeaderFailure> {
    var names: [String] = []
    var field: [UInt8] = []
    var lines = 1
    var index = 0
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
      names.append(encoding.string(trimmed(field)))
      if isLineEnd(text, index) { index += 1 }
      if index == text.count || text[index] == UInt8(ascii: "\n") {
        let end = min(index + 1, text.count)
        return .success(DelimitedHeader(delimiter: delimiter, names: names, end: end, lines: lines))
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

  private static func trimmed(_ field: [UInt8]) -> ArraySlice<UInt8> {
    let space = UInt8(ascii: " ")
    var slice = field[...]
    while slice.first == space { slice.removeFirst() }
    while slice.last == space { slice.removeLast() }
    return slice
  }
}
