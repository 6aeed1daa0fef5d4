import Palmares
import Wording

/// The sentences that the text of an explanation and its letter share.
struct ExplanationWording {
  let subject: WishesFile.Subject

  /// A module, or a destination.
  var noun: Message { Message(verbatim: subject.rawValue) }

  /// `pas de module`, `no module`.
  var none: Message { Message(fr: "pas \(de: noun.french)", en: "no \(noun)") }

  /// `en SANTE`, `in SANTE`.
  func inside(_ place: String) -> Message {
    switch subject {
    case .module: Message(fr: "en \(place)", en: "in \(place)")
    case .destination: Message(fr: "à \(place)", en: "in \(place)")
    }
  }

  /// Two as a word, 12 as digits.
  static func number(_ count: Int) -> Message {
    let french = ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
    let english = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    guard french.indices.contains(count) else { return Message(fr: "\(count)", en: "\(count)") }
    return Message(fr: "\(french[count])", en: "\(english[count])")
  }

  /// Two numbers of one sentence: both as words, or both as digits.
  static func numbers(_ first: Int, _ second: Int) -> [Message] {
    max(first, second) <= 10
      ? [number(first), number(second)] : [first, second].map { Message(fr: "\($0)", en: "\($0)") }
  }

  /// What a change that gives the student a place does to others: `un élève à un moins bon rang`, `would give one
  /// student a worse wish`.
  func price(_ change: ExplanationFacts.Change) -> Message {
    var parts: [Sentence<English>] = []
    func add(_ count: Int, _ text: (Sentence<English>) -> Sentence<English>) {
      let students: Sentence<English> = "\(Self.number(count)) \(for: count, "student", "students")"
      if count > 0 { parts.append(text(students)) }
    }
    add(change.left) { "leave \($0.text) without a \(noun)" }
    add(change.worse) { "give \($0.text) a worse wish" }
    add(change.placed) { "give \($0.text) a place" }
    add(change.better) { "give \($0.text) a better wish" }
    let french = effects(
      [(change.left, .left), (change.worse, .worse), (change.placed, .placed), (change.better, .better)],
      none: "rien ne change pour les autres")
    return Message(
      fr: french, en: parts.isEmpty ? "would change nothing for others" : "would \(all: parts.map(\.text))")
  }

  /// Why a change that costs the objective nothing is not made; it follows what the change does, and a conjunction.
  ///
  /// - Parameter student: whom others come before.
  func merit(_ change: ExplanationFacts.Change, than student: Message) -> Message? {
    let count = change.betterMeritLosers
    guard change.objective.allSatisfy({ $0.gain >= 0 }), count > 0 else { return nil }
    let place = Message(fr: "avant \(student) dans l'ordre de mérite", en: "")
    let isAll = count == change.left + change.worse
    let french: Sentence<French> =
      switch (isAll, count) {
      case (true, 1): "cet élève vient \(place)"
      case (true, _): "ceux qui y perdent viennent tous \(place)"
      case (false, 1): "un de ceux qui y perdent vient \(place)"
      case (false, _): "\(Self.number(count)) de ceux qui y perdent viennent \(place)"
      }
    return Message(
      fr: french,
      en: """
        \(Self.number(count)) of those who lose by it \(for: count, "has", "have") a better merit than \(student)
        """)
  }

  /// What one more place changes: `un élève de plus placé, deux à un meilleur rang`, `one student more gets a place, two
  /// get a better wish`.
  ///
  /// - Parameter own: whether the student gains as well, counted among the others, and from having no place.
  func gain(_ change: ExplanationFacts.Change, own: (isAmong: Bool, hadPlace: Bool)) -> Message {
    let placed = change.placed + (own.isAmong && !own.hadPlace ? 1 : 0)
    let better = change.better + (own.isAmong && own.hadPlace ? 1 : 0)
    var parts: [Sentence<English>] = []
    func add(_ count: Int, _ verb: Sentence<English>, students: Sentence<English>? = nil) {
      guard count > 0 else { return }
      let first = students ?? " \(for: count, "student", "students")"
      parts.append("\(Self.number(count))\(parts.isEmpty ? first.text : "") \(verb.text)")
    }
    add(
      placed, "\(for: placed, "gets", "get") a place",
      students: " \(for: placed, "student", "students") more")
    add(better, "\(for: better, "gets", "get") a better wish")
    add(change.worse, "\(for: change.worse, "gets", "get") a worse one")
    add(change.left, "\(for: change.left, "has", "have") none any more")
    let french = effects(
      [(placed, .placed), (better, .better), (change.worse, .worse), (change.left, .left)],
      none: "rien ne change")
    return Message(fr: french, en: parts.isEmpty ? "nothing changes" : "\(list: parts.map(\.text))")
  }

  private enum Effect {
    case placed, left, better, worse

    func french(_ count: Int) -> Sentence<French> {
      switch self {
      case .placed: "de plus \(for: count, "placé", "placés")"
      case .left: "qui \(for: count, "perd sa place", "perdent leur place")"
      case .better: "à un meilleur rang"
      case .worse: "à un moins bon rang"
      }
    }
  }

  /// `un élève de plus placé, deux à un meilleur rang`.
  private func effects(_ effects: [(count: Int, effect: Effect)], none: Sentence<French>) -> Sentence<French>
  {
    var parts: [String] = []
    for (count, effect) in effects where count > 0 {
      let student: Sentence<French> = "\(for: count, " élève", " élèves")"
      parts.append(
        Self.number(count).french + (parts.isEmpty ? student.text : "") + " " + effect.french(count).text)
    }
    return parts.isEmpty ? none : "\(list: parts)"
  }

  /// What the student has now instead; it follows what was decided.
  func since(_ since: ExplanationFacts.Since?) -> Message {
    guard let since else { return Message(verbatim: "") }
    let module = since.module.map { Message(verbatim: $0) } ?? none
    return switch since.mark {
    case .exchange:
      Message(fr: " ; depuis, par un échange, \(module)", en: "; since then, by an exchange, \(module)")
    case .complement:
      Message(
        fr: " ; ensuite, parmi les places restées libres, \(module)",
        en: "; then, of what was free, \(module)")
    case nil: Message(fr: " ; aujourd'hui, \(module)", en: "; by now \(module)")
    }
  }
}
