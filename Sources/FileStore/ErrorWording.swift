import Glibc

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension FileStoreError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? {
    let reason = errorNumber == 0 ? "it changed while it was read" : String(cString: strerror(errorNumber))
    return switch code {
    case .cannotOpen: "\(path): cannot be opened: \(reason)"
    case .cannotRead: "\(path): cannot be read: \(reason)"
    case .cannotWrite: "\(path): cannot be written: \(reason)"
    case .exists: "\(path): already exists, and is kept"
    }
  }

  public var recoverySuggestion: String? { code == .exists ? "give another file" : nil }

  /// What went wrong, and what to do about it.
  public var description: String {
    [errorDescription, recoverySuggestion].compactMap(\.self).joined(separator: ": ")
  }
}
