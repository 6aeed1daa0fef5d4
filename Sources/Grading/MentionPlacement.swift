public import ExactValues
public import Workers

/// The mention and the position that a mark gets in the ranking of a first session.
///
/// A mark need not be of the ranking: who passed a rattrapage is placed by final mark, and moves nobody
/// (règlement 2.5.2, 5.5.2).
public struct MentionPlacement: Sendable {
  private let ranking: Ranking
  private let ties: TieRule
  private let cuts: MentionCuts
  private let scale: MarkColumn.Scale
  /// The best first.
  private let mentions: [Mention]
  /// For each mention but the last, the lowest integer that gets it; `Int32.max` where none does.
  private let lowest: [Int32]

  /// - Complexity: O(*m*), *m* marks of the scale for a long ranking, else its different marks.
  public init(_ summary: CohortSummary, cuts: MentionCuts, ties: TieRule) {
    let ranking = Ranking(summary)
    self.ranking = ranking
    self.ties = ties
    self.cuts = cuts
    scale = summary.scale
    mentions = cuts.mentions
    lowest = cuts.cuts.dropLast().map { cut in
      // The better the mark, the lower the position.
      var (low, high) = (0, summary.scale.codeCount)
      while low < high {
        let middle = (low + high) / 2
        if ranking.position(Int32(middle), ties) <= cut { high = middle } else { low = middle + 1 }
      }
      return low < summary.scale.codeCount ? Int32(low) : .max
    }
  }

  /// From 1: one more than the students of the ranking who are strictly better, or by ``TieRule/down`` the
  /// larger of that and those at least as good.
  ///
  /// - Parameter code: an integer of the summary's scale.
  @inline(__always)
  public func position(_ code: Int32) -> Int { ranking.position(code, ties) }

  /// - Parameter code: an integer of the summary's scale.
  @inline(__always)
  public func mention(_ code: Int32) -> Mention {
    var index = 0
    while index < lowest.count, code < lowest[index] { index += 1 }
    return mentions[index]
  }

  /// The position of any mark, whatever its scale.
  ///
  /// - Complexity: O(log *m*), *m* different marks.
  public func position(of mark: Fraction) -> Int { ranking.position(of: mark, scale, ties) }

  /// The mention of any mark, whatever its scale.
  ///
  /// - Complexity: O(log *m*), *m* different marks.
  public func mention(of mark: Fraction) -> Mention {
    let position = position(of: mark)
    let index = cuts.cuts.dropLast().firstIndex { position <= $0 }
    return mentions[index ?? mentions.count - 1]
  }

  /// The mentions of many marks; ``Mention/passed``, which is empty, where there is none.
  ///
  /// - Complexity: O(*n*), shared by the workers.
  public func mentions(_ column: MarkColumn, workers: Workers = Workers()) -> [Mention] {
    guard column.scale == scale else {
      return (0..<column.count).map { column[$0].map(mention(of:)) ?? .passed }
    }
    let thresholds = (0..<3).map { $0 < lowest.count ? lowest[$0] : Int32.min }
    let (first, second, third) = (thresholds[0], thresholds[1], thresholds[2])
    func name(_ index: Int) -> Mention { mentions[min(index, mentions.count - 1)] }
    let (best, next, low, last) = (name(0), name(1), name(2), name(3))
    return column.withCodes { codes in
      [Mention](unsafeUninitializedCapacity: codes.count) { buffer, count in
        // Each part fills rows of its own.
        nonisolated(unsafe) let (codes, buffer) = (codes, buffer)
        let ranges = workers.ranges(of: codes.count, minimum: 1 << 16, perThread: 1)
        workers.perform(parts: ranges.count) { part in
          let range = ranges[part]
          let from = UnsafeBufferPointer(rebasing: codes[range])
          let to = UnsafeMutableBufferPointer(rebasing: buffer[range])
          for row in from.indices {
            let code = from[row]
            // Without branches, many at once.
            var mention = code >= third ? low : last
            mention = code >= second ? next : mention
            mention = code >= first ? best : mention
            to.initializeElement(at: row, to: code < 0 ? .passed : mention)
          }
        }
        count = codes.count
      }
    }
  }
}

/// How many of a cohort are better than a mark.
private struct Ranking: Sendable {
  private let codes: [Int32]
  /// For each different mark, how many have it or a better one.
  private let atLeast: [Int]
  /// For each integer of the scale how many are better, where the ranking is long; else empty.
  private let table: [UInt32]
  private let count: Int

  /// Rankings from this length on have a table.
  private static let long = 100_000

  init(_ summary: CohortSummary) {
    codes = summary.codes
    count = summary.count
    var sum = 0
    let atLeast: [Int] = summary.counts.reversed().map { count in
      sum += count
      return sum
    }.reversed()
    self.atLeast = atLeast
    guard summary.count >= Self.long else {
      table = []
      return
    }
    var table = [UInt32](repeating: UInt32(summary.count), count: summary.scale.codeCount)
    for (index, code) in summary.codes.enumerated() {
      let better = UInt32(index + 1 < atLeast.count ? atLeast[index + 1] : 0)
      let upper = index + 1 < summary.codes.count ? Int(summary.codes[index + 1]) : table.count
      for code in Int(code)..<upper { table[code] = better }
    }
    self.table = table
  }

  @inline(__always)
  func position(_ code: Int32, _ ties: TieRule) -> Int {
    switch ties {
    case .up: better(code) + 1
    case .down: max(better(code) + 1, code == 0 ? count : better(code - 1))
    }
  }

  func position(of mark: Fraction, _ scale: MarkColumn.Scale, _ ties: TieRule) -> Int {
    /// How many have a mark for which the condition holds; it holds from some mark on.
    func number(where holds: (Fraction) -> Bool) -> Int {
      var (low, high) = (0, codes.count)
      while low < high {
        let middle = (low + high) / 2
        if holds(scale.mark(codes[middle])) { high = middle } else { low = middle + 1 }
      }
      return low < codes.count ? atLeast[low] : 0
    }
    let better = number { $0 > mark }
    return ties == .up ? better + 1 : max(better + 1, number { $0 >= mark })
  }

  @inline(__always)
  private func better(_ code: Int32) -> Int {
    guard table.isEmpty else { return Int(table[Int(code)]) }
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] > code { high = middle } else { low = middle + 1 }
    }
    return low < codes.count ? atLeast[low] : 0
  }
}
