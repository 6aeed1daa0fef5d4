import Palmares
import Wording

/// An explanation to the student: counts instead of other students.
struct ExplanationLetter {
  let facts: ExplanationFacts
  let subject: WishesFile.Subject
  /// Whether sentences say « you ».
  var isToStudent = true
  private var words: ExplanationWording { ExplanationWording(subject: subject) }

  /// Whom others come before or after.
  private var you: Message {
    isToStudent ? Message(fr: "vous", en: "you") : Message(fr: "l'élève", en: "the student")
  }

  var message: Message {
    var paragraphs = [
      Message(fr: "À l'attention de l'élève \(facts.student)", en: "To student \(facts.student),")
    ]
    if facts.places.isEmpty {
      paragraphs.append(
        Message(fr: "Vous n'avez \(words.none).", en: "You have \(words.none)."))
    }
    paragraphs += facts.places.map(paragraph(of:))
    if !facts.withoutEffect.isEmpty {
      let head = Message(
        fr: "Vous ne remplissez pas les conditions de :", en: "You do not meet the conditions of:")
      let wishes = facts.withoutEffect.map {
        Message(
          fr: "- \($0.module), votre vœu de rang \($0.rank) : \(list: $0.conditions).",
          en: "- \($0.module), your wish of rank \($0.rank): \(list: $0.conditions).")
      }
      paragraphs.append(([head] + wishes).joined(separator: "\n"))
    }
    paragraphs.append(order)
    paragraphs.append(Message(fr: "Cordialement,\nla scolarité", en: "Yours sincerely,\nthe scolarité"))
    return paragraphs.joined(separator: "\n\n") + Message(verbatim: "\n")
  }

  private func paragraph(of place: ExplanationFacts.Place) -> Message {
    let outcome = outcome(place) + since(place.since)
    let better = place.wishes.filter { $0.places != nil }
    guard !better.isEmpty else { return outcome }
    let head =
      place.rank == nil
      ? Message(fr: "Vos vœux :", en: "Your wishes:")
      : Message(fr: "Vos vœux mieux classés :", en: "The wishes you ranked higher:")
    let lines = better.map { wish in
      let sentences = sentences(wish, place).joined(separator: " ")
      return Message(
        fr: "- \(wish.module), votre vœu de rang \(wish.rank) : \(sentences)",
        en: "- \(wish.module), your wish of rank \(wish.rank): \(sentences)")
    }
    return ([outcome, head] + lines).joined(separator: "\n")
  }

  /// What the student has in a créneau.
  private func outcome(_ place: ExplanationFacts.Place) -> Message {
    let slot = place.slot
    let you =
      slot.isEmpty
      ? Message(fr: "Vous", en: "You")
      : Message(fr: "Dans le créneau \(slot), vous", en: "In créneau \(slot), you")
    if let module = place.module {
      return place.rank.map {
        Message(
          fr: "\(you) avez \(module), votre vœu de rang \($0).",
          en: "\(you) have \(module), your wish of rank \($0).")
      }
        ?? Message(
          fr: "\(you) avez \(module), qui n'était pas un de vos vœux.",
          en: "\(you) have \(module), which was no wish of yours.")
    }
    guard place.wishes.isEmpty else {
      return Message(fr: "\(you) n'avez \(words.none).", en: "\(you) have \(words.none).")
    }
    let open =
      switch subject {
      case .module: Message(fr: "aucun qui vous soit ouvert", en: "none")
      case .destination: Message(fr: "aucune qui vous soit ouverte", en: "none")
      }
    return Message(
      fr: "\(you) n'avez \(words.none) : vous n'en avez demandé \(open).",
      en: "\(you) have \(words.none): you named \(open) there that you meet the conditions of.")
  }

  /// What the student has by now instead.
  private func since(_ since: ExplanationFacts.Since?) -> Message {
    guard let since else { return Message(verbatim: "") }
    let have =
      since.module.map { Message(fr: "vous avez \($0)", en: "you have \($0)") }
      ?? Message(fr: "vous n'avez plus \(de: words.noun.french)", en: "you have \(words.none)")
    return switch since.mark {
    case .exchange:
      Message(fr: " Depuis, par un échange, \(have).", en: " Since then \(have), by an exchange.")
    case .complement:
      Message(
        fr: " Ensuite, parmi les places restées libres, \(have).",
        en: " You were then given \(since.module ?? ""), of what was free.")
    case nil: Message(fr: " Aujourd'hui, \(have).", en: " By now \(have).")
    }
  }

  /// Why a wish was not met, to the student.
  func sentences(_ wish: ExplanationFacts.Wish, _ place: ExplanationFacts.Place) -> [Message] {
    var sentences = [state(wish)]
    if let taken = wish.taken, taken > 0 { sentences.append(holders(wish)) }
    if let cost = wish.cost {
      let price = words.price(cost)
      let reason =
        words.merit(cost, than: you).map { Message(fr: ", et \($0)", en: ", and \($0)") }
        ?? Message(verbatim: "")
      let french: Sentence<French> =
        isToStudent ? "Si l'on vous y donnait une place" : "Si l'on y donnait une place à l'élève"
      sentences.append(
        Message(
          fr: "\(french.text) : \(price)\(reason).", en: "Giving \(you) a place there \(price)\(reason)."))
    }
    if let more = wish.oneMore {
      let gain = words.gain(more, own: (more.hasOwnMove, place.module != nil))
      let yours =
        isToStudent ? Message(fr: "pour vous", en: "yours") : Message(fr: "pour l'élève", en: "the student's")
      let own =
        wish.isWithinReach ?? false
        ? Message(fr: "Elle pourrait être \(yours)", en: "it could be \(yours)")
        : Message(fr: "Elle ne serait pas \(yours)", en: "it would not be \(yours)")
      sentences.append(
        Message(
          fr: "Une place de plus \(words.inside(wish.module)) : \(gain). \(own).",
          en: "With one more place there: \(gain); \(own)."))
    }
    return sentences
  }

  private func state(_ wish: ExplanationFacts.Wish) -> Message {
    let (places, taken) = (wish.places ?? 0, wish.taken ?? 0)
    let some = Message(
      fr: """
        \(taken, "place", "places") sur \(places) \(for: taken, "est prise", "sont prises")
        """,
      en: "\(taken) of its \(places) places \(taken == 1 ? "is" : "are") taken")
    switch wish.outcome {
    case .closed:
      let minimum = wish.minimum ?? 0
      let verb = Message(
        fr: subject == .module ? "ce module n'ouvre pas" : "cette destination n'ouvre pas",
        en: "it does not run")
      return Message(
        fr: "\(verb), car moins de \(minimum, "élève pouvait", "élèves pouvaient") l'avoir.",
        en: "\(verb), since fewer than \(minimum) students could have it.")
    case .elsewhere:
      return isToStudent
        ? Message(fr: "vous l'avez dans un autre créneau.", en: "you have it in another créneau.")
        : Message(fr: "l'élève l'a dans un autre créneau.", en: "the student has it in another créneau.")
    case .quota:
      return Message(
        fr: """
          \(some), mais il ne reste aucun départ dans \(for: wish.quotas.count, "le quota", "les quotas") \
          \(list: wish.quotas).
          """,
        en: "\(some), and there is no departure left in \(list: wish.quotas).")
    case .full:
      return places == 1
        ? Message(fr: "la seule place est prise.", en: "its only place is taken.")
        : Message(fr: "les \(places) places sont prises.", en: "all its \(places) places are taken.")
    default:
      return taken == 0
        ? Message(
          fr: """
            \(places == 1 ? "la seule place est libre" : "les \(places) places sont libres").
            """,
          en: "\(some).") : some + Message(verbatim: ".")
    }
  }

  /// Where those who have the places stand in the order of merit.
  private func holders(_ wish: ExplanationFacts.Wish) -> Message {
    let (better, lower) = (wish.betterCount ?? 0, wish.lowerCount ?? 0)
    func place(_ isBefore: Bool) -> Message {
      isBefore
        ? Message(fr: "avant \(you) dans l'ordre de mérite", en: "before \(you) in the order of merit")
        : Message(fr: "après \(you) dans l'ordre de mérite", en: "after \(you) in the order of merit")
    }
    if better == 0 || lower == 0 {
      let (count, place) = (better + lower, place(better > 0))
      return count == 1
        ? Message(
          fr: "L'élève qui y a une place vient \(place).", en: "The student who has it comes \(place).")
        : Message(
          fr: "Les \(count) élèves qui y ont une place viennent \(place).",
          en: "All \(count) who have it come \(place).")
    }
    let counts = ExplanationWording.numbers(better, lower)
    return Message(
      fr: """
        Parmi les élèves qui y ont une place, \(counts[0]) \(for: better, "vient", "viennent") \(place(true)), et \
        \(counts[1]) après.
        """,
      en: """
        Of those who have it, \(counts[0]) \(for: better, "comes", "come") \(place(true)), and \(counts[1]) after.
        """)
  }

  /// By which rule places went.
  private var order: Message {
    let rule =
      switch AllocationPolicy(rawValue: facts.policy) {
      case .rankMaximal:
        Message(
          fr: "autant d'élèves que possible ont leur premier vœu, puis leur deuxième, et ainsi de suite",
          en: "as many students as possible have their first wish, then their second, and so on")
      case .generous:
        Message(
          fr: """
            autant d'élèves que possible ont une place, puis aussi peu que possible ont un de leurs derniers vœux
            """,
          en: """
            as many students as possible have a place, and then as few as possible one of their last wishes
            """)
      case .merit:
        Message(
          fr: "les élèves choisissent l'un après l'autre, dans l'ordre de mérite",
          en: "students choose one after the other in the order of merit")
      default:
        Message(
          fr: """
            autant d'élèves que possible ont une place, puis les vœux sont respectés le mieux possible dans l'ensemble
            """,
          en: "as many students as possible have a place, and their wishes are met as well as possible in all"
        )
      }
    let (position, count, absences) = (facts.meritPosition, facts.studentCount, facts.absences)
    let counted = Message(
      fr: absences == 0 ? "aucune absence" : "\(absences, "absence", "absences")",
      en: "\(absences, "absence", "absences")")
    return Message(
      fr: """
        Les places sont attribuées selon cette règle : \(rule). Entre des résultats aussi bons l'un que l'autre, \
        l'ordre de mérite décide : le GPA, puis les absences, puis un tirage au sort. Vous y êtes \(ordinal: position) \
        sur \(count), avec un GPA de \(decimal: facts.gpa) et \(counted).
        """,
      en: """
        Places go so that \(rule). Between results as good as each other the order of merit decides: GPA, absences, \
        then a draw. You are number \(position) of \(count) in it, with a GPA of \(facts.gpa) and \
        \(counted).
        """)
  }
}
