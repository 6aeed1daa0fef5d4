public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension AllocationError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What happened, in a sentence without a full stop.
  public var message: Message {
    switch code {
    case .solver: "the solver failed: \(context)"
    case .timeLimit: "stopped at the time limit before any allocation was found"
    }
  }
}
