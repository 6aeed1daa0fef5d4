public import ExactValues

/// The exact notes of many candidates, as integers that compare as the notes do.
public struct ScoreColumn: Sendable {
  /// What the integers stand for.
  public enum Scale: Sendable {
    /// `numerator / (10 000 · multiple)`: one denominator for all.
    case common(multiple: Int64)
    /// Positions in a list of the different notes, ascending, where no common denominator fits 64 bits.
    case positions([Fraction])
  }

  public let numerators: [Int64]
  public let scale: Scale

  public init(numerators: [Int64], scale: Scale) {
    self.numerators = numerators
    self.scale = scale
  }

  public var count: Int { numerators.count }

  /// The exact note of a row.
  public subscript(row: Int) -> Fraction {
    switch scale {
    case .common(let multiple):
      Fraction(Int128(numerators[row]), Int128(multiple) * Int128(OptionalMark.unitsPerOne))
    case .positions(let values): values[Int(numerators[row])]
    }
  }

  /// The smallest integer of this column that stands for a note of at least `bar`.
  public func threshold(_ bar: Mark) -> Int64 {
    switch scale {
    case .common(let multiple):
      if let units = bar.tenThousandths { return Int64(units) * multiple }
      let product = Int128(bar.units) * Int128(multiple) * Int128(OptionalMark.unitsPerOne)
      return Int64((product + FixedDecimal.unitsPerOne - 1) / FixedDecimal.unitsPerOne)
    case .positions(let values):
      var (low, high) = (0, values.count)
      let bar = bar.decimal.fraction
      while low < high {
        let middle = (low + high) / 2
        if values[middle] < bar { low = middle + 1 } else { high = middle }
      }
      return Int64(low)
    }
  }
}
