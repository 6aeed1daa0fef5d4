/// The whole numbers that a column's value, or a row's sum of terms, lies between; each bound is included.
public struct LinearBounds: Hashable, Sendable {
  /// `Int64.min` where there is none.
  public let lower: Int64
  /// `Int64.max` where there is none.
  public let upper: Int64

  /// - Parameters:
  ///   - lower: at most 2⁵³ in magnitude; nil for none.
  ///   - upper: at most 2⁵³ in magnitude, ≥ `lower`; nil for none.
  ///
  /// What does not keep to this is refused when the model is solved.
  public init(lower: Int64?, upper: Int64?) {
    self.lower = lower ?? .min
    self.upper = upper ?? .max
  }

  public static let free = LinearBounds(lower: nil, upper: nil)

  public static func atLeast(_ bound: Int64) -> LinearBounds { LinearBounds(lower: bound, upper: nil) }

  public static func atMost(_ bound: Int64) -> LinearBounds { LinearBounds(lower: nil, upper: bound) }

  public static func between(_ lower: Int64, _ upper: Int64) -> LinearBounds {
    LinearBounds(lower: lower, upper: upper)
  }

  public static func equal(_ value: Int64) -> LinearBounds { LinearBounds(lower: value, upper: value) }
}
