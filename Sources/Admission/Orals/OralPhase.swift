public import ExactValues

/// The second phase: from the admissibility list to the final list (règlement 5.2.1).
///
/// A candidate at or above the barre d'admission is admitted outright. Everyone else on the list is convoked to a
/// complementary oral, and admitted if its verdict is satisfactory.
///
/// ```swift
/// let phase = OralPhase(list, admissionBarre: 15)
/// print(phase.filter(\.isConvoked).map(\.candidate))  // ["K1"]
/// let verdicts = try OralVerdicts([Oral("K1", .satisfactory)], of: phase)
/// for entry in try FinalList(verdicts) {
///   print(entry.rank, entry.candidate, entry.decision)  // 1 K1 oral
/// }
/// ```
public struct OralPhase: Sendable {
  /// One candidate of the admissibility list.
  public struct Entry: Hashable, Sendable, Codable {
    /// The rank on the admissibility list, from 1.
    public let rank: Int
    /// The candidate's identifier.
    public let candidate: String
    /// The exact note générale, 0 to 20.
    public let generalScore: Fraction
    /// Whether the candidate is convoked to an oral; otherwise admitted outright.
    public let isConvoked: Bool
  }

  /// The candidates of the admissibility list, best first.
  public let identifiers: IdentifierColumn
  /// Their ranks on it.
  public let ranks: [Int]
  /// Their exact notes générales.
  public let generalScores: [Fraction]
  /// The barre d'admission.
  public let admissionBarre: Mark
  /// What the order of calls asks of them; nil where the list does not say.
  package let boursiers: [Bool]?
  package let secteurs: [Bool]?
  private let barre: Fraction

  /// - Parameters:
  ///   - list: the admissibility list.
  ///   - admissionBarre: the barre d'admission.
  /// - Complexity: O(*n*), *n* admissible candidates.
  public init(_ list: AdmissibilityList, admissionBarre: Mark) {
    let candidates = list.candidates
    self.init(
      identifiers: candidates.identifiers.gathered(list.rows), ranks: Array(1..<list.count + 1),
      generalScores: list.rows.map { list.scores.general[Int($0)] }, admissionBarre: admissionBarre,
      boursiers: list.rows.map { candidates.boursiers[Int($0)] },
      secteurs: candidates.secteurs.map { secteurs in list.rows.map { secteurs[Int($0)] } })
  }

  /// A list that was read back: columns of the same length, ranks ascending, notes descending.
  package init(
    identifiers: IdentifierColumn, ranks: [Int], generalScores: [Fraction], admissionBarre: Mark,
    boursiers: [Bool]? = nil, secteurs: [Bool]? = nil
  ) {
    precondition(
      ranks.count == identifiers.count && generalScores.count == identifiers.count,
      "columns of different lengths")
    self.identifiers = identifiers
    self.ranks = ranks
    self.generalScores = generalScores
    self.admissionBarre = admissionBarre
    self.boursiers = boursiers
    self.secteurs = secteurs
    barre = admissionBarre.decimal.fraction
  }

  /// The positions of the convoked candidates, in the list's order.
  package var convoked: [Int] { indices.filter(isConvoked) }

  package func isConvoked(_ position: Int) -> Bool { generalScores[position] < barre }
}

extension OralPhase: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { ranks.count }

  /// The candidate at a position of the admissibility list, from 0.
  public subscript(position: Int) -> Entry {
    Entry(
      rank: ranks[position], candidate: identifiers[position], generalScore: generalScores[position],
      isConvoked: isConvoked(position))
  }
}
