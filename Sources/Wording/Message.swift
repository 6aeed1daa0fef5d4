/// A sentence for people, in both languages.
///
/// A message is made with its arguments, and worded where it is shown. Both wordings stand side by side, so that none
/// can be missing:
///
/// ```swift
/// let count = 1160
/// let message = Message(
///   fr: "\(count, "ligne vide ignorée", "lignes vides ignorées")",
///   en: "\(count, "empty row skipped", "empty rows skipped")")
/// print(message.text(in: .french))  // 1 160 lignes vides ignorées
/// ```
///
/// Spaces of French typography are put where the literal text has ordinary ones (see ``French``).
public struct Message: Sendable, Hashable {
  /// The sentence in French.
  public let french: String
  /// The sentence in English.
  public let english: String

  /// Makes a message of its two wordings.
  public init(fr french: Sentence<French>, en english: Sentence<English>) {
    self.french = french.text
    self.english = english.text
  }

  /// Text that is the same in both languages: an identifier, a name, a line of a file.
  public init(verbatim text: String) {
    french = text
    english = text
  }

  /// The wording in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { french.isEmpty && english.isEmpty }

  /// One message behind the other.
  public static func + (first: Message, second: Message) -> Message {
    Message(fr: "\(first)\(second)", en: "\(first)\(second)")
  }
}

extension Sequence<Message> {
  /// The messages one behind the other.
  ///
  /// - Parameter separator: what stands between two of them, in both languages.
  public func joined(separator: String = "") -> Message { joined(separator: Message(verbatim: separator)) }

  /// The messages one behind the other.
  ///
  /// - Parameter separator: what stands between two of them.
  public func joined(separator: Message) -> Message {
    let all = Array(self)
    return Message(
      fr: Sentence(verbatim: all.map(\.french).joined(separator: separator.french)),
      en: Sentence(verbatim: all.map(\.english).joined(separator: separator.english)))
  }
}

/// What can be said in both languages, such as an error.
///
/// A type that conforms may also be interpolated in a ``Message``.
public protocol Worded {
  /// What there is to say, in a sentence without a full stop, or the words of a value.
  var message: Message { get }
}

extension Message: Worded {
  /// The message itself.
  public var message: Message { self }
}

extension Worded where Self: CustomStringConvertible {
  /// The message in English, which a program may log.
  public var description: String { message.english }
}

extension String.StringInterpolation {
  /// Text is in one language: say which one by ``Message/text(in:)``.
  @available(*, unavailable, message: "say in which language: message.text(in:)")
  public mutating func appendInterpolation(_ message: Message) {}
}
