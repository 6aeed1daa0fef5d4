/// What is wrong with a file; each module that reads has its own list, and its words in `ErrorWording.swift`.
public protocol DefectReason: Sendable, CustomStringConvertible {
  /// The description without what is of one row alone; defects of a column that agree in it are shown together.
  var kind: String { get }
  /// What follows the row's identifier: what else there is in the file.
  var hint: String? { get }
}

extension DefectReason {
  public var kind: String { description }
  public var hint: String? { nil }
}
