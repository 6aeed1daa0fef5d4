public import ExactValues

/// A student's GPA and credits (règlement 2.5.3, 5.5.3).
public struct GPA: Sendable, Equatable {
  /// The sum of value · ECTS of the UEs that count, in a unit common to all students.
  @usableFromInline var sum: Int128 = 0
  /// The same for a value of 1.
  @usableFromInline var weight: Int128 = 0
  var credits: Int128 = 0

  /// The mean of the values of mentions, weighted by ECTS, 0 to 5; nil where no UE counts.
  @inlinable public var value: Fraction? { weight > 0 ? Fraction(sum, weight) : nil }

  /// The credits of all UEs validated.
  public var ects: FixedDecimal { FixedDecimal(units: credits) }

  /// Whether no sum of values · ECTS can leave 127 bits.
  ///
  /// - Parameters:
  ///   - ects: of all UEs; no student has one twice.
  ///   - values: of mentions; a mention left out counts 0.
  static func canWeigh(ects: [FixedDecimal], values: [Mention: FixedDecimal]) -> Bool {
    let (units, one) = wholeValues(values)
    return wholeRatios(ects).reduce(0, +) <= Int128.max / max(one, units.max() ?? 0)
  }

  /// The values in one unit, by mention, and how many units make 1.
  static func wholeValues(_ values: [Mention: FixedDecimal]) -> (units: [Int128], one: Int128) {
    let units = wholeRatios(Mention.allCases.map { values[$0] ?? 0 } + [1])
    return (Array(units.dropLast()), units[units.count - 1])
  }
}
