public import ExactValues

/// The UEs of a year and the rules they are validated by.
public struct UEScheme: Sendable {
  public let ues: [UE]
  public let finalMark: FinalMarkRule
  /// Words for a missing mark in the files this is the scheme of, beside the usual ones.
  public var missingWords: [String] = []

  /// No weight may be larger, so that with four decimals each a mean always fits 127 bits.
  public static let largestWeight: FixedDecimal = 1_000_000
  public static let largestECTS: FixedDecimal = 1_000
  /// 10/20 validates in all cases (règlement 1.3.2).
  public static let highestThreshold: Mark = 10

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
  public func takesFineMarks(_ ue: Int) -> Bool { ues[ue].canWeigh(finalMark, isInTenThousandths: false) }

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
