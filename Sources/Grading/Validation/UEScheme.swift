public import ExactValues

/// The UEs of a year and the rules they are validated by (règlement 1.3.2, 2.5.2).
public struct UEScheme: Sendable {
  /// The UEs, of different names.
  public let ues: [UE]
  /// How the marks of both sessions make the final one.
  public let finalMark: FinalMarkRule
  /// Words for a missing mark in the files this is the scheme of, beside the usual ones.
  package var missingWords: [String] = []

  /// The largest weight of an ECUE or a session: with four decimals each, a mean then always fits 127 bits.
  public static let largestWeight: FixedDecimal = 1_000_000
  /// The most credits of a UE. A year has 60 to 90 (règlement 1.3.1).
  public static let largestECTS: FixedDecimal = 1_000
  /// The highest threshold of a UE and minimum of an ECUE: 10/20 validates in all cases (règlement 1.3.2).
  public static let highestThreshold: Mark = 10

  /// Checks UEs and the rule for the second session.
  ///
  /// - Parameters:
  ///   - ues: at least one, of different names.
  ///   - finalMark: how the marks of both sessions make the final one.
  /// - Throws: ``UESchemeError`` for the first thing wrong.
  public init(ues: [UE], finalMark: FinalMarkRule = .best) throws(UESchemeError) {
    guard !ues.isEmpty else { throw .noUE }
    var names: Set<String> = []
    for ue in ues {
      guard names.insert(ue.name).inserted else { throw .repeatedUE(ue.name) }
      try Self.check(ue)
    }
    if case .mean(let first, let second) = finalMark {
      guard first.units > 0 || second.units > 0, first <= Self.largestWeight, second <= Self.largestWeight
      else { throw .finalWeights }
    }
    for ue in ues where !ue.canWeigh(finalMark, isInTenThousandths: ue.isInTenThousandths) {
      throw .tooManyDigits(ue: ue.name)
    }
    self.ues = ues
    self.finalMark = finalMark
  }

  /// Whether marks of a UE may have more than four decimals: its mean then still fits 127 bits.
  func takesFineMarks(_ ue: Int) -> Bool { ues[ue].canWeigh(finalMark, isInTenThousandths: false) }

  private static func check(_ ue: UE) throws(UESchemeError) {
    guard ue.threshold <= highestThreshold else { throw .thresholdAboveTen(ue: ue.name, ecue: nil) }
    guard ue.ects <= largestECTS else { throw .tooManyECTS(ue: ue.name) }
    guard !ue.ecues.isEmpty else { throw .noECUE(ue: ue.name) }
    var names: Set<String> = []
    for ecue in ue.ecues {
      guard names.insert(ecue.name).inserted else { throw .repeatedECUE(ecue.name, ue: ue.name) }
      guard ecue.weight.units > 0, ecue.weight <= largestWeight else {
        throw .weight(ecue: ecue.name, ue: ue.name)
      }
      guard ecue.minimum <= highestThreshold else {
        throw .thresholdAboveTen(ue: ue.name, ecue: ecue.name)
      }
    }
  }
}
