import Palmares
import Wording

extension Message {
  /// A count of ranks as a sum over all students, where a rank costs what it is above 1, or else of rank costs.
  private static func ranks(_ size: Int, isGain: Bool, _ level: ObjectiveLevel, _ problem: AllocationProblem)
    -> Message
  {
    guard level.countsRanks(of: problem) else {
      return isGain
        ? Message(fr: "coût des rangs : \(size) de moins", en: "\(size) less in rank cost")
        : Message(fr: "coût des rangs : \(size) de plus", en: "\(size) more in rank cost")
    }
    return isGain
      ? Message(
        fr: "\(size, "rang gagné", "rangs gagnés")", en: "\(size, "rank", "ranks") gained")
      : Message(
        fr: "\(size, "rang cédé", "rangs cédés")", en: "\(size, "rank", "ranks") given up")
  }

  /// What a gain in weighted cost means, level by level, without the levels that stay the same.
  static func gain(_ gain: Int64, _ stage: ObjectiveStage, of problem: AllocationProblem) -> Message {
    gains(stage.digits(gain), stage.levels, of: problem)
  }

  /// - Parameter gains: of each level, by how much its value falls.
  static func gains(_ gains: [Int64], _ levels: [ObjectiveLevel], of problem: AllocationProblem) -> Message {
    let parts = zip(levels, gains).filter { $0.1 != 0 }.map { level, gain in
      change(Int(abs(gain)), isGain: gain > 0, level, problem)
    }
    return parts.isEmpty ? Message(fr: "rien", en: "nothing") : parts.joined(separator: ", ")
  }

  private static func change(
    _ size: Int, isGain: Bool, _ level: ObjectiveLevel, _ problem: AllocationProblem
  ) -> Message {
    switch level.subject {
    case .unplaced where problem.slotCount > 1:
      isGain
        ? Message(
          fr: "\(size, "place attribuée", "places attribuées") de plus",
          en: "\(size) more \(for: size, "place", "places") given")
        : Message(
          fr: "\(size, "place attribuée", "places attribuées") de moins",
          en: "\(size) fewer \(for: size, "place", "places") given")
    case .unplaced:
      isGain
        ? Message(
          fr: "\(size, "élève", "élèves") de plus \(for: size, "placé", "placés")", en: "\(size) more placed")
        : Message(
          fr: "\(size, "élève", "élèves") de moins \(for: size, "placé", "placés")",
          en: "\(size) fewer placed")
    case .rankCost: ranks(size, isGain: isGain, level, problem)
    case .most(let rank):
      isGain
        ? Message(fr: "\(size) de plus au rang \(number: rank)", en: "\(size) more at rank \(number: rank)")
        : Message(fr: "\(size) de moins au rang \(number: rank)", en: "\(size) fewer at rank \(number: rank)")
    case .fewest(let rank):
      isGain
        ? Message(fr: "\(size) de moins au rang \(number: rank)", en: "\(size) fewer at rank \(number: rank)")
        : Message(fr: "\(size) de plus au rang \(number: rank)", en: "\(size) more at rank \(number: rank)")
    case .required:
      isGain
        ? Message(
          fr: "\(size) de plus \(for: size, "placé", "placés") parmi ceux qui doivent leur quitus",
          en: "\(size) more placed of those who owe their quitus")
        : Message(
          fr: "\(size) de moins \(for: size, "placé", "placés") parmi ceux qui doivent leur quitus",
          en: "\(size) fewer placed of those who owe their quitus")
    case .priority:
      isGain
        ? Message(fr: "\(size) de plus en priorité", en: "\(size) more of priority")
        : Message(fr: "\(size) de moins en priorité", en: "\(size) less of priority")
    case .moves:
      isGain
        ? Message(
          fr: "\(size, "changement", "changements") de moins",
          en: "\(size) fewer \(for: size, "move", "moves")")
        : Message(
          fr: "\(size, "changement", "changements") de plus", en: "\(size) more \(for: size, "move", "moves")"
        )
    }
  }

  /// The value of a level; nil for a rank that nobody has.
  static func value(
    _ value: Int64, _ level: ObjectiveLevel, of problem: AllocationProblem, _ subject: WishesFile.Subject
  )
    -> Message?
  {
    let size = Int(abs(value))
    switch level.subject {
    case .unplaced: return without(size, subject)
    case .rankCost:
      return level.countsRanks(of: problem)
        ? ranks(size, isGain: false, level, problem)
        : Message(fr: "coût des rangs \(size)", en: "rank cost \(size)")
    case .most(let rank), .fewest(let rank):
      return size == 0
        ? nil : Message(fr: "\(size) au rang \(number: rank)", en: "\(size) at rank \(number: rank)")
    case .required:
      return Message(
        fr: "\(size, "élève qui doit son quitus", "élèves qui doivent leur quitus") sans place",
        en: "\(size, "student", "students") who \(for: size, "owes", "owe") a quitus without a place")
    case .priority: return Message(fr: "priorité \(size)", en: "priority \(size)")
    case .moves: return Message(fr: "\(size, "changement", "changements")", en: "\(size, "move", "moves")")
    }
  }

  /// What a level counts, for those who read its name in a certificate.
  static func meaning(of level: ObjectiveLevel.Subject) -> Message {
    switch level {
    case .unplaced: Message(fr: "places non attribuées", en: "places not given")
    case .rankCost: Message(fr: "somme des coûts des rangs", en: "sum of the rank costs")
    case .most(let rank):
      Message(
        fr: "places au rang \(number: rank), comptées en négatif",
        en: "places at rank \(number: rank), counted below 0")
    case .fewest(let rank):
      Message(fr: "places au rang \(number: rank)", en: "places at rank \(number: rank)")
    case .required:
      Message(
        fr: "élèves qui doivent leur quitus et n'ont pas de place",
        en: "students who owe their quitus and have no place")
    case .priority:
      Message(
        fr: "somme des priorités, comptée en négatif", en: "sum of the priorities, counted below 0")
    case .moves: Message(fr: "changements", en: "moves")
    }
  }

  /// Why no allocation is better than one that is optimal by a policy.
  static func optimal(
    _ policy: AllocationPolicy, _ objective: AllocationObjective, of problem: AllocationProblem
  ) -> Message {
    let optimal = optimal(policy, objective, among: problem)
    return problem.required.isEmpty
      ? optimal
      : Message(
        fr: "une fois placés autant d'élèves que possible parmi ceux qui doivent leur quitus, \(optimal)",
        en: "with as many as possible placed of those who owe their quitus, \(optimal)")
  }

  private static func optimal(
    _ policy: AllocationPolicy, _ objective: AllocationObjective, among problem: AllocationProblem
  ) -> Message {
    let placed =
      problem.slotCount > 1
      ? Message(fr: "n'attribue plus de places", en: "gives more places")
      : Message(fr: "ne place plus d'élèves", en: "places more students")
    let asMany =
      problem.slotCount > 1
      ? Message(fr: "autant de places", en: "as many") : Message(fr: "autant d'élèves", en: "as many")
    switch policy {
    case .satisfaction:
      let countsRanks = objective.levels.allSatisfy { $0.subject != .rankCost || $0.countsRanks(of: problem) }
      let better =
        countsRanks
        ? Message(fr: "à de meilleurs rangs en tout", en: "at better ranks in all")
        : Message(fr: "à un moindre coût des rangs", en: "at a lower cost of the ranks")
      return Message(
        fr: "aucune autre affectation \(placed), ni \(asMany) \(better)",
        en: "no other allocation \(placed), nor \(asMany) \(better)")
    case .rankMaximal:
      return Message(
        fr: """
          aucune autre affectation ne satisfait plus de premiers vœux, ni, avec autant de premiers, plus de \
          deuxièmes, et ainsi de suite
          """,
        en: """
          no other allocation grants more first wishes, nor, with as many of these, more second wishes, and so on
          """)
    case .generous:
      return Message(
        fr: """
          aucune autre affectation \(placed), ni, avec \(asMany), n'en donne moins au pire rang, puis au précédent, \
          et ainsi de suite
          """,
        en: """
          no other allocation \(placed), nor, with \(asMany), gives fewer at the worst rank, then at the one \
          before, and so on
          """)
    case .merit:
      return Message(
        fr: "personne ne pourrait avoir mieux sans prendre la place d'un élève de meilleur mérite",
        en: "nobody could have better without taking the place of a student of better merit")
    }
  }

  /// So many without a place.
  static func without(_ count: Int, _ subject: WishesFile.Subject) -> Message {
    Message(fr: "\(count) \(without(subject))", en: "\(count) \(without(subject))")
  }

  /// Without a place.
  static func without(_ subject: WishesFile.Subject) -> Message {
    Message(fr: "sans \(subject.rawValue)", en: "without a \(subject.rawValue)")
  }
}

extension ObjectiveLevel {
  /// Whether the level is the sum of how far the ranks are above 1.
  fileprivate func countsRanks(of problem: AllocationProblem) -> Bool {
    subject == .rankCost
      && zip(costs, problem.ranks).allSatisfy { $0.1 == problem.unwishedRank || $0.0 == Int64($0.1) - 1 }
  }
}

extension Shortfall {
  /// Which condition fails, and by how much.
  var message: Message {
    switch self {
    case .prerequisite(let code): Message(fr: "\(code) manque", en: "\(code) missing")
    case .gpa(let gpa, let least):
      Message(
        fr: """
          GPA \(decimal: gpa.decimalText(under: least)) (minimum \(decimal: least.decimalText(digits: 15)))
          """,
        en: "GPA \(gpa.decimalText(under: least)) (minimum \(least.decimalText(digits: 15)))")
    case .absences(let absences, let most):
      Message(
        fr: "\(absences, "absence", "absences") (maximum \(most))",
        en: "\(absences, "absence", "absences") (maximum \(most))")
    case .ects(let ects, let least):
      Message(
        fr: """
          \(decimal: ects.decimalText(under: least)) ECTS (minimum \(decimal: least.decimalText(digits: 15)))
          """,
        en: "\(ects.decimalText(under: least)) ECTS (minimum \(least.decimalText(digits: 15)))")
    case .language(let language, let level, let least):
      Self.language(language, level, least)
    case .semestersAway(let away, let duration):
      Message(
        fr: """
          \(away, "semestre passé ailleurs", "semestres passés ailleurs") et \(duration) de plus \
          (maximum \(Self.mostAway))
          """,
        en: """
          \(away, "semester", "semesters") away and \(duration) more (maximum \(Self.mostAway))
          """)
    }
  }

  private static var mostAway: Int { Mobility.lastSemesters - Mobility.semestersAtSchool }

  private static func language(_ language: String, _ level: LanguageLevel?, _ least: LanguageLevel) -> Message
  {
    guard let level else {
      return Message(
        fr: "\(language) : aucun niveau (minimum \(least.rawValue))",
        en: "\(language): no level (minimum \(least.rawValue))")
    }
    return Message(
      fr: "\(language) \(level.rawValue) (minimum \(least.rawValue))",
      en: "\(language) \(level.rawValue) (minimum \(least.rawValue))")
  }
}
