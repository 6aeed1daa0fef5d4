internal import Crypto
import ExactValues

/// A drawn number of 256 bits. Of equal candidates, the one with the lowest ticket comes first.
public struct DrawTicket: Sendable {
  /// Most significant word first.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  package init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// 64 hexadecimal digits, so that texts compare as the numbers do.
  public var hexadecimal: String {
    ExactValues.hexadecimal(
      [words.0, words.1, words.2, words.3].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) })
  }
}

extension DrawTicket: Comparable {
  public static func == (a: DrawTicket, b: DrawTicket) -> Bool { a.words == b.words }
  public static func < (a: DrawTicket, b: DrawTicket) -> Bool { a.words < b.words }
}
