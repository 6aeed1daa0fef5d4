/// What is wrong with a file; each module that reads has its own list, and its words in `ErrorWording.swift`.
public protocol DefectReason: Sendable, CustomStringConvertible {
  /// The description without what concerns one row only. Defects of a column with the same kind are shown together.
  var kind: String { get }
  /// A sentence that may help to mend the file, such as the identifier that the wrong one resembles.
  var hint: String? { get }
}

extension DefectReason {
  /// The whole description.
  public var kind: String { description }
  /// Nothing.
  public var hint: String? { nil }
}
