internal import CZlib

/// A part of a deflated stream that another one may follow.
///
/// Parts are deflated apart from each other, by several threads, and are one stream together.
struct DeflatedPart: Sendable {
  /// Where the deflated bytes are.
  private enum Place {
    case memory([UInt8])
    case file(TemporaryFile, Range<Int>)
  }

  private var place = Place.memory([])
  /// The bytes before they were deflated.
  private(set) var size = 0
  /// CRC-32 of the bytes before they were deflated.
  private(set) var checksum: UInt = crc32(0, nil, 0)

  fileprivate init() {}

  /// - Parameter isLast: whether no other part follows.
  init(_ text: [UInt8], isLast: Bool) {
    var deflater = Deflater()
    text.withUnsafeBytes { deflater.append($0) }
    self = deflater.finish(isLast: isLast)
  }

  /// The deflated bytes.
  var count: Int {
    switch place {
    case .memory(let bytes): bytes.count
    case .file(_, let range): range.count
    }
  }

  /// Hands out the deflated bytes.
  func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch place {
    case .memory(let bytes): try bytes.withUnsafeBytes(sink)
    case .file(let file, let range): try file.read(range, to: sink)
    }
  }

  /// The same part, its bytes in a file.
  func moved(to file: TemporaryFile) throws -> DeflatedPart {
    guard case .memory(let bytes) = place else { return self }
    var part = self
    part.place = .file(file, try file.append(bytes))
    return part
  }

  fileprivate static func deflated(_ bytes: [UInt8], size: Int, checksum: UInt) -> DeflatedPart {
    var part = DeflatedPart()
    (part.place, part.size, part.checksum) = (.memory(bytes), size, checksum)
    return part
  }
}

extension [DeflatedPart] {
  /// The bytes of the stream.
  var deflatedSize: Int { reduce(0) { $0 + $1.count } }

  /// The bytes of the stream before they were deflated.
  var size: Int { reduce(0) { $0 + $1.size } }

  /// CRC-32 of the bytes of the stream before they were deflated.
  var checksum: UInt { reduce(crc32(0, nil, 0)) { crc32_combine($0, $1.checksum, $1.size) } }
}

/// Deflates one part of a stream.
struct Deflater: ~Copyable {
  /// zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableRawBufferPointer
  private var bytes: [UInt8] = []
  private var size = 0
  private var checksum = crc32(0, nil, 0)

  /// Less than half of the time of zlib's usual 6, for an eighth more bytes.
  private static let level: Int32 = 4
  /// No header: a zip has its own.
  private static let rawWindow: Int32 = -15
  private static let usualMemory: Int32 = 8

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(byteCount: 1 << 16, alignment: 16)
    let status = deflateInit2_(
      stream, Self.level, Z_DEFLATED, Self.rawWindow, Self.usualMemory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    // It fails for want of memory alone, like Swift's own allocations.
    precondition(status == Z_OK, "zlib: \(status)")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  mutating func append(_ text: UnsafeRawBufferPointer) {
    checksum = crc32_z(checksum, text.bindMemory(to: UInt8.self).baseAddress, text.count)
    size += text.count
    // zlib counts in 32 bits.
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 30)
      rest = rest.dropFirst(piece.count)
      let bytes = UnsafeRawBufferPointer(rebasing: piece).bindMemory(to: UInt8.self)
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      deflate(Z_NO_FLUSH)
    }
  }

  /// - Parameter isLast: whether no other part follows.
  consuming func finish(isLast: Bool) -> DeflatedPart {
    stream.pointee.avail_in = 0
    deflate(isLast ? Z_FINISH : Z_SYNC_FLUSH)
    return DeflatedPart.deflated(bytes, size: size, checksum: checksum)
  }

  private mutating func deflate(_ flush: Int32) {
    repeat {
      stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      CZlib.deflate(stream, flush)
      let count = buffer.count - Int(stream.pointee.avail_out)
      bytes += buffer[..<count]
    } while stream.pointee.avail_out == 0
  }
}
