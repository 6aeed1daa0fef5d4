public import ExactValues
import HeapModule
public import Parallelism

/// How many candidates are admissible at every pair of barres of a grid.
///
/// The jury sets both barres from the statistical distribution of the evaluations and the number of places
/// (règlement 5.2.1).
///
/// Candidates are counted once in the cell of their two notes; the counts of all pairs are then sums over the rectangles
/// above each cell, by the summed-area table of Crow 1984, doi:10.1145/800031.808600. Ours adds from the far corner, since
/// a barre leaves those at or above it, and keeps integers.
///
/// ```swift
/// let grid = try BarreGrid(scores, step: 1)
/// print(grid.pair(general: 12, scientific: 11).admissible)  // 1
/// ```
public struct BarreGrid: Sendable {
  /// A pair of barres and what it leaves.
  public struct Pair: Sendable, Hashable, Codable {
    /// The barre générale.
    public let general: Mark
    /// The barre scientifique.
    public let scientific: Mark
    /// How many candidates are at or above both.
    public let admissible: Int
  }

  /// For one barre scientifique, how high the barre générale can go.
  public struct Highest: Sendable, Hashable, Codable {
    /// The highest barre générale of the grid that leaves at least the target.
    public let pair: Pair
    /// The note générale of the target's last candidate: the highest barre générale of all.
    public let lastScore: Fraction
  }

  /// The finest step: 2 001 barres each way.
  public static let finestStep: Mark = "0.01"

  /// The barres of the grid, 0 to 20, the same for both notes.
  public let barres: [Mark]
  /// `admissible[g · barres.count + s]`.
  private let admissible: [UInt32]
  private let scores: Scores
  private let cells: GridCells

  /// - Parameters:
  ///   - scores: of all candidates of the session.
  ///   - step: the distance between two barres, at least ``finestStep``.
  ///   - workers: the threads to use.
  /// - Throws: ``BarreGridError/stepTooFine(_:)``.
  /// - Complexity: O(*n* + *k*²), *n* candidates and *k* barres.
  public init(_ scores: Scores, step: Mark = "0.25", workers: Workers = Workers()) throws(BarreGridError) {
    guard step >= Self.finestStep else { throw .stepTooFine(step) }
    self.scores = scores
    barres = stride(from: 0, through: Mark.maximumUnits, by: Int(step.units)).map { Mark(units: $0)! }
    let count = barres.count
    let cells = GridCells(scores, step: step, barres: count)
    self.cells = cells
    // One table a worker while it stays small.
    let ranges = workers.ranges(of: scores.count, minimum: 1 << 15, perThread: 1)
    var tables = ranges.map { _ in [UInt32](repeating: 0, count: count * count) }
    tables.withUnsafeMutableBufferPointer { tables in
      // Each range counts in a table of its own.
      nonisolated(unsafe) let tables = tables
      workers.perform(parts: ranges.count) { part in
        tables[part].withUnsafeMutableBufferPointer { table in
          for row in ranges[part] { table[cells.general(row) * count + cells.scientific(row)] += 1 }
        }
      }
    }
    var sums = [UInt32](repeating: 0, count: count * count)
    for table in tables { for index in sums.indices { sums[index] += table[index] } }
    for general in (0..<count).reversed() {
      for scientific in (0..<count).reversed() {
        let index = general * count + scientific
        if general + 1 < count { sums[index] += sums[index + count] }
        if scientific + 1 < count { sums[index] += sums[index + 1] }
        if general + 1 < count, scientific + 1 < count { sums[index] -= sums[index + count + 1] }
      }
    }
    admissible = sums
  }

  /// All pairs, by barre générale, then barre scientifique.
  public var pairs: some Sequence<Pair> {
    (0..<barres.count * barres.count).lazy.map {
      pair(general: $0 / barres.count, scientific: $0 % barres.count)
    }
  }

  /// A pair by the positions of its barres in ``barres``.
  public func pair(general: Int, scientific: Int) -> Pair {
    Pair(
      general: barres[general], scientific: barres[scientific],
      admissible: Int(admissible[general * barres.count + scientific]))
  }

  /// For each barre scientifique of the grid, in ascending order, the highest barre générale that leaves at
  /// least `target` admissible. A barre scientifique that cannot leave `target` candidates is omitted.
  ///
  /// - Parameter target: 1 or more.
  /// - Throws: ``BarreGridError/targetOutOfRange(_:)``.
  /// - Complexity: O(*n* log *target* + *k* log *k*).
  public func highest(leaving target: Int) throws(BarreGridError) -> [Highest] {
    guard target > 0 else { throw .targetOutOfRange(target) }
    // Rows by the cell of their note scientifique, so that the barre can be lowered step by step while the
    // `target` best notes générales are kept.
    var starts = [Int](repeating: 0, count: barres.count + 1)
    for row in 0..<scores.count { starts[cells.scientific(row) + 1] += 1 }
    for index in barres.indices { starts[index + 1] += starts[index] }
    var next = starts
    var rows = [Int](repeating: 0, count: scores.count)
    for row in 0..<scores.count {
      let cell = cells.scientific(row)
      rows[next[cell]] = row
      next[cell] += 1
    }
    var best = Heap<KeyedRow>()
    var result: [Highest] = []
    for scientific in barres.indices.reversed() {
      for row in rows[starts[scientific]..<starts[scientific + 1]] {
        let candidate = KeyedRow(score: scores.general.numerators[row], row: row)
        if best.count < target {
          best.insert(candidate)
        } else if let lowest = best.min, lowest.score < candidate.score {
          best.replaceMin(with: candidate)
        }
      }
      guard best.count == target, let last = best.min else { continue }
      result.append(
        Highest(
          pair: pair(general: cells.general(last.row), scientific: scientific),
          lastScore: scores.general[last.row]))
    }
    return result.reversed()
  }

  /// The rows of ``highest(leaving:)`` without repeats: where several have the same barre générale and as many
  /// admissible, a higher barre scientifique changes nothing, and the highest stays for all of them.
  ///
  /// - Parameter target: 1 or more.
  /// - Throws: ``BarreGridError/targetOutOfRange(_:)``.
  public func highestWithoutRepeats(leaving target: Int) throws(BarreGridError) -> [Highest] {
    let rows = try highest(leaving: target)
    return rows.enumerated().filter { index, row in
      guard index + 1 < rows.count else { return true }
      let next = rows[index + 1].pair
      return next.general != row.pair.general || next.admissible != row.pair.admissible
    }.map(\.element)
  }

  private struct KeyedRow: Comparable {
    var score: Int64
    var row: Int

    static func < (a: KeyedRow, b: KeyedRow) -> Bool { a.score < b.score }
  }
}

extension Scores {
  /// How many candidates are admissible at two barres.
  ///
  /// - Parameters:
  ///   - generalBarre: the barre générale.
  ///   - scientificBarre: the barre scientifique.
  /// - Complexity: O(*n*).
  public func admissibleCount(generalBarre: Mark, scientificBarre: Mark) -> Int {
    let (generalKey, scientificKey) = (general.threshold(generalBarre), scientific.threshold(scientificBarre))
    return zip(general.numerators, scientific.numerators).count { $0 >= generalKey && $1 >= scientificKey }
  }
}

/// Which cell of an even grid a score lies in.
struct ScoreCells: Sendable {
  private let numerators: [Int64]
  private let cellOfPosition: [Int32]?
  private let divisor: Int64
  private let last: Int

  /// - Parameters:
  ///   - step: the width of a cell.
  ///   - cells: how many there are; scores beyond the last are put in it.
  init(_ column: ScoreColumn, step: Mark, cells: Int) {
    last = cells - 1
    switch column.scale {
    case .common(let denominator):
      if let units = step.tenThousandths {
        numerators = column.numerators
        divisor = denominator * Int64(units)
        cellOfPosition = nil
        return
      }
      // Every row is a position of its own.
      numerators = column.numerators.indices.map { Int64($0) }
      divisor = 1
      let unit = Int128(denominator) * Int128(step.units)
      let scale = FixedDecimal.unitsPerOne / Int128(OptionalMark.unitsPerOne)
      cellOfPosition = column.numerators.map { Int32(Int128($0) * scale / unit) }
    case .positions(let values):
      numerators = column.numerators
      divisor = 1
      // The scores ascend: so do their cells.
      var cell = 0
      cellOfPosition = values.map { value in
        while cell + 1 < cells, value >= FixedDecimal(units: Int128(cell + 1) * Int128(step.units)).fraction {
          cell += 1
        }
        return Int32(cell)
      }
    }
  }

  func callAsFunction(_ row: Int) -> Int {
    let numerator = numerators[row]
    let cell = cellOfPosition.map { Int($0[Int(numerator)]) } ?? Int(numerator / divisor)
    return min(cell, last)
  }
}

private struct GridCells: Sendable {
  let general: ScoreCells
  let scientific: ScoreCells

  init(_ scores: Scores, step: Mark, barres: Int) {
    general = ScoreCells(scores.general, step: step, cells: barres)
    scientific = ScoreCells(scores.scientific, step: step, cells: barres)
  }
}
