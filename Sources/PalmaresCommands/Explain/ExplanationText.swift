import Palmares
import Wording

/// An explanation for the scolarité: the holders of the places, and the moves that a change would need.
struct ExplanationText {
  let facts: ExplanationFacts
  let subject: WishesFile.Subject
  private var words: ExplanationWording { ExplanationWording(subject: subject) }
  private var student: Message { Message(verbatim: facts.student) }

  private static let mostHolders = 10

  var message: Message {
    let standing = standing(facts.gpa, facts.absences, facts.meritPosition)
    var lines = [
      Message(
        fr: "\(student) : \(standing) sur \(facts.studentCount, "élève", "élèves")",
        en: "\(student): \(standing) of \(facts.studentCount, "student", "students")")
    ]
    lines += facts.places.isEmpty ? [nothing] : facts.places.flatMap(lines(of:))
    lines += facts.withoutEffect.map {
      Message(
        fr: "vœu de rang \($0.rank), \($0.module), conditions non remplies : \(list: $0.conditions)",
        en: "wish of rank \($0.rank), \($0.module), conditions not met: \(list: $0.conditions)")
    }
    if !facts.isOptimal {
      lines.append(
        Message(
          fr: """
            selon la politique \(facts.policy), de simples échanges amélioreraient cette affectation : ce que les \
            changements coûtent n'est pas dit
            """,
          en: """
            exchanges alone would better this allocation by the policy \(facts.policy): what changes cost is not said
            """))
    } else if !facts.isExact, facts.places.contains(where: { $0.wishes.contains { $0.cost != nil } }) {
      lines.append(
        Message(
          fr: """
            avec des effectifs minimaux, des modules présents dans plusieurs créneaux ou des quotas qui se croisent, \
            des changements moins coûteux sont possibles
            """,
          en: "minimums, créneaux that share modules or quotas that cross: cheaper changes may exist"))
    }
    return lines.map { $0 + Message(verbatim: "\n") }.joined()
  }

  private var nothing: Message {
    Message(
      fr: "\(words.none), et aucun vœu dont les conditions sont remplies",
      en: "\(words.none), and no wish whose conditions are met")
  }

  /// GPA, absences and place in the merit order.
  private func standing(_ gpa: String, _ absences: Int, _ position: Int) -> Message {
    Message(
      fr: "GPA \(decimal: gpa) ; \(absences, "absence", "absences") ; \(ordinal: position) au mérite",
      en: "GPA \(gpa), absences \(absences), merit \(position)")
  }

  private func lines(of place: ExplanationFacts.Place) -> [Message] {
    let outcome =
      if let module = place.module {
        place.rank.map {
          Message(fr: "a \(module), vœu de rang \($0)", en: "has \(module), wish of rank \($0)")
        } ?? Message(fr: "a \(module), qui n'était pas un vœu", en: "has \(module), which was no wish")
      } else {
        place.wishes.isEmpty ? nothing : words.none
      }
    let slot = place.slot
    let head =
      slot.isEmpty
      ? outcome : Message(fr: "créneau \(slot) : \(outcome)", en: "créneau \(slot): \(outcome)")
    return [head + words.since(place.since)]
      + place.wishes.filter { $0.places != nil }.flatMap { lines(of: $0, place) }
  }

  private func lines(of wish: ExplanationFacts.Wish, _ place: ExplanationFacts.Place) -> [Message] {
    let (places, taken) = (wish.places ?? 0, wish.taken ?? 0)
    var head = Message(
      fr: """
          rang \(wish.rank), \(wish.module) : \(taken, "place prise", "places prises") sur \(places)
        """,
      en: "  rank \(wish.rank), \(wish.module): \(taken) of \(places, "place", "places") taken")
    let minimum = wish.minimum ?? 0
    if wish.outcome == .closed {
      head =
        head
        + Message(fr: ", n'ouvre pas (minimum \(minimum))", en: ", does not run (minimum \(minimum))")
    }
    if wish.outcome == .elsewhere {
      head =
        head
        + Message(
          fr: " ; l'élève a déjà ce module dans un autre créneau",
          en: "; the student has the module in another créneau")
    }
    var lines = [head]
    let holders = wish.holders ?? []
    let lower = holders.prefix(wish.lowerCount ?? 0)
    let others = holders.dropFirst(wish.lowerCount ?? 0)
    if !lower.isEmpty {
      lines.append(
        Message(
          fr: "    moins bien classés au mérite, et pourquoi chacun garde sa place :",
          en: "    of lower merit, and why each keeps the place:"))
      lines += shown(lower) { self.lines(of: $0) }
      if !others.isEmpty {
        lines.append(Message(fr: "    mieux classés au mérite :", en: "    of better merit:"))
      }
    }
    lines += shown(others) { [Message(verbatim: "    ") + self.line(of: $0)] }
    lines += wish.quotas.map {
      Message(fr: "    quota \($0) : plus aucun départ", en: "    quota \($0): no departure left")
    }
    if let cost = wish.cost {
      let price = price(cost)
      lines.append(
        Message(
          fr: "    donner cette place à \(student) : \(price)",
          en: "    giving \(student) this place \(price)"))
    }
    if let more = wish.oneMore {
      let inside = words.inside(wish.module)
      let gain = gain(more, wish, hasPlace: place.module != nil)
      lines.append(
        Message(
          fr: "    une place de plus \(inside) : \(gain)", en: "    one more place \(inside): \(gain)"))
    }
    return lines
  }

  private func shown(
    _ holders: ArraySlice<ExplanationFacts.Holder>, _ lines: (ExplanationFacts.Holder) -> [Message]
  ) -> [Message] {
    let more = holders.count - Self.mostHolders
    return holders.prefix(Self.mostHolders).flatMap(lines)
      + (more > 0
        ? [
          Message(
            fr: "    … et \(more, "autre", "autres")", en: "    … and \(more) more")
        ] : [])
  }

  private func line(of holder: ExplanationFacts.Holder) -> Message {
    let rank =
      holder.rank.map { Message(fr: "rang \($0)", en: "rank \($0)") }
      ?? Message(fr: "hors de ses vœux", en: "no wish")
    let standing = standing(holder.gpa, holder.absences, holder.meritPosition)
    return Message(
      fr: "\(holder.student) : \(rank) ; \(standing)", en: "\(holder.student): \(rank), \(standing)")
  }

  private func lines(of holder: ExplanationFacts.Holder) -> [Message] {
    let line = Message(verbatim: "      ") + line(of: holder)
    guard let change = holder.handover else { return [line] }
    let moves = (change.moves ?? []).filter { $0.student != facts.student }.map(text)
    let price = price(change)
    return [
      line,
      Message(
        fr: "        si \(student) avait cette place, \(list: moves) : \(price)",
        en: "        with the place for \(student), \(list: moves): \(price)"),
    ]
  }

  private func text(_ move: ExplanationFacts.Move) -> Message {
    guard let module = move.to else {
      return Message(
        fr: "\(move.student) n'aurait \(words.none)", en: "\(move.student) would have \(words.none)")
    }
    let rank =
      move.rank.map { Message(fr: "rang \($0)", en: "rank \($0)") }
      ?? Message(fr: "hors de ses vœux", en: "no wish")
    return Message(
      fr: "\(move.student) aurait \(module) (\(rank))", en: "\(move.student) would have \(module) (\(rank))")
  }

  /// What the objective changes by in all.
  private func total(_ change: ExplanationFacts.Change) -> Message {
    change.objective.isEmpty
      ? Message(verbatim: "") : Message(fr: " (au total, \(change.words))", en: " (in all, \(change.words))")
  }

  private func price(_ change: ExplanationFacts.Change) -> Message {
    let price = words.price(change) + total(change)
    guard let merit = words.merit(change, than: student) else { return price }
    return Message(
      fr: "\(price) ; à égalité dans l'ensemble, mais \(merit)", en: "\(price); in all as good, but \(merit)")
  }

  private func gain(
    _ change: ExplanationFacts.Change, _ wish: ExplanationFacts.Wish, hasPlace: Bool
  ) -> Message {
    let gain = words.gain(change, own: (change.hasOwnMove, hasPlace)) + total(change)
    return wish.isWithinReach ?? false
      ? Message(fr: "\(gain) ; \(student) pourrait l'avoir", en: "\(gain); \(student) could have it")
      : Message(fr: "\(gain) ; \(student) ne l'aurait pas", en: "\(gain); \(student) would not have it")
  }
}
