import DelimitedText
import Glibc

/// What a reader of ordinary elements made of one.
enum PlainElement {
  /// It was read, and so many bytes with it.
  case read(Int)
  /// It may go on behind the bytes at hand.
  case incomplete
  /// The parser must have it.
  case unusual
  /// It is refused.
  case refused(WorkbookDefect)
}

/// Reads elements that are written the common way, such as the rows of a sheet, straight from their bytes.
///
/// An element is complete in itself: the parser, which stands behind the tag that holds them all, misses nothing of the
/// document's structure where it is not shown one. So whatever is not written exactly as expected (an escape, a comment, an
/// attribute unheard of) goes to the parser as it stands, from the start of the element on.
protocol PlainElementReader {
  /// What begins the tag around all elements: `<sheetData`.
  static var container: StaticString { get }
  /// What begins an element: `<row`.
  static var beginning: StaticString { get }
  /// What ends an element: `</row>`.
  static var ending: StaticString { get }
  /// Whether the parser stands between elements, by what its callbacks were told.
  var isBetweenElements: Bool { get }

  /// Reads one element.
  ///
  /// - Parameters:
  ///   - start: at its first byte. Behind the last byte at hand are eight zeros.
  ///   - count: bytes at hand.
  ///   - isUTF8: whether bytes beyond ASCII may be read.
  mutating func readPlain(_ start: UnsafePointer<UInt8>, _ count: Int, isUTF8: Bool) -> PlainElement
}

/// Feeds a part to the parser, but for the elements that are read without it.
struct PlainElementFeed<Reader: PlainElementReader> {
  private enum Place {
    /// Before the elements.
    case before
    /// Between two of them.
    case between
    /// In one that the parser reads.
    case inside
    /// Where the parser reads all the rest.
    case behind
  }

  private var place = Place.before
  private var kept = ByteBuffer(capacity: 1 << 17)
  private let reader: UnsafeMutablePointer<Reader>

  init(_ reader: UnsafeMutablePointer<Reader>) { self.reader = reader }

  func free() { kept.free() }

  /// - Throws: as ``XMLFeed/add(_:isFinal:)``, and what is refused.
  mutating func add(_ piece: UnsafeRawBufferPointer, to feed: inout XMLFeed) throws {
    kept.append(piece.baseAddress!.assumingMemoryBound(to: UInt8.self), piece.count)
    kept.append(0, times: 8)
    kept.count -= 8
    var used = 0
    while try step(&used, &feed) {}
    kept.removeFirst(used)
  }

  /// - Throws: as ``XMLFeed/add(_:isFinal:)``.
  mutating func finish(_ feed: inout XMLFeed) throws { try feed.add(kept.bytes, isFinal: true) }

  /// - Returns: whether there may be more to do with the bytes at hand.
  private mutating func step(_ used: inout Int, _ feed: inout XMLFeed) throws -> Bool {
    switch place {
    case .before:
      guard let start = find(Reader.container, from: used) else {
        try give(&used, upTo: kept.count - Reader.container.utf8CodeUnitCount, &feed)
        return false
      }
      guard let end = memchr(kept.start + start, Int32(UInt8(ascii: ">")), kept.count - start) else {
        // Of a tag without an end only so much is kept.
        try give(&used, upTo: kept.count - start > WorkbookLimits.tagBytes ? kept.count : start, &feed)
        return false
      }
      try give(&used, upTo: UnsafeRawPointer(kept.start).distance(to: end) + 1, &feed)
      if feed.isBehindTag, reader.pointee.isBetweenElements { place = .between }
      return true
    case .inside:
      let length = Reader.ending.utf8CodeUnitCount
      guard let start = find(Reader.ending, from: used) else {
        try give(&used, upTo: kept.count - length, &feed)
        return false
      }
      try give(&used, upTo: start + length, &feed)
      if feed.isBehindTag, reader.pointee.isBetweenElements { place = .between }
      return true
    case .between: return try readElement(&used, &feed)
    case .behind:
      try give(&used, upTo: kept.count, &feed)
      return false
    }
  }

  private mutating func readElement(_ used: inout Int, _ feed: inout XMLFeed) throws -> Bool {
    while used < kept.count, isSpace(kept.start[used]) { used += 1 }
    let beginning = Reader.beginning
    guard kept.count - used > beginning.utf8CodeUnitCount else { return false }
    guard memcmp(kept.start + used, beginning.utf8Start, beginning.utf8CodeUnitCount) == 0 else {
      place = .behind
      return true
    }
    switch reader.pointee.readPlain(kept.start + used, kept.count - used, isUTF8: feed.reading.pointee.isUTF8)
    {
    case .read(let count):
      used += count
      return true
    case .incomplete where kept.count - used <= WorkbookLimits.tagBytes: return false
    case .incomplete, .unusual:
      place = .inside
      return true
    case .refused(let defect): throw WorkbookFailure(defect)
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Where a text that begins with `<` stands first.
  private func find(_ text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var place = start
    while kept.count - place >= length,
      let found = memchr(kept.start + place, Int32(UInt8(ascii: "<")), kept.count - length + 1 - place)
    {
      place = UnsafeRawPointer(kept.start).distance(to: found)
      if memcmp(kept.start + place, text.utf8Start, length) == 0 { return place }
      place += 1
    }
    return nil
  }

  /// Feeds the parser.
  private func give(_ used: inout Int, upTo end: Int, _ feed: inout XMLFeed) throws {
    guard end > used else { return }
    let bytes = UnsafeRawBufferPointer(start: kept.start + used, count: end - used)
    used = end
    try feed.add(bytes)
  }
}

extension WorkbookArchive {
  /// Reads a part whose elements are mostly written the common way.
  ///
  /// - Parameter reader: also the state of the callbacks.
  /// - Throws: as ``readXML(_:atMost:state:_:)``.
  func readXML<Reader: PlainElementReader>(
    _ part: Part, with reader: UnsafeMutablePointer<Reader>, _ callbacks: XMLReading.Callbacks
  ) throws {
    guard readsPlainElements else { return try readXML(part, state: reader, callbacks) }
    try withXML(part, state: reader, callbacks) { feed in
      var elements = PlainElementFeed(reader)
      defer { elements.free() }
      try unpack(part) { try elements.add($0, to: &feed) }
      try elements.finish(&feed)
    }
  }
}

// MARK: - Words

/// Four characters of ASCII as they stand in memory.
@inline(__always)
func word(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar) -> UInt32 {
  (a.value | b.value << 8 | c.value << 16 | d.value << 24).littleEndian
}

/// The four bytes at a place.
@inline(__always)
func word(at p: UnsafePointer<UInt8>) -> UInt32 { UnsafeRawPointer(p).loadUnaligned(as: UInt32.self) }

/// The end of a run of characters that stand for themselves: printable ASCII but `<`, `>` and `&`.
@inline(__always)
func plainTextEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
  var p = start
  while true {
    let byte = p.pointee
    if byte &- 0x20 >= 0x5F || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: ">")
    {
      return p
    }
    p += 1
  }
}

/// The run of characters from a place that stand for themselves, none of them `<`, `>`, `&` or a control character.
///
/// - Parameter isUTF8: whether characters beyond ASCII may be among them.
/// - Returns: nil where it is no UTF-8.
@inline(__always)
func plainText(_ start: UnsafePointer<UInt8>, isUTF8: Bool) -> UnsafeBufferPointer<UInt8>? {
  let end = plainTextEnd(start)
  if end.pointee < 0x80 || !isUTF8 { return UnsafeBufferPointer(start: start, count: end - start) }
  return plainUTF8(start, end)
}

@inline(never)
private func plainUTF8(
  _ start: UnsafePointer<UInt8>, _ first: UnsafePointer<UInt8>
) -> UnsafeBufferPointer<UInt8>? {
  var p = first
  // 0xEF begins the two characters that XML does not have.
  while p.pointee >= 0x80, p.pointee != 0xEF { p = plainTextEnd(p + 1) }
  let text = UnsafeBufferPointer(start: start, count: p - start)
  return firstInvalidUTF8(UnsafeRawBufferPointer(text)) == nil ? text : nil
}
