/// What is wrong with several files at once.
public struct InputRejection: Error, Sendable {
  /// The files that have defects, each with its own.
  public let files: [InputDefects]

  package init(_ files: [InputDefects]) { self.files = files.filter { !$0.isEmpty } }
}
