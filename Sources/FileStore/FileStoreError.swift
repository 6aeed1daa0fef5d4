import Glibc

/// A file could not be opened, read or written. What is wrong with its content is another error.
public struct FileStoreError: Error, Sendable, Equatable {
  /// What could not be done.
  public enum Code: Sendable, Equatable {
    /// The input does not exist or cannot be opened.
    case cannotOpen
    /// The input could not be read to its end, or changed meanwhile.
    case cannotRead
    /// The output cannot be made, written or put in place.
    case cannotWrite
    /// The output exists already, and must not be replaced.
    case exists
  }

  /// What could not be done.
  public let code: Code
  /// The path, as the caller gave it.
  public let path: String
  /// The system's error number; 0 where the file changed while it was read.
  public let errorNumber: Int32

  init(_ code: Code, _ path: String, errorNumber: Int32 = errno) {
    self.code = code
    self.path = path
    self.errorNumber = errorNumber
  }

  /// An output that exists already, and must not be replaced.
  package init(keeping path: String) { self.init(.exists, path, errorNumber: EEXIST) }

  /// An output that cannot be written, and the system's reason.
  package init(cannotWrite path: String, errorNumber: Int32) {
    self.init(.cannotWrite, path, errorNumber: errorNumber)
  }

  /// A folder that could not be made; the reason is the system's last error.
  package init(cannotMake folder: String) { self.init(.cannotWrite, folder) }
}
