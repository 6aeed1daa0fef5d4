import Foundation
import Palmares
import Wording

extension ExplainedCandidate {
  /// One object; marks and notes as decimal strings, and exact as in a column `*_exacte`.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
    }
  }

  private var record: Record {
    let row = explanation.row
    return Record(
      candidat: identifier, naissance: candidates.birthDates[row].description,
      boursier: word(candidates.boursiers[row]), genre: "\(candidates.genres[row].csvWord)",
      doublette: doublette, rang: explanation.rank, admissibles: explanation.listCount,
      rangSansBarres: explanation.rankWithoutBarres, candidats: candidates.count,
      motif: explanation.missed.map { "\($0.csvWord)" },
      evaluations: explanation.contributions.filter { $0.weight > 0 }.map { part in
        Record.Part(
          evaluation: part.evaluation.name, scientifique: word(part.evaluation.isScientific),
          note: part.mark.map(Self.markText) ?? "", noteExacte: part.mark?.description ?? "",
          coefficient: part.weight.description, apportGeneral: part.general?.decimalText() ?? "",
          apportGeneralExact: part.general?.description ?? "",
          apportScientifique: part.scientific?.decimalText() ?? "",
          apportScientifiqueExact: part.scientific?.description ?? "")
      },
      barreGenerale: barre(explanation.general), barreScientifique: barre(explanation.scientific),
      avant: explanation.above.map(neighbour), apres: explanation.below.map(neighbour),
      admission: outcome.map { outcome in
        Record.Outcome(
          barreAdmission: barre(outcome.distance),
          decision: "\((outcome.isConvoked ? AdmissionDecision.oral : .direct).csvWord)",
          verdict: outcome.verdict.map { "\($0.csvWord)" }, rangFinal: outcome.finalRank)
      })
  }

  private func word(_ value: Bool) -> String { value ? "oui" : "non" }

  private func barre(_ distance: BarreDistance) -> Record.Barre {
    Record.Barre(
      barre: distance.barre.description, note: distance.scoreText,
      noteExacte: distance.score.description, atteinte: word(distance.isReached),
      ecart: distance.distance?.distanceText ?? "", ecartExact: distance.distance?.description ?? "")
  }

  private func neighbour(_ neighbour: AdmissionExplanation.Neighbour) -> Record.Neighbour {
    Record.Neighbour(
      candidat: neighbour.candidate, rang: neighbour.rank, departage: "\(neighbour.criterion.csvWord)",
      valeur: plain(neighbour.value), valeurDuCandidat: plain(neighbour.ownValue))
  }

  /// A deciding value as a table has it, notes exact.
  private func plain(_ value: AdmissionExplanation.DecidingValue) -> String {
    switch value {
    case .score(let score): score.description
    case .birthDate(let date): date.description
    case .boursier(let isBoursier): word(isBoursier)
    case .genre(let genre): "\(genre.csvWord)"
    case .ticket(let ticket): ticket.hexadecimal
    }
  }
}

/// What the object holds; its keys are these in the form of the contract's columns, `note_exacte`.
private struct Record: Encodable {
  struct Part: Encodable {
    let evaluation, scientifique, note, noteExacte, coefficient: String
    let apportGeneral, apportGeneralExact, apportScientifique, apportScientifiqueExact: String
  }

  struct Barre: Encodable { let barre, note, noteExacte, atteinte, ecart, ecartExact: String }

  struct Neighbour: Encodable {
    let candidat: String
    let rang: Int
    let departage, valeur, valeurDuCandidat: String
  }

  struct Outcome: Encodable {
    let barreAdmission: Barre
    let decision: String
    let verdict: String?
    let rangFinal: Int?
  }

  let candidat, naissance, boursier, genre, doublette: String
  let rang: Int?
  let admissibles: Int
  let rangSansBarres: Int?
  let candidats: Int
  let motif: String?
  let evaluations: [Part]
  let barreGenerale, barreScientifique: Barre
  let avant, apres: Neighbour?
  let admission: Outcome?
}
