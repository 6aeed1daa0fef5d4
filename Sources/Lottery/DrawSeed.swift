internal import Crypto
import ExactValues

/// The seed of the draw (tirage au sort), the last tie-break of règlement 5.2.1.
///
/// The jury publishes the ``commitment`` before the session and the seed after it: nobody can choose the seed once the
/// files are known, and everyone can check it.
///
/// ```swift
/// let seed = DrawSeed.random()
/// let published = seed.commitment
/// print(seed.matches(commitment: published))  // true
/// ```
public struct DrawSeed: Sendable, Equatable {
  /// The seed as the jury writes it; not empty.
  public let text: String

  /// - Returns: nil where `text` is empty.
  public init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    self.text = text
  }

  /// A new seed of 128 random bits from the system's source, in 32 hexadecimal digits.
  public static func random() -> DrawSeed {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return DrawSeed(text: hexadecimal(bytes))
  }

  private init(text: String) { self.text = text }

  /// SHA-256 of the seed in UTF-8, in 64 lowercase hexadecimal digits.
  public var commitment: String {
    hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }

  /// Whether `commitment` (hexadecimal, any case) is that of this seed.
  public func matches(commitment: String) -> Bool {
    self.commitment == commitment.lowercased()
  }
}

extension DrawSeed: ExpressibleByStringLiteral {
  /// An empty literal is the caller's bug and traps.
  public init(stringLiteral value: String) {
    precondition(!value.isEmpty, "a seed is not empty")
    self.init(text: value)
  }
}
