public import ArgumentParser
public import Palmares
import Wording

extension TieRule: ExpressibleByArgument {}
extension CutRounding: ExpressibleByArgument {}
extension MentionBase: ExpressibleByArgument {}

/// What becomes of marks under the one that validates.
enum BelowArgument: String, ExpressibleByArgument, CaseIterable {
  case refuse
  case fx = "Fx"
  case f = "F"

  var standing: Standing? {
    switch self {
    case .refuse: nil
    case .fx: .fx
    case .f: .f
    }
  }
}

/// `10,25,30,35`: shares in percent.
struct SharesArgument: ExpressibleByArgument {
  let percents: [FixedDecimal]

  init?(argument: String) {
    let shares = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      try? FixedDecimal(parsing: String($0))
    }
    guard !shares.contains(nil) else { return nil }
    percents = shares.compactMap(\.self)
  }
}

/// How mentions are given.
struct MentionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      fr: "Les pourcentages de A+, A, B et C. Par défaut : 10,25,30,35.",
      en: "The shares of A+, A, B and C in percent. Default: 10,25,30,35.",
      valueName: Message(fr: "pourcentages", en: "shares")))
  var shares: SharesArgument?

  @Option(
    help: ArgumentHelp(
      fr: "La position des notes égales : celle de la première d'entre elles (up), ou de la dernière (down).",
      en: "The position of equal marks: that of the best of them (up), or of the last (down).",
      valueName: Message(fr: "côté", en: "ties")))
  var ties: TieRule = .up

  @Option(
    help: ArgumentHelp(
      fr: """
        Comment la coupe d'une mention devient un nombre entier ; nearest : le plus proche, et vers le haut pour une \
        moitié.
        """,
      en: "How a cut is made whole; nearest rounds half up.",
      valueName: Message(fr: "arrondi", en: "rounding")))
  var rounding: CutRounding = .nearest

  @Option(
    help: ArgumentHelp(
      fr: """
        Les élèves dont on prend les pourcentages : ceux qui ont validé à la première session (validated), ou tous \
        sauf les dispensés (promotion, règlement 1.3.3).
        """,
      en: """
        The students that the shares are of: those who validated at the first session (validated), or all but those \
        exempted (promotion, règlement 1.3.3).
        """))
  var base: MentionBase = .validated

  @Option(
    help: ArgumentHelp(
      fr: "Sous cet effectif, pas de mention : l'UE est validée ou non, et les mentions restent vides.",
      en: "A smaller cohort is pass/fail: its mentions are empty.", valueName: Message(verbatim: "K")))
  var minimumCohort = 0

  @Option(
    help: ArgumentHelp(
      fr: "Seulement 2, 3 ou 4 classes : A+ rejoint A, puis B rejoint C.",
      en: "Only 2, 3 or 4 classes: A+ joins A, then B joins C.", valueName: Message(verbatim: "2|3|4")))
  var classes: Int?

  @Option(
    help: ArgumentHelp(
      fr: """
        Déplacer chaque coupe là où l'écart entre deux notes voisines est le plus grand, d'au plus ce nombre de \
        positions.
        """,
      en: "Move each cut to the widest gap between neighbours, at most so many positions away.",
      valueName: Message(verbatim: "t")))
  var gapTolerance = 0

  @Option(
    help: ArgumentHelp(
      fr: """
        Avec --strength : donner plus de bonnes mentions aux UE dont la moyenne est plus haute que l'ensemble, moins \
        aux autres ; cette colonne nomme l'UE.
        """,
      en: """
        With --strength: give more of the better mentions in UEs whose mean is above that of all marks, fewer in the \
        others; this column names the UE.
        """, valueName: Message(fr: "colonne", en: "column")))
  var harmonise: String?

  @Option(
    help: ArgumentHelp(
      fr: """
        Avec --harmonise : de combien les pourcentages changent ; 0 : pas du tout, 1 : de tout l'écart de moyenne, en \
        écarts types.
        """,
      en: """
        With --harmonise: how far the shares change; 0 not at all, 1 by the full difference of means, in standard \
        deviations.
        """, valueName: Message(verbatim: "s")))
  var strength: DecimalArgument?

  @Option(
    help: ArgumentHelp(
      fr: """
        Une note sans statut valide l'UE à partir de celle-ci ; plus basse, elle est refusée. Par défaut : toutes \
        comptent comme validées.
        """,
      en: """
        A mark without a statut validates from here on; lower ones are refused. Default: all count as validated.
        """, valueName: Message(fr: "note", en: "mark")))
  var validatedFrom: DecimalArgument?

  @Option(
    help: ArgumentHelp(
      fr: """
        Avec --validated-from : les notes plus basses sont des erreurs (refuse, par défaut), ou reçoivent la mention \
        Fx ou F.
        """,
      en: "With --validated-from: lower marks are errors (refuse, the default), or get the mention Fx or F.",
      valueName: Message(fr: "mention", en: "below")))
  var below: BelowArgument?

  func validate() throws {
    if let validatedFrom, Mark(validatedFrom.decimal) == nil {
      throw ValidationError(
        Message(
          fr: "--validated-from doit être une note de 0 à 20.",
          en: "--validated-from must be a mark from 0 to 20."))
    }
    if below != nil, validatedFrom == nil {
      throw ValidationError(
        Message(fr: "--below va avec --validated-from.", en: "--below needs --validated-from."))
    }
    if minimumCohort < 0 { throw ValidationError(.mustNotBeNegative("--minimum-cohort")) }
    if gapTolerance < 0 { throw ValidationError(.mustNotBeNegative("--gap-tolerance")) }
    if let classes, !(2...4 ~= classes) {
      throw ValidationError(
        Message(fr: "--classes doit être 2, 3 ou 4.", en: "--classes must be 2, 3 or 4."))
    }
    if (harmonise == nil) != (strength == nil) {
      throw ValidationError(
        Message(
          fr: "--harmonise et --strength vont ensemble.", en: "--harmonise and --strength go together."))
    }
    if let harmonise, UEMarksFile.columns.contains(harmonise) {
      throw ValidationError(
        Message(
          fr: "--harmonise \(harmonise) : cette colonne a déjà un sens ; il faut celle qui nomme l'UE.",
          en:
            "--harmonise \(harmonise): this column has a meaning of its own; give the one that names the UE.")
      )
    }
    if let strength, strength.decimal > MentionRules.largestStrength {
      let most = MentionRules.largestStrength.description
      throw ValidationError(
        Message(
          fr: "--strength doit être entre 0 et \(decimal: most).", en: "--strength must be 0 to \(most)."))
    }
    do throws(GradingError) {
      _ = try bands()
    } catch {
      throw ValidationError(Message(fr: "--shares : \(error).", en: "--shares: \(error)."))
    }
  }

  private func bands() throws(GradingError) -> MentionBands {
    guard let shares else { return .standard }
    return try MentionBands(shares: shares.percents)
  }

  func rules() throws -> MentionRules {
    var rules = MentionRules()
    rules.bands = try bands()
    rules.rounding = rounding
    rules.ties = ties
    rules.base = base
    rules.minimumCohort = minimumCohort
    rules.strength = strength?.decimal
    rules.classes = classes
    rules.gapTolerance = gapTolerance
    return rules
  }

  var validation: MarkValidation? {
    validatedFrom.flatMap { Mark($0.decimal) }.map { MarkValidation(from: $0, below: below?.standing) }
  }

  var flags: [String: String] {
    var flags = ["ties": ties.rawValue, "rounding": rounding.rawValue]
    flags["shares"] = shares?.percents.map(\.description).joined(separator: ",")
    flags["base"] = base == .validated ? nil : base.rawValue
    flags["validated-from"] = validatedFrom?.decimal.description
    flags["below"] = below?.rawValue
    flags["minimum-cohort"] = minimumCohort > 0 ? String(minimumCohort) : nil
    flags["classes"] = classes.map(String.init)
    flags["gap-tolerance"] = gapTolerance > 0 ? String(gapTolerance) : nil
    flags["harmonise"] = harmonise
    flags["strength"] = strength?.decimal.description
    return flags
  }
}

/// A decimal number from 0.
struct DecimalArgument: ExpressibleByArgument {
  let decimal: FixedDecimal

  init?(argument: String) {
    guard let decimal = try? FixedDecimal(parsing: argument) else { return nil }
    self.decimal = decimal
  }
}
