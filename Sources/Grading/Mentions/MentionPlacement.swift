public import ExactValues
public import Parallelism

/// The mention and the position that a mark gets in the ranking of a first session (règlement 1.3.3).
///
/// A mark need not be in the ranking: a student who passed a rattrapage is placed by the final mark, and moves nobody
/// (règlement 2.5.2, 5.5.2). Each student is compared with the *other* students: the student's own first mark, which
/// the ranking may keep, does not count against the final one.
public struct MentionPlacement: Sendable {
  private let ranking: Ranking
  private let ties: TieRule
  let cuts: MentionCuts
  let scale: MarkColumn.Scale
  /// The best first.
  let mentions: [Mention]
  /// For each mention but the last, the lowest integer that gets it; `Int32.max` where none does.
  let lowest: [Int32]

  /// Places marks in the ranking of a cohort.
  ///
  /// - Parameters:
  ///   - summary: the marks of the ranking.
  ///   - cuts: up to which position each mention goes.
  ///   - ties: the position of students with equal marks.
  /// - Complexity: O(*n* + *m*), *n* students of the ranking and *m* different marks.
  public init(_ summary: CohortSummary, cuts: MentionCuts, ties: TieRule) {
    let ranking = Ranking(summary)
    self.ranking = ranking
    self.ties = ties
    self.cuts = cuts
    scale = summary.scale
    mentions = cuts.mentions
    let codes = 0..<summary.scale.codeCount
    lowest = cuts.positions.dropLast().map { cut in
      // The better the mark, the lower the position.
      let code = codes.partitioningIndex { ranking.position(Int32($0), ties) <= cut }
      return code < codes.endIndex ? Int32(code) : .max
    }
    checkInvariants()
  }

  /// The position of a mark, from 1: one more than the number of students in the ranking who are strictly better; by
  /// ``TieRule/down`` the larger of that and the number of those at least as good.
  ///
  /// - Parameter code: an integer of the summary's scale.
  @inline(__always)
  package func position(_ code: Int32) -> Int { ranking.position(code, ties) }

  /// The position of a final mark whose student has a first one in the ranking.
  ///
  /// - Parameters:
  ///   - code: the final mark, an integer of the summary's scale.
  ///   - first: the first mark, which the summary counts.
  package func position(_ code: Int32, besides first: Int32) -> Int {
    ranking.position(code, ties, besides: first)
  }

  /// The mention of a final mark whose student has a first one in the ranking.
  ///
  /// - Parameters:
  ///   - code: the final mark, an integer of the summary's scale.
  ///   - first: the first mark, which the summary counts.
  package func mention(_ code: Int32, besides first: Int32) -> Mention {
    mention(atPosition: position(code, besides: first))
  }

  private func mention(atPosition position: Int) -> Mention {
    let index = cuts.positions.dropLast().firstIndex { position <= $0 }
    return mentions[index ?? mentions.count - 1]
  }

  /// The mention of a mark.
  ///
  /// - Parameter code: an integer of the summary's scale.
  @inline(__always)
  package func mention(_ code: Int32) -> Mention {
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
  public func mention(of mark: Fraction) -> Mention { mention(atPosition: position(of: mark)) }

  /// The mentions of many marks; nil where there is no mark.
  ///
  /// - Complexity: O(*n*), shared by the workers.
  public func mentions(_ column: MarkColumn, workers: Workers = Workers()) -> [Mention?] {
    guard column.scale == scale else { return (0..<column.count).map { column[$0].map(mention(of:)) } }
    let thresholds = (0..<3).map { $0 < lowest.count ? lowest[$0] : Int32.min }
    let (first, second, third) = (thresholds[0], thresholds[1], thresholds[2])
    func name(_ index: Int) -> Mention? { mentions[min(index, mentions.count - 1)] }
    let (best, next, low, last) = (name(0), name(1), name(2), name(3))
    return column.withCodes { codes in
      [Mention?](unsafeUninitializedCapacity: codes.count) { buffer, count in
        // Each part fills rows of its own.
        nonisolated(unsafe) let (codes, buffer) = (codes, buffer)
        let ranges = workers.ranges(of: codes.count, minimum: CohortSummary.leastMarksOfThread, perThread: 1)
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
            to.initializeElement(at: row, to: code < 0 ? nil : mention)
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
  private let count: Int
  /// How many are better than the lowest mark, than one step above it, and so on to the highest; empty where
  /// that would be long for the size of the cohort.
  private let table: [UInt32]
  /// The step of the table: all marks are whole numbers of it above the lowest.
  private let step: UInt32

  /// A table may have this many places for each student, or this many in all: it then costs less to fill than the
  /// bisections that it saves, and the smaller one stays in the first cache.
  private static let placesPerStudent = 4
  private static let places = 1 << 12

  init(_ summary: CohortSummary) {
    codes = summary.codes
    count = summary.count
    let atLeast = [Int](unsafeUninitializedCapacity: codes.count) { buffer, initialized in
      var sum = 0
      for index in summary.counts.indices.reversed() {
        sum += summary.counts[index]
        buffer[index] = sum
      }
      initialized = summary.counts.count
    }
    self.atLeast = atLeast
    guard let lowest = codes.first, let highest = codes.last else {
      (table, step) = ([], 1)
      return
    }
    var common: Int32 = 0
    for code in codes {
      common = greatestCommonDivisor(common, code - lowest)
      if common == 1 { break }
    }
    let step = max(1, common)
    self.step = UInt32(step)
    let places = Int((highest - lowest) / step) + 1
    guard places <= max(Self.places, Self.placesPerStudent * summary.count) else {
      table = []
      return
    }
    var table = [UInt32](repeating: 0, count: places)
    var place = 0
    var code = lowest
    for index in codes.indices.dropFirst() {
      let better = UInt32(atLeast[index])
      while code < codes[index] {
        table[place] = better
        place += 1
        code += step
      }
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

  /// The position among the others: `first` is a mark of the student's own.
  func position(_ code: Int32, _ ties: TieRule, besides first: Int32) -> Int {
    let better = better(code) - (first > code ? 1 : 0)
    guard ties == .down else { return better + 1 }
    let atLeast = (code == 0 ? count : self.better(code - 1)) - (first >= code ? 1 : 0)
    return max(better + 1, atLeast)
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
    if !table.isEmpty {
      let above = code &- codes[0]
      guard above >= 0 else { return count }
      let place = Int(UInt32(bitPattern: above) / step)
      return place < table.count ? Int(table[place]) : 0
    }
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] > code { high = middle } else { low = middle + 1 }
    }
    return low < codes.count ? atLeast[low] : 0
  }
}
