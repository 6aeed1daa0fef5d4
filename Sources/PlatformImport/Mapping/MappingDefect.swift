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
}
