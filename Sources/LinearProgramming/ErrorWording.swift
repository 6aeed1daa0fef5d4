package import Wording

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension LinearProgrammingError: Worded, LocalizedError, CustomStringConvertible {
  package var errorDescription: String? { message.english }

  package var message: Message {
    let text =
      switch code {
      case .numberTooLarge(let place):
        Message(fr: "\(place) : au-delà de 2^53", en: "\(place): beyond 2^53")
      case .crossedBounds(let place):
        Message(
          fr: "\(place) : la borne inférieure dépasse la borne supérieure",
          en: "\(place): the lower bound is above the upper one")
      case .unknownColumn(let row, let column):
        Message(
          fr: "la ligne \(number: row) nomme la colonne \(number: column), qui n'existe pas",
          en: "row \(number: row) names column \(number: column), which does not exist")
      case .repeatedColumn(let row, let column):
        Message(
          fr: "la ligne \(number: row) nomme deux fois la colonne \(number: column)",
          en: "row \(number: row) names column \(number: column) twice")
      case .modelTooLarge:
        Message(
          fr: "le modèle est trop grand pour le moteur de calcul", en: "the model is too large for the solver"
        )
      case .basisDoesNotFit:
        Message(
          fr: "la base de départ n'est pas celle de ce modèle",
          en: "the starting basis is not one of this model")
      case .singularBasis:
        Message(fr: "la base de départ est singulière", en: "the starting basis is singular")
      case .solverFailure: Message(fr: "le moteur de calcul a échoué", en: "the solver failed")
      case .numericallyDoubtful:
        Message(
          fr: "la réponse du moteur de calcul ne résiste pas à la vérification",
          en: "the solver's answer fails the check")
      }
    return solverText.isEmpty ? text : Message(fr: "\(text) : \(solverText)", en: "\(text): \(solverText)")
  }
}

extension LinearProgrammingError.Place: Worded, CustomStringConvertible {
  package var message: Message {
    switch self {
    case .row(let row):
      Message(fr: "bornes de la ligne \(number: row)", en: "bounds of row \(number: row)")
    case .column(let column):
      Message(fr: "bornes de la colonne \(number: column)", en: "bounds of column \(number: column)")
    case .cost(let column):
      Message(fr: "coût de la colonne \(number: column)", en: "cost of column \(number: column)")
    case .term(let row, let column):
      Message(
        fr: "ligne \(number: row), colonne \(number: column)",
        en: "row \(number: row), column \(number: column)")
    }
  }
}
