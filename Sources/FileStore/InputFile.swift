internal import Crypto
import ExactValues
import Glibc
package import Parallelism

/// A file's bytes, in memory.
package final class InputFile: @unchecked Sendable {  // Immutable once initialised.
  /// How the bytes get into memory.
  package enum Access: Sendable {
    /// Read, once. Whatever happens to the file, the bytes stay.
    case copied
    /// Mapped where the file is a regular one: no memory of its own, and no copy. A file that is cut short
    /// meanwhile sends the process a SIGBUS (``Interruption/exitOnSignals()`` makes it a proper exit), and one
    /// that is written meanwhile shows new bytes: ask ``checkUnchanged()`` before believing what was read.
    case mapped
  }

  /// The path as the user wrote it; `-` is standard input.
  package let path: String
  package let count: Int
  private let memory: Memory
  private let descriptor: Int32
  private let version: Version?

  private enum Memory {
    case pages(UnsafeMutableRawPointer, length: Int)
    case allocated(UnsafeMutableRawPointer)
    case none
  }

  /// What changes when a file does.
  fileprivate struct Version: Equatable {
    var size: off_t
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) {
      size = status.st_size
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Opens the whole of a file, or standard input where `path` is `-`.
  ///
  /// - Throws: ``FileStoreError`` with `cannotOpen` or `cannotRead`; `CancellationError` where the task is cancelled.
  /// - Complexity: O(*n*), *n* = the file's size, shared by the workers; O(1) where it is mapped.
  package init(path: String, access: Access = .copied, workers: Workers = Workers()) throws {
    self.path = path
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileStoreError(.cannotOpen, path) }
    var isKept = false
    defer { if !isKept { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileStoreError(.cannotOpen, path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileStoreError(.cannotOpen, path, errorNumber: EISDIR)
    case S_IFREG where path != "-" && status.st_size > 0:
      count = Int(status.st_size)
      switch access {
      case .copied:
        let pages = try anonymousPages(count, path: path)
        memory = .pages(pages, length: count)
        try readAll(descriptor, Version(status), into: pages, path: path, workers: workers)
        (self.descriptor, version) = (-1, nil)
      case .mapped:
        let (pages, length) = try mappedPages(descriptor, count, path: path)
        memory = .pages(pages, length: length)
        (self.descriptor, version) = (descriptor, Version(status))
        isKept = true
      }
    default:
      let bytes = try readStream(descriptor, path: path)
      memory = bytes.baseAddress.map { .allocated($0) } ?? .none
      count = bytes.count
      (self.descriptor, version) = (-1, nil)
    }
  }

  deinit {
    switch memory {
    case .pages(let pages, let length): munmap(pages, length)
    case .allocated(let bytes): free(bytes)
    case .none: break
    }
    if descriptor >= 0 { close(descriptor) }
  }

  /// The bytes. Behind those of a mapped file lie line feeds, so that reading to the end of a line never
  /// leaves the memory.
  package func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    switch memory {
    case .pages(let start, _), .allocated(let start):
      try body(UnsafeRawBufferPointer(start: start, count: count))
    case .none: try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  /// Hands out the bytes, and makes sure that they did not change meanwhile.
  ///
  /// - Throws: what `body` throws; ``FileStoreError`` with `cannotRead` where the file was written while it was read;
  ///   `CancellationError` where the task is cancelled.
  package func withContents<R>(_ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
    try Task.checkCancellation()
    let result = try withUnsafeBytes(body)
    try checkUnchanged()
    try Task.checkCancellation()
    return result
  }

  /// Opens a file, and hands out its bytes.
  ///
  /// The file is read into memory first: what happens to it meanwhile changes nothing.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: ``FileStoreError`` with `cannotOpen` or `cannotRead`; what `body` throws; `CancellationError` where the
  ///   task is cancelled.
  package static func withContents<R>(
    of path: String, workers: Workers = Workers(), _ body: (UnsafeRawBufferPointer) throws -> R
  ) throws -> R {
    try InputFile(path: path, workers: workers).withContents(body)
  }

  /// Gives back the memory of a part of the bytes of a mapped file; it is read again if it is looked at again.
  ///
  /// - Parameter part: of the bytes that ``withUnsafeBytes(_:)`` hands out, inside its closure.
  package func release(_ part: UnsafeRawBufferPointer) {
    guard version != nil, let start = part.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    // Whole pages only: the others are shared with bytes that may still be read.
    let first = (Int(bitPattern: start) + page - 1) / page * page
    let end = (Int(bitPattern: start) + part.count) / page * page
    if end > first { madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_DONTNEED) }
  }

  /// - Throws: ``FileStoreError`` with `cannotRead` where a mapped file was written since it was opened.
  package func checkUnchanged() throws(FileStoreError) {
    guard let version else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Version(status) == version else {
      throw FileStoreError(.cannotRead, path, errorNumber: 0)
    }
  }

  /// SHA-256 of the bytes, in lowercase hexadecimal.
  package var sha256: String {
    withUnsafeBytes { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: bytes)
      return hexadecimal(hash.finalize())
    }
  }
}

/// Memory straight from the system, in large pages where it has them: a million rows are many small ones.
private func anonymousPages(_ size: Int, path: String) throws(FileStoreError) -> UnsafeMutableRawPointer {
  let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard pages != MAP_FAILED, let pages else { throw FileStoreError(.cannotRead, path) }
  madvise(pages, size, MADV_HUGEPAGE)
  return pages
}

/// The file's pages, and one page of line feeds behind them.
private func mappedPages(
  _ descriptor: Int32, _ size: Int, path: String
) throws(FileStoreError) -> (UnsafeMutableRawPointer, length: Int) {
  let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  let whole = (size + page - 1) / page * page
  let pages = mmap(nil, whole + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard pages != MAP_FAILED, let pages else { throw FileStoreError(.cannotRead, path) }
  memset(pages + whole, Int32(UInt8(ascii: "\n")), page)
  guard mmap(pages, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) != MAP_FAILED else {
    let error = FileStoreError(.cannotRead, path)
    munmap(pages, whole + page)
    throw error
  }
  madvise(pages, whole, MADV_WILLNEED)
  return (pages, whole + page)
}

/// As much as is read between two looks at whether the task is cancelled: a fiftieth of a second from a slow disk.
private let bytesBetweenChecks = 1 << 22

private func readAll(
  _ descriptor: Int32, _ version: InputFile.Version, into memory: UnsafeMutableRawPointer, path: String,
  workers: Workers
) throws {
  let size = Int(version.size)
  let parts = workers.ranges(of: size, minimum: bytesBetweenChecks)
  // Each part fills a range of its own.
  nonisolated(unsafe) let memory = memory
  try workers.performUnlessCancelled(parts: parts.count) { part, task in
    var offset = parts[part].lowerBound
    while offset < parts[part].upperBound {
      try task.checkCancellation()
      let wanted = min(bytesBetweenChecks, parts[part].upperBound - offset)
      let got = pread(descriptor, memory + offset, wanted, off_t(offset))
      if got > 0 {
        offset += got
      } else if got == 0 || errno != EINTR {
        throw FileStoreError(.cannotRead, path, errorNumber: got == 0 ? 0 : errno)
      }
    }
  }
  var status = stat()
  guard fstat(descriptor, &status) == 0, InputFile.Version(status) == version else {
    throw FileStoreError(.cannotRead, path, errorNumber: 0)
  }
}

/// Reads what is no regular file to its end. Inside of a task, waiting for bytes ends when it is cancelled.
private func readStream(_ descriptor: Int32, path: String) throws -> UnsafeMutableRawBufferPointer {
  try CallingTask.withCurrent { task in
    var capacity = 1 << 20
    var count = 0
    var memory = malloc(capacity)
    do {
      while true {
        if count == capacity {
          capacity *= 2
          guard let grown = realloc(memory, capacity) else {
            throw FileStoreError(.cannotRead, path, errorNumber: ENOMEM)
          }
          memory = grown
        }
        guard let start = memory else { throw FileStoreError(.cannotRead, path, errorNumber: ENOMEM) }
        try awaitBytes(descriptor, task)
        let got = read(descriptor, start + count, capacity - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return UnsafeMutableRawBufferPointer(start: start, count: count)
        } else if errno != EINTR {
          throw FileStoreError(.cannotRead, path)
        }
      }
    } catch {
      free(memory)
      throw error
    }
  }
}

/// Waits for bytes, the end or an error of a stream.
private func awaitBytes(_ descriptor: Int32, _ task: CallingTask) throws {
  guard task.canBeCancelled else { return }
  var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  repeat { try task.checkCancellation() } while poll(&wanted, 1, 100) == 0
}
