import FileStore
import Glibc
import Synchronization

/// A file in the folder for temporary ones, with a path for a library that writes to paths alone. Where the system can, it
/// has no name, and vanishes with the process; elsewhere signals that end the process remove it.
final class TemporaryFile: Sendable {
  let path: String
  /// As it was given.
  private let folder: String
  private let count = Mutex(0)
  private let descriptor: Int32
  private let isNamed: Bool

  /// `O_TMPFILE` is a macro Swift does not import; its own bit is the same on every Linux.
  private static let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY

  /// - Throws: `FileStoreError` with `cannotWrite`.
  init(folder: String = TemporaryFile.folder) throws(FileStoreError) {
    self.folder = folder
    guard access(folder, W_OK | X_OK) == 0 else {
      throw FileStoreError(cannotWrite: folder, errorNumber: errno)
    }
    let opened =
      access("/proc/self/fd", X_OK) == 0 ? open(folder, O_RDWR | O_CLOEXEC | Self.unnamed, 0o600) : -1
    if opened >= 0 {
      (descriptor, path, isNamed) = (opened, "/proc/self/fd/\(opened)", false)
      return
    }
    path = "\(folder)/.palmares-\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    isNamed = true
    Interruption.register(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      let error = FileStoreError(cannotWrite: folder, errorNumber: errno)
      Interruption.forget(path)
      throw error
    }
  }

  deinit {
    close(descriptor)
    if isNamed {
      unlink(path)
      Interruption.forget(path)
    }
  }

  /// The folder that `TMPDIR` names, or `/tmp`.
  static var folder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Adds bytes; several threads may.
  ///
  /// - Returns: where they are.
  func append(_ bytes: [UInt8]) throws(FileStoreError) -> Range<Int> {
    let start = count.withLock { count in
      defer { count += bytes.count }
      return count
    }
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + written, $0.count - written, off_t(start + written))
      }
      if put > 0 {
        written += put
      } else if put == 0 || errno != EINTR {
        throw FileStoreError(cannotWrite: folder, errorNumber: errno)
      }
    }
    return start..<start + bytes.count
  }

  /// Hands out bytes that were added.
  func read(_ range: Range<Int>, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(range.count, 1 << 18), alignment: 16)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let got = pread(
        descriptor, buffer.baseAddress, min(buffer.count, range.upperBound - offset), off_t(offset))
      if got > 0 {
        try sink(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        offset += got
      } else if got == 0 || errno != EINTR {
        throw FileStoreError(cannotWrite: folder, errorNumber: got == 0 ? EIO : errno)
      }
    }
  }
}
