import FileStore
import Glibc

/// A file for a library that writes to paths alone. Where the system can, it has no name, and vanishes with the process;
/// elsewhere signals that end the process remove it.
final class TemporaryFile {
  let path: String
  private let descriptor: Int32
  private let isNamed: Bool

  /// `O_TMPFILE` is a macro Swift does not import; its own bit is the same on every Linux.
  private static let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY

  /// - Throws: `FileStoreError` with `cannotWrite`.
  init(folder: String) throws(FileStoreError) {
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
}
