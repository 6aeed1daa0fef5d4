import ExactValues
public import Wording

/// What is wrong with one file: how many defects there are, and the first of each kind in each column.
///
/// ```swift
/// do {
///   _ = try SeedFile(contentsOf: path)
/// } catch let defects as InputDefects {
///   let defect = defects.first[0]
///   print(defect.line, defect.column, defect.reason is SeedFileDefect)  // 1 graine true
/// }
/// ```
///
/// Memory: five defects of each kind, however many there are.
public struct InputDefects: Error, Sendable {
  /// The most defects that ``first`` and the description show: 50.
  public static let limit = 50
  /// As many defects of one kind in one column as are shown.
  package static let limitOfKind = 5
  /// Defects of further kinds are only counted. A kind is of the program's words and a column: no table has so many.
  static let mostKinds = 1 << 12

  /// The file, as the caller named it.
  public let file: String
  /// How many defects there are in all.
  public private(set) var count = 0
  private var groups: [Kind: Group] = [:]
  /// Where the lines stand that a spreadsheet counts otherwise.
  var tableRows: TableRows?
  /// Where the columns stand, of a sheet.
  var sheetColumns: SheetColumns?

  private struct Kind: Hashable {
    let column: String
    let reason: Message
  }

  private struct Kept {
    let defect: InputDefect
    /// Of two defects on a line the one added first is shown first.
    var place: Int

    static func < (a: Kept, b: Kept) -> Bool { (a.defect.line, a.place) < (b.defect.line, b.place) }
  }

  private struct Group {
    /// By line, at most ``InputDefects/limitOfKind``.
    var first: [Kept] = []
    var count = 0

    mutating func add(_ kept: Kept) {
      count += 1
      let place = first.lastIndex { $0 < kept }.map { $0 + 1 } ?? 0
      guard place < InputDefects.limitOfKind else { return }
      first.insert(kept, at: place)
      if first.count > InputDefects.limitOfKind { first.removeLast() }
    }
  }

  package init(file: String) { self.file = file }

  package init(file: String, _ defect: InputDefect) {
    self.file = file
    add(defect)
  }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { count == 0 }

  package mutating func add(_ defect: InputDefect) {
    let kind = Kind(column: defect.column, reason: defect.reason.kind)
    if groups[kind] != nil || groups.count < Self.mostKinds {
      groups[kind, default: Group()].add(Kept(defect: defect, place: count))
    }
    count += 1
  }

  /// Counts defects that are not at hand, of the kind of one that was added.
  package mutating func count(more: Int, like defect: InputDefect) {
    count += more
    groups[Kind(column: defect.column, reason: defect.reason.kind)]?.count += more
  }

  /// Adds defects found in a later part of the same file, or by another look at the same rows.
  package mutating func merge(_ others: InputDefects) {
    tableRows = tableRows ?? others.tableRows
    sheetColumns = sheetColumns ?? others.sheetColumns
    for (kind, group) in others.groups.sorted(by: { $0.value.first[0] < $1.value.first[0] }) {
      guard groups[kind] != nil || groups.count < Self.mostKinds else { continue }
      for var kept in group.first {
        kept.place += count
        groups[kind, default: Group()].add(kept)
      }
      groups[kind]?.count += group.count - group.first.count
    }
    count += others.count
  }

  package func throwIfAny() throws(InputDefects) {
    if !isEmpty { throw self }
  }

  /// The defects that are shown, in the file's order.
  public var first: [InputDefect] {
    groups.values.flatMap(\.first).sorted(by: <).prefix(Self.limit).map(\.defect)
  }
}

extension InputDefects {
  /// The cell of a sheet that a defect is in, such as `D12`.
  ///
  /// - Returns: nil where the file is no workbook, or the defect is not one of a single cell.
  public func cell(of defect: InputDefect) -> String? {
    sheetColumns?.cell(column: defect.column, row: defect.line)
  }
}

extension InputDefects: Worded, CustomStringConvertible {
  /// A line for each defect shown, `file:line: column: message`; after the fifth of a kind how many more of it there
  /// are; then `… and N more`.
  public var message: Message { Self.report([self]) }

  /// What is wrong with several files: at most ``limit`` lines in all, then `… and N more`.
  ///
  /// - Parameter wording: the sentence of a reason, for a program that adds to the library's.
  package static func report(
    _ files: [InputDefects], wording: (any DefectReason) -> Message = \.message
  ) -> Message {
    var lines = files.flatMap { $0.lines(wording) }
    lines.removeLast(max(0, lines.count - limit))
    let rest = files.reduce(0) { $0 + $1.count } - lines.reduce(0) { $0 + $1.defects }
    let more = Message(
      fr: "… et \(rest, "autre", "autres")", en: "… and \(rest) more")
    return (lines.map(\.text) + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }

  /// The lines of a report, and how many defects each stands for.
  private func lines(_ wording: (any DefectReason) -> Message) -> [(text: Message, defects: Int)] {
    let entries = groups.flatMap { kind, group in
      group.first.enumerated().map { index, kept in
        (kept, more: index + 1 == Self.limitOfKind ? group.count - Self.limitOfKind : 0, kind)
      }
    }
    return entries.sorted { $0.0 < $1.0 }.flatMap { kept, more, kind in
      let defect = kept.defect.message(
        tableRow: tableRows?.row(ofLine: kept.defect.line), cell: cell(of: kept.defect), wording: wording)
      let line = (text: Message(verbatim: "\(file):") + defect, defects: 1)
      guard more > 0 else { return [line] }
      let column = kind.column.isEmpty ? "" : "\(printable(kind.column)): "
      let reason = kept.defect.reason
      let words = reason.kind == reason.message ? wording(reason) : kind.reason
      let others = Message(
        fr: "\(file): \(column)\(more, "autre du même genre", "autres du même genre") : \(words)",
        en: "\(file): \(column)\(more) more like this: \(words)")
      return [line, (others, more)]
    }
  }
}

/// The rows of a table as a spreadsheet counts them, where cells hold line breaks.
struct TableRows: Sendable {
  private let headerLine: Int
  private let headerBreaks: Int
  /// The line each row with line breaks starts on, how many it holds, and how many the rows before it hold.
  private let longRows: [(line: Int, lineFeeds: Int, before: Int)]

  /// - Parameters:
  ///   - longRows: rows with line breaks, from 0 behind the header, blank ones counted, and how many breaks each
  ///     holds.
  /// - Returns: nil where there are no line breaks.
  init?(headerLine: Int, headerBreaks: Int, longRows: [(row: Int, lineFeeds: Int)]) {
    guard headerBreaks > 0 || !longRows.isEmpty else { return nil }
    self.headerLine = headerLine
    self.headerBreaks = headerBreaks
    var before = 0
    self.longRows = longRows.map { row, lineFeeds in
      defer { before += lineFeeds }
      return (headerLine + headerBreaks + 1 + row + before, lineFeeds, before)
    }
  }

  /// The row on which a line lies, as a spreadsheet counts; nil where it counts as the file does.
  func row(ofLine line: Int) -> Int? {
    if line <= headerLine + headerBreaks { return line == headerLine ? nil : headerLine }
    let next = longRows.partitioningIndex { $0.line > line }
    var breaks = headerBreaks
    if next > 0 {
      let long = longRows[next - 1]
      breaks += long.before + min(line - long.line, long.lineFeeds)
    }
    return breaks == 0 ? nil : line - breaks
  }
}
