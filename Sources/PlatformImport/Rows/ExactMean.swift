import ExactValues
import Parallelism

/// The exact mean of marks of which some may be missing.
struct ExactMean {
  /// Of the means of ten-thousandths, in ten-thousandths: every number of marks there can be divides it.
  private let denominator: Int32
  private let terms: Int
  private let rule: MissingTermRule

  /// - Parameter terms: 1 to ``ExportEvaluation/mostTerms``.
  init(terms: Int, missing rule: MissingTermRule) {
    self.terms = terms
    self.rule = rule
    let counts = rule == .renormalise ? 1...Int32(terms) : Int32(terms)...Int32(terms)
    denominator = counts.reduce(1) { leastCommonMultiple($0, $1) ?? $0 }
  }

  /// - Parameter sum: of the marks that are there, in ten-thousandths.
  /// - Parameter count: how many are there.
  private func mean(_ sum: Int32, _ count: Int) -> Int32 {
    switch rule {
    case .renormalise: count == 0 ? -1 : sum * (denominator / Int32(count))
    case .empty: count < terms ? -1 : sum
    case .zero, .reject: sum
    }
  }

  /// - Parameter columns: as many as there are terms, equally long; all of decimals.
  /// - Complexity: O(*n* · *t*), *n* rows of *t* terms, shared by the workers where all are ten-thousandths.
  func of(_ columns: [MarkCells], workers: Workers) -> MarkCells {
    guard columns.allSatisfy(\.isInTenThousandths) else {
      return MarkCells((0..<(columns.first?.count ?? 0)).map { mean(columns, $0) }).inCommonUnit()
    }
    return MarkCells(means(columns.map(\.cells), workers), denominator: denominator)
  }

  /// The mean of a row of marks with more than four decimals.
  private func mean(_ columns: [MarkCells], _ row: Int) -> Fraction? {
    let marks = columns.compactMap { $0.mark(row)?.decimal.units }
    let count = rule == .renormalise ? marks.count : terms
    if count == 0 || (rule == .empty && marks.count < terms) { return nil }
    return Fraction(marks.reduce(0, +), Int128(count) * FixedDecimal.unitsPerOne)
  }

  private func means(_ columns: [[OptionalMark]], _ workers: Workers) -> [OptionalMark] {
    let count = columns.first?.count ?? 0
    return [OptionalMark](unsafeUninitializedCapacity: count) { means, initialized in
      initialized = count
      let ranges = workers.ranges(of: count, minimum: 1 << 12)
      // Each range writes rows of its own.
      nonisolated(unsafe) let means = means
      workers.perform(parts: ranges.count) { part in
        for row in ranges[part] {
          var sum: Int32 = 0
          var there = 0
          for column in columns where column[row].units >= 0 {
            sum += column[row].units
            there += 1
          }
          means[row] = OptionalMark(uncheckedUnits: mean(sum, there))
        }
      }
    }
  }
}
