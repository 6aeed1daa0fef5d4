public import ExactValues

/// What the jury of the complementary oral says of a convoked candidate (règlement 5.2.1).
public enum OralVerdict: String, Sendable, CaseIterable {
  case satisfaisant, insuffisant, absent
}

/// How a candidate of the final list was admitted.
public enum AdmissionDecision: String, Sendable {
  /// Note générale at or above the barre d'admission.
  case direct
  /// Below it, with a satisfactory oral.
  case oral
}

/// The second phase: from the admissibility list to the final list (règlement 5.2.1).
///
/// Candidates at or above the barre d'admission are admitted outright; the others are convoked to a
/// complementary oral and admitted if it is judged satisfactory.
public struct OralPhase: Sendable {
  /// An admitted candidate.
  public struct Admitted: Sendable, Equatable {
    /// The position in the admissibility list, from 0.
    public let position: Int
    public let decision: AdmissionDecision
  }

  /// The notes générales of the admissibility list, best first.
  public let notes: [Fraction]
  public let admissionBarre: Mark
  private let bar: Fraction

  public init(notes: [Fraction], admissionBarre: Mark) {
    self.notes = notes
    self.admissionBarre = admissionBarre
    bar = admissionBarre.decimal.fraction
  }

  public init(_ list: AdmissibilityList, notes: Scores, admissionBarre: Mark) {
    self.init(notes: list.rows.map { notes.general[Int($0)] }, admissionBarre: admissionBarre)
  }

  /// The positions of the candidates convoked to an oral, in the list's order.
  public var convoked: [Int] { notes.indices.filter { !isAdmittedOutright($0) } }

  public func isAdmittedOutright(_ position: Int) -> Bool { notes[position] >= bar }

  /// The final list: the admissibility list less those not admitted, in unchanged order.
  ///
  /// - Parameter verdict: of a convoked candidate, by position.
  public func finalList(_ verdict: (_ position: Int) -> OralVerdict) -> [Admitted] {
    notes.indices.compactMap { position in
      if isAdmittedOutright(position) { return Admitted(position: position, decision: .direct) }
      return verdict(position) == .satisfaisant ? Admitted(position: position, decision: .oral) : nil
    }
  }

  /// The convoked candidates whom the oral did not admit, by position, in the list's order.
  ///
  /// - Parameter verdict: of a convoked candidate, by position.
  public func notAdmitted(_ verdict: (_ position: Int) -> OralVerdict) -> [(
    position: Int, verdict: OralVerdict
  )] {
    convoked.compactMap { position in
      let verdict = verdict(position)
      return verdict == .satisfaisant ? nil : (position, verdict)
    }
  }
}

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
