import FileStore
import Foundation
import Palmares
import Wording

/// The files of made-up data in their folder: they take the place of made-up files alone.
final class GeneratedFiles {
  private let files: [OutputFile]
  /// Of each file, the start of what was written.
  private var heads: [[UInt8]]
  private static let longestHead = 4_096

  /// Makes the folder, which may exist already; its parent must.
  init(_ folder: String, _ names: [String]) throws {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw FileStoreError(cannotMake: folder) }
    files = try names.map { try OutputFile(path: "\(folder)/\($0)") }
    heads = names.map { _ in [] }
  }

  func write(_ index: Int, _ bytes: UnsafeRawBufferPointer) throws {
    if heads[index].isEmpty { heads[index] = Array(bytes.prefix(Self.longestHead)) }
    try files[index].write(bytes)
  }

  func write(_ index: Int, _ text: String) throws {
    try Array(text.utf8).withUnsafeBytes { try write(index, $0) }
  }

  /// Puts files in their place.
  ///
  /// - Throws: ``FileStoreError`` with `exists` where one of all files that are there begins with another line, and
  ///   so was not made up: then no file is replaced.
  func publish(_ indices: Range<Int>? = nil) throws {
    for (file, head) in zip(files, heads) where !head.isEmpty {
      guard let path = file.path, let old = Self.firstLine(of: path) else { continue }
      if old != Self.firstLine(head) { throw FileStoreError(keeping: path) }
    }
    for index in indices ?? files.indices { try files[index].publish() }
  }

  private static func firstLine(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.prefix { $0 != UInt8(ascii: "\n") }
  }

  /// - Returns: nil where there is no file, or an empty one.
  private static func firstLine(of path: String) -> ArraySlice<UInt8>? {
    guard let handle = FileHandle(forReadingAtPath: path),
      let head = try? handle.read(upToCount: longestHead), !head.isEmpty
    else { return nil }
    return firstLine(Array(head))
  }
}
