/// What is wrong with several files at once.
public struct InputRejection: Error, Sendable, CustomStringConvertible {
  public let files: [InputDefects]

  public init(_ files: [InputDefects]) { self.files = files.filter { !$0.isEmpty } }

  /// At most ``InputDefects/limit`` lines in all, then `… and N more`.
  public var description: String {
    let shown = files.flatMap { file in file.first.map { "\(file.file):\($0)" } }
      .prefix(InputDefects.limit)
    let count = files.reduce(0) { $0 + $1.count }
    let more = count > shown.count ? ["… and \(count - shown.count) more"] : []
    return (shown + more).joined(separator: "\n")
  }
}
