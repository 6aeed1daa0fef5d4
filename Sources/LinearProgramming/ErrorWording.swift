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
      case .numberTooLarge(let place): "\(place): beyond 2^53"
      case .crossedBounds(let place): "\(place): the lower bound is above the upper one"
      case .unknownColumn(let row, let column): "row \(row) names column \(column), which does not exist"
      case .repeatedColumn(let row, let column): "row \(row) names column \(column) twice"
      case .modelTooLarge: "the model is too large for the solver"
      case .basisDoesNotFit: "the starting basis is not one of this model"
      case .singularBasis: "the starting basis is singular"
      case .solverFailure: "the solver failed"
      case .numericallyDoubtful: "the solver's answer fails the check"
      }
    return Message(untranslated: solverText.isEmpty ? text : "\(text): \(solverText)")
  }
}

extension LinearProgrammingError.Place: Worded, CustomStringConvertible {
  package var message: Message {
    switch self {
    case .row(let row): "bounds of row \(row)"
    case .column(let column): "bounds of column \(column)"
    case .cost(let column): "cost of column \(column)"
    case .term(let row, let column): "row \(row), column \(column)"
    }
  }
}
