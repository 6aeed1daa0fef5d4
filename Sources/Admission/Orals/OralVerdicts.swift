import ExactValues

/// The verdicts of the orals of a phase, so far: of convoked candidates only, and one for each at most.
public struct OralVerdicts: Sendable {
  /// The phase whose candidates they are of.
  public let phase: OralPhase
  /// By position in the phase.
  package let byPosition: [Int: OralVerdict]

  /// - Parameters:
  ///   - orals: those that took place, in any order.
  ///   - phase: the phase whose convoked candidates they are of.
  /// - Throws: ``OralError`` for the first oral of somebody who is not on the list or not convoked, or who has one
  ///   already.
  /// - Complexity: O(*n*) expected, *n* candidates on the list.
  public init(_ orals: some Sequence<Oral>, of phase: OralPhase) throws(OralError) {
    // By bytes: Unicode holds identifiers equal that are two candidates.
    var positions: [[UInt8]: Int] = [:]
    for position in phase.indices {
      positions[Array(phase.identifiers.bytes[phase.identifiers.range(position)])] = position
    }
    var byPosition: [Int: OralVerdict] = [:]
    for oral in orals {
      guard let position = positions[Array(oral.candidate.utf8)] else {
        throw .unknownCandidate(oral.candidate)
      }
      guard phase.isConvoked(position) else { throw .notConvoked(oral.candidate) }
      guard byPosition.updateValue(oral.verdict, forKey: position) == nil else {
        throw .repeatedCandidate(oral.candidate)
      }
    }
    self.init(byPosition: byPosition, of: phase)
  }

  /// Verdicts of convoked candidates, by position in the phase.
  package init(byPosition: [Int: OralVerdict], of phase: OralPhase) {
    self.phase = phase
    self.byPosition = byPosition
  }

  /// The convoked candidates without a verdict, in the list's order.
  public var missing: [String] {
    phase.convoked.filter { byPosition[$0] == nil }.map { phase.identifiers[$0] }
  }
}
