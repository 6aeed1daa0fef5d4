import Palmares
import Wording

/// What `admission import` says.
extension Message {
  static func imported(_ count: Int, withoutDoublette: Int) -> Message {
    Message(
      fr: """
        \(count, "candidat importé", "candidats importés"), \(withoutDoublette, "laissé", "laissés") de côté, sans \
        doublette pour \(for: withoutDoublette, "ses", "leurs") spécialités
        """,
      en: """
        \(count, "candidate", "candidates") imported, \(withoutDoublette) left out for specialities without a doublette
        """)
  }

  static func leftOut(_ omission: ExportOmissions.Count) -> Message {
    let (count, column, evaluation) = (omission.count, omission.column, omission.evaluation)
    return switch omission.reason {
    case .condition:
      Message(
        fr: """
          \(count, "candidat laissé", "candidats laissés") de côté par la condition des lignes (rows) : \(column)
          """,
        en: "\(count) left out by rows: \(column)")
    case .doublette:
      Message(
        fr: """
          \(count, "candidat laissé", "candidats laissés") de côté, sans doublette pour \(for: count, "ses", "leurs") \
          spécialités
          """,
        en: "\(count) left out for specialities without a doublette")
    case .outOfRange:
      Message(
        fr: """
          \(count, "candidat laissé", "candidats laissés") de côté pour une note hors de 0 à 20 : \(evaluation)
          """,
        en: "\(count) left out for a mark outside 0 to 20: \(evaluation)")
    case .markWithoutBlock:
      Message(
        fr: """
          \(evaluation) : pas de note pour \(count, "candidat", "candidats"), dont aucun bloc ne remplit la condition \
          (where)
          """,
        en: "\(evaluation): missing for \(count) without a block that meets its where")
    case .markOutOfRange:
      Message(
        fr: """
          \(evaluation) : \
          \(count, "cellule n'est pas une note de 0 à 20, et compte", "cellules ne sont pas des notes de 0 à 20, et comptent") \
          comme une note absente
          """,
        en: """
          \(evaluation): \(count, "cell that is", "cells that are") not a mark from 0 to 20, read as missing
          """)
    }
  }

  static let everyoneLeftOut = Message(
    fr: "la correspondance laisse tout le monde de côté ; --audit montre les mots de ses colonnes",
    en: "the mapping leaves everyone out; --audit lists the words of its columns")

  static func columnsKept(_ kept: Int, of all: Int) -> Message {
    Message(
      fr: """
        \(kept, "colonne gardée", "colonnes gardées") sur \(all) ; les autres ne sont conservées nulle part
        """,
      en: "\(kept) of \(all) columns kept, the others never stored")
  }

  static func note(_ note: ExportNote) -> Message {
    switch note {
    case .blocksByOccurrence(let names):
      Message(
        fr: """
          \(list: names) : ces colonnes sont choisies par leur seule occurrence ; pour un candidat qui a redoublé ou \
          changé d'année, ce peut être une autre année ; where: {column: …, equals: …} dit laquelle
          """,
        en: """
          \(list: names): taken by occurrence alone, which of a candidate who repeated or changed a year may be another \
          year; where: {column: …, equals: …} says which
          """)
    case .unconfirmedWishes(let column):
      Message(
        fr: """
          toutes les lignes sont lues, quoi que dise \(column) ; rows: {where: {column: …, equals: …}} en laisse de côté
          """,
        en: """
          all rows are read, whatever \(column) says; rows: {where: {column: …, equals: …}} leaves some out
          """)
    }
  }

  // MARK: The audit

  /// A word of a column, in how many rows it stands, and what it was read as.
  static func word(_ value: ExportAudit.Value) -> Message {
    let text = value.text.isEmpty ? Message(fr: "(vide)", en: "(empty)") : Message(verbatim: value.text)
    let reading =
      value.readings.isEmpty
      ? Message(fr: "rien", en: "nothing") : Message(verbatim: value.readings.joined(separator: ", "))
    return Message(
      fr: "  \(value.count) × \(text) → \(reading)", en: "  \(value.count) × \(text) → \(reading)")
  }

  static func moreWords(_ count: Int) -> Message {
    Message(
      fr: "  et \(count, "autre, qui n'est pas montré", "autres, qui ne sont pas montrés")",
      en: "  and \(count) more, not listed")
  }
}
