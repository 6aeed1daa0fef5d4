public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension MappingDefect {
  var message: Message {
    switch self {
    case .neitherHeaderNorPosition: "neither a column nor a position"
    case .notAPlace: "not a whole number from 1 to 100000"
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .noEvaluation: "no evaluation"
    case .noTerm: "a mean of no column"
    case .tooManyTerms: "a mean of more than \(ExportEvaluation.mostTerms) columns"
    case .noDoublette: "no doublette"
    case .wrongNumber(let count): "not \(count) specialities, one for each column"
    case .sameSpecialities(let other): "\(other) has the same specialities"
    case .notABoolean: "neither oui nor non"
    case .noWord: "no word"
    case .noCondition: "no condition"
    case .sameWord(let word): "\(word) is listed under oui too"
    case .noOccurrence: "no occurrence"
    case .placeOfItsOwn:
      "a position, or an occurrence of its own, is the same in each of several occurrences: list the blocks instead"
    case .neverRead: "never used: who meets the where of this block also meets that of an earlier block"
    case .noSource: "no column and no mean"
    }
  }
}

extension ExportDefect {
  var message: Message {
    switch self {
    case .noSuchColumn(let near, let columns, let delimiter):
      "no such column in the header (\(columns) columns, cut at \(delimiter == 9 ? "tab" : String(UnicodeScalar(delimiter))))"
        + (near.isEmpty ? "" : "; like it: \(near.joined(separator: ", "))")
    case .severalColumns(let count):
      "\(count) columns have this name: the mapping must choose one, by occurrence or position"
    case .tooFewColumns(let count): "only \(count) columns have this name"
    case .noSuchPosition(let count): "the header has \(count) columns"
    case .otherHeader(let name): "the header has another name at the mapping's position: \(name)"
    case .identifiesAPerson: "identifies a person, so it is never read: take it out of the mapping"
    case .usedOtherwise(let use): "the mapping reads this column for \(use) too, in another way"
    case .neitherYesNorNo(let word, let yes, let no):
      "neither yes nor no by the mapping: \(word); yes: \(list(yes)); no: \(list(no)); "
        + "the mapping says which by oui: […], non: […]"
    case .unknownSpecialities(let specialities):
      "no doublette of the mapping has these specialities: \(list(specialities))"
    case .missingTerm: "missing mark (the mapping's rule is missing: reject)"
    }
  }

  private func list(_ words: [String]) -> String {
    words.map { $0.isEmpty ? "(empty)" : $0 }.joined(separator: ", ")
  }
}

extension ImportError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .missingEvaluations(let names):
      "the mapping lacks evaluations of the scheme: \(names.joined(separator: ", "))"
    }
  }
}
