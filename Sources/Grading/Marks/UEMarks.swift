import ExactValues
public import Parallelism

/// The final marks of students in one or many UEs, a row each, with how each stands.
///
/// A student who validated at the first session and resat keeps a place in its ranking with the first mark, so
/// that nobody else moves (règlement 2.5.2). The student's own place follows from the final mark, and the first
/// mark does not stand against it.
public struct UEMarks: Sendable {
  /// The mark of each row, then the first marks that the ranking keeps, in the order of ``kept``.
  public let marks: MarkColumn
  public let standings: [Standing]
  /// The rows whose first mark the ranking keeps, ascending.
  public let kept: [Int]
  /// The UE of each row; nil where there is one only.
  public let ues: [Int32]?
  public let ueCount: Int

  /// - Parameters:
  ///   - marks: who validated has one, the others need none; then those of `kept`.
  ///   - kept: the rows whose first mark the ranking keeps, as ``rowsKept(_:hasFirst:)`` finds them.
  ///   - ues: of each row, 0 to `ueCount` − 1; nil for a single UE.
  public init(
    _ marks: MarkColumn, standings: [Standing], kept: [Int] = [], ues: [Int32]? = nil, ueCount: Int = 1
  ) {
    precondition(marks.count == standings.count + kept.count)
    precondition(ues.map { $0.count == standings.count } ?? true)
    self.marks = marks
    self.standings = standings
    self.kept = kept
    self.ues = ues
    self.ueCount = ueCount
  }

  /// The marks that results come to: a row for each, the UEs numbered as in the scheme.
  ///
  /// - Complexity: O(*n* log *n*), *n* results.
  public init(_ outcomes: UEOutcomes) {
    let entries = outcomes.entries
    let standings = entries.map(\.outcome.standing)
    let kept = Self.rowsKept(standings) { entries[$0].outcome.firstMean != nil }
    self.init(
      MarkColumn(exact: entries.map(\.outcome.mean) + kept.map { entries[$0].outcome.firstMean }),
      standings: standings, kept: kept, ues: entries.map { Int32($0.ue) },
      ueCount: outcomes.scheme.ues.count)
  }

  /// The rows whose first mark the ranking keeps: those with one that are not of the first session still.
  ///
  /// - Parameter hasFirst: whether a row has a mark it had validated with at the first session.
  public static func rowsKept(_ standings: [Standing], hasFirst: (Int) -> Bool) -> [Int] {
    standings.indices.filter { standings[$0] != .firstSession && hasFirst($0) }
  }

  public var count: Int { standings.count }

  /// Those who validated each UE at the first session.
  ///
  /// - Complexity: O(*n* log *n*), *n* rows; O(*n*) for a single UE, shared by the workers.
  public func cohorts(workers: Workers = Workers()) -> [CohortSummary] {
    // In the ranking of the first session kept marks are like any other.
    let standings = kept.isEmpty ? standings : standings + kept.map { _ in .firstSession }
    guard let ues else { return [CohortSummary(marks, standings: standings, workers: workers)] }
    let owners = kept.isEmpty ? ues : ues + kept.map { ues[$0] }
    // The rows of each UE together, then their marks in order.
    var starts = [Int](repeating: 0, count: ueCount + 1)
    return marks.withCodes { codes in
      func isCounted(_ row: Int) -> Bool { standings[row] == .firstSession && codes[row] >= 0 }
      for row in owners.indices where isCounted(row) { starts[Int(owners[row]) + 1] += 1 }
      for ue in 0..<ueCount { starts[ue + 1] += starts[ue] }
      var next = starts
      var gathered = [Int32](repeating: 0, count: starts[ueCount])
      for row in owners.indices where isCounted(row) {
        let ue = Int(owners[row])
        gathered[next[ue]] = codes[row]
        next[ue] += 1
      }
      return (0..<ueCount).map { summary(gathered[starts[$0]..<starts[$0 + 1]]) }
    }
  }

  /// The size of the promotion in each UE: all rows but those exempted (règlement 1.3.3).
  public var promotions: [Int] {
    var counts = [Int](repeating: 0, count: ueCount)
    for row in standings.indices where standings[row] != .w { counts[ues.map { Int($0[row]) } ?? 0] += 1 }
    return counts
  }

  /// The first mark that the ranking keeps of a row, as an integer of the column's scale; nil for none.
  ///
  /// - Parameter codes: those of ``marks``.
  /// - Complexity: O(log *k*), *k* rows kept.
  @inline(__always)
  public func firstCode(ofRow row: Int, _ codes: UnsafeBufferPointer<Int32>) -> Int32? {
    guard !kept.isEmpty, standings[row] != .firstSession else { return nil }
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < kept.count && kept[low] == row ? codes[count + low] : nil
  }

  private func summary(_ codes: ArraySlice<Int32>) -> CohortSummary {
    let size = marks.scale.codeCount
    guard codes.count > size / 64 else { return CohortSummary(scale: marks.scale, few: codes) }
    var table = [UInt32](repeating: 0, count: size)
    for code in codes { table[Int(code)] += 1 }
    return CohortSummary(scale: marks.scale, dense: table, rows: codes.count)
  }
}
