import ArgumentParser
import Palmares
import Wording

extension Message {
  // MARK: verify

  /// The line of an allocation that is valid.
  ///
  /// - Parameters:
  ///   - since: places from exchanges and beyond the wishes.
  ///   - gap: what is not proven; nil where all is.
  static func valid(exchanged: Int, complements: Int, gap: OptimalityGap?) -> Message {
    let unproven = gap.map {
      Message(
        fr:
          "optimum non prouvé : \($0.subject?.name ?? "arbitration") valeur \(number: $0.value), borne \(number: $0.bound)",
        en:
          "optimum not proven: \($0.subject?.name ?? "arbitration") value \(number: $0.value), bound \(number: $0.bound)"
      )
    }
    let since = [
      exchanged > 0
        ? Message(
          fr: "\(exchanged, "place issue", "places issues") d'échanges",
          en: "\(exchanged, "place", "places") from exchanges") : nil,
      complements > 0
        ? Message(
          fr: "\(complements, "place donnée", "places données") au-delà des vœux",
          en: "\(complements, "place", "places") beyond the wishes") : nil,
    ].compactMap(\.self).joined(separator: Message(fr: " et ", en: " and "))
    guard since.isEmpty else {
      let before =
        unproven
        ?? Message(fr: "l'affectation était la meilleure possible", en: "the allocation is optimal")
      return Message(
        fr: "valide, avec \(since) ; avant cela, \(before)",
        en: "valid, with \(since); before these, \(before)")
    }
    return unproven.map { Message(fr: "valide, \($0)", en: "valid, \($0)") }
      ?? .valid
  }

  /// What it means that an optimum is not proven.
  static func meaning(of gap: OptimalityGap) -> Message {
    guard let level = gap.subject else {
      return Message(
        fr: """
          les règles sont respectées, et l'objectif ne peut pas être mieux atteint ; que l'ordre de mérite soit \
          partout suivi entre affectations aussi bonnes n'est pas prouvé
          """,
        en: """
          the rules are kept, and the objective cannot be met better; that merit decides everywhere between \
          allocations as good is not proven
          """)
    }
    return Message(
      fr: """
        les règles sont respectées ; que ce soit la meilleure affectation n'est pas prouvé, seulement qu'aucune n'a \
        moins de \(number: gap.bound) en \(level.name) (\(meaning(of: level)))
        """,
      en: """
        the rules are kept; that it is the best allocation is not proven, only that none has less than \
        \(number: gap.bound) in \(level.name) (\(meaning(of: level)))
        """)
  }

  static let optimumRequired = Message(
    fr: "le certificat ne prouve pas l'optimum, que demande --require-optimal",
    en: "the certificate does not prove the optimum, which --require-optimal asks for")

  // MARK: repair

  static func repaired(withdrawn: Int, moved: Int, worse: Int, displaced: Int) -> Message {
    let changes = Message(
      fr: "\(withdrawn, "désistement", "désistements"), \(moved, "changement", "changements")",
      en: "\(withdrawn, "withdrawal", "withdrawals"), \(moved, "move", "moves")")
    guard displaced > 0 else { return changes }
    return Message(
      fr: """
        \(changes) ; dans les modules qui ont trop peu de places, \(displaced, "élève", "élèves"), dont \(worse) \
        \(for: worse, "perd", "perdent") au change
        """,
      en: """
        \(changes); in modules with too few places, \(displaced, "student", "students"), of whom \(worse) \
        \(for: worse, "is", "are") worse off
        """)
  }

  /// A place, or none, with the rank of the wish.
  ///
  /// - Parameters:
  ///   - name: nil for no place.
  ///   - rank: nil where it was no wish.
  static func place(_ name: String?, rank: Int?) -> Message {
    guard let name else { return Message(fr: "sans place", en: "nothing") }
    guard let rank else { return Message(fr: "\(name), pas un vœu", en: "\(name), no wish") }
    return Message(fr: "\(name), rang \(number: rank)", en: "\(name), rank \(number: rank)")
  }

  static func move(_ student: String, from old: Message, to new: Message) -> Message {
    Message(fr: "\(student) : \(old) → \(new)", en: "\(student): \(old) → \(new)")
  }

  static func moreMoves(_ count: Int) -> Message {
    Message(
      fr: "… et \(count, "autre changement", "autres changements")",
      en: "… and \(count) more \(for: count, "move", "moves")")
  }

  // MARK: swap

  static func refused(_ reason: Message) -> Message {
    Message(fr: "refusé : \(reason)", en: "refused: \(reason)")
  }

  static func exchanges(_ made: Int, refused: Int, isUndo: Bool) -> Message {
    isUndo
      ? Message(
        fr: "\(made, "échange défait", "échanges défaits"), \(refused, "refusé", "refusés")",
        en: "\(made, "exchange", "exchanges") taken back, \(refused) refused")
      : Message(
        fr: "\(made, "échange fait", "échanges faits"), \(refused, "refusé", "refusés")",
        en: "\(made, "exchange", "exchanges") made, \(refused) refused")
  }

  static func proposed(better: Int, cycles: Int) -> Message {
    let french: Sentence<French> =
      better == 0
      ? "aucun échange n'améliore de place"
      : "\(better, "place améliorée", "places améliorées") en \(cycles, "échange", "échanges"), aucune moins bonne"
    return Message(
      fr: french,
      en: "\(better, "place", "places") better by \(cycles, "exchange", "exchanges"), none worse")
  }

  static func takes(_ student: String, _ module: String, of other: String) -> Message {
    Message(
      fr: "\(student) prend \(module) \(de: other)", en: "\(student) takes \(module) of \(other)")
  }

  static func withoutEffect(_ path: String, _ what: Message) -> Message {
    Message(fr: "\(path): sans effet : \(what)", en: "\(path): ignored: \(what)")
  }

  static func withoutEffect(_ path: String, more count: Int) -> Message {
    Message(
      fr: "\(path): … et \(count, "autre", "autres") sans effet", en: "\(path): … and \(count) more ignored")
  }

  static func cannotUndo(_ reason: Message) -> Message {
    Message(
      fr: "les échanges ne peuvent pas être défaits : \(reason)",
      en: "the exchanges cannot be taken back: \(reason)")
  }

  // MARK: compare

  static func satisfactionInsteadOfMerit(bySlot: Bool) -> Message {
    bySlot
      ? Message(
        fr:
          "ce que change satisfaction par rapport à merit (en places ; rang avec merit → avec satisfaction) :",
        en: "by satisfaction instead of merit (places, with the rank by merit → by satisfaction):")
      : Message(
        fr:
          "ce que change satisfaction par rapport à merit (en élèves ; rang avec merit → avec satisfaction) :",
        en: "by satisfaction instead of merit (students, with the rank by merit → by satisfaction):")
  }

  /// - Parameter shown: the largest changes.
  static func differences(_ count: Int, areGains: Bool, _ shown: [RankChange]) -> Message {
    let verb =
      areGains ? Message(fr: "y gagnent", en: "gain") : Message(fr: "y perdent", en: "lose")
    let head = Message(fr: "\(verb) : \(count)", en: "\(verb): \(count)")
    guard !shown.isEmpty else { return head }
    func word(_ rank: Int?) -> Message {
      rank.map { Message(verbatim: "\($0)") } ?? Message(fr: "sans place", en: "none")
    }
    let changes = shown.map { change in
      let (before, after) = (word(change.before), word(change.after))
      return Message(fr: "\(change.name) \(before) → \(after)", en: "\(change.name) \(before) → \(after)")
    }
    let more = count > shown.count ? [Message(verbatim: "…")] : []
    return head + Message(verbatim: " — ") + (changes + more).joined(separator: ", ")
  }

  /// A student, or a seat, whose rank differs; nil stands for no place.
  typealias RankChange = (name: String, before: Int?, after: Int?)

  static func perhapsNotBest(_ policies: [String]) -> Message {
    Message(
      fr: "arrêt à la limite de temps, et peut-être pas la meilleure affectation : \(list: policies)",
      en: "stopped at the time limit, and perhaps not the best: \(list: policies)")
  }

  // MARK: What an allocation was made with

  /// A flag that contradicts a file.
  ///
  /// - Parameter said: what the file says.
  static func contradiction(_ flag: String, _ value: Message, _ path: String, said: Message) -> Message {
    Message(fr: "\(flag) \(value) : \(path) dit \(said)", en: "\(flag) \(value): \(path) says \(said)")
  }

  static func otherSeed(_ path: String) -> Message {
    Message(
      fr: "--seed : ce n'est pas la graine à laquelle \(path) engage",
      en: "--seed: not the seed that \(path) commits to")
  }

  static func noAllocationManifest(_ path: String) -> Message {
    Message(
      fr: "\(path): ce n'est pas le manifeste d'une affectation",
      en: "\(path): not the manifest of an allocation")
  }

  static func unreadableParameters(_ path: String) -> Message {
    Message(
      fr: "\(path): politique ou coûts des rangs illisibles",
      en: "\(path): a policy or rank costs that cannot be read")
  }

  /// Of two flags only one may be given.
  static func oneOf(_ first: String, _ second: String) -> Message {
    Message(
      fr: "Donnez \(first) ou \(second), l'un des deux.", en: "Give \(first) or \(second), one of them.")
  }
}

extension ArgumentHelp {
  /// The help of `--dry-run`.
  static var dryRun: ArgumentHelp {
    ArgumentHelp(
      fr: "Montrer les places qui changeraient, sans rien écrire.",
      en: "Print the places that would change, and write nothing.")
  }
}

extension Message {
  /// What was verified holds.
  static let valid = Message(fr: "valide", en: "valid")
}
