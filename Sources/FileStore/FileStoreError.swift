import Glibc

/// What went wrong with a file, as opposed to with what it says.
public struct FileStoreError: Error, Sendable, Equatable {
  public enum Code: Sendable, Equatable {
    /// The input does not exist or cannot be opened.
    case cannotOpen
    /// The input could not be read to its end, or changed meanwhile.
    case cannotRead
    /// The output cannot be made, written or put in place.
    case cannotWrite
    /// The output is there already, and is kept.
    case exists
  }

  public let code: Code
  /// As the user wrote it.
  public let path: String
  /// The system's error number; 0 where the file changed while it was read.
  public let errorNumber: Int32

  init(_ code: Code, _ path: String, errorNumber: Int32 = errno) {
    self.code = code
    self.path = path
    self.errorNumber = errorNumber
  }

  /// An output that is there already, and is kept.
  public init(keeping path: String) { self.init(.exists, path, errorNumber: EEXIST) }

  /// A folder that could not be made; the reason is the system's last error.
  public init(cannotMake folder: String) { self.init(.cannotWrite, folder) }
}
