public import ExactValues

/// The statistical distribution of one note over all candidates (règlement 5.2.1).
///
/// ```swift
/// let statistics = ScoreStatistics(scores.general)
/// print(statistics.count, statistics.mean ?? 0)  // 1 117/8
/// ```
public struct ScoreStatistics: Sendable, Hashable, Codable {
  /// A quantile of the notes.
  public struct Quantile: Sendable, Hashable, Codable {
    /// 0 to 100.
    public let percent: Int
    /// The smallest note that at least so many percent of the candidates do not exceed.
    public let score: Fraction
  }

  /// How many candidates there are.
  public let count: Int
  /// The mean of the notes; nil for no candidate.
  public let mean: Fraction?
  /// False where the mean had to be rounded to 10⁻⁹, its exact fraction being too large.
  public let isMeanExact: Bool
  /// The standard deviation of all candidates (not of a sample), from notes rounded to 10⁻⁹; nil for no candidate.
  public let standardDeviation: Double?
  /// One for each of ``percents``; empty for no candidate.
  public let quantiles: [Quantile]
  /// How many notes lie in each class, from 0 up; the last one includes 20.
  public let histogram: [Int]

  /// The width of a class of the histogram, in marks.
  public static let classWidth: Mark = "0.5"
  /// The quantiles given; 0 is the lowest note, 100 the highest.
  public static let percents = [0, 5, 10, 25, 50, 75, 90, 95, 100]

  /// - Complexity: O(*n* log *n*).
  public init(_ column: ScoreColumn) {
    count = column.count
    let classes = Int(Mark.maximumUnits / Self.classWidth.units)
    let cells = ScoreCells(column, step: Self.classWidth, cells: classes)
    var histogram = [Int](repeating: 0, count: classes)
    for row in 0..<column.count { histogram[cells(row)] += 1 }
    self.histogram = histogram
    guard column.count > 0 else {
      (mean, isMeanExact, standardDeviation, quantiles) = (nil, true, nil, [])
      return
    }
    let count = Int128(column.count)
    let nanos = column.roundedScores()
    let sum = nanos.reduce(Int128(0)) { $0 + Int128($1) }
    let squares = nanos.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    let exact = column.exactSum()
    mean =
      exact.map { Fraction($0.numerator, $0.denominator * count) } ?? Fraction(sum, count * 1_000_000_000)
    isMeanExact = exact != nil
    standardDeviation = (Double(count * squares - sum * sum)).squareRoot() / Double(count) / 1e9
    let sorted = column.numerators.sorted()
    quantiles = Self.percents.map { percent in
      let place = max(1, (sorted.count * percent + 99) / 100)
      return Quantile(
        percent: percent, score: ScoreColumn(numerators: [sorted[place - 1]], scale: column.scale)[0])
    }
  }
}

extension ScoreColumn {
  /// The sum of the scores, or nil where its fraction is too large.
  fileprivate func exactSum() -> (numerator: Int128, denominator: Int128)? {
    let sum = numerators.reduce(Int128(0)) { $0 + Int128($1) }
    switch scale {
    case .common(let denominator): return (sum, Int128(denominator) * Int128(OptionalMark.unitsPerOne))
    case .positions(let values):
      var counts = [Int128](repeating: 0, count: values.count)
      for position in numerators { counts[Int(position)] += 1 }
      // Room is left for multiplying by the number of scores.
      let largest = Int128(1) << 90
      var denominator: Int128 = 1
      for value in values {
        guard let next = leastCommonMultiple(denominator, value.denominator), next < largest else {
          return nil
        }
        denominator = next
      }
      var sum: Int128 = 0
      for (value, count) in zip(values, counts) {
        sum += value.numerator * (denominator / value.denominator) * count
      }
      return (sum, denominator)
    }
  }

  /// The scores in billionths, rounded half up.
  fileprivate func roundedScores() -> [Int64] {
    switch scale {
    case .common(let denominator):
      let divisor = Int128(denominator) * Int128(OptionalMark.unitsPerOne)
      return numerators.map { Int64((Int128($0) * 2_000_000_000 + divisor) / (2 * divisor)) }
    case .positions(let values):
      let rounded = values.map { value in
        let (whole, part, remainder) = value.parts(scale: 1_000_000_000)
        let isUp = remainder >= UInt128(value.denominator) - remainder
        return Int64(whole) * 1_000_000_000 + Int64(part) + (isUp ? 1 : 0)
      }
      return numerators.map { rounded[Int($0)] }
    }
  }
}
