public import ExactValues
public import Parallelism

/// How many students of a cohort have each mark: all that its cuts depend on.
///
/// Summaries of parts merge to the summary of the whole, in any order: parts may be read at different times
/// or on different machines. A column of marks has few different ones, so that nothing is ever sorted.
///
/// ```swift
/// let parts: [[Mark]] = [[12, 15], [12, 9]]
/// let summary = try CohortSummary(
///   merging: parts.flatMap { try UEMarks($0.enumerated().map { UEMark("E\($0)", mark: $1) }).cohorts() })
/// print(summary.marks, summary.counts)
/// // [9, 12, 15] [1, 2, 1]
/// ```
public struct CohortSummary: Sendable, Equatable {
  /// What ``codes`` stand for.
  public let scale: MarkColumn.Scale
  /// The different marks, ascending, in the scale's integers.
  public let codes: [Int32]
  /// How many students have each.
  public let counts: [Int]
  /// How many students there are.
  public let count: Int

  /// The summary of a cohort of nobody.
  public static let empty = CohortSummary(scale: .tenThousandths, codes: [], counts: [])

  init(scale: MarkColumn.Scale, codes: [Int32], counts: [Int]) {
    self.scale = scale
    self.codes = codes
    self.counts = counts
    count = counts.reduce(0, +)
  }

  /// Counts every mark; what is missing is not counted.
  ///
  /// - Complexity: O(*n* + *m*), *n* marks of which *m* could be different, shared by the workers.
  package init(_ marks: [OptionalMark], workers: Workers = Workers()) {
    self.init(MarkColumn(marks), workers: workers)
  }

  /// Counts every mark; what is missing is not counted.
  ///
  /// - Parameters:
  ///   - column: the marks.
  ///   - workers: the threads that count; the summary is the same for any number of them.
  /// - Complexity: O(*n* + *m*), *n* marks of which *m* could be different, shared by the workers; O(*n* log *n*)
  ///   for few marks.
  public init(_ column: MarkColumn, workers: Workers = Workers()) {
    self.init(column, standings: nil, workers: workers)
  }

  /// Counts the marks of those who validated at the first session.
  ///
  /// - Parameter standings: a row each; nil where all are of the first session.
  /// - Precondition: there are as many standings as marks.
  package init(_ column: MarkColumn, standings: [Standing]?, workers: Workers = Workers()) {
    precondition(standings.map { $0.count == column.count } ?? true, "a standing for each mark")
    guard column.count > column.scale.codeCount / Self.placesPerStudent else {
      let counted = column.withCodes { codes in
        codes.indices.compactMap { row in
          codes[row] >= 0 && standings.map { $0[row] == .firstSession } ?? true ? codes[row] : nil
        }
      }
      self.init(scale: column.scale, few: counted)
      return
    }
    let table = CountTable(column, standings: standings, workers: workers)
    self.init(scale: column.scale, dense: table.counts, rows: column.count)
  }

  /// - Parameter few: a mark each, in any order.
  init(scale: MarkColumn.Scale, few marks: some Sequence<Int32>) {
    var codes: [Int32] = []
    var counts: [Int] = []
    for code in marks.sorted() {
      if codes.last == code {
        counts[counts.count - 1] += 1
      } else {
        codes.append(code)
        counts.append(1)
      }
    }
    self.init(scale: scale, codes: codes, counts: counts)
  }

  /// - Parameters:
  ///   - dense: how many have each integer of the scale.
  ///   - rows: at least as many as have one.
  init(scale: MarkColumn.Scale, dense: [UInt32], rows: Int) {
    var codes: [Int32] = []
    var counts: [Int] = []
    codes.reserveCapacity(min(dense.count, rows))
    counts.reserveCapacity(min(dense.count, rows))
    dense.withUnsafeBufferPointer { dense in
      for start in stride(from: 0, to: dense.count, by: Self.block) {
        let block = start..<min(start + Self.block, dense.count)
        var union: UInt32 = 0
        for code in block { union |= dense[code] }
        // Marks in hundredths leave most integers unused.
        guard union > 0 else { continue }
        for code in block where dense[code] > 0 {
          codes.append(Int32(code))
          counts.append(Int(dense[code]))
        }
      }
    }
    self.init(scale: scale, codes: codes, counts: counts)
  }

  /// Marks are counted in a table of all that there could be, unless it has more than so many places for each student:
  /// then sorting them is faster.
  static let placesPerStudent = 64
  /// So many places of the table are skipped at once where nobody has a mark: four vectors of eight.
  private static let block = 32
  /// No thread counts fewer marks: below, merging its table costs more than it saves.
  static let leastMarksOfThread = 1 << 16

  /// The students of both.
  ///
  /// - Complexity: O(*a* + *b*), the different marks of each.
  public func merged(with other: CohortSummary) -> CohortSummary {
    guard scale == other.scale else { return mergedByMark(with: other) }
    var codes: [Int32] = []
    var counts: [Int] = []
    var (i, j) = (0, 0)
    while i < self.codes.count || j < other.codes.count {
      let left = i < self.codes.count ? self.codes[i] : .max
      let right = j < other.codes.count ? other.codes[j] : .max
      codes.append(min(left, right))
      counts.append((left <= right ? self.counts[i] : 0) + (right <= left ? other.counts[j] : 0))
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return CohortSummary(scale: scale, codes: codes, counts: counts)
  }

  /// The students of all.
  ///
  /// - Complexity: O(*m*), the marks of the scale and the different ones of each, where the scale is the same.
  public init(merging summaries: [CohortSummary]) {
    guard let scale = summaries.first?.scale, summaries.allSatisfy({ $0.scale == scale }) else {
      self = summaries.reduce(.empty) { $0.merged(with: $1) }
      return
    }
    var table = [Int](repeating: 0, count: scale.codeCount)
    for summary in summaries {
      for (code, count) in zip(summary.codes, summary.counts) { table[Int(code)] += count }
    }
    let codes = table.indices.filter { table[$0] > 0 }
    self.init(scale: scale, codes: codes.map { Int32($0) }, counts: codes.map { table[$0] })
  }

  /// Merges summaries whose integers stand for different marks.
  private func mergedByMark(with other: CohortSummary) -> CohortSummary {
    var byMark: [Fraction: Int] = [:]
    for summary in [self, other] {
      for (code, count) in zip(summary.codes, summary.counts) {
        byMark[summary.scale.mark(code), default: 0] += count
      }
    }
    let marks = byMark.keys.sorted()
    return CohortSummary(marks: marks, counts: marks.map { byMark[$0] ?? 0 })
  }

  /// - Parameters:
  ///   - marks: 0 to 20, ascending, all different.
  ///   - counts: how many students have each, > 0.
  package init(marks: [Fraction], counts: [Int]) {
    precondition(marks.count == counts.count && counts.allSatisfy { $0 > 0 }, "a number for each mark")
    precondition(
      zip(marks, marks.dropFirst()).allSatisfy(<) && marks.last.map { $0 <= Fraction(20, 1) } ?? true,
      "different marks from 0 to 20, ascending")
    let units = marks.compactMap(\.tenThousandths)
    guard units.count < marks.count else {
      self.init(scale: .tenThousandths, codes: units, counts: counts)
      return
    }
    self.init(scale: .positions(marks), codes: marks.indices.map { Int32($0) }, counts: counts)
  }

  /// Whether both have the same marks as often, whatever their scales.
  public static func == (a: CohortSummary, b: CohortSummary) -> Bool {
    a.counts == b.counts && (a.scale == b.scale ? a.codes == b.codes : a.marks == b.marks)
  }

  /// The different marks, ascending.
  public var marks: [Fraction] { codes.map(scale.mark) }
}

/// How many rows have each integer of a scale.
struct CountTable {
  let counts: [UInt32]

  /// - Parameter standings: nil where all are of the first session; others are not counted.
  init(_ column: MarkColumn, standings: [Standing]?, workers: Workers) {
    let size = column.scale.codeCount
    counts = column.withCodes { codes in
      let ranges = workers.ranges(
        of: codes.count, minimum: max(CohortSummary.leastMarksOfThread, size), perThread: 1)
      guard ranges.count > 1 else {
        return tally(codes, standings, 0..<codes.count, size: size)
      }
      let parts = PartialCounts(ranges.count)
      // Read only.
      nonisolated(unsafe) let codes = codes
      workers.perform(parts: ranges.count) { part in
        parts[part] = tally(codes, standings, ranges[part], size: size)
      }
      return parts.sum(size: size)
    }
  }
}

/// Counts the rows of a range. What is no mark of the scale is not counted.
private func tally(
  _ codes: UnsafeBufferPointer<Int32>, _ standings: [Standing]?, _ range: Range<Int>, size: Int
) -> [UInt32] {
  // One place more, for what is no mark.
  let outside = UInt32(size)
  return [UInt32](unsafeUninitializedCapacity: size + 1) { table, count in
    table.initialize(repeating: 0)
    if let standings {
      standings.withUnsafeBufferPointer { standings in
        for row in range {
          let code = standings[row] == .firstSession ? UInt32(bitPattern: codes[row]) : outside
          table[Int(min(code, outside))] &+= 1
        }
      }
    } else {
      for row in range { table[Int(min(UInt32(bitPattern: codes[row]), outside))] &+= 1 }
    }
    count = size
  }
}

/// The counts of each part of a parallel loop; each part writes its own.
private final class PartialCounts: @unchecked Sendable {  // Parts write to separate slots.
  private let slots: UnsafeMutableBufferPointer<[UInt32]>

  init(_ count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: [])
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  subscript(part: Int) -> [UInt32] {
    get { slots[part] }
    set { slots[part] = newValue }
  }

  func sum(size: Int) -> [UInt32] {
    var sum = slots[0]
    for part in slots.dropFirst() {
      for index in 0..<size { sum[index] &+= part[index] }
    }
    return sum
  }
}
