/// What is wrong with several files at once.
public struct InputRejection: Error, Sendable, CustomStringConvertible {
  public let files: [InputDefects]

  public init(_ files: [InputDefects]) { self.files = files.filter { !$0.isEmpty } }

  /// At most ``InputDefects/limit`` lines in all, then `… and N more`.
  public var description: String { InputDefects.report(files) }
}
