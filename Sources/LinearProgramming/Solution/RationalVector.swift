import ExactValues

/// Fractions with a common denominator.
struct RationalVector {
  var numerators: [Int64]
  var denominator: Int64

  /// Chosen so that a numerator of a value below 2³³ stays below 2⁵³, which a `Double` holds exactly.
  private static let largestDenominator: Int64 = 1_000_000
  /// How far a solver's value may be from the whole number that it stands for. GLPK's own feasibility tolerance
  /// is 10⁻⁷; this is ten times that.
  private static let wholeTolerance = 1e-6
  /// How far a scaled value may be from its numerator: a thousand times ``wholeTolerance``, for it was multiplied
  /// by up to 10⁶. A guess, which costs at most a refusal.
  private static let numeratorTolerance = 1e-3
  /// How near a convergent must be, for each unit of the value. Two fractions with denominators up to 10⁶ can be
  /// 10⁻¹² apart, so a value may be taken for its neighbour; the exact check then refuses it.
  private static let convergentTolerance = 1e-9

  /// Approximates `values` by fractions with a common denominator ≤ 10⁶ (continued fractions; Khinchin, *Continued
  /// Fractions*, 1964: a fraction *p/q* nearer than 1/(2*q*²) is a convergent).
  ///
  /// The textbook expands an exact number; here each value is a rounded one, so the expansion ends at the first
  /// convergent within a tolerance. Something near is almost always found: whether it is the solution, only an
  /// exact check can tell.
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
      guard scaled.magnitude <= 0x1p53, isWhole || abs(scaled - scaled.rounded()) < Self.numeratorTolerance
      else { return nil }
      numerators.append(Int64(scaled.rounded()))
    }
  }

  private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) <= wholeTolerance }

  /// The smallest denominator of a convergent near enough.
  private static func denominator(_ value: Double) -> Int64? {
    let tolerance = convergentTolerance * max(1, value.magnitude)
    var (previous, current): (Int64, Int64) = (0, 1)
    var rest = value - value.rounded(.down)
    while true {
      let scaled = value * Double(current)
      if abs(scaled - scaled.rounded()) <= tolerance * Double(current) { return current }
      // A rest this small is rounding; its inverse would be a denominator beyond the largest.
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
