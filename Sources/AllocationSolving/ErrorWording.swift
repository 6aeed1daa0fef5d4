#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension AllocationError: LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { description }

  /// What happened, in a sentence without a full stop.
  public var description: String {
    switch code {
    case .solver: "the solver failed: \(context)"
    case .timeLimit: "stopped at the time limit before any allocation was found"
    }
  }
}
