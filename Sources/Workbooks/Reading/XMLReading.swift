import CExpat
import DelimitedText
import Glibc

/// What the callbacks of the XML parser are handed: the parser, and the state of what reads the part.
///
/// Plain memory behind a pointer, so that a callback touches no object.
struct XMLReading {
  var parser: XML_Parser?
  /// What is wrong with the part, where something is. The parser is then stopped.
  var defect: WorkbookDefect?
  /// Counts everything that the parser sees, to notice when it sees nothing.
  var events = 0
  /// Where the tag ends, in bytes fed to the parser, that the reader was last told of by ``markTag()``.
  var tagEnd = -1
  /// Whether the part is UTF-8, unless its first bytes say otherwise.
  var isUTF8 = true
  /// The state of the reader.
  var state: UnsafeMutableRawPointer

  /// Stops the reading.
  mutating func stop(_ reason: WorkbookDefect) {
    if defect == nil { defect = reason }
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Notes where the tag under way ends.
  mutating func markTag() {
    tagEnd = Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
  }

  /// Of an element, an attribute or a run of text.
  typealias Name = UnsafePointer<CChar>
  typealias Attributes = UnsafeMutablePointer<Name?>

  /// The three callbacks, each handed a pointer to an ``XMLReading``.
  struct Callbacks {
    var start: @convention(c) (UnsafeMutableRawPointer?, Name?, Attributes?) -> Void
    var end: @convention(c) (UnsafeMutableRawPointer?, Name?) -> Void
    var text: (@convention(c) (UnsafeMutableRawPointer?, Name?, Int32) -> Void)?
  }
}

/// A name without its prefix.
@inline(__always)
func localName(_ name: XMLReading.Name) -> XMLReading.Name {
  var start = name
  var p = name
  while p.pointee != 0 {
    if p.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = p + 1 }
    p += 1
  }
  return start
}

/// The parser of a part, fed piece by piece.
struct XMLFeed {
  let reading: UnsafeMutablePointer<XMLReading>
  let part: String
  /// Bytes fed so far.
  private(set) var total = 0
  /// Bytes fed since the parser last saw something.
  private var quietBytes = 0

  fileprivate init(_ reading: UnsafeMutablePointer<XMLReading>, part: String) {
    self.reading = reading
    self.part = part
  }

  /// - Throws: ``WorkbookFailure`` where the text so far is not well-formed, or refused.
  mutating func add(_ bytes: UnsafeRawBufferPointer, isFinal: Bool = false) throws {
    let before = reading.pointee.events
    let status = XML_Parse(
      reading.pointee.parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isFinal ? 1 : 0)
    total += bytes.count
    if let defect = reading.pointee.defect { throw WorkbookFailure(defect) }
    guard status == XML_STATUS_OK else {
      let line = Int(XML_GetCurrentLineNumber(reading.pointee.parser))
      throw WorkbookFailure(.damaged(.xml(part: part, line: line)))
    }
    quietBytes = reading.pointee.events == before ? quietBytes + bytes.count : 0
    if quietBytes > WorkbookLimits.tagBytes { throw WorkbookFailure(.tooLarge(.nesting)) }
  }

  /// Whether the tag that was noted last ends where the bytes fed so far do.
  var isBehindTag: Bool { reading.pointee.tagEnd == total }
}

extension WorkbookArchive {
  /// Reads a part of XML.
  ///
  /// - Parameters:
  ///   - state: what the callbacks find in ``XMLReading/state``.
  ///   - limit: of the part's bytes.
  /// - Throws: ``WorkbookFailure`` where the part is not well-formed, declares a document type, or is refused by a
  ///   callback.
  /// - Complexity: O(*n*), *n* = the part's bytes. Memory: two pieces, and at most one tag.
  func readXML(
    _ part: Part, atMost limit: Int = WorkbookLimits.partBytes, state: UnsafeMutableRawPointer,
    _ callbacks: XMLReading.Callbacks
  ) throws {
    try withXML(part, state: state, callbacks) { feed in
      try unpack(part, atMost: limit) { try feed.add($0) }
      try feed.add(UnsafeRawBufferPointer(start: nil, count: 0), isFinal: true)
    }
  }

  /// Makes a parser for a part, and hands it to `body`.
  func withXML(
    _ part: Part, state: UnsafeMutableRawPointer, _ callbacks: XMLReading.Callbacks,
    _ body: (inout XMLFeed) throws -> Void
  ) throws {
    guard let parser = XML_ParserCreate(nil) else { throw WorkbookFailure(.tooLarge(.size)) }
    defer { XML_ParserFree(parser) }
    var reading = XMLReading(parser: parser, state: state)
    try withUnsafeMutablePointer(to: &reading) { reading in
      XML_SetUserData(parser, reading)
      XML_SetElementHandler(parser, callbacks.start, callbacks.end)
      XML_SetCharacterDataHandler(parser, callbacks.text)
      XML_SetCommentHandler(parser) { data, _ in count(data) }
      XML_SetProcessingInstructionHandler(parser) { data, _, _ in count(data) }
      XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
        guard let encoding, strcasecmp(encoding, "utf-8") != 0 else { return }
        data!.assumingMemoryBound(to: XMLReading.self).pointee.isUTF8 = false
      }
      XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
        data!.assumingMemoryBound(to: XMLReading.self).pointee.stop(.documentType)
      }
      var feed = XMLFeed(reading, part: part.name)
      try body(&feed)
    }
  }
}

private func count(_ data: UnsafeMutableRawPointer?) {
  data!.assumingMemoryBound(to: XMLReading.self).pointee.events &+= 1
}

/// One element of a small part: where it stands, and its attributes.
struct XMLElement {
  /// The names of the elements around it and its own, without prefixes.
  let path: [String]
  /// As the file has them, with prefixes.
  let attributes: [String: String]

  /// An attribute by its name without prefix; one with none goes first.
  subscript(_ name: String) -> String? {
    attributes[name] ?? attributes.first { $0.key.hasSuffix(":\(name)") }?.value
  }

  /// Whether an attribute says yes.
  func isTrue(_ name: String) -> Bool { attributes[name] == "1" || attributes[name] == "true" }
}

/// Walks through the elements of a small part.
private final class ElementVisitor {
  var path: [String] = []
  /// For each open element whether it counts: `false` for those that are transparent.
  var counts: [Bool] = []
  /// How many elements are open inside one that is skipped, itself included.
  var skipped = 0
  let visit: (XMLElement) -> WorkbookDefect?

  init(_ visit: @escaping (XMLElement) -> WorkbookDefect?) { self.visit = visit }

  func start(_ name: XMLReading.Name, _ attributes: XMLReading.Attributes) -> WorkbookDefect? {
    guard path.count + skipped < WorkbookLimits.depth else { return .tooLarge(.nesting) }
    let local = String(cString: localName(name))
    // What only newer programs understand; what stands there for the others is read.
    if skipped > 0 || local == "Choice" {
      skipped += 1
      return nil
    }
    let isTransparent = local == "AlternateContent" || local == "Fallback"
    counts.append(!isTransparent)
    guard counts.count < WorkbookLimits.depth else { return .tooLarge(.nesting) }
    if isTransparent { return nil }
    path.append(local)
    var known: [String: String] = [:]
    var next = attributes
    while let key = next.pointee, let value = next[1] {
      known[String(cString: key)] = String(cString: value)
      next += 2
    }
    return visit(XMLElement(path: path, attributes: known))
  }

  func end() {
    if skipped > 0 {
      skipped -= 1
    } else if counts.popLast() ?? false {
      path.removeLast()
    }
  }
}

extension WorkbookArchive {
  /// Hands each element of a small part to `visit`, in the order in which they begin.
  ///
  /// - Parameter visit: returns what is wrong with the element, if something is.
  /// - Throws: as ``readXML(_:atMost:state:_:)``.
  func visitElements(_ part: Part, _ visit: (XMLElement) -> WorkbookDefect?) throws {
    try withoutActuallyEscaping(visit) { visit in
      let visitor = ElementVisitor(visit)
      try withExtendedLifetime(visitor) {
        try readXML(
          part, atMost: WorkbookLimits.smallPartBytes, state: Unmanaged.passUnretained(visitor).toOpaque(),
          XMLReading.Callbacks(
            start: { data, name, attributes in
              let reading = data!.assumingMemoryBound(to: XMLReading.self)
              reading.pointee.events &+= 1
              let visitor = Unmanaged<ElementVisitor>.fromOpaque(reading.pointee.state)
              if let defect = visitor.takeUnretainedValue().start(name!, attributes!) {
                reading.pointee.stop(defect)
              }
            },
            end: { data, _ in
              let reading = data!.assumingMemoryBound(to: XMLReading.self)
              reading.pointee.events &+= 1
              Unmanaged<ElementVisitor>.fromOpaque(reading.pointee.state).takeUnretainedValue().end()
            }))
      }
    }
  }
}
