import ExactValues
public import Workers

/// The final marks of students in one or many UEs, a row each, with how each stands.
public struct UEMarks: Sendable {
  public let marks: MarkColumn
  public let standings: [Standing]
  /// The UE of each row; nil where there is one only.
  public let ues: [Int32]?
  public let ueCount: Int

  /// - Parameters:
  ///   - marks: who validated has one, the others need none.
  ///   - ues: of each row, 0 to `ueCount` − 1; nil for a single UE.
  public init(_ marks: MarkColumn, standings: [Standing], ues: [Int32]? = nil, ueCount: Int = 1) {
    precondition(marks.count == standings.count && ues.map { $0.count == marks.count } ?? true)
    self.marks = marks
    self.standings = standings
    self.ues = ues
    self.ueCount = ueCount
  }

  public var count: Int { standings.count }

  /// Those who validated each UE at the first session.
  ///
  /// - Complexity: O(*n* log *n*), *n* rows; O(*n*) for a single UE, shared by the workers.
  public func cohorts(workers: Workers = Workers()) -> [CohortSummary] {
    guard let ues else { return [CohortSummary(marks, standings: standings, workers: workers)] }
    // The rows of each UE together, then their marks in order.
    var starts = [Int](repeating: 0, count: ueCount + 1)
    return marks.withCodes { codes in
      func isCounted(_ row: Int) -> Bool { standings[row] == .firstSession && codes[row] >= 0 }
      for row in ues.indices where isCounted(row) { starts[Int(ues[row]) + 1] += 1 }
      for ue in 0..<ueCount { starts[ue + 1] += starts[ue] }
      var next = starts
      var gathered = [Int32](repeating: 0, count: starts[ueCount])
      for row in ues.indices where isCounted(row) {
        let ue = Int(ues[row])
        gathered[next[ue]] = codes[row]
        next[ue] += 1
      }
      return (0..<ueCount).map { summary(gathered[starts[$0]..<starts[$0 + 1]]) }
    }
  }

  private func summary(_ codes: ArraySlice<Int32>) -> CohortSummary {
    let size = marks.scale.codeCount
    guard codes.count > size / 64 else { return CohortSummary(scale: marks.scale, few: codes) }
    var table = [UInt32](repeating: 0, count: size)
    for code in codes { table[Int(code)] += 1 }
    return CohortSummary(scale: marks.scale, dense: table, rows: codes.count)
  }
}
