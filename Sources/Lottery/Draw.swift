internal import Crypto
import ExactValues

/// The draw: a ticket for each identifier, which depends on the seed and the identifier alone.
///
/// The order of the rows, the other candidates and the machine cannot sway it.
public struct Draw: Sendable {
  private let keyed: HMAC<SHA256>

  public init(seed: DrawSeed) {
    keyed = HMAC<SHA256>(key: SymmetricKey(data: Array(seed.text.utf8)))
  }

  /// `HMAC-SHA256(key: seed in UTF-8, message: identifier in UTF-8)`.
  ///
  /// - Complexity: O(*n*), *n* = the identifier's length in bytes.
  public func ticket(for identifier: UnsafeRawBufferPointer) -> DrawTicket {
    var code = keyed
    code.update(data: identifier)
    return code.finalize().withUnsafeBytes { digest in
      func word(_ index: Int) -> UInt64 {
        UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return DrawTicket(words: (word(0), word(1), word(2), word(3)))
    }
  }

  public func ticket(for identifier: String) -> DrawTicket {
    Array(identifier.utf8).withUnsafeBytes { ticket(for: $0) }
  }
}

/// A drawn number of 256 bits; the lowest goes first.
public struct DrawTicket: Sendable {
  /// Most significant word first.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

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
