internal import Crypto
import ExactValues

/// The draw (tirage au sort, règlement 5.2.1): gives each identifier a ticket, which depends on the seed and the
/// identifier alone.
///
/// Neither the order of the rows nor the other candidates change a ticket, and everyone who knows the seed can draw
/// again. The ticket is the HMAC-SHA256 of the identifier (RFC 2104), with the seed as its key.
///
/// ```swift
/// let draw = Draw(seed: "published after the session")
/// let first = ["C0001", "C0002"].min { draw.ticket(for: $0) < draw.ticket(for: $1) }
/// ```
public struct Draw: Sendable {
  private let keyed: HMAC<SHA256>

  /// - Parameter seed: the key of every ticket.
  public init(seed: DrawSeed) {
    keyed = HMAC<SHA256>(key: SymmetricKey(data: Array(seed.text.utf8)))
  }

  /// `HMAC-SHA256(key: seed in UTF-8, message: identifier in UTF-8)`.
  ///
  /// - Parameter identifier: UTF-8.
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

  /// The ticket of an identifier: `HMAC-SHA256(key: seed in UTF-8, message: identifier in UTF-8)`.
  public func ticket(for identifier: String) -> DrawTicket {
    Array(identifier.utf8).withUnsafeBytes { ticket(for: $0) }
  }
}
