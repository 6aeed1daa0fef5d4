import ExactValues

/// What the second phase means for one candidate of the admissibility list, as far as the verdicts go.
public struct AdmissionOutcome: Sendable, Hashable, Codable {
  /// The note générale beside the barre d'admission.
  public let distance: BarreDistance
  /// The verdict of the oral; nil for a candidate admitted outright, and while it is not known.
  public let verdict: OralVerdict?
  /// The rank on the final list, from 1; nil for a candidate who is not admitted, and while the verdict of somebody
  /// better ranked is not known.
  public let finalRank: Int?

  /// Whether the candidate is convoked to a complementary oral.
  public var isConvoked: Bool { !distance.isReached }

  /// - Parameters:
  ///   - candidate: the identifier of a candidate of the admissibility list.
  ///   - verdicts: those known so far.
  /// - Throws: ``UnknownCandidate`` where nobody on the list has this identifier.
  /// - Complexity: O(*n*), *n* candidates on the list.
  public init(of candidate: String, verdicts: OralVerdicts) throws(UnknownCandidate) {
    guard let position = verdicts.phase.identifiers.firstRow(of: candidate) else {
      throw UnknownCandidate(candidate)
    }
    self.init(ofPosition: position, verdicts: verdicts)
  }

  /// - Parameter position: in the admissibility list, from 0.
  package init(ofPosition position: Int, verdicts: OralVerdicts) {
    let (phase, known) = (verdicts.phase, verdicts.byPosition)
    distance = BarreDistance(score: phase.generalScores[position], barre: phase.admissionBarre)
    verdict = distance.isReached ? nil : known[position]
    guard distance.isReached || verdict == .satisfactory else {
      finalRank = nil
      return
    }
    let better = (0..<position).filter(phase.isConvoked)
    let isKnown = better.allSatisfy { known[$0] != nil }
    finalRank = isKnown ? position + 1 - better.count { known[$0] != .satisfactory } : nil
  }
}
