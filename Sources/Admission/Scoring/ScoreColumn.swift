public import ExactValues

/// The exact notes of many candidates, as integers that compare as the notes do.
public struct ScoreColumn: Sendable {
  /// What the integers of a column mean.
  public enum Scale: Sendable {
    /// `numerator / (10 000 · denominator)`: one denominator for all.
    case common(denominator: Int64)
    /// Positions in a list of the different notes, ascending, where no common denominator fits 64 bits.
    case positions([Fraction])
  }

  /// By row, an integer that means a note by the column's ``scale``.
  public let numerators: [Int64]
  /// What the integers mean.
  public let scale: Scale

  package init(numerators: [Int64], scale: Scale) {
    self.numerators = numerators
    self.scale = scale
  }

  /// How many rows there are.
  public var count: Int { numerators.count }

  /// The exact note of a row.
  public subscript(row: Int) -> Fraction {
    switch scale {
    case .common(let denominator):
      Fraction(Int128(numerators[row]), Int128(denominator) * Int128(OptionalMark.unitsPerOne))
    case .positions(let values): values[Int(numerators[row])]
    }
  }

  /// The smallest integer that means a note of at least `barre` in this column.
  public func threshold(_ barre: Mark) -> Int64 {
    switch scale {
    case .common(let denominator):
      if let units = barre.tenThousandths { return Int64(units) * denominator }
      let product = Int128(barre.units) * Int128(denominator) * Int128(OptionalMark.unitsPerOne)
      return Int64((product + FixedDecimal.unitsPerOne - 1) / FixedDecimal.unitsPerOne)
    case .positions(let values):
      let barre = barre.decimal.fraction
      return Int64(values.partitioningIndex { $0 >= barre })
    }
  }
}
