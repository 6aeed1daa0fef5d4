import Palmares
import Wording

/// What `admission score`, `bars`, `rank`, `convoke` and `admit` say.
extension Message {
  static func scored(_ count: Int) -> Message {
    Message(
      fr: "\(count, "candidat noté", "candidats notés")",
      en: "\(count, "candidate", "candidates") scored")
  }

  // MARK: Barres

  /// - Parameter perPlace: a decimal.
  static func candidates(_ count: Int, forPlaces places: Int, perPlace: String) -> Message {
    Message(
      fr: """
        \(count, "candidat", "candidats") pour \(places, "place", "places") (\(decimal: perPlace) par place)
        """,
      en: """
        \(count, "candidate", "candidates") for \(places, "place", "places") (\(perPlace) per place)
        """)
  }

  /// How the notes of the candidates are spread.
  static func distribution(of note: Message, _ statistics: ScoreStatistics) -> Message? {
    guard let mean = statistics.mean?.decimalText(digits: 3), let deviation = statistics.standardDeviation,
      let lowest = statistics.quantiles.first?.score.decimalText(digits: 2),
      let highest = statistics.quantiles.last?.score.decimalText(digits: 2)
    else { return nil }
    let spread = Fraction(Int128((deviation * 1e9).rounded()), 1_000_000_000).decimalText(digits: 3)
    let parts = statistics.quantiles.dropFirst().dropLast().map { quantile in
      let score = quantile.score.decimalText(digits: 2)
      return quantile.percent == 50
        ? Message(fr: "la moitié jusqu'à \(decimal: score)", en: "half of them up to \(score)")
        : Message(
          fr: "\(quantile.percent) % jusqu'à \(decimal: score)", en: "\(quantile.percent) % up to \(score)")
    }
    let shares = parts.joined(separator: Message(fr: " ; ", en: ", "))
    return Message(
      fr: """
        \(note) : moyenne \(decimal: mean) ; écart-type \(decimal: spread) ; de \(decimal: lowest) à \
        \(decimal: highest) ; \(shares)
        """,
      en: """
        \(note): mean \(mean), standard deviation \(spread); from \(lowest) to \(highest): \(shares)
        """)
  }

  static let generalScore = Message(fr: "note générale", en: "note générale")
  static let scientificScore = Message(fr: "note scientifique", en: "note scientifique")

  static func admissible(
    _ count: Int, generalBarre: Mark, scientificBarre: Mark, perPlace: String
  ) -> Message {
    Message(
      fr: """
        barre générale \(decimal: generalBarre), barre scientifique \(decimal: scientificBarre) : \
        \(count, "admissible", "admissibles") (\(decimal: perPlace) par place)
        """,
      en: """
        barre générale \(decimal: generalBarre), barre scientifique \(decimal: scientificBarre): \
        \(number: count) admissible (\(perPlace) per place)
        """)
  }

  /// `F 643 of 1107 (58.1 %)`.
  ///
  /// - Parameter percent: a decimal.
  static func admissible(_ count: Int, of all: Int, named group: String, percent: String) -> Message {
    Message(
      fr: "\(group) \(count) sur \(all) (\(decimal: percent) %)",
      en: "\(group) \(count) of \(all) (\(percent) %)")
  }

  /// That no pair of barres of the grid leaves so many.
  static func noBarres(leave target: Int, of count: Int) -> Message {
    Message(
      fr: """
        aucun couple de barres ne laisse \(target, "admissible", "admissibles") : il y a \
        \(count, "candidat", "candidats")
        """,
      en: """
        no barres leave \(target) admissible: there \(for: count, "is", "are") \(count, "candidate", "candidates")
        """)
  }

  /// Up to which barre scientifique so many can be left.
  static func possible(_ target: Int, upTo scientificBarre: Mark) -> Message {
    Message(
      fr: """
        \(target, "admissible", "admissibles") : possible jusqu'à une barre scientifique de \
        \(decimal: scientificBarre) sur cette grille
        """,
      en:
        "\(target) admissible: possible up to a barre scientifique of \(decimal: scientificBarre) on this grid"
    )
  }

  static let nobodyAdmissible = Message(
    fr: "personne n'est admissible, quelles que soient les barres de la grille",
    en: "nobody is admissible at any barre of the grid")

  static let matrixLegend = Message(
    fr: """
      Lignes : barre générale. Colonnes : barre scientifique. Une barre n'est pas montrée quand la suivante laisse \
      autant d'admissibles, ou quand elle n'en laisse aucun.
      """,
    en: """
      Rows: barre générale. Columns: barre scientifique. Left out: a barre where the next one shown leaves as many, \
      and those that leave nobody.
      """)

  // MARK: The admissibility list

  static func admissible(
    _ count: Int, of candidates: Int, generalBarre: Mark, scientificBarre: Mark
  ) -> Message {
    Message(
      fr: """
        \(count, "admissible", "admissibles") sur \(candidates, "candidat", "candidats") (barre générale \
        \(decimal: generalBarre), barre scientifique \(decimal: scientificBarre))
        """,
      en: """
        \(count) of \(candidates, "candidate", "candidates") admissible (barre générale \
        \(decimal: generalBarre), barre scientifique \(decimal: scientificBarre))
        """)
  }

  /// How many places on the list each criterion decides, in the words of the column `departage`.
  static func decided(_ counts: [(criterion: DecidingCriterion, count: Int)]) -> Message {
    let parts = counts.map { criterion, count in
      Message(fr: "\("\(criterion.csvWord)") \(count)", en: "\("\(criterion.csvWord)") \(count)")
    }
    return Message(
      fr: "ce qui place chacun derrière le précédent : \(list: parts)",
      en: "places decided by: \(list: parts)")
  }

  /// - Parameters: decimals.
  static func generalScores(from best: String, to last: String) -> Message {
    Message(
      fr: "note générale de \(decimal: best) à \(decimal: last)", en: "note générale from \(best) to \(last)")
  }

  static func notAdmissible(_ count: Int, general: Int, scientific: Int, both: Int) -> Message {
    Message(
      fr: """
        \(count, "non admissible", "non admissibles") : \(general) sous la seule barre générale, \(scientific) sous \
        la seule barre scientifique, \(both) sous les deux
        """,
      en: """
        \(count) not admissible: \(general) below the barre générale alone, \(scientific) below the barre scientifique \
        alone, \(both) below both
        """)
  }

  // MARK: The orals

  static func admittedOutright(_ count: Int, of all: Int, convoked: Int, admissionBarre: Mark) -> Message {
    Message(
      fr: """
        \(count, "admis", "admis") directement sur \(all) (barre d'admission \(decimal: admissionBarre)), \
        \(convoked, "convoqué", "convoqués") à l'oral
        """,
      en: """
        \(count) of \(all) admitted outright (barre d'admission \(decimal: admissionBarre)), \(convoked) convoked to \
        an oral
        """)
  }

  static func admitted(
    _ count: Int, of all: Int, byOral: Int, notAdmitted: Int, insufficient: Int, absent: Int
  ) -> Message {
    Message(
      fr: """
        \(count, "admis", "admis") sur \(all) : \(count - byOral) directement, \(byOral) après l'oral ; \
        \(notAdmitted, "non admis", "non admis") : \(insufficient) pour un oral insuffisant, \
        \(absent) pour absence à l'oral
        """,
      en: """
        \(count) of \(all) admitted: \(count - byOral) outright, \(byOral) by oral; \(notAdmitted) not admitted: \
        \(insufficient) with an insufficient oral, \(absent) absent
        """)
  }

  // MARK: The draw

  static let keepTheSeed = Message(
    fr: "gardez la graine pour vous jusqu'à la fin de la session, et publiez dès maintenant l'engagement",
    en: "keep graine to yourself until the session is over; publish engagement now")

  static let otherSeed = Message(
    fr: "ce n'est pas la graine de cet engagement", en: "not the seed of this commitment")
}
