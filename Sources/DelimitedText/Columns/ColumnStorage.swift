import ExactValues

/// The keywords of a reading, in memory that stays in place while rows are read.
final class KeywordStore {
  let tables: [UnsafeBufferPointer<KeywordEntry>]
  private var allocations: [UnsafeMutableRawBufferPointer] = []

  init(_ specifications: [ColumnSpecification?]) {
    var allocations: [UnsafeMutableRawBufferPointer] = []
    tables = specifications.map { specification in
      guard let keywords = specification?.keywords else { return .init(start: nil, count: 0) }
      let entries = UnsafeMutableBufferPointer<KeywordEntry>.allocate(capacity: keywords.spellings.count)
      allocations.append(UnsafeMutableRawBufferPointer(entries))
      func kept(_ text: [UInt8]) -> UnsafeRawBufferPointer {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count, alignment: 1)
        bytes.copyBytes(from: text)
        allocations.append(bytes)
        return UnsafeRawBufferPointer(bytes)
      }
      for (index, spelling) in keywords.spellings.enumerated() {
        entries.initializeElement(
          at: index,
          to: KeywordEntry(
            bytes: kept(spelling.bytes), folded: kept(spelling.folded), meaning: spelling.meaning))
      }
      return UnsafeBufferPointer(entries)
    }
    self.allocations = allocations
  }

  deinit { for allocation in allocations { allocation.deallocate() } }
}

extension FieldStep {
  init(_ specification: ColumnSpecification?, _ keywords: UnsafeBufferPointer<KeywordEntry>) {
    self.init(specification?.kind, keywords)
    isLenient = specification?.isLenient ?? false
  }

  private init(_ kind: ColumnKind?, _ keywords: UnsafeBufferPointer<KeywordEntry>) {
    switch kind {
    case nil: self.init(kind: .ignored)
    case .identifier, .reference: self.init(kind: .text, isIdentifier: true)
    case .text: self.init(kind: .text)
    case .category: self.init(kind: .category, isIdentifier: true)
    case .optionalCategory: self.init(kind: .category)
    case .mark, .markOrWord: self.init(kind: .mark, keywords: keywords)
    case .exactMark: self.init(kind: .exactMark, keywords: keywords)
    case .boolean: self.init(kind: .boolean)
    case .date: self.init(kind: .date)
    case .keyword: self.init(kind: .keyword, keywords: keywords)
    case .integer(let range): self.init(kind: .integer, range: range)
    case .decimal(let largest):
      self.init(kind: .decimal, range: 0...Int(largest.units / FixedDecimal.unitsPerOne))
    case .fraction(let largest): self.init(kind: .fraction, range: 0...largest)
    }
  }
}

/// Where the cells of text columns are gathered, by row range and column.
final class ArenaStore {
  private let ranges: [RowRange]
  private let textColumns: Int
  private let table: UnsafeMutableBufferPointer<TextArena>

  init(ranges: [RowRange], textColumns: Int, encoding: TextEncoding) {
    self.ranges = ranges
    self.textColumns = textColumns
    table = .allocate(capacity: ranges.count * textColumns)
    for (part, range) in ranges.enumerated() {
      for column in 0..<textColumns {
        // Untouched pages cost nothing.
        let capacity = range.bytes.count * encoding.longestUTF8 + 1
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        table.initializeElement(
          at: part * textColumns + column,
          to: TextArena(bytes: bytes, capacity: capacity, ends: UnsafeMutablePointer(bitPattern: 8)!))
      }
    }
  }

  deinit {
    for arena in table where arena.capacity > 0 { arena.bytes.deallocate() }
    table.deallocate()
  }

  func arenas(of part: Int) -> UnsafeBufferPointer<TextArena> {
    UnsafeBufferPointer(rebasing: table[part * textColumns..<(part + 1) * textColumns])
  }

  func setEnds(_ ends: UnsafeMutablePointer<Int>, column: Int) {
    for part in ranges.indices { table[part * textColumns + column].ends = ends }
  }

  /// Joins a column's bytes, and counts its ends from the first row. Its arenas are let go one by one.
  func join(column: Int, ends: UnsafeMutablePointer<Int>, rows: Int) -> [UInt8] {
    func length(_ range: RowRange) -> Int {
      let last = min(rows, range.firstRow + range.rows)
      return last > range.firstRow ? ends[last - 1] : 0
    }
    let lengths = ranges.map(length)
    return [UInt8](unsafeUninitializedCapacity: lengths.reduce(0, +)) { buffer, count in
      for (part, range) in ranges.enumerated() where lengths[part] > 0 || range.rows > 0 {
        let source = table[part * textColumns + column].bytes
        if lengths[part] > 0 { (buffer.baseAddress! + count).initialize(from: source, count: lengths[part]) }
        if count > 0 {
          for row in range.firstRow..<max(range.firstRow, min(rows, range.firstRow + range.rows)) {
            ends[row] += count
          }
        }
        count += lengths[part]
        source.deallocate()
        table[part * textColumns + column].capacity = 0
      }
    }
  }
}

/// Makes an array for each column asked for, lets `body` fill them, and returns them by name.
///
/// The arrays are filled in place: each is uninitialised memory until `body` has written its rows, so each
/// closes over the next.
///
/// - Parameter body: fills the rows of every column and returns how many there are.
func withColumns(
  _ specifications: [ColumnSpecification?], _ steps: inout [FieldStep], _ arenas: ArenaStore,
  _ categories: CategoryStore, _ listedMarks: MarkStore, capacity: Int, _ body: ([FieldStep]) -> Int
) -> [String: ColumnValues] {
  var columns: [String: ColumnValues] = [:]
  var rows = 0
  var textColumns = 0
  var categoryColumns = 0

  let wanted = specifications.indices.filter { specifications[$0] != nil }

  func filled<Element>(_ place: Int, _: Element.Type) -> [Element] {
    [Element](unsafeUninitializedCapacity: capacity) { buffer, count in
      steps[wanted[place]].values = UnsafeMutableRawPointer(buffer.baseAddress)
      fill(place + 1)
      count = rows
    }
  }

  func fill(_ place: Int) {
    guard place < wanted.count, let specification = specifications[wanted[place]] else {
      rows = body(steps)
      return
    }
    let index = wanted[place]
    switch steps[index].kind {
    case .ignored: break
    case .text:
      let column = textColumns
      textColumns += 1
      steps[index].arena = column
      var bytes: [UInt8] = []
      let ends = [Int](unsafeUninitializedCapacity: capacity) { buffer, count in
        // Without a row there is nothing to write to.
        let base = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 8)!
        arenas.setEnds(base, column: column)
        fill(place + 1)
        bytes = arenas.join(column: column, ends: base, rows: rows)
        count = rows
      }
      columns[specification.name] = .text(IdentifierColumn(bytes: bytes, ends: ends))
    case .category:
      let column = categoryColumns
      categoryColumns += 1
      steps[index].arena = column
      var names = IdentifierColumn(bytes: [], ends: [])
      let numbers = [Int32](unsafeUninitializedCapacity: capacity) { buffer, count in
        steps[index].values = UnsafeMutableRawPointer(buffer.baseAddress)
        fill(place + 1)
        count = rows
        names = categories.join(column: column, numbers: buffer, rows: rows)
      }
      columns[specification.name] = .categories(CategoryColumn(numbers: numbers, names: names))
    case .mark, .exactMark:
      columns[specification.name] = .marks(listedMarks.join(filled(place, OptionalMark.self)))
    case .boolean: columns[specification.name] = .booleans(filled(place, Bool.self))
    case .date: columns[specification.name] = .dates(filled(place, CalendarDate.self))
    case .keyword: columns[specification.name] = .keywords(filled(place, UInt16.self))
    case .integer: columns[specification.name] = .integers(filled(place, Int.self))
    case .decimal: columns[specification.name] = .decimals(filled(place, FixedDecimal.self))
    case .fraction: columns[specification.name] = .fractions(filled(place, Fraction.self))
    }
  }

  fill(0)
  return columns
}
