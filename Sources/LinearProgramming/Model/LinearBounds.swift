/// The range of a column's value or of a row's sum, bounds included.
package struct LinearBounds: Hashable, Sendable {
  /// `Int64.min` where there is none.
  package let lower: Int64
  /// `Int64.max` where there is none.
  package let upper: Int64

  /// - Parameters:
  ///   - lower: at most 2⁵³ in magnitude; nil for none.
  ///   - upper: at most 2⁵³ in magnitude, ≥ `lower`; nil for none.
  ///
  /// Solving refuses a model whose bounds break these rules.
  package init(lower: Int64?, upper: Int64?) {
    self.lower = lower ?? .min
    self.upper = upper ?? .max
  }

  package static let free = LinearBounds(lower: nil, upper: nil)

  package static func atLeast(_ bound: Int64) -> LinearBounds { LinearBounds(lower: bound, upper: nil) }

  package static func atMost(_ bound: Int64) -> LinearBounds { LinearBounds(lower: nil, upper: bound) }

  package static func between(_ lower: Int64, _ upper: Int64) -> LinearBounds {
    LinearBounds(lower: lower, upper: upper)
  }

  package static func equal(_ value: Int64) -> LinearBounds { LinearBounds(lower: value, upper: value) }
}
