public import ExactValues
public import Lottery
public import Parallelism

/// Why a candidate has this rank on the admissibility list, or none: marks, notes, barres, and what decided
/// against the neighbours (règlement 5.2.1).
public struct AdmissionExplanation: Sendable {
  /// One evaluation, and what it brings to both notes.
  public struct Contribution: Sendable {
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
    case note(Fraction)
    case birthDate(CalendarDate)
    case boursier(Bool)
    case genre(Genre)
    case ticket(DrawTicket)
  }

  /// The candidate one rank above or below.
  public struct Neighbour: Sendable, Equatable {
    public let row: Int
    /// From 1.
    public let rank: Int
    /// The first criterion in which the two differ.
    public let criterion: DecidingCriterion
    /// By that criterion.
    public let value: DecidingValue
    /// By that criterion, of the candidate who is explained.
    public let ownValue: DecidingValue
  }

  /// The candidate's row.
  public let row: Int
  /// By evaluation of the scheme; empty for ``Candidates/unknownDoublette``.
  public let contributions: [Contribution]
  public let general: BarreDistance
  public let scientific: BarreDistance
  /// How many are on the list.
  public let listCount: Int
  /// The rank on the list, from 1; nil for a candidate who is not on it.
  public let rank: Int?
  /// nil at the first rank and off the list.
  public let above: Neighbour?
  /// nil at the last rank and off the list.
  public let below: Neighbour?
  /// The rank among all candidates by the order of the list, from 1, for a candidate who is not on it.
  public let rankWithoutBarres: Int?

  /// Which barres are missed; nil for a candidate on the list.
  public var missed: MissedBarres? {
    MissedBarres(general: !general.isReached, scientific: !scientific.isReached)
  }

  /// - Parameters:
  ///   - row: whom to explain.
  ///   - list: of these candidates, with these barres and this draw.
  ///   - candidates: with their marks.
  ///   - notes: theirs, by this scheme.
  /// - Complexity: O(*n*) on the list; that of ``AdmissibilityList`` for all candidates off it.
  public init(
    of row: Int, in list: AdmissibilityList, _ candidates: Candidates, notes: Scores, scheme: AdmissionScheme,
    generalBarre: Mark, scientificBarre: Mark, draw: Draw, workers: Workers = Workers()
  ) {
    precondition(candidates.marks.count == scheme.evaluations.count, "marks of another scheme, or let go")
    self.row = row
    contributions = Self.contributions(of: row, candidates, scheme)
    general = BarreDistance(note: notes.general[row], bar: generalBarre)
    scientific = BarreDistance(note: notes.scientific[row], bar: scientificBarre)
    listCount = list.count
    guard let place = list.rows.firstIndex(of: UInt32(row)) else {
      (rank, above, below) = (nil, nil, nil)
      let everyone = AdmissibilityList(
        candidates, notes: notes, generalBarre: 0, scientificBarre: 0, draw: draw, workers: workers)
      rankWithoutBarres = everyone.rows.firstIndex(of: UInt32(row)).map { $0 + 1 }
      return
    }
    let values = DecidingValues(candidates: candidates, notes: notes, draw: draw)
    func neighbour(at other: Int) -> Neighbour? {
      guard list.rows.indices.contains(other) else { return nil }
      let criterion = list.tieBreaks[max(place, other)]
      let otherRow = Int(list.rows[other])
      return Neighbour(
        row: otherRow, rank: other + 1, criterion: criterion, value: values.value(criterion, of: otherRow),
        ownValue: values.value(criterion, of: row))
    }
    rank = place + 1
    above = neighbour(at: place - 1)
    below = neighbour(at: place + 1)
    rankWithoutBarres = nil
  }

  private static func contributions(
    of row: Int, _ candidates: Candidates, _ scheme: AdmissionScheme
  ) -> [Contribution] {
    let doublette = Int(candidates.doublettes[row])
    guard scheme.coefficients.indices.contains(doublette) else { return [] }
    let weights = scheme.coefficients[doublette]
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
  let candidates: Candidates
  let notes: Scores
  let draw: Draw

  func value(_ criterion: DecidingCriterion, of row: Int) -> AdmissionExplanation.DecidingValue {
    switch criterion {
    case .first, .generalNote: .note(notes.general[row])
    case .scientificNote: .note(notes.scientific[row])
    case .age: .birthDate(candidates.birthDates[row])
    case .boursier: .boursier(candidates.boursiers[row])
    case .genre: .genre(candidates.genres[row])
    case .draw: .ticket(draw.ticket(for: candidates.identifiers[row]))
    }
  }
}
