import Palmares
import Wording

// What the commands of grades say.
extension Message {
  /// Results of UEs, by kind.
  static func results(_ counts: [UEResult: Int]) -> Message {
    let count = counts.values.reduce(0, +)
    let parts = UEResult.allCases.map { result in
      let count = counts[result] ?? 0
      return switch result {
      case .validated:
        Message(fr: "\(count, "validé", "validés")", en: "\(count) \(result.rawValue)")
      case .rattrapage:
        Message(fr: "\(count) en rattrapage", en: "\(count) \(result.rawValue)")
      case .f: Message(fr: "\(count, "refusé", "refusés") (F)", en: "\(count) \(result.rawValue)")
      case .waiting: Message(fr: "\(count) en attente", en: "\(count) \(result.rawValue)")
      case .exempted:
        Message(fr: "\(count, "dispensé", "dispensés")", en: "\(count) \(result.rawValue)")
      }
    }
    return Message(
      fr: "\(count, "résultat", "résultats") : \(list: parts)",
      en: "\(count, "result", "results"): \(list: parts)")
  }

  /// - Parameters:
  ///   - validated: rows of students who validated at the first session.
  ///   - placed: rows of students who did after a rattrapage.
  static func graded(rows: Int, ues: Int, validated: Int, placed: Int) -> Message {
    Message(
      fr: """
        \(rows, "ligne", "lignes"), \(ues) UE : \(validated, "validée", "validées") à la première session, \
        \(placed, "classée", "classées") après un rattrapage
        """,
      en: """
        \(rows, "row", "rows"), \(ues, "UE", "UEs"): \(validated) validated at the first session, \
        \(placed) placed after a rattrapage
        """)
  }

  static func sharesOfPromotion(_ students: Int) -> Message {
    Message(
      fr: "pourcentages pris sur toute la promotion : \(students, "élève", "élèves")",
      en: "shares of the promotion: \(students, "student", "students")")
  }

  /// Marks under 10 that nothing says are validated.
  ///
  /// - Parameter hasAdvice: whether to say which flag refuses them.
  static func lowMarks(_ count: Int, hasAdvice: Bool) -> Message {
    let said = Message(
      fr: """
        \(count, "note", "notes") sous 10 sans statut, \(for: count, "comptée comme validée", "comptées comme validées")
        """,
      en: "\(count, "mark", "marks") under 10 without a statut, counted as validated")
    return hasAdvice
      ? Message(
        fr: "\(said) (--validated-from 10 \(for: count, "la", "les") refuse)",
        en: "\(said) (--validated-from 10 refuses \(for: count, "it", "them"))")
      : said
  }

  /// The last position of each mention.
  static func cuts(_ cuts: MentionCuts) -> Message {
    let positions = zip(cuts.mentions, cuts.positions).map { mention, position in
      Message(fr: "\(mention.description) \(position)", en: "\(mention.description) \(position)")
    }
    return Message(
      fr: "dernière position de chaque mention : \(list: positions)", en: "up to position: \(list: positions)"
    )
  }

  /// - Parameter mostStudents: of more students whose mention changed only so many are named.
  static func adaptation(_ entry: AdaptationReport.Entry, mostStudents: Int) -> Message {
    let cuts = entry.cuts.map { cut in
      let after =
        cut.after.map { Message(fr: "\($0)", en: "\($0)") } ?? Message(fr: "aucune", en: "none")
      return Message(
        fr: "\(cut.mention.description) \(cut.before) → \(after)",
        en: "\(cut.mention.description) \(cut.before) → \(after)")
    }
    let students = entry.changed.map(\.student)
    let changed =
      students.isEmpty
      ? Message(fr: "aucune mention changée", en: "no mention changed")
      : Message(
        fr: """
          \(for: students.count, "mention changée", "mentions changées") pour \(list: students, atMost: mostStudents)
          """,
        en: "changed for \(list: students, atMost: mostStudents)")
    let step = entry.step.adaptation.rawValue + (entry.ue.isEmpty ? "" : " " + entry.ue)
    return Message(
      fr: "\(step) : dernière position \(list: cuts) ; \(changed)",
      en: "\(step): up to position \(list: cuts); \(changed)")
  }

  static func moreAdaptations(_ count: Int) -> Message {
    Message(
      fr: "… et \(count, "autre adaptation", "autres adaptations") (voir --report)",
      en: "… and \(count) more \(for: count, "adaptation", "adaptations") (see --report)")
  }

  /// Empty mentions of UEs where others have one.
  static func emptyMentions(_ count: Int, ues: [String]) -> Message {
    Message(
      fr: """
        \(count, "mention vide", "mentions vides") alors que d'autres élèves en ont une dans la même UE, \
        \(for: count, "comptée", "comptées") comme des crédits sans mention : \(list: ues)
        """,
      en: """
        \(count) empty \(for: count, "mention", "mentions") where others have one in the same UE, counted as credits \
        without a mention: \(list: ues)
        """)
  }

  static func gpas(_ students: Int, without: Int, ues: Int) -> Message {
    let gap =
      without == 0
      ? Message(fr: "tous avec un GPA", en: "0 without a GPA")
      : Message(fr: "dont \(without) sans GPA", en: "\(without) without a GPA")
    return Message(
      fr: "\(students, "élève", "élèves"), \(gap) ; \(ues) UE",
      en: "\(students, "student", "students"), \(gap); \(ues, "UE", "UEs")")
  }
}
