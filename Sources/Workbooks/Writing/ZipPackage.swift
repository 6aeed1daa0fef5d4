/// A zip of deflated files, written in order: all of them are dated 1 January 1980, the first day a zip can have, so
/// that the same files make the same bytes.
struct ZipPackage {
  private var directory: [UInt8] = []
  private var count: UInt16 = 0
  private var offset = 0
  private let sink: (UnsafeRawBufferPointer) throws -> Void

  /// What sizes and offsets may be without an extension that not every program reads.
  static let largestSize = Int(UInt32.max) - 1

  /// PKWARE's APPNOTE, version 2.0: deflated files in folders.
  private static let version: UInt16 = 20
  private static let deflated: UInt16 = 8
  private static let firstDay: UInt16 = 1 << 5 | 1

  init(to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

  /// - Parameters:
  ///   - parts: of one stream.
  ///   - name: in ASCII.
  mutating func append(_ parts: [DeflatedPart], name: String) throws {
    guard parts.size <= Self.largestSize, offset + parts.deflatedSize <= Self.largestSize else {
      throw WorkbookWritingError(.tooLarge)
    }
    let name = Array(name.utf8)
    var common: [UInt8] = []
    common.append(little: Self.version)
    common.append(little: 0 as UInt16)
    common.append(little: Self.deflated)
    common.append(little: 0 as UInt16)
    common.append(little: Self.firstDay)
    common.append(little: UInt32(parts.checksum))
    common.append(little: UInt32(parts.deflatedSize))
    common.append(little: UInt32(parts.size))
    common.append(little: UInt16(name.count))
    common.append(little: 0 as UInt16)
    var header: [UInt8] = Array("PK\u{3}\u{4}".utf8)
    header += common + name
    directory += Array("PK\u{1}\u{2}".utf8)
    directory.append(little: Self.version)
    directory += common
    // Comment, disk, attributes: none.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(little: UInt32(offset))
    directory += name
    count += 1
    try write(header)
    for part in parts {
      try part.write(to: sink)
      offset += part.count
    }
  }

  /// Ends the package.
  mutating func finish() throws {
    guard offset + directory.count <= Self.largestSize else { throw WorkbookWritingError(.tooLarge) }
    var end: [UInt8] = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(offset))
    end.append(little: 0 as UInt16)
    try write(directory)
    try write(end)
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes(sink)
    offset += bytes.count
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
