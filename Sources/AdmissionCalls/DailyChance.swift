public import ExactValues

/// A chance in a day, in percent.
public struct DailyChance: Hashable, Sendable {
  /// 0 to 100.
  public let percent: FixedDecimal

  /// It does not happen.
  public static let never = DailyChance(checked: 0)

  /// - Parameter percent: 0 to 100.
  /// - Throws: ``CallError/chanceOutOfRange(_:)``.
  public init(percent: FixedDecimal) throws(CallError) {
    guard percent <= 100 else { throw .chanceOutOfRange(percent) }
    self.percent = percent
  }

  private init(checked percent: FixedDecimal) { self.percent = percent }

  /// Of 2³¹.
  var parts: UInt64 { UInt64((percent.units << 31) / (100 * FixedDecimal.unitsPerOne)) }
}
