import Palmares
import Wording

/// The facts about a candidate, in words: for the scolarité, and as a letter to the candidate.
struct ExplainedCandidate {
  let explanation: AdmissionExplanation
  let outcome: AdmissionOutcome?
  let candidates: Candidates

  var identifier: String { candidates.identifiers[explanation.row] }

  var doublette: String { candidates.scheme.doublettes[Int(candidates.doublettes[explanation.row])] }

  /// For the scolarité.
  var text: String {
    let row = explanation.row
    let person =
      "born \(candidates.birthDates[row]), boursier \(candidates.boursiers[row] ? "oui" : "non"), "
      + "genre \(candidates.genres[row].csvWord), doublette \(doublette)"
    let neighbours =
      [
        explanation.above.map { "rank \($0.rank), \($0.candidate), is before: \(decision($0))" },
        explanation.below.map { "rank \($0.rank), \($0.candidate), is after: \(decision($0))" },
      ].compactMap(\.self)
    return joined([
      ["\(identifier): \(standing)", person], marks, barres(explanation.general, explanation.scientific),
      withoutBarres + neighbours, second(subject: "The candidate", verb: "is"),
    ])
  }

  /// To the candidate: nothing of anybody else, neither identifiers nor values.
  var letter: String {
    var placed: [String] = []
    switch explanation.above?.criterion {
    case .generalScore: placed = ["Your note générale puts you after the candidate of the rank before."]
    case let criterion?:
      placed = ["What puts you after the candidate of the rank before: \(Self.subject(criterion))."]
    case nil: break
    }
    return joined([
      ["To \(identifier)"], marks, barres(explanation.general, explanation.scientific),
      ["You are \(explanation.rank == nil ? "" : "at ")\(standing)."] + placed,
      second(subject: "You", verb: "are"),
    ])
  }

  private func joined(_ paragraphs: [[String]]) -> String {
    paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var standing: String {
    explanation.rank.map { "rank \($0) of \(explanation.listCount) admissible" } ?? "not admissible"
  }

  private var withoutBarres: [String] {
    guard let rank = explanation.rankWithoutBarres else { return [] }
    return ["without barres it would be rank \(rank) of \(candidates.count)"]
  }

  // MARK: Marks

  private var marks: [String] {
    let rows = explanation.contributions.filter { $0.weight > 0 }.map { part in
      [
        part.evaluation.name, part.mark.map(Self.markText) ?? missing, part.weight.description,
        part.general.map { $0.decimalText() } ?? "",
        part.evaluation.isScientific ? part.scientific.map { $0.decimalText() } ?? "" : "",
      ]
    }
    let (general, scientific) = (explanation.general, explanation.scientific)
    return aligned(
      [["evaluation", "mark", "weight", "note générale", "note scientifique"]] + rows
        + [["note", "", "", general.scoreText, scientific.scoreText]]
        + [["exact", "", "", general.score.description, scientific.score.description]])
  }

  /// A mark with all its decimals; a mean that has no end of them, with six.
  static func markText(_ mark: Fraction) -> String {
    FixedDecimal.unitsPerOne % mark.denominator == 0
      ? mark.decimalText(digits: FixedDecimal.mostDecimals) : mark.decimalText()
  }

  private var missing: String {
    switch candidates.scheme.missing {
    case .zero: "missing: 0"
    case .renormalise, .reject: "missing: left out"
    }
  }

  // MARK: Barres

  private func barres(_ general: BarreDistance, _ scientific: BarreDistance) -> [String] {
    [
      line("barre générale", "note générale", general),
      line("barre scientifique", "note scientifique", scientific),
    ]
  }

  private func line(_ barre: String, _ score: String, _ distance: BarreDistance) -> String {
    guard distance.isReached else {
      return
        "\(barre) \(distance.barre): missed by \(amount(distance)): it takes a \(score) of \(distance.barre)"
    }
    let by = distance.distance == 0 ? "reached exactly" : "reached, by \(amount(distance))"
    return "\(barre) \(distance.barre): \(by)"
  }

  private func amount(_ distance: BarreDistance) -> String {
    distance.distance.map(withExact) ?? "less than can be written as a fraction"
  }

  /// A decimal, and the fraction where that says more.
  private func withExact(_ value: Fraction) -> String {
    value.denominator == 1 ? value.description : "\(value.distanceText) (\(value))"
  }

  // MARK: Neighbours

  private func decision(_ neighbour: AdmissionExplanation.Neighbour) -> String {
    let (own, value) = (words(neighbour.ownValue), words(neighbour.value))
    return "\(Self.subject(neighbour.criterion)), \(value) against \(own)"
  }

  private static func subject(_ criterion: DecidingCriterion) -> String {
    switch criterion {
    case .first, .generalScore: "note générale"
    case .scientificScore: "equal note générale; note scientifique"
    case .age: "equal notes; age, younger first"
    case .boursier: "equal notes and age; boursiers first"
    case .genre: "equal notes, age and boursier; women first"
    case .draw: "equal in all criteria; the draw, lowest ticket first"
    }
  }

  private func words(_ value: AdmissionExplanation.DecidingValue) -> String {
    switch value {
    case .score(let score): withExact(score)
    case .birthDate(let date): "born \(date)"
    case .boursier(let isBoursier): isBoursier ? "oui" : "non"
    case .genre(let genre): "\(genre.csvWord)"
    case .ticket(let ticket): ticket.hexadecimal
    }
  }

  // MARK: The second phase

  private func second(subject: String, verb: String) -> [String] {
    guard let outcome else { return [] }
    let end = outcome.finalRank.map { ", at rank \($0) of the final list" } ?? ""
    let barre = line("barre d'admission", "note générale", outcome.distance)
    guard outcome.isConvoked else { return [barre, "\(subject) \(verb) admitted outright\(end)"] }
    let verdict =
      switch outcome.verdict {
      case .satisfactory: "the oral is satisfactory: admitted\(end)"
      case .insufficient: "the oral is insufficient: not admitted"
      case .absent: "absent from the oral: not admitted"
      case nil: "no verdict yet"
      }
    return [barre, "\(subject) \(verb) convoked to a complementary oral; \(verdict)"]
  }
}
