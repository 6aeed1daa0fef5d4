import Palmares
import Wording

extension Message {
  /// How many places are given, or students placed where each has one place.
  static func placed(_ placed: Int, of count: Int, bySlot: Bool) -> Message {
    bySlot
      ? Message(
        fr: "\(placed, "place attribuée", "places attribuées") sur \(count)",
        en: "\(placed) of \(count) places given")
      : Message(
        fr: "\(placed, "élève placé", "élèves placés") sur \(count)",
        en: "\(placed) of \(count) students placed")
  }

  /// How many got each rank.
  static func profile(_ counts: [(rank: Int, count: Int)]) -> Message {
    counts.map { rank, count in
      Message(fr: "rang \(number: rank) : \(count)", en: "rank \(number: rank): \(count)")
    }.joined(separator: ", ")
  }

  /// - Parameter mean: decimal, with a point.
  static func meanRank(_ mean: String, worst: Int) -> Message {
    Message(
      fr: "rang moyen \(decimal: mean) ; pire rang \(number: worst)",
      en: "mean rank \(mean), worst \(number: worst)")
  }

  /// How full a module, a destination or a quota is; it goes on with what one more would bring.
  static func fill(_ name: Message, _ load: Int, of places: Int) -> Message {
    Message(fr: "\(name) : \(load)/\(places)", en: "\(name): \(load)/\(places)")
  }

  /// What one more place, or departure, would bring.
  ///
  /// - Parameter quotas: those that must have one more as well.
  static func oneMorePlace(_ gain: Message, andIn quotas: [String]) -> Message {
    quotas.isEmpty
      ? Message(fr: " ; une place de plus : \(gain)", en: "; one more place: \(gain)")
      : Message(
        fr: " ; une place de plus, ici et dans \(Self.quotas(quotas)) : \(gain)",
        en: "; one more place, here and in \(Self.quotas(quotas)): \(gain)")
  }

  static func oneMoreDeparture(_ gain: Message, andIn quotas: [String]) -> Message {
    quotas.isEmpty
      ? Message(fr: " ; un départ de plus : \(gain)", en: "; one more departure: \(gain)")
      : Message(
        fr: " ; un départ de plus, ici et dans \(Self.quotas(quotas)) : \(gain)",
        en: "; one more departure, here and in \(Self.quotas(quotas)): \(gain)")
  }

  private static func quotas(_ names: [String]) -> Message {
    Message(
      fr: "\(for: names.count, "le quota", "les quotas") \(all: names)",
      en: "\(for: names.count, "quota", "quotas") \(all: names)")
  }

  static func lowerMinimum(_ gain: Message) -> Message {
    Message(fr: " ; un minimum plus bas d'un élève : \(gain)", en: "; a minimum lower by one: \(gain)")
  }

  /// The modules or destinations that are not listed.
  static func otherOffers(_ count: Int, full: Int, _ subject: WishesFile.Subject) -> Message {
    switch subject {
    case .module:
      Message(
        fr: """
          … et \(count, "autre module, moins demandé", "autres modules, moins demandés") ; en tout, \
          \(full, "module complet", "modules complets")
          """,
        en: "… and \(count) more \(for: count, "module", "modules"), less in demand; \(full) full in all")
    case .destination:
      Message(
        fr: """
          … et \(count, "autre destination, moins demandée", "autres destinations, moins demandées") ; en tout, \
          \(full, "destination complète", "destinations complètes")
          """,
        en: """
          … and \(count) more \(for: count, "destination", "destinations"), less in demand; \(full) full in all
          """)
    }
  }

  /// Students who owe their semester abroad.
  static func requiredPlaced(_ placed: Int, of count: Int) -> Message {
    Message(
      fr: "parmi ceux qui doivent encore leur quitus : \(placed, "placé", "placés") sur \(count)",
      en: "of those who owe their quitus: \(placed) of \(count) placed")
  }

  /// Why students have no destination: the words of `motif`, each with a count.
  static func reasons(_ counts: [(word: String, count: Int)], _ subject: WishesFile.Subject) -> Message {
    let words = counts.map { Message(fr: "\($0.word) \($0.count)", en: "\($0.word) \($0.count)") }
    let without = Message.without(subject)
    return Message(fr: "\(without), par motif : \(list: words)", en: "\(without), by motif: \(list: words)")
  }

  static func cannotBePlaced(_ students: [String]) -> Message {
    Message(
      fr:
        "\(for: students.count, "ne peut pas être placé", "ne peuvent pas être placés") : \(list: students)",
      en: "cannot be placed: \(list: students)")
  }

  /// Modules that have too few students for their minimum.
  static func notRun(_ names: [Message], most: Int) -> Message {
    Message(
      fr: """
        \(for: names.count, "n'ouvre pas", "n'ouvrent pas"), faute d'atteindre \
        \(for: names.count, "son", "leur") minimum : \(list: names, atMost: most)
        """,
      en: """
        \(for: names.count, "does not run, as its", "do not run, as their") minimum is not reached: \
        \(list: names, atMost: most)
        """)
  }

  /// What the levels of the objective come to.
  static func objective(_ values: [Message]) -> Message {
    Message(fr: "objectif : \(list: values)", en: "objective: \(list: values)")
  }

  /// Wishes of students who do not meet the conditions.
  ///
  /// - Parameter lines: the first of them, with the condition that fails.
  static func wishesWithoutEffect(
    _ count: Int, isPrerequisite: Bool, _ lines: [(line: Int, shortfall: Shortfall)]
  ) -> Message {
    let reason =
      isPrerequisite
      ? Message(fr: "faute de prérequis", en: "prerequisite missing")
      : Message(fr: "conditions non remplies", en: "conditions not met")
    let shown =
      lines.map { line, shortfall in
        Message(
          fr: "ligne \(number: line), \(shortfall.message)", en: "line \(number: line), \(shortfall.message)")
      } + (count > lines.count ? [Message(verbatim: "…")] : [])
    let list = shown.joined(separator: Message(fr: " ; ", en: "; "))
    return Message(
      fr: "\(count, "vœu écarté", "vœux écartés"), \(reason) : \(list)",
      en: "\(count, "wish", "wishes") set aside, \(reason): \(list)")
  }

  /// By which policy, and what is known of the result.
  ///
  /// - Parameters:
  ///   - arbitrated: how many students merit decided for; nil where it did not come to that.
  ///   - isPlain: whether GLPK had the whole model.
  static func made(by policy: AllocationPolicy, arbitrated: Int?, isPlain: Bool) -> Message {
    var parts = [Message(fr: "politique \(policy.rawValue)", en: "policy \(policy.rawValue)")]
    if let arbitrated {
      parts.append(
        arbitrated == 0
          ? Message(fr: "aucun cas à départager au mérite", en: "no case to be decided by merit")
          : Message(
            fr: "l'arbitrage au mérite a décidé pour \(arbitrated, "élève", "élèves")",
            en: "arbitration by merit decided for \(arbitrated, "student", "students")"))
    }
    if isPlain { parts.append(Message(fr: "moteur plain", en: "solver plain")) }
    return parts.joined(separator: ", ")
  }

  /// What is proven of an allocation.
  ///
  /// - Parameter optimal: why none is better.
  static func proven(bySearch isSearched: Bool, _ optimal: Message) -> Message {
    isSearched
      ? Message(
        fr: "optimum prouvé par une recherche complète : \(optimal)",
        en: "proven best, by a complete search: \(optimal)")
      : Message(fr: "optimum prouvé : \(optimal)", en: "proven best: \(optimal)")
  }

  static let notProven = Message(
    fr: "arrêt à la limite de temps : rien ne prouve que c'est la meilleure affectation",
    en: "stopped at the time limit: not proven to be the best allocation")

  /// The error of a run that is stopped.
  static let stopped = Message(
    fr: """
      arrêt à la limite de temps : l'affectation respecte toutes les règles, et n'est peut-être pas la meilleure
      """,
    en: "stopped at the time limit: the allocation keeps every rule, and may not be the best")

  /// - Parameter most: what no allocation can gain more than.
  static func stopped(gainAtMost most: Message) -> Message {
    Message(
      fr: "\(stopped) ; aucune ne gagne plus que : \(most)", en: "\(stopped); none gains more than: \(most)")
  }

  // MARK: Students without a place

  /// Those without a place for one reason.
  static func unplaced(_ subject: WishesFile.Subject, _ reason: UnplacedReason, _ names: [String]) -> Message
  {
    let why =
      switch reason {
      case .noWish: Message(fr: "aucun vœu exprimé", en: "no wish made")
      case .full: Message(fr: "plus de place dans aucun vœu", en: "no wish has a place left")
      case .quota: Message(fr: "plus de départ possible dans un quota", en: "no departure left in a quota")
      case .ineligible:
        Message(
          fr: "aucun vœu dont les conditions sont remplies", en: "no wish whose conditions are met")
      }
    let (without, word) = (Message.without(subject), reason.csvWord)
    return Message(
      fr: "\(without), \(why) (\(word)) : \(list: names)", en: "\(without), \(why) (\(word)): \(list: names)")
  }

  static func moreUnplaced(_ count: Int, _ subject: WishesFile.Subject) -> Message {
    let without = Message.without(subject)
    return Message(
      fr: "… et \(count, "autre", "autres") \(without) : --unplaced FICHIER les nomme tous",
      en: "… and \(count) more \(without): --unplaced FILE names all")
  }

  /// Places given beyond the wishes.
  ///
  /// - Parameter names: student and module.
  static func complements(_ names: [String], most: Int) -> Message {
    let count = names.count
    return names.isEmpty
      ? Message(fr: "aucune place donnée au-delà des vœux", en: "no place given beyond the wishes")
      : Message(
        fr: """
          \(count, "place donnée", "places données") au-delà des vœux (complement) : \(list: names, atMost: most)
          """,
        en: """
          \(count, "place", "places") given beyond the wishes (complement): \(list: names, atMost: most)
          """)
  }

  static let unevenComplements = Message(
    fr: "une répartition plus égale existe peut-être : la recherche est arrivée à sa limite",
    en: "a more even filling may exist: the search came to its limit")

  // MARK: Notices on the files

  static let nobodyPlaced = Message(fr: "personne n'a de place", en: "nobody gets a place")

  static func noSemestersAway(_ path: String) -> Message {
    Message(
      fr: "\(path): pas de colonne exterieur : personne n'est compté comme déjà parti",
      en: "\(path): no column exterieur: nobody counts as having been away")
  }

  /// - Parameter least: what the règlement asks for.
  static func lenientECTS(_ path: String, _ destinations: [String], least: String) -> Message {
    Message(
      fr: """
        \(path): ects_min inférieur à \(least), que demande le règlement (2.4.5) : \
        \(list: destinations, atMost: 10)
        """,
      en: """
        \(path): ects_min below \(least), which the règlement asks for (2.4.5): \(list: destinations, atMost: 10)
        """)
  }

  // MARK: What an answer rests on

  /// The policy, and the costs of ranks where they are not the usual ones.
  static func policy(_ policy: AllocationPolicy, _ costs: RankCosts) -> Message {
    costs == .linear
      ? Message(fr: "politique \(policy.rawValue)", en: "policy \(policy.rawValue)")
      : Message(
        fr: "politique \(policy.rawValue), coûts des rangs (\(costs.words))",
        en: "policy \(policy.rawValue), rank costs \(costs.words)")
  }

  static func rankCosts(_ costs: RankCosts) -> Message {
    Message(fr: "coûts des rangs (\(costs.words))", en: "rank costs \(costs.words)")
  }

  /// - Parameter what: what the answer rests on beside the seed; nil for nothing.
  static func assumed(_ what: Message?) -> Message {
    guard let what else {
      return Message(
        fr: "supposé : graine telle que donnée (pas de certificat)",
        en: "assumed: seed as given (no certificate)"
      )
    }
    return Message(
      fr: "supposé : \(what), graine telle que donnée (pas de certificat)",
      en: "assumed: \(what), seed as given (no certificate)")
  }

  /// - Parameters:
  ///   - what: what the answer rests on beside the seed; nil for nothing.
  ///   - source: the file that says so.
  static func madeWith(_ what: Message?, _ source: String) -> Message {
    guard let what else {
      return Message(
        fr: "affectation faite avec : cette graine (\(source))", en: "made with: this seed (\(source))")
    }
    return Message(
      fr: "affectation faite avec : \(what), cette graine (\(source))",
      en: "made with: \(what), this seed (\(source))")
  }

  /// - Parameter what: what the file does not say.
  static func madeWithSeed(_ source: String, assumed what: Message) -> Message {
    Message(
      fr: "affectation faite avec : cette graine (\(source)) ; supposé : \(what)",
      en: "made with: this seed (\(source)); assumed: \(what)")
  }
}

extension RankCosts {
  /// As `--rank-costs` takes them.
  var words: Message {
    costs.map { Message(verbatim: $0.map(String.init).joined(separator: ",")) }
      ?? Message(fr: "rang − 1", en: "rank − 1")
  }
}
