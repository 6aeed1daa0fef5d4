internal import CXLSXWriter
import FileStore
import Glibc

/// A file in memory that has a path while it is open, for a library that writes to paths alone.
///
/// Where the system has no `/proc`, it is a file in a folder, which signals that end the process remove.
final class MemoryFile {
  let path: String
  private let descriptor: Int32
  private let isNamed: Bool
  /// `MFD_CLOEXEC`.
  private static let closeOnExec: UInt32 = 1

  /// - Parameter folder: for the file where there is no `/proc`.
  init(folder: String) throws(FileStoreError) {
    let memory = access("/proc/self/fd", X_OK) == 0 ? memfd_create("workbook", Self.closeOnExec) : -1
    if memory >= 0 {
      (descriptor, path, isNamed) = (memory, "/proc/self/fd/\(memory)", false)
      return
    }
    path = "\(folder)/.palmares-\(getpid())-\(UInt32.random(in: .min ... .max)).xlsx"
    isNamed = true
    Interruption.register(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      let error = FileStoreError(cannotWrite: path, errorNumber: errno)
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

  /// Another descriptor of the file, which the caller closes.
  func duplicate() -> Int32 { dup(descriptor) }

  /// Hands out what is in the file.
  func read(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let got = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileStoreError(cannotWrite: path, errorNumber: errno) }
      if got == 0 { return }
      try sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<got]))
      offset += got
    }
  }
}
