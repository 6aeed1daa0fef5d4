import DelimitedText
import Glibc

/// The texts that the cells of a workbook share, one behind the other, as ``CellText`` has them.
final class SharedStrings {
  fileprivate var text = ByteBuffer(capacity: 1 << 12)
  /// Where each text ends.
  fileprivate var ends: [UInt32] = []

  init() {}

  deinit { text.free() }

  var count: Int { ends.count }

  /// Hands out a table of where each text ends, and the texts.
  func withTexts<R>(
    _ body: (UnsafePointer<UInt8>, UnsafeBufferPointer<UInt32>) throws -> R
  ) rethrows -> R {
    try ends.withUnsafeBufferPointer { try body(text.start, $0) }
  }
}

/// Reads the part of the shared texts.
private struct SharedStringScanner {
  private enum Kind: UInt8 { case document, table, item, run, text, skipped }

  private var kinds: [Kind] = [.document]
  private var raw = ByteBuffer(capacity: 1 << 10)
  let strings: SharedStrings

  init(_ strings: SharedStrings) { self.strings = strings }

  func free() { raw.free() }

  mutating func start(_ name: XMLReading.Name) -> WorkbookDefect? {
    guard kinds.count < WorkbookLimits.depth else { return .tooLarge(.nesting) }
    let name = localName(name)
    let kind: Kind =
      switch kinds[kinds.count - 1] {
      case .document: strcmp(name, "sst") == 0 ? .table : .skipped
      case .table: strcmp(name, "si") == 0 ? .item : .skipped
      // Phonetic runs (rPh) say how a text is read aloud.
      case .item: strcmp(name, "t") == 0 ? .text : strcmp(name, "r") == 0 ? .run : .skipped
      case .run: strcmp(name, "t") == 0 ? .text : .skipped
      case .text, .skipped: .skipped
      }
    kinds.append(kind)
    return nil
  }

  mutating func end() -> WorkbookDefect? {
    guard kinds.removeLast() == .item else { return nil }
    defer { raw.count = 0 }
    return add(UnsafeBufferPointer(start: raw.start, count: raw.count))
  }

  /// Adds a text.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> WorkbookDefect? {
    CellText.append(text, to: &strings.text)
    guard strings.ends.count < WorkbookLimits.sharedStrings,
      strings.text.count <= WorkbookLimits.sharedStringBytes
    else { return .tooLarge(.size) }
    strings.ends.append(UInt32(strings.text.count))
    return nil
  }

  mutating func add(_ text: UnsafePointer<CChar>, _ count: Int) -> WorkbookDefect? {
    guard kinds[kinds.count - 1] == .text else { return nil }
    guard raw.count + count <= WorkbookLimits.cellBytes else { return .tooLarge(.cell) }
    text.withMemoryRebound(to: UInt8.self, capacity: count) { raw.append($0, count) }
    return nil
  }
}

extension SharedStringScanner: PlainElementReader {
  static var container: StaticString { "<sst" }
  static var beginning: StaticString { "<si" }
  static var ending: StaticString { "</si>" }

  var isBetweenElements: Bool { kinds[kinds.count - 1] == .table }

  mutating func readPlain(_ start: UnsafePointer<UInt8>, _ count: Int, isUTF8: Bool) -> PlainElement {
    var p = start
    guard let text = plainText(&p, isUTF8: isUTF8) else {
      return start + count - p < 40 ? .incomplete : .unusual
    }
    guard text.count <= WorkbookLimits.cellBytes else { return .refused(.tooLarge(.cell)) }
    if let defect = add(text) { return .refused(defect) }
    return .read(p - start)
  }

  /// The text of `<si><t>text</t></si>`.
  private func plainText(
    _ p: inout UnsafePointer<UInt8>, isUTF8: Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    guard word(at: p) == word("<", "s", "i", ">"), word(at: p + 4) & 0xFFFF == word("<", "t", "\0", "\0")
    else { return nil }
    p += 6
    let preserving: StaticString = " xml:space=\"preserve\""
    if p.pointee == UInt8(ascii: " ") {
      let length = preserving.utf8CodeUnitCount
      guard strncmp(p, preserving.utf8Start, length) == 0 else { return nil }
      p += length
    }
    guard p.pointee == UInt8(ascii: ">") else { return nil }
    p += 1
    guard let text = Workbooks.plainText(p, isUTF8: isUTF8) else { return nil }
    p += text.count
    guard word(at: p) == word("<", "/", "t", ">"), word(at: p + 4) == word("<", "/", "s", "i"),
      p[8] == UInt8(ascii: ">")
    else { return nil }
    p += 9
    return text
  }
}

extension WorkbookArchive {
  /// The shared texts of a workbook.
  ///
  /// - Throws: as ``readXML(_:atMost:state:_:)``.
  func sharedStrings(_ part: Part) throws -> SharedStrings {
    let strings = SharedStrings()
    var scanner = SharedStringScanner(strings)
    defer { scanner.free() }
    try withUnsafeMutablePointer(to: &scanner) { scanner in
      try readXML(
        part, with: scanner,
        XMLReading.Callbacks(
          start: { data, name, _ in
            perform(data) { $0.pointee.start(name!) }
            markTag(data)
          },
          end: { data, _ in
            perform(data) { $0.pointee.end() }
            markTag(data)
          },
          text: { data, text, count in perform(data) { $0.pointee.add(text!, Int(count)) } }))
    }
    return strings
  }
}

@inline(__always)
private func perform(
  _ data: UnsafeMutableRawPointer?, _ body: (UnsafeMutablePointer<SharedStringScanner>) -> WorkbookDefect?
) {
  let reading = data!.assumingMemoryBound(to: XMLReading.self)
  reading.pointee.events &+= 1
  // A stopped parser may still have a callback to make.
  guard reading.pointee.defect == nil else { return }
  let scanner = reading.pointee.state.assumingMemoryBound(to: SharedStringScanner.self)
  if let defect = body(scanner) { reading.pointee.stop(defect) }
}

@inline(__always)
private func markTag(_ data: UnsafeMutableRawPointer?) {
  let reading = data!.assumingMemoryBound(to: XMLReading.self)
  let scanner = reading.pointee.state.assumingMemoryBound(to: SharedStringScanner.self)
  if scanner.pointee.isBetweenElements { reading.pointee.markTag() }
}
