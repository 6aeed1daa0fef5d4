import Palmares
import Wording

/// The facts about a candidate, in words: for the scolarité, and as a letter to the candidate.
struct ExplainedCandidate {
  let explanation: AdmissionExplanation
  let outcome: AdmissionOutcome?
  let candidates: Candidates

  var identifier: String { candidates.identifiers[explanation.row] }

  var doublette: String { candidates.scheme.doublettes[Int(candidates.doublettes[explanation.row])] }

  private var genre: Genre { candidates.genres[explanation.row] }

  /// For the scolarité.
  var text: String {
    let row = explanation.row
    let person = Message.person(
      born: candidates.birthDates[row], isBoursier: candidates.boursiers[row], genre, doublette: doublette)
    let neighbours = [explanation.above.map(Message.before), explanation.below.map(Message.after)]
    let withoutBarres = explanation.rankWithoutBarres.map {
      Message.rankWithoutBarres($0, of: candidates.count)
    }
    return joined([
      [.standing(of: identifier, rank: explanation.rank, among: explanation.listCount), person], marks,
      [
        .barre(.generalBarre, of: .generalScore, explanation.general),
        .barre(.scientificBarre, of: .scientificScore, explanation.scientific),
      ],
      ([withoutBarres] + neighbours).compactMap(\.self), second,
    ])
  }

  /// To the candidate: nothing of anybody else, neither identifiers nor values.
  var letter: String {
    joined([
      [.letterSubject(identifier)], [.letterOpening(genre)], [.letterMarks(doublette: doublette)], marks,
      [
        .letterBarre(.generalBarre, of: .generalScore, explanation.general),
        .letterBarre(.scientificBarre, of: .scientificScore, explanation.scientific),
        .letterStanding(rank: explanation.rank, among: explanation.listCount),
      ] + (explanation.above.map { [.letterDecision($0.criterion)] } ?? []),
      letterOutcome, [.letterClosing(genre)], [.letterSignature],
    ])
  }

  private func joined(_ paragraphs: [[Message]]) -> String {
    paragraphs.filter { !$0.isEmpty }.map { $0.map(\.text).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  // MARK: Marks

  private var marks: [Message] {
    let none = Message(verbatim: "")
    let rows = explanation.contributions.filter { $0.weight > 0 }.map { part in
      [
        Message(verbatim: part.evaluation.name), part.mark.map { .decimal(Self.markText($0)) } ?? missing,
        .decimal(part.weight), part.general.map { .decimal($0.decimalText()) } ?? none,
        part.evaluation.isScientific ? part.scientific.map { .decimal($0.decimalText()) } ?? none : none,
      ]
    }
    let (general, scientific) = (explanation.general, explanation.scientific)
    let scores: [Message] = [
      .scoreRow, none, none, .decimal(general.scoreText), .decimal(scientific.scoreText),
    ]
    let exact: [Message] = [
      .exactRow, none, none, Message(verbatim: general.score.description),
      Message(verbatim: scientific.score.description),
    ]
    let cells = [Message.markColumns] + rows + [scores, exact]
    return aligned(cells.map { $0.map(\.text) }).map(Message.init(verbatim:))
  }

  /// A mark with all its decimals; a mean that has no end of them, with six.
  static func markText(_ mark: Fraction) -> String {
    FixedDecimal.unitsPerOne % mark.denominator == 0
      ? mark.decimalText(digits: FixedDecimal.mostDecimals) : mark.decimalText()
  }

  private var missing: Message {
    switch candidates.scheme.missing {
    case .zero: .missingZero
    case .renormalise, .reject: .missingLeftOut
    }
  }

  // MARK: The second phase

  private var second: [Message] {
    guard let outcome else { return [] }
    let barre = Message.barre(.admissionBarre, of: .generalScore, outcome.distance)
    return [
      barre,
      outcome.isConvoked
        ? .convoked(outcome.verdict, finalRank: outcome.finalRank) : .outright(finalRank: outcome.finalRank),
    ]
  }

  private var letterOutcome: [Message] {
    guard let outcome else { return [] }
    return [
      .letterBarre(.admissionBarre, of: .generalScore, outcome.distance),
      outcome.isConvoked
        ? .letterConvoked(genre, outcome.verdict, finalRank: outcome.finalRank)
        : .letterOutright(finalRank: outcome.finalRank),
    ]
  }
}
