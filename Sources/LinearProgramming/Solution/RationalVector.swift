import ExactValues

/// Numbers as fractions of one denominator.
struct RationalVector {
  var numerators: [Int64]
  var denominator: Int64

  private static let largestDenominator: Int64 = 1_000_000
  /// How far a solver's value may be from the whole number that it stands for.
  private static let wholeTolerance = 1e-6

  /// Finds fractions of one denominator, at most 10⁶, that `values` are the nearest floating point to, or
  /// nearly.
  ///
  /// Something near is almost always found: whether it is the solution, only a check can tell.
  ///
  /// - Complexity: O(*n*), for *n* values.
  init?(_ values: [Double]) {
    var common: Int64 = 1
    for value in values {
      guard value.magnitude <= 0x1p53 else { return nil }
      let scaled = value * Double(common)
      if Self.isWhole(value) || Self.isWhole(scaled) { continue }
      guard let denominator = Self.denominator(value) else { return nil }
      common = common / greatestCommonDivisor(common, denominator) * denominator
      guard common <= Self.largestDenominator else { return nil }
    }
    numerators = []
    numerators.reserveCapacity(values.count)
    denominator = common
    for value in values {
      let isWhole = Self.isWhole(value)
      let scaled = (isWhole ? value.rounded() : value) * Double(common)
      guard scaled.magnitude <= 0x1p53, isWhole || abs(scaled - scaled.rounded()) < 1e-3 else { return nil }
      numerators.append(Int64(scaled.rounded()))
    }
  }

  private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) <= wholeTolerance }

  /// The smallest denominator of a convergent of the continued fraction near enough.
  private static func denominator(_ value: Double) -> Int64? {
    let tolerance = 1e-9 * max(1, value.magnitude)
    var (previous, current): (Int64, Int64) = (0, 1)
    var rest = value - value.rounded(.down)
    while true {
      let scaled = value * Double(current)
      if abs(scaled - scaled.rounded()) <= tolerance * Double(current) { return current }
      guard rest > 1e-12 else { return nil }
      let inverse = 1 / rest
      guard inverse < 1e9 else { return nil }
      let next = Int64(inverse) * current + previous
      guard next <= largestDenominator else { return nil }
      (previous, current) = (current, next)
      rest = inverse - inverse.rounded(.down)
    }
  }
}
