public import Wording

/// What is wrong with a file; each module that reads has its own list, and its words in `ErrorWording.swift`.
public protocol DefectReason: Sendable, Worded, CustomStringConvertible {
  /// The message without what concerns one row only. Defects of a column with the same kind are shown together.
  var kind: Message { get }
  /// A sentence that may help to mend the file, such as the identifier that the wrong one resembles.
  var hint: Message? { get }
}

extension DefectReason {
  /// The message in English.
  public var description: String { message.english }
  /// The whole message.
  public var kind: Message { message }
  /// Nothing.
  public var hint: Message? { nil }
}
