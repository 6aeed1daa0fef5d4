/// What is wrong with several files at once.
public struct InputRejection: Error, Sendable {
  public let files: [InputDefects]

  public init(_ files: [InputDefects]) { self.files = files.filter { !$0.isEmpty } }
}
