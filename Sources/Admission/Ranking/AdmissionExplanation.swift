public import ExactValues
public import Lottery
public import Parallelism

/// Why a candidate has this rank on the admissibility list, or none: marks, notes, barres, and what decided against
/// the neighbours (règlement 5.2.1).
///
/// ```swift
/// let explanation = try AdmissionExplanation(of: "K1", in: list)
/// print(explanation.rank ?? 0, explanation.general.distance ?? 0)  // 1 21/8
/// ```
public struct AdmissionExplanation: Sendable {
  /// One evaluation, and what it brings to both notes.
  public struct Contribution: Sendable {
    /// The evaluation.
    public let evaluation: Evaluation
    /// The mark, exact; nil where it is missing.
    public let mark: Fraction?
    /// The coefficient of the candidate's doublette.
    public let weight: FixedDecimal
    /// Weight · mark / sum of the weights: these add to the note générale. nil where nothing is brought: no
    /// weight, or a mark left out.
    public let general: Fraction?
    /// The same for the note scientifique.
    public let scientific: Fraction?
  }

  /// What puts two candidates in order.
  public enum DecidingValue: Sendable, Equatable {
    /// An exact note, générale or scientifique.
    case score(Fraction)
    /// The later one goes first.
    case birthDate(CalendarDate)
    /// Whether the candidate holds a bourse.
    case boursier(Bool)
    /// A woman goes first.
    case genre(Genre)
    /// The lower one goes first.
    case ticket(DrawTicket)
  }

  /// The candidate one rank above or below.
  public struct Neighbour: Sendable, Equatable {
    /// The neighbour's identifier.
    public let candidate: String
    /// From 1.
    public let rank: Int
    /// The first criterion in which the two differ.
    public let criterion: DecidingCriterion
    /// What the criterion looks at, of the neighbour.
    public let value: DecidingValue
    /// What the criterion looks at, of the candidate who is explained.
    public let ownValue: DecidingValue
  }

  /// The candidate's row among the candidates of the session.
  public let row: Int
  /// For each evaluation of the scheme, what it brings.
  public let contributions: [Contribution]
  /// The note générale beside its barre.
  public let general: BarreDistance
  /// The note scientifique beside its barre.
  public let scientific: BarreDistance
  /// How many candidates are on the list.
  public let listCount: Int
  /// The rank on the list, from 1; nil for a candidate who is not on it.
  public let rank: Int?
  /// The candidate one rank above; nil at the first rank, and for a candidate who is not on the list.
  public let above: Neighbour?
  /// The candidate one rank below; nil at the last rank, and for a candidate who is not on the list.
  public let below: Neighbour?
  /// The rank among all candidates by the order of the list, from 1, for a candidate who is not on it.
  public let rankWithoutBarres: Int?

  /// Which barres are missed; nil for a candidate on the list.
  public var missed: MissedBarres? {
    MissedBarres(general: !general.isReached, scientific: !scientific.isReached)
  }

  /// - Parameters:
  ///   - candidate: the identifier of a candidate of the session, admissible or not.
  ///   - list: the list of the session.
  ///   - workers: the threads to use.
  /// - Throws: ``UnknownCandidate`` where nobody has this identifier.
  /// - Complexity: O(*n*) for a candidate on the list; that of ``AdmissibilityList`` for one who is not.
  public init(
    of candidate: String, in list: AdmissibilityList, workers: Workers = Workers()
  ) throws(UnknownCandidate) {
    guard let row = list.candidates.row(of: candidate) else { throw UnknownCandidate(candidate) }
    self.init(ofRow: row, in: list, workers: workers)
  }

  /// - Parameter row: of the candidate in the list's scores, whose marks are there.
  package init(ofRow row: Int, in list: AdmissibilityList, workers: Workers = Workers()) {
    let (scores, candidates) = (list.scores, list.candidates)
    precondition(
      candidates.marks.count == candidates.scheme.evaluations.count,
      "the marks of these candidates were let go")
    self.row = row
    contributions = Self.contributions(of: row, candidates)
    general = BarreDistance(score: scores.general[row], barre: list.generalBarre)
    scientific = BarreDistance(score: scores.scientific[row], barre: list.scientificBarre)
    listCount = list.count
    guard let place = list.rows.firstIndex(of: UInt32(row)) else {
      (rank, above, below) = (nil, nil, nil)
      let everyone = AdmissibilityList(
        scores, generalBarre: 0, scientificBarre: 0, draw: list.draw, workers: workers)
      rankWithoutBarres = everyone.rows.firstIndex(of: UInt32(row)).map { $0 + 1 }
      return
    }
    let values = DecidingValues(scores: scores, draw: list.draw)
    func neighbour(at other: Int) -> Neighbour? {
      guard list.rows.indices.contains(other) else { return nil }
      let criterion = list.decidedBy[max(place, other)]
      let otherRow = Int(list.rows[other])
      return Neighbour(
        candidate: candidates.identifiers[otherRow], rank: other + 1, criterion: criterion,
        value: values.value(criterion, of: otherRow), ownValue: values.value(criterion, of: row))
    }
    rank = place + 1
    above = neighbour(at: place - 1)
    below = neighbour(at: place + 1)
    rankWithoutBarres = nil
  }

  private static func contributions(
    of row: Int, _ candidates: Candidates
  ) -> [Contribution] {
    let scheme = candidates.scheme
    let weights = scheme.coefficients[Int(candidates.doublettes[row])]
    let marks = scheme.evaluations.indices.map { candidates.mark(evaluation: $0, row: row) }
    /// The mark as it counts; nil where it is dropped, or weighs nothing.
    func counted(_ evaluation: Int) -> Fraction? {
      guard weights[evaluation] > 0 else { return nil }
      return marks[evaluation] ?? (scheme.missing == .renormalise ? nil : 0)
    }
    func total(_ counts: (Evaluation) -> Bool) -> Int128 {
      scheme.evaluations.indices.reduce(0) { sum, index in
        counts(scheme.evaluations[index]) && counted(index) != nil ? sum + Int128(weights[index].units) : sum
      }
    }
    let (all, scientific) = (total { _ in true }, total(\.isScientific))
    return scheme.evaluations.enumerated().map { index, evaluation in
      func part(of total: Int128) -> Fraction? {
        counted(index).flatMap { Fraction(Int128(weights[index].units), total).times($0) }
      }
      return Contribution(
        evaluation: evaluation, mark: marks[index], weight: weights[index], general: part(of: all),
        scientific: evaluation.isScientific ? part(of: scientific) : nil)
    }
  }
}

/// What each criterion looks at.
private struct DecidingValues {
  let scores: Scores
  let draw: Draw

  func value(_ criterion: DecidingCriterion, of row: Int) -> AdmissionExplanation.DecidingValue {
    let candidates = scores.candidates
    return switch criterion {
    case .first, .generalScore: .score(scores.general[row])
    case .scientificScore: .score(scores.scientific[row])
    case .age: .birthDate(candidates.birthDates[row])
    case .boursier: .boursier(candidates.boursiers[row])
    case .genre: .genre(candidates.genres[row])
    case .draw: .ticket(draw.ticket(for: candidates.identifiers[row]))
    }
  }
}
