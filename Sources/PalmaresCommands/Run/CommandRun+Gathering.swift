import FileStore
import Palmares
import Wording

/// Everything that is wrong with the files of a command.
struct InputFailures: Error {
  /// Files that do not exist or cannot be read.
  private(set) var unreadable: [FileStoreError] = []
  /// Files that contradict each other or the command.
  private(set) var contradictions: [BadData] = []
  private(set) var rejected: [InputDefects] = []

  var isEmpty: Bool { unreadable.isEmpty && contradictions.isEmpty && rejected.isEmpty }
  /// Whether anything but a path is wrong.
  var hasBadData: Bool { !contradictions.isEmpty || !rejected.isEmpty }

  /// Keeps an error of an input; any other is thrown again.
  fileprivate mutating func add(_ error: any Error) throws {
    switch error {
    case let error as InputDefects: rejected.append(error)
    case let error as InputRejection: rejected += error.files
    case let error as FileStoreError where error.code != .cannotWrite: unreadable.append(error)
    case let error as BadData: contradictions.append(error)
    // What a part of the reading gathered, and is here already.
    case is InputFailures: break
    default: throw error
    }
  }
}

extension InputFailures: Worded {
  var message: Message {
    let defects = rejected.isEmpty ? [] : [FlagAdvice.report(rejected)]
    return (unreadable.map(\.message) + contradictions.map(\.message) + defects)
      .joined(separator: "\n")
  }
}

/// Reads all files of a command before it fails, so that one run shows the errors of all of them.
extension CommandRun {
  /// Reads an input. What is wrong with it waits for ``gathered(_:)``.
  ///
  /// - Returns: nil where something is wrong.
  func gather<Result>(_ read: () throws -> Result) throws -> Result? {
    do {
      return try read()
    } catch {
      try failures.add(error)
      return nil
    }
  }

  /// Reads a delimited file.
  func gatherText<Result>(_ path: String, _ read: (SourceText) throws -> Result) throws -> Result? {
    try gather { try withText(path, read) }
  }

  /// Reads a delimited file that refers to others. If one of those is broken, only the cells of this file are
  /// checked, since its references cannot be.
  func gatherText<each Other, Result>(
    _ path: String, with others: repeat (each Other)?,
    read: (SourceText, repeat each Other) throws -> Result, cells: (SourceText) throws -> Void
  ) throws -> Result? {
    if let known = all(repeat each others) {
      return try gather { try withText(path) { try read($0, repeat each known) } }
    }
    try check(path, cells: cells)
    return nil
  }

  /// Checks the cells of a file that cannot be read further, where there is one.
  func check(_ path: String?, cells: (SourceText) throws -> Void) throws {
    guard let path else { return }
    _ = try gather { try withText(path, cells) }
  }

  /// The inputs, all of them read.
  ///
  /// - Throws: ``InputFailures``: everything that is wrong with any file read so far.
  func gathered<each Result>(_ results: repeat (each Result)?) throws -> (repeat each Result) {
    guard failures.isEmpty else { throw failures }
    guard let known = all(repeat each results) else {
      preconditionFailure("an input is missing, and nothing is said to be wrong with it")
    }
    return known
  }
}

private struct Missing: Error {}

/// The values of optionals, where all of them have one.
private func all<each Value>(_ values: repeat (each Value)?) -> (repeat each Value)? {
  func value<Known>(_ value: Known?) throws(Missing) -> Known {
    guard let value else { throw Missing() }
    return value
  }
  return try? (repeat value(each values))
}
