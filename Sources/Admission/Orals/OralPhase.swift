public import ExactValues

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
