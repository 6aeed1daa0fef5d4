/// One thing wrong in one place of an input file.
///
/// Nothing of a row but its identifier is ever part of one.
public struct InputDefect: Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// The name of the column; empty where the whole line is meant.
  public let column: String
  /// The identifier of the row, where it is known.
  public let identifier: String?
  public let reason: any DefectReason

  public init(line: Int, column: String, identifier: String? = nil, reason: any DefectReason) {
    self.line = line
    self.column = column
    self.identifier = identifier
    self.reason = reason
  }
}

/// What is wrong; each module that reads has its own list, and words it there.
public protocol DefectReason: Sendable, CustomStringConvertible {}

extension InputDefect: CustomStringConvertible {
  /// `line: column: message`, to stand after the file's name and a colon.
  public var description: String {
    let row = identifier.map { " (\(printable($0)))" } ?? ""
    return "\(line): \(printable(column)): \(reason)\(row)"
  }
}

/// Text of a file as a message may show it: a line, no control characters, not long.
public func printable(_ text: String) -> String {
  let longest = 60
  var shown = ""
  for scalar in text.unicodeScalars.prefix(longest) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: shown.unicodeScalars.append("\u{FFFD}")
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.count > longest ? shown + "…" : shown
}

/// What is wrong with one file: the first defects in the file's order, and how many there are in all.
public struct InputDefects: Error, Sendable {
  /// As many as are kept and shown at once.
  public static let limit = 50

  /// The file, as the user wrote it.
  public let file: String
  public private(set) var first: [InputDefect] = []
  public private(set) var count = 0

  public init(file: String) { self.file = file }

  public init(file: String, _ defect: InputDefect) {
    self.file = file
    add(defect)
  }

  public var isEmpty: Bool { count == 0 }

  public mutating func add(_ defect: @autoclosure () -> InputDefect) {
    count += 1
    if first.count < Self.limit { first.append(defect()) }
  }

  /// Counts defects that are not kept.
  public mutating func count(more: Int) { count += more }

  /// Adds the defects of a later part of the same file.
  mutating func append(_ other: InputDefects) {
    count += other.count
    first.append(contentsOf: other.first.prefix(Self.limit - first.count))
  }

  /// Adds defects found by another look at the same rows, and sorts by line.
  ///
  /// - Parameter others: each at a line of this file.
  public mutating func merge(_ others: InputDefects) {
    guard !others.isEmpty else { return }
    let merged = (first + others.first).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    first = merged.prefix(Self.limit).map(\.element)
    count += others.count
  }

  public func throwIfAny() throws(InputDefects) {
    if !isEmpty { throw self }
  }
}

extension InputDefects: CustomStringConvertible {
  /// A line for each defect shown, `file:line: column: message`, then `… and N more`.
  public var description: String {
    var lines = first.map { "\(file):\($0)" }
    if count > first.count { lines.append("… and \(count - first.count) more") }
    return lines.joined(separator: "\n")
  }
}
