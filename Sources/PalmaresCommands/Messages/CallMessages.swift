import Palmares
import Wording

/// What `admission call-order` and `calls` say.
extension Message {
  // MARK: The call order

  static func callOrder(_ count: Int, moved: Int, boursiers: CallQuota, secteur: CallQuota) -> Message {
    let calls: Sentence<French> =
      moved == 0
      ? "chacun est appelé à son rang"
      : """
      \(moved, "est appelé", "sont appelés") plus tôt ou plus tard que \(for: moved, "son", "leur") rang
      """
    return Message(
      fr: """
        \(count, "candidat", "candidats") dans l'ordre d'appel (boursiers : au moins \(boursiers.percent) %, secteur : \
        au moins \(secteur.percent) %) : \(calls.text)
        """,
      en: """
        \(count) in call order (boursiers at least \(boursiers.percent) %, secteur at least \(secteur.percent) %): \
        \(moved) called earlier or later than their rank
        """)
  }

  static let propertiesHold = Message(
    fr: "vérifié : cet ordre a les propriétés qu'annonce la plateforme",
    en: "the platform's stated properties hold")

  static let propertiesNotChecked = Message(
    fr: "les propriétés qu'annonce la plateforme ne sont pas vérifiées (--verify)",
    en: "properties not checked (--verify)")

  // MARK: A round

  static func places(_ places: Int, accepted: Int, open: Int, free: Int) -> Message {
    Message(
      fr: """
        \(places, "place", "places") : \(accepted, "acceptée", "acceptées"), \(open, "proposée", "proposées"), \
        \(free, "libre", "libres")
        """,
      en: "\(places, "place", "places"): \(accepted) accepted, \(open) on offer, \(free) free")
  }

  static func overfull(by excess: Int) -> Message {
    Message(
      fr: "\(excess, "place acceptée ou proposée", "places acceptées ou proposées") de trop",
      en: "\(excess) more accepted or on offer than there are places")
  }

  static func called(_ count: Int, lastOrder: Int) -> Message {
    Message(
      fr: """
        \(count, "candidat appelé", "candidats appelés"), le dernier est le n° \(lastOrder) de l'ordre d'appel
        """,
      en: "\(count) called, the last one at order \(number: lastOrder)")
  }

  static let nobodyWaits = Message(
    fr: "personne n'est appelé : plus personne n'attend", en: "nobody called: nobody waits")
  static let noPlaceFree = Message(
    fr: "personne n'est appelé : aucune place n'est libre", en: "nobody called: no place is free")

  static let wouldBeCalled = Message(
    fr: "essai : rien n'est écrit ; ces candidats seraient appelés :",
    en: "dry run: nothing is written; these candidates would be called:")

  static func call(_ order: Int, _ candidate: String) -> Message {
    Message(fr: "  n° \(order) : \(candidate)", en: "  order \(number: order): \(candidate)")
  }

  static func more(_ count: Int) -> Message {
    Message(fr: "  … et \(count, "autre", "autres")", en: "  … and \(count) more")
  }

  // MARK: The state of a season

  static func everyone(_ counts: Message) -> Message {
    Message(fr: "tous les candidats : \(counts)", en: "everyone: \(counts)")
  }

  /// What became of offers.
  static func answers(_ counts: SeasonStanding.Counts) -> Message {
    Message(
      fr: """
        \(counts.accepted, "acceptation", "acceptations"), \
        \(counts.open, "proposition en cours", "propositions en cours"), \(counts.refused) refus, \
        \(counts.resigned, "démission", "démissions")
        """,
      en: """
        \(counts.accepted) accepted, \(counts.open) on offer, \(counts.refused) refused, \(counts.resigned) gone
        """)
  }

  static func waiting(_ count: Int) -> Message { Message(fr: "\(count) en attente", en: "\(count) waiting") }

  static let waitingUnknown = Message(
    fr: "le nombre de candidats en attente n'est connu qu'avec l'ordre d'appel",
    en: "how many wait is known with the call order only")

  /// How deep each appel went, the last ones.
  ///
  /// - Parameter isCut: whether there were more before.
  static func depths(_ appels: [SeasonStanding.Appel], isCut: Bool) -> Message {
    let parts = appels.map { appel in
      Message(
        fr: "\(appel.depth) (appel \(number: appel.number))",
        en: "\(number: appel.depth) (appel \(number: appel.number))")
    }
    let cut = isCut ? "… " : ""
    return Message(
      fr: "appelés jusqu'au n° : \(cut)\(list: parts)", en: "called down to order: \(cut)\(list: parts)")
  }

  static func calledDown(to order: Int) -> Message {
    Message(fr: "appelés jusqu'au n° \(order)", en: "called down to order \(number: order)")
  }

  static func afterAppel(_ number: Int, _ counts: Message) -> Message {
    Message(fr: "après l'appel \(number: number) : \(counts)", en: "after appel \(number: number): \(counts)")
  }

  static func beforeFirstAppel(_ counts: Message) -> Message {
    Message(fr: "avant le premier appel : \(counts)", en: "before the first appel: \(counts)")
  }

  static func appel(_ appel: SeasonStanding.Appel) -> Message {
    Message(
      fr: """
        appel \(number: appel.number) : \(appel.counts.all, "candidat appelé", "candidats appelés"), jusqu'au \
        n° \(appel.depth) : \(answers(appel.counts))
        """,
      en: """
        appel \(number: appel.number): \(appel.counts.all) called, down to order \(number: appel.depth): \
        \(answers(appel.counts))
        """)
  }

  // MARK: Simulated seasons

  static func seasons(_ simulation: SeasonSimulation, blockRank: Int) -> Message {
    let (seasons, days, places) = (simulation.seasons, simulation.days, simulation.places)
    let block =
      blockRank > 0
      ? Message(fr: "bloc d'appel jusqu'au n° \(blockRank)", en: "call block to \(number: blockRank)")
      : Message(fr: "pas de bloc d'appel", en: "no call block")
    return Message(
      fr: """
        \(seasons, "saison", "saisons") de \(days, "jour", "jours"), \(places, "place", "places"), \(block)
        """,
      en: "\(seasons, "season", "seasons") of \(days, "day", "days"), \(places, "place", "places"), \(block)")
  }

  static func lastCalled(_ spread: Message) -> Message {
    Message(fr: "n° du dernier appelé : \(spread)", en: "last one called: \(spread)")
  }

  static func acceptedInTheEnd(_ spread: Message) -> Message {
    Message(fr: "places acceptées à la fin : \(spread)", en: "places accepted in the end: \(spread)")
  }

  static func vacantInTheEnd(_ spread: Message) -> Message {
    Message(fr: "places non acceptées à la fin : \(spread)", en: "places not accepted in the end: \(spread)")
  }

  /// A measure over all seasons, by its median and what lies between its quantiles of 5 and 95 percent.
  static func spread(median: Int, from low: Int, to high: Int) -> Message {
    Message(
      fr: "\(median) en médiane, de \(low) à \(high) dans neuf saisons sur dix",
      en: "median \(median), \(low) to \(high) in nine seasons of ten")
  }

  /// - Parameters: percentages, decimal.
  static func seasonsEnd(full: String, overfull: String) -> Message {
    Message(
      fr: """
        toutes les places acceptées dans \(decimal: full) % des saisons, plus d'acceptations que de places dans \
        \(decimal: overfull) %
        """,
      en: "all places accepted in \(full) % of the seasons, more than there are in \(overfull) %")
  }

  static let ordersTooLarge = Message(
    fr: "les numéros de l'ordre d'appel au-delà de \(Int(UInt32.max)) ne peuvent pas être simulés",
    en: "numbers of the call order above \(Int(UInt32.max)) cannot be simulated")
}
