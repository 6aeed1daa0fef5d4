public import ExactValues

/// The final list: the admissibility list less the candidates whom the orals did not admit, in unchanged order
/// (règlement 5.2.1).
public struct FinalList: Sendable {
  /// An admitted candidate.
  public struct Entry: Hashable, Sendable, Codable {
    /// The rank on the final list, from 1.
    public let rank: Int
    /// The rank on the admissibility list, from 1.
    public let admissibilityRank: Int
    /// The candidate's identifier.
    public let candidate: String
    /// The exact note générale, 0 to 20.
    public let generalScore: Fraction
    /// How the candidate was admitted.
    public let decision: AdmissionDecision
  }

  /// A convoked candidate whom the oral did not admit.
  public struct NotAdmitted: Hashable, Sendable, Codable {
    /// The rank on the admissibility list, from 1.
    public let admissibilityRank: Int
    /// The candidate's identifier.
    public let candidate: String
    /// The exact note générale, 0 to 20.
    public let generalScore: Fraction
    /// ``OralVerdict/insufficient`` or ``OralVerdict/absent``.
    public let verdict: OralVerdict
  }

  /// The phase that the list comes from.
  public let phase: OralPhase
  /// Whom the orals did not admit, in the order of the admissibility list.
  public let notAdmitted: [NotAdmitted]
  /// The positions of the admitted in the phase, best first.
  package let positions: [Int]
  package let decisions: [AdmissionDecision]

  /// - Parameter verdicts: of all convoked candidates.
  /// - Throws: ``OralError`` with ``OralError/noVerdict(_:)`` for the first convoked candidate without a verdict.
  /// - Complexity: O(*n*), *n* candidates on the admissibility list.
  public init(_ verdicts: OralVerdicts) throws(OralError) {
    let phase = verdicts.phase
    var positions: [Int] = []
    var decisions: [AdmissionDecision] = []
    var notAdmitted: [NotAdmitted] = []
    for position in phase.indices {
      guard phase.isConvoked(position) else {
        positions.append(position)
        decisions.append(.direct)
        continue
      }
      switch verdicts.byPosition[position] {
      case nil: throw .noVerdict(phase.identifiers[position])
      case .satisfactory:
        positions.append(position)
        decisions.append(.oral)
      case let verdict?:
        notAdmitted.append(
          NotAdmitted(
            admissibilityRank: phase.ranks[position], candidate: phase.identifiers[position],
            generalScore: phase.generalScores[position], verdict: verdict))
      }
    }
    self.phase = phase
    self.positions = positions
    self.decisions = decisions
    self.notAdmitted = notAdmitted
  }
}

extension FinalList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { positions.count }

  /// The candidate at a place.
  ///
  /// - Parameter place: the rank less one.
  public subscript(place: Int) -> Entry {
    let position = positions[place]
    return Entry(
      rank: place + 1, admissibilityRank: phase.ranks[position], candidate: phase.identifiers[position],
      generalScore: phase.generalScores[position], decision: decisions[place])
  }
}

extension FinalList: Encodable {
  /// An array of ``Entry``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in self { try container.encode(entry) }
  }
}
