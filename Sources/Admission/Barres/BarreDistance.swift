public import ExactValues

/// A note beside a barre, and how far the two are apart (règlement 5.2.1).
public struct BarreDistance: Sendable, Hashable, Codable {
  /// The exact note, 0 to 20.
  public let score: Fraction
  /// The barre.
  public let barre: Mark

  /// - Parameters:
  ///   - score: the exact note, 0 to 20.
  ///   - barre: the barre of this note.
  public init(score: Fraction, barre: Mark) {
    self.score = score
    self.barre = barre
  }

  /// Whether the note is at or above the barre.
  public var isReached: Bool { score >= barre.decimal.fraction }

  /// The note with at most six decimals; a note below the barre is printed below it.
  public var scoreText: String { score.decimalText(under: barre.decimal.fraction) }

  /// The difference between note and barre, whichever is larger; nil where it is no fraction of 127 bits.
  public var distance: Fraction? { score.distance(to: barre.decimal.fraction) }

  /// What the note lacks to reach the barre; nil where it reaches it, or where the difference is no fraction of 127
  /// bits.
  public var shortfall: Fraction? { isReached ? nil : distance }
}

extension Fraction {
  /// The difference from another fraction, whichever is larger; nil where it does not fit.
  func distance(to other: Fraction) -> Fraction? {
    let divisor = greatestCommonDivisor(denominator, other.denominator)
    let (scale, otherScale) = (other.denominator / divisor, denominator / divisor)
    let (own, ownOverflow) = numerator.multipliedReportingOverflow(by: scale)
    let (others, othersOverflow) = other.numerator.multipliedReportingOverflow(by: otherScale)
    let (common, commonOverflow) = denominator.multipliedReportingOverflow(by: scale)
    guard !ownOverflow, !othersOverflow, !commonOverflow else { return nil }
    return Fraction(own > others ? own - others : others - own, common)
  }

  /// The product of two fractions; nil where it does not fit.
  func times(_ other: Fraction) -> Fraction? {
    let first = greatestCommonDivisor(numerator, other.denominator)
    let second = greatestCommonDivisor(other.numerator, denominator)
    guard first > 0, second > 0 else { return 0 }
    let (top, topOverflow) = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
    let (bottom, bottomOverflow) = (denominator / second)
      .multipliedReportingOverflow(by: other.denominator / first)
    return topOverflow || bottomOverflow ? nil : Fraction(top, bottom)
  }

  /// A distance with at most six decimals. One that is not zero is never shown as zero.
  package var distanceText: String {
    let text = decimalText()
    return text == "0" && numerator > 0 ? "0.000001" : text
  }
}
