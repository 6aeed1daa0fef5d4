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
public struct AdmissionPhase: Sendable {
  /// An admitted candidate.
  public struct Admitted: Sendable, Equatable {
    /// The position in the admissibility list, from 0.
    public let position: Int
    public let decision: AdmissionDecision
  }

  /// The notes générales of the admissibility list, best first.
  public let notes: [Fraction]
  public let admissionBar: Mark
  private let bar: Fraction

  public init(notes: [Fraction], admissionBar: Mark) {
    self.notes = notes
    self.admissionBar = admissionBar
    bar = admissionBar.decimal.fraction
  }

  public init(_ list: AdmissibilityList, notes: Notes, admissionBar: Mark) {
    self.init(notes: list.rows.map { notes.general[Int($0)] }, admissionBar: admissionBar)
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
}
