import Glibc

/// Bytes that grow at their end, in memory that moves without being copied where the system can.
struct ByteBuffer {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    start = Self.memory(realloc(nil, self.capacity))
  }

  private static func memory(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<UInt8> {
    guard let pointer else { fatalError("out of memory") }
    return pointer.assumingMemoryBound(to: UInt8.self)
  }

  func free() { Glibc.free(start) }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(count + more, capacity + capacity / 2)
    start = Self.memory(realloc(start, capacity))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    memcpy(start + count, bytes, length)
    count &+= length
  }

  /// Removes bytes at the start.
  mutating func removeFirst(_ removed: Int) {
    count -= removed
    memmove(start, start + removed, count)
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { append(base, $0.count) } }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8, times: Int) {
    guard times > 0 else { return }
    reserve(times)
    memset(start + count, Int32(byte), times)
    count &+= times
  }
}
