internal import Crypto
import Glibc
import Synchronization
public import Workers

/// A file's bytes, read once into memory that nobody changes.
///
/// The bytes are copied, not mapped: a mapped file that is cut short while it is read kills the process.
public final class InputFile: @unchecked Sendable {  // Immutable once initialised.
  /// The path as the user wrote it; `-` is standard input.
  public let path: String
  private let memory: Memory
  public let count: Int

  private enum Memory {
    case mapped(UnsafeMutableRawPointer)
    case allocated(UnsafeMutableRawPointer)
    case none
  }

  /// Reads the whole of a file, or standard input where `path` is `-`.
  ///
  /// - Throws: ``FileStoreError`` with `cannotOpen` or `cannotRead`.
  /// - Complexity: O(*n*), *n* = the file's size; a regular file is read by all `workers`.
  public init(path: String, workers: Workers = Workers()) throws(FileStoreError) {
    self.path = path
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileStoreError(.cannotOpen, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileStoreError(.cannotOpen, path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileStoreError(.cannotOpen, path, errorNumber: EISDIR)
    case S_IFREG where path != "-" && status.st_size > 0:
      count = Int(status.st_size)
      let pages = try anonymousPages(count, path: path)
      memory = .mapped(pages)
      try readAll(descriptor, size: count, into: pages, path: path, workers: workers)
    default:
      let bytes = try readStream(descriptor, path: path)
      memory = bytes.baseAddress.map { .allocated($0) } ?? .none
      count = bytes.count
    }
  }

  deinit {
    switch memory {
    case .mapped(let pages): munmap(pages, count)
    case .allocated(let bytes): free(bytes)
    case .none: break
    }
  }

  public func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    switch memory {
    case .mapped(let start), .allocated(let start):
      try body(UnsafeRawBufferPointer(start: start, count: count))
    case .none: try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  /// SHA-256 of the bytes, in lowercase hexadecimal.
  public var sha256: String {
    withUnsafeBytes { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: bytes)
      return hexadecimal(hash.finalize())
    }
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// Memory straight from the system, in large pages where it has them: a million rows are many small ones.
private func anonymousPages(_ size: Int, path: String) throws(FileStoreError) -> UnsafeMutableRawPointer {
  let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard pages != MAP_FAILED, let pages else { throw FileStoreError(.cannotRead, path) }
  madvise(pages, size, MADV_HUGEPAGE)
  return pages
}

private func readAll(
  _ descriptor: Int32, size: Int, into memory: UnsafeMutableRawPointer, path: String, workers: Workers
) throws(FileStoreError) {
  let failure = Atomic<Int32>(-1)
  let parts = workers.ranges(of: size, minimum: 1 << 22)
  // Each part fills a range of its own.
  nonisolated(unsafe) let memory = memory
  workers.perform(parts: parts.count) { part in
    var offset = parts[part].lowerBound
    while offset < parts[part].upperBound {
      let got = pread(descriptor, memory + offset, parts[part].upperBound - offset, off_t(offset))
      if got > 0 {
        offset += got
      } else if got == 0 || errno != EINTR {
        failure.store(got == 0 ? 0 : errno, ordering: .relaxed)
        return
      }
    }
  }
  let code = failure.load(ordering: .relaxed)
  guard code < 0 else { throw FileStoreError(.cannotRead, path, errorNumber: code) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, Int(status.st_size) == size else {
    throw FileStoreError(.cannotRead, path, errorNumber: 0)
  }
}

private func readStream(
  _ descriptor: Int32, path: String
) throws(FileStoreError) -> UnsafeMutableRawBufferPointer {
  var capacity = 1 << 20
  var count = 0
  var memory = malloc(capacity)
  while true {
    if count == capacity {
      capacity *= 2
      let grown = realloc(memory, capacity)
      if grown == nil { free(memory) }
      memory = grown
    }
    guard let start = memory else { throw FileStoreError(.cannotRead, path, errorNumber: ENOMEM) }
    let got = read(descriptor, start + count, capacity - count)
    if got > 0 {
      count += got
    } else if got == 0 {
      return UnsafeMutableRawBufferPointer(start: start, count: count)
    } else if errno != EINTR {
      let error = FileStoreError(.cannotRead, path)
      free(start)
      throw error
    }
  }
}
