import DelimitedText
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension MappingDefect {
  var message: Message {
    switch self {
    case .neitherHeaderNorPosition:
      Message(fr: "ni colonne (column) ni position", en: "neither a column nor a position")
    case .notAPlace:
      Message(
        fr: "ce n'est pas un nombre entier de 1 à \(100_000)", en: "not a whole number from 1 to 100000")
    case .reservedName:
      Message(
        fr: "ce nom est celui d'une colonne qui a déjà un sens : donnez-en un autre à l'évaluation",
        en: "the name of a column with a meaning of its own cannot be an evaluation")
    case .noEvaluation: Message(fr: "aucune évaluation", en: "no evaluation")
    case .noTerm: Message(fr: "une moyenne sans aucune colonne", en: "a mean of no column")
    case .tooManyTerms:
      Message(
        fr: "une moyenne de plus de \(ExportEvaluation.mostTerms) colonnes",
        en: "a mean of more than \(ExportEvaluation.mostTerms) columns")
    case .noDoublette: Message(fr: "aucune doublette", en: "no doublette")
    case .wrongNumber(let count):
      Message(
        fr: "il faut \(count, "spécialité", "spécialités"), une pour chaque colonne",
        en: "not \(count, "speciality", "specialities"), one for each column")
    case .sameSpecialities(let other):
      Message(fr: "\(other) a les mêmes spécialités", en: "\(other) has the same specialities")
    case .notABoolean: Message(fr: "ni oui ni non", en: "neither oui nor non")
    case .noWord: Message(fr: "aucun mot", en: "no word")
    case .noCondition: Message(fr: "aucune condition", en: "no condition")
    case .sameWord(let word):
      Message(fr: "\(word) figure déjà sous oui", en: "\(word) is listed under oui too")
    case .noOccurrence: Message(fr: "aucune occurrence", en: "no occurrence")
    case .placeOfItsOwn:
      Message(
        fr: """
          une position, ou une occurrence propre, est la même dans chacune des occurrences : écrivez plutôt un bloc \
          pour chacune
          """,
        en: """
          a position, or an occurrence of its own, is the same in each of several occurrences: list the blocks instead
          """)
    case .neverRead:
      Message(
        fr: """
          ce bloc n'est jamais lu : qui remplit sa condition (where) remplit aussi celle d'un bloc précédent
          """,
        en: "never used: who meets the where of this block also meets that of an earlier block")
    case .noSource: Message(fr: "ni colonne ni moyenne", en: "no column and no mean")
    }
  }
}

extension ExportDefect {
  var message: Message {
    switch self {
    case .noSuchColumn(let near, let columns, let delimiter):
      noSuchColumn(near, columns, delimiter)
    case .severalColumns(let count):
      Message(
        fr: """
          \(count) colonnes portent ce nom : la correspondance doit dire laquelle, par occurrence ou par position
          """,
        en: "\(count) columns have this name: the mapping must choose one, by occurrence or position")
    case .tooFewColumns(let count):
      Message(
        fr: "\(count, "seule colonne porte", "colonnes seulement portent") ce nom",
        en: "only \(count, "column has", "columns have") this name")
    case .noSuchPosition(let count):
      Message(
        fr: "l'en-tête a \(count, "colonne", "colonnes")", en: "the header has \(count, "column", "columns")")
    case .otherHeader(let name):
      Message(
        fr: "à la position que donne la correspondance, l'en-tête a un autre nom : \(name)",
        en: "the header has another name at the mapping's position: \(name)")
    case .identifiesAPerson:
      Message(
        fr:
          "cette colonne identifie une personne, et n'est donc jamais lue : retirez-la de la correspondance",
        en: "identifies a person, so it is never read: take it out of the mapping")
    case .usedOtherwise(let use):
      Message(
        fr: "la correspondance lit aussi cette colonne pour \(use), et autrement",
        en: "the mapping reads this column for \(use) too, in another way")
    case .neitherYesNorNo(let word, let yes, let no):
      Message(
        fr: """
          ni oui ni non d'après la correspondance : \(word) ; oui : \(list: words(yes)) ; non : \(list: words(no)) ; \
          la correspondance le dit par oui: […], non: […]
          """,
        en: """
          neither yes nor no by the mapping: \(word); yes: \(list: words(yes)); no: \(list: words(no)); \
          the mapping says which by oui: […], non: […]
          """)
    case .unknownSpecialities(let specialities):
      Message(
        fr: "aucune doublette de la correspondance n'a ces spécialités : \(list: words(specialities))",
        en: "no doublette of the mapping has these specialities: \(list: words(specialities))")
    case .missingTerm:
      Message(
        fr: "note absente (la règle de la correspondance est missing: reject)",
        en: "missing mark (the mapping's rule is missing: reject)")
    }
  }

  private func noSuchColumn(_ near: [String], _ columns: Int, _ delimiter: UInt8) -> Message {
    let mark = name(ofDelimiter: delimiter)
    let missing = Message(
      fr: """
        cette colonne n'est pas dans l'en-tête (\(columns, "colonne", "colonnes"), avec \(mark) comme séparateur)
        """,
      en: "no such column in the header (\(columns, "column", "columns"), cut at \(mark))")
    guard !near.isEmpty else { return missing }
    return missing + Message(fr: " ; noms proches : \(list: near)", en: "; like it: \(list: near)")
  }

  private func words(_ words: [String]) -> [Message] {
    let empty = Message(fr: "(vide)", en: "(empty)")
    return words.map { $0.isEmpty ? empty : Message(verbatim: $0) }
  }
}

extension ImportError: Worded, LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { message.english }

  public var message: Message {
    switch self {
    case .missingEvaluations(let names):
      Message(
        fr: "évaluations du barème qui manquent dans la correspondance : \(list: names)",
        en: "the mapping lacks evaluations of the scheme: \(list: names)")
    }
  }
}
