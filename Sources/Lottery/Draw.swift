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
