import ExactValues
import Workers

/// The exact mean of marks of which some may be missing, as an integer over one denominator for all rows.
struct ExactMean {
  /// By how much finer than ten-thousandths the means are: a multiple of every number of marks there can be.
  let multiple: Int32
  private let terms: Int
  private let rule: MissingTermRule

  /// - Parameter terms: 1 to ``ExportEvaluation/mostTerms``.
  init(terms: Int, missing rule: MissingTermRule) {
    self.terms = terms
    self.rule = rule
    let counts = rule == .renormalise ? 1...Int32(terms) : Int32(terms)...Int32(terms)
    multiple = counts.reduce(1) { leastCommonMultiple($0, $1) ?? $0 }
  }

  /// - Parameter sum: of the marks that are there, in ten-thousandths.
  /// - Parameter count: how many are there.
  private func mean(_ sum: Int32, _ count: Int) -> Int32 {
    switch rule {
    case .renormalise: count == 0 ? -1 : sum * (multiple / Int32(count))
    case .empty: count < terms ? -1 : sum
    case .zero, .reject: sum
    }
  }

  /// - Parameter columns: as many as there are terms, equally long.
  /// - Complexity: O(*n* · *t*), *n* rows of *t* terms, shared by the workers.
  func of(_ columns: [[OptionalMark]], workers: Workers) -> [OptionalMark] {
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
