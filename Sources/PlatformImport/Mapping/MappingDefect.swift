import DelimitedText

/// What can be wrong with a mapping that is YAML.
enum MappingDefect: DefectReason, Equatable {
  case neitherHeaderNorPosition
  case notAPlace
  case reservedName
  case noEvaluation
  case noTerm
  case tooManyTerms
  case noDoublette
  case wrongNumber(Int)
  case sameSpecialities(String)
  case notABoolean
  case noWord
  case noCondition
  case sameWord(String)
  case noOccurrence
  case placeOfItsOwn
  case neverRead
  case noSource

  var description: String {
    switch self {
    case .neitherHeaderNorPosition: "neither a column nor a position"
    case .notAPlace: "not a whole number from 1 to 100000"
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .noEvaluation: "no evaluation"
    case .noTerm: "a mean of no column"
    case .tooManyTerms: "a mean of more than \(ExportEvaluation.mostTerms) columns"
    case .noDoublette: "no doublette"
    case .wrongNumber(let count): "not \(count) specialities, one for each column"
    case .sameSpecialities(let other): "the specialities of \(other) too"
    case .notABoolean: "neither oui nor non"
    case .noWord: "no word"
    case .noCondition: "no condition"
    case .sameWord(let word): "\(word) is among oui too"
    case .noOccurrence: "no occurrence"
    case .placeOfItsOwn:
      "a position, or an occurrence of its own, is the same in each of several occurrences: list the blocks instead"
    case .neverRead: "never read: whoever meets the where of this block meets that of one before it"
    case .noSource: "no column and no mean"
    }
  }
}
