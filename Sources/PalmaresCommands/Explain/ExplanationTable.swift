import Palmares
import Wording

/// An explanation as a table, a row for each wish:
/// `eleve,creneau,rang,module,resultat,places,prises,mieux_classes,moins_bien_classes,raison`.
///
/// `raison` is a sentence, in the language of the run.
struct ExplanationTable {
  let facts: ExplanationFacts
  let subject: WishesFile.Subject

  func write(_ format: TableFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let letter = ExplanationLetter(facts: facts, subject: subject, isToStudent: false)
    let rows =
      facts.places.flatMap { place in
        place.wishes.map { wish in
          (
            place.slot, wish, wish.places == nil ? [] : letter.sentences(wish, place)
          )
        }
      } + facts.withoutEffect.map { ("", $0, [$0.conditions.joined(separator: ", ")]) }
    let columns = [
      "eleve", "creneau", "rang", subject.rawValue, "resultat", "places", "prises", "mieux_classes",
      "moins_bien_classes", "raison",
    ]
    try writeTable(format, columns: columns, rows: rows.count, workers: .one, to: sink) { text, range in
      for (slot, wish, reasons) in rows[range] {
        text.text(facts.student)
        text.text(slot)
        text.integer(wish.rank)
        text.text(wish.module)
        text.text(wish.outcome.rawValue)
        for count in [wish.places, wish.taken, wish.betterCount, wish.lowerCount] {
          if let count { text.integer(count) } else { text.empty() }
        }
        text.text(reasons.joined(separator: " ").text)
        text.endRow()
      }
    }
  }
}
