/// A JSON text (RFC 8259) as it stands: keys in their order, numbers as written.
///
/// Foundation's decoder passes over keys it does not know and keeps one of two equal ones; a proof is read without
/// such leniency.
enum JSONTree: Equatable {
  case null
  case boolean(Bool)
  /// As written.
  case number(String)
  case text(String)
  case array([JSONTree])
  case object([(key: String, value: JSONTree)])

  /// Deeper than anything that is read; bounds the recursion.
  static let mostDepth = 32

  enum Failure: Error, Equatable {
    case notJSON
    /// The path of a key that stands twice in its object.
    case repeatedKey(String)
  }

  init(parsing bytes: UnsafeRawBufferPointer) throws(Failure) {
    var parser = Parser(bytes: bytes)
    self = try parser.value(path: "", depth: 0)
    parser.skipSpaces()
    guard parser.position == bytes.count else { throw .notJSON }
  }

  static func == (a: JSONTree, b: JSONTree) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// A key's path below another.
  static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension JSONTree {
  private struct Parser {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpaces() {
      while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      position += 1
      return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
      guard
        bytes[position...].starts(
          with: UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
      else { return false }
      position += word.utf8CodeUnitCount
      return true
    }

    mutating func value(path: String, depth: Int) throws(Failure) -> JSONTree {
      guard depth < JSONTree.mostDepth else { throw .notJSON }
      skipSpaces()
      switch next {
      case UInt8(ascii: "{"): return try object(path: path, depth: depth)
      case UInt8(ascii: "["): return try array(path: path, depth: depth)
      case UInt8(ascii: "\""): return .text(try string())
      default:
        if skip("null") { return .null }
        if skip("true") { return .boolean(true) }
        if skip("false") { return .boolean(false) }
        return .number(try number())
      }
    }

    private mutating func object(path: String, depth: Int) throws(Failure) -> JSONTree {
      position += 1
      var members: [(key: String, value: JSONTree)] = []
      skipSpaces()
      if skip(UInt8(ascii: "}")) { return .object([]) }
      repeat {
        skipSpaces()
        let key = try string()
        let below = JSONTree.path(path, key)
        if members.contains(where: { $0.key == key }) { throw .repeatedKey(below) }
        skipSpaces()
        guard skip(UInt8(ascii: ":")) else { throw .notJSON }
        members.append((key, try value(path: below, depth: depth + 1)))
        skipSpaces()
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "}")) else { throw .notJSON }
      return .object(members)
    }

    private mutating func array(path: String, depth: Int) throws(Failure) -> JSONTree {
      position += 1
      var elements: [JSONTree] = []
      skipSpaces()
      if skip(UInt8(ascii: "]")) { return .array([]) }
      repeat {
        elements.append(try value(path: "\(path)[\(elements.count)]", depth: depth + 1))
        skipSpaces()
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "]")) else { throw .notJSON }
      return .array(elements)
    }

    private mutating func number() throws(Failure) -> String {
      let start = position
      func digits() -> Bool {
        let first = position
        while let byte = next, byte &- UInt8(ascii: "0") < 10 { position += 1 }
        return position > first
      }
      _ = skip(UInt8(ascii: "-"))
      if !skip(UInt8(ascii: "0")), !digits() { throw .notJSON }
      if skip(UInt8(ascii: ".")), !digits() { throw .notJSON }
      if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
        if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
        guard digits() else { throw .notJSON }
      }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func string() throws(Failure) -> String {
      guard skip(UInt8(ascii: "\"")) else { throw .notJSON }
      var units: [UInt8] = []
      while let byte = next, byte != UInt8(ascii: "\"") {
        guard byte >= 0x20 else { throw .notJSON }
        position += 1
        if byte == UInt8(ascii: "\\") {
          units += Array(try escaped().utf8)
        } else {
          units.append(byte)
        }
      }
      guard skip(UInt8(ascii: "\"")), let text = String(validating: units, as: UTF8.self) else {
        throw .notJSON
      }
      return text
    }

    private mutating func escaped() throws(Failure) -> String {
      guard let byte = next else { throw .notJSON }
      position += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        return String(UnicodeScalar(byte))
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{c}"
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "u"):
        var units = [try codeUnit()]
        if UTF16.isLeadSurrogate(units[0]), skip("\\u") { units.append(try codeUnit()) }
        guard let text = String(validating: units, as: UTF16.self) else { throw .notJSON }
        return text
      default: throw .notJSON
      }
    }

    private mutating func codeUnit() throws(Failure) -> UInt16 {
      guard position + 4 <= bytes.count else { throw .notJSON }
      let digits = bytes[position..<position + 4]
      guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw .notJSON }
      position += 4
      return unit
    }
  }
}
