import ExactValues
import Parallelism

extension DelimitedTable {
  /// Reads the rows of `source` into the columns asked for.
  ///
  /// Defects of rows are collected in ``defects``, for the caller to add to and to throw.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - specifications: the columns to read, names all different. Other columns are ignored.
  ///   - header: the text's header, where it is known already.
  ///   - unused: columns that such files have and this reader has no use for. No note is made of them.
  /// - Throws: ``InputDefects`` where there is no header, or where a column is missing or repeated.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers. Memory: the columns.
  package init(
    _ source: SourceText, columns specifications: [ColumnSpecification], header: DelimitedHeader? = nil,
    unused: [String] = []
  ) throws(InputDefects) {
    let header =
      if let header { header } else { try DelimitedHeader(source, wanted: specifications.map(\.name)) }
    let plan = try ReadingPlan(header, specifications, source)
    let (ranges, hasNul, isPaired) = try source.rowRanges(after: header)
    let reading: TableReader
    if isPaired {
      let first = try TableReader(source, header, plan, ranges, isCareful: hasNul)
      reading = first.isStructureBroken ? try TableReader(wholly: source, header, plan, ranges) : first
    } else {
      reading = try TableReader(wholly: source, header, plan, ranges)
    }
    file = source.file
    rowCount = reading.rows - reading.blankRows.count
    var defects = reading.defects
    defects.tableRows = TableRows(
      headerLine: header.line, headerBreaks: header.lines - header.line, longRows: reading.longRows)
    source.sheet?.note(in: &defects, plan, header, source)
    self.defects = defects
    longRows = lineOffsets(reading.longRows, blankRows: reading.blankRows)
    firstLine = header.lines + 1
    columns =
      reading.blankRows.isEmpty
      ? reading.columns : reading.columns.mapValues { $0.without(reading.blankRows) }
    unreadByColumn = reading.unread.mapValues { without(reading.blankRows, $0) }
    if !reading.blankRows.isEmpty { source.notes.add(.blankRows(reading.blankRows.count)) }
    plan.noteIgnored(source, unused: unused)
    for specification in specifications {
      guard case .identifier = specification.kind, let column = columns[specification.name],
        case .text(let identifiers) = column
      else { continue }
      var repeats = InputDefects(file: file)
      let label = specification.position.map { plan.names[$0] } ?? specification.name
      for (row, first) in repeatedIdentifiers(identifiers, workers: source.workers) {
        let reason = CellDefect.repeatedIdentifier(firstLine: line(ofRow: first))
        if specification.isLenient {
          unreadByColumn[specification.name, default: []].append(
            UnreadCell(row: row, line: line(ofRow: row), reason: reason))
          continue
        }
        repeats.add(
          InputDefect(line: line(ofRow: row), column: label, identifier: identifiers[row], reason: reason))
      }
      self.defects.merge(repeats)
    }
    try source.checkCancellation()
    noteSimilarIdentifiers(specifications, source)
    try source.checkCancellation()
  }

  /// Notes different identifiers that a person might take for one.
  private func noteSimilarIdentifiers(_ specifications: [ColumnSpecification], _ source: SourceText) {
    for specification in specifications {
      let names: IdentifierColumn
      switch (specification.kind, columns[specification.name]) {
      case (.identifier, .text(let column)): names = column
      case (.category, .categories(let column)): names = column.names
      default: continue
      }
      let pairs = names.similarPairs().map { SimilarIdentifiers(names[$0.first], names[$0.row]) }
      if !pairs.isEmpty { source.notes.add(.similarIdentifiers(pairs)) }
    }
  }
}

extension DelimitedTable {
  /// Checks the cells of a file, where the files it refers to are not known.
  ///
  /// - Throws: ``InputDefects``: everything that is wrong with the file by itself.
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  package static func checkCells(
    _ source: SourceText, columns: [ColumnSpecification]
  ) throws(InputDefects) {
    try DelimitedTable(source, columns: columns).defects.throwIfAny()
  }
}

/// Reads the rows of a text into columns, in one pass.
struct TableReader {
  var rows = 0
  var columns: [String: ColumnValues] = [:]
  var defects: InputDefects
  var longRows: [(row: Int, lineFeeds: Int)] = []
  /// Rows without a single filled cell; their cells stand for nothing.
  var blankRows: [Int] = []
  /// Cells with a defect of lenient columns, by name of the column.
  var unread: [String: [UnreadCell]] = [:]
  var isStructureBroken = false

  private struct RangeResult {
    var rows: Int
    var defects: InputDefects
    var longRows: [(row: Int, lineFeeds: Int)]
    var blankRows: [Int]
    var unread: [(column: Int, cell: UnreadCell)]
    var isStructureBroken: Bool
  }

  /// Reads each range on its own.
  init(
    _ source: SourceText, _ header: DelimitedHeader, _ plan: ReadingPlan, _ ranges: [RowRange],
    isCareful: Bool
  ) throws(InputDefects) {
    try self.init(
      source, header, plan, ranges, isCareful: isCareful,
      capacity: ranges.last.map { $0.firstRow + $0.rows } ?? 0)
  }

  /// Reads all rows as one range, for text whose quotes leave it in doubt where rows start.
  init(
    wholly source: SourceText, _ header: DelimitedHeader, _ plan: ReadingPlan, _ ranges: [RowRange]
  ) throws(InputDefects) {
    let rows = source.bytes[header.end...]
    let capacity = rows.count(where: { $0 == UInt8(ascii: "\n") }) + 1
    let whole = RowRange(
      bytes: header.end..<source.bytes.count, firstRow: 0, rows: capacity, firstLine: header.lines + 1)
    try self.init(source, header, plan, [whole], isCareful: true, capacity: capacity)
  }

  private init(
    _ source: SourceText, _ header: DelimitedHeader, _ plan: ReadingPlan, _ ranges: [RowRange],
    isCareful: Bool, capacity: Int
  ) throws(InputDefects) {
    defects = InputDefects(file: source.file)
    let keywords = KeywordStore(plan.specifications)
    var steps: [FieldStep] = plan.specifications.enumerated().map { index, specification in
      FieldStep(specification, keywords.tables[index])
    }
    for index in steps.indices.reversed().dropFirst() where steps[index].kind == .ignored {
      steps[index].run = steps[index + 1].kind == .ignored ? steps[index + 1].run + 1 : 1
    }
    let takesBlankRows = steps.allSatisfy(\.takesEmptyCell)
    let arenas = ArenaStore(
      ranges: ranges, textColumns: steps.count { $0.kind == .text }, encoding: source.encoding)
    let categories = CategoryStore(ranges: ranges, columns: steps.count { $0.kind == .category })
    let listedMarks = MarkStore(ranges: ranges)
    var cancellation: InputDefects?
    columns = withColumns(
      plan.specifications, &steps, arenas, categories, listedMarks, capacity: capacity
    ) { steps in
      let results: [RangeResult]
      do throws(InputDefects) {
        results = try steps.withUnsafeBufferPointer { (steps) throws(InputDefects) in
          // Every range writes rows and arenas of its own.
          nonisolated(unsafe) let steps = steps
          return try source.map(parts: ranges.count) { part, task in
            let range = ranges[part]
            defer { source.release?(UnsafeRawBufferPointer(rebasing: source.bytes[range.bytes])) }
            return withLineFeed(UnsafeRawBufferPointer(rebasing: source.bytes[range.bytes])) { start, end in
              var parser = RowParser(
                steps: steps, names: plan.names, delimiter: header.delimiter, encoding: source.encoding,
                isCareful: isCareful, takesBlankRows: takesBlankRows, isSheet: source.sheet != nil,
                end: end,
                arenas: arenas.arenas(of: part),
                categories: categories.tables(of: part), listedMarks: listedMarks.tables[part],
                firstRow: range.firstRow,
                rowLimit: range.firstRow + range.rows, next: start, row: range.firstRow,
                line: range.firstLine, defects: InputDefects(file: source.file))
              parser.parse(task)
              return RangeResult(
                rows: parser.row - range.firstRow, defects: parser.defects, longRows: parser.longRows,
                blankRows: parser.blankRows,
                unread: parser.unread,
                isStructureBroken: parser.isStructureBroken || parser.row != parser.rowLimit)
            }
          }
        }
      } catch {
        cancellation = error
        return 0
      }
      for result in results {
        rows += result.rows
        defects.merge(result.defects)
        longRows += result.longRows
        blankRows += result.blankRows
        for (column, cell) in result.unread {
          unread[plan.specifications[column]?.name ?? "", default: []].append(cell)
        }
        isStructureBroken = isStructureBroken || result.isStructureBroken
      }
      // Ranges that did not come out as counted leave gaps between them: nothing of them may be looked at.
      if isStructureBroken, ranges.count > 1 { (rows, blankRows, longRows, unread) = (0, [], [], [:]) }
      return rows
    }
    if let cancellation { throw cancellation }
    // A part that was under way when the task was cancelled stopped midway.
    try source.checkCancellation()
  }
}

/// Hands out the text as pointers, with a line feed at its end, copied only where it lacks one.
private func withLineFeed<R>(
  _ bytes: UnsafeRawBufferPointer, _ body: (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> R
) -> R {
  if bytes.last == UInt8(ascii: "\n") {
    return bytes.withMemoryRebound(to: UInt8.self) { body($0.baseAddress!, $0.baseAddress! + $0.count) }
  } else {
    var copy = Array(bytes)
    copy.append(UInt8(ascii: "\n"))
    return copy.withUnsafeBufferPointer { body($0.baseAddress!, $0.baseAddress! + $0.count) }
  }
}
