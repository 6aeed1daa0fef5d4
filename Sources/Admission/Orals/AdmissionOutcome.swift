/// What the second phase means for one candidate of the admissibility list.
public struct AdmissionOutcome: Sendable, Equatable {
  /// The note générale beside the barre d'admission.
  public let distance: BarreDistance
  /// Of the oral; nil for a candidate admitted outright, and while it is not known.
  public let verdict: OralVerdict?
  /// The rank on the final list, from 1; nil for a candidate not admitted, and while the verdict of someone
  /// better ranked is not known.
  public let finalRank: Int?

  /// Whether the candidate is convoked to a complementary oral.
  public var isConvoked: Bool { !distance.isReached }

  /// - Parameters:
  ///   - position: in the admissibility list, from 0.
  ///   - verdicts: those known, by position.
  /// - Complexity: O(*n*), *n* better-ranked candidates.
  public init(of position: Int, in phase: OralPhase, verdicts: [Int: OralVerdict]) {
    distance = BarreDistance(note: phase.notes[position], bar: phase.admissionBarre)
    verdict = distance.isReached ? nil : verdicts[position]
    guard distance.isReached || verdict == .satisfaisant else {
      finalRank = nil
      return
    }
    let better = (0..<position).filter { !phase.isAdmittedOutright($0) }
    let isKnown = better.allSatisfy { verdicts[$0] != nil }
    finalRank = isKnown ? position + 1 - better.count { verdicts[$0] != .satisfaisant } : nil
  }
}
