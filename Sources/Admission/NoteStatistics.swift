public import ExactValues

/// The statistical distribution of one note over all candidates (règlement 5.2.1).
public struct NoteStatistics: Sendable {
  public let count: Int
  /// nil for no candidate. Rounded to 10⁻⁹ where the notes have no common denominator of 64 bits.
  public let mean: Fraction?
  /// Of all candidates (not of a sample), from notes rounded to 10⁻⁹; nil for no candidate.
  public let standardDeviation: Double?
  /// Percent, and the smallest note that at least so many percent of the candidates do not exceed.
  public let quantiles: [(percent: Int, note: Fraction)]
  /// How many notes lie in each class, from 0 up; the last one includes 20.
  public let histogram: [Int]

  /// The width of a class of the histogram, in marks.
  public static let classWidth: Mark = "0.5"
  /// The quantiles given; 0 is the lowest note, 100 the highest.
  public static let percents = [0, 5, 10, 25, 50, 75, 90, 95, 100]

  /// - Complexity: O(*n* log *n*).
  public init(_ column: NoteColumn) {
    count = column.count
    let classes = Int(Mark.maximumUnits / Self.classWidth.units)
    let cells = NoteCells(column, step: Self.classWidth, cells: classes)
    var histogram = [Int](repeating: 0, count: classes)
    for row in 0..<column.count { histogram[cells(row)] += 1 }
    self.histogram = histogram
    guard column.count > 0 else {
      (mean, standardDeviation, quantiles) = (nil, nil, [])
      return
    }
    let count = Int128(column.count)
    let nanos = column.roundedNotes()
    let sum = nanos.reduce(Int128(0)) { $0 + Int128($1) }
    let squares = nanos.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    switch column.scale {
    case .common(let multiple):
      let numerators = column.numerators.reduce(Int128(0)) { $0 + Int128($1) }
      mean = Fraction(numerators, count * Int128(multiple) * Int128(FixedDecimal.unitsPerOne))
    case .positions:
      mean = Fraction(sum, count * 1_000_000_000)
    }
    standardDeviation = (Double(count * squares - sum * sum)).squareRoot() / Double(count) / 1e9
    let sorted = column.numerators.sorted()
    quantiles = Self.percents.map { percent in
      let place = max(1, (sorted.count * percent + 99) / 100)
      return (percent, NoteColumn(numerators: [sorted[place - 1]], scale: column.scale)[0])
    }
  }
}

extension NoteColumn {
  /// The notes in billionths, rounded half up.
  fileprivate func roundedNotes() -> [Int64] {
    func billionths(_ numerator: Int128, _ denominator: Int128) -> Int64 {
      Int64((numerator * 2_000_000_000 + denominator) / (2 * denominator))
    }
    switch scale {
    case .common(let multiple):
      let denominator = Int128(multiple) * Int128(FixedDecimal.unitsPerOne)
      return numerators.map { billionths(Int128($0), denominator) }
    case .positions(let values):
      let rounded = values.map { billionths($0.numerator, $0.denominator) }
      return numerators.map { rounded[Int($0)] }
    }
  }
}
