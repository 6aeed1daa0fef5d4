public import ExactValues

/// One of the subjects a UE is made of.
public struct ECUE: Hashable, Sendable {
  public let name: String
  /// Its part in the UE's mean, > 0.
  public let weight: FixedDecimal
  /// The mark below which it is to be resat, at most 10.
  public let minimum: Mark

  public init(_ name: String, weight: FixedDecimal, minimum: Mark = 0) {
    self.name = name
    self.weight = weight
    self.minimum = minimum
  }
}

/// A teaching unit, its credits, and what it takes to validate it (règlement 1.3.1, 1.3.2).
public struct UE: Hashable, Sendable {
  public let name: String
  public let ects: FixedDecimal
  /// The mean it takes, at most 10.
  public let threshold: Mark
  public let ecues: [ECUE]
  /// Whole numbers in the ratios of the ECUEs' weights.
  let weights: [Int128]
  /// Whether the thresholds of the UE and its ECUEs are ten-thousandths.
  let isInTenThousandths: Bool

  public init(_ name: String, ects: FixedDecimal, threshold: Mark = 10, ecues: [ECUE]) {
    self.name = name
    self.ects = ects
    self.threshold = threshold
    self.ecues = ecues
    weights = wholeRatios(ecues.map(\.weight))
    isInTenThousandths = ([threshold] + ecues.map(\.minimum)).allSatisfy { $0.tenThousandths != nil }
  }
}

/// How the marks of both sessions make the final one; the comité pédagogique chooses (règlement 2.5.2).
public enum FinalMarkRule: Hashable, Sendable {
  /// The better one.
  case best
  /// The second one.
  case replace
  /// Weights of the first and of the second one, not both 0 (règlement 5.5.2).
  case mean(first: FixedDecimal, second: FixedDecimal)
}

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

/// What makes a scheme of UEs unusable.
public enum UESchemeError: Error, Hashable, Sendable {
  case noUE
  case repeatedUE(String)
  case noECUE(ue: String)
  case repeatedECUE(String, ue: String)
  case weight(ecue: String, ue: String)
  case thresholdAboveTen(ue: String, ecue: String?)
  case tooManyECTS(ue: String)
  case finalWeights
  /// A mean could leave 127 bits.
  case tooManyDigits(ue: String)
}

extension UESchemeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noUE: "no UE"
    case .repeatedUE(let ue): "UE \(ue) stands twice"
    case .noECUE(let ue): "UE \(ue) has no ECUE"
    case .repeatedECUE(let ecue, let ue): "ECUE \(ecue) stands twice in UE \(ue)"
    case .weight(let ecue, let ue):
      "the weight of \(ecue) in UE \(ue) is not above 0 and at most \(UEScheme.largestWeight)"
    case .thresholdAboveTen: "a threshold above 10: a mark or mean of 10/20 validates in all cases"
    case .tooManyECTS: "more than \(UEScheme.largestECTS) ECTS"
    case .tooManyDigits(let ue):
      "the weights of UE \(ue) and of the two sessions together take too many digits for an exact mean"
    case .finalWeights: "the weights of the two sessions are both 0, or over \(UEScheme.largestWeight)"
    }
  }
}
