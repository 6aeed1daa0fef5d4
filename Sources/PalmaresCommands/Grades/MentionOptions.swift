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
    help: ArgumentHelp("The shares of A+, A, B and C in percent. Default: 10,25,30,35.", valueName: "shares"))
  var shares: SharesArgument?

  @Option(help: "The position of equal marks: that of the best of them (up), or of the last (down).")
  var ties: TieRule = .up

  @Option(help: "How a cut is made whole; nearest rounds half up.")
  var rounding: CutRounding = .nearest

  @Option(
    help: """
      The students that the shares are of: those who validated at the first session (validated), or all but \
      those exempted (promotion, règlement 1.3.3).
      """)
  var base: MentionBase = .validated

  @Option(help: ArgumentHelp("A smaller cohort is pass/fail: its mentions are empty.", valueName: "K"))
  var minimumCohort = 0

  @Option(help: ArgumentHelp("Only 2, 3 or 4 classes: A+ joins A, then B joins C.", valueName: "2|3|4"))
  var classes: Int?

  @Option(
    help: ArgumentHelp(
      "Move each cut to the widest gap between neighbours, at most so many positions away.", valueName: "t"))
  var gapTolerance = 0

  @Option(
    help: ArgumentHelp(
      "With --strength: tilt the shares of each UE, named in this column, with its standardised mean.",
      valueName: "column"))
  var harmonise: String?

  @Option(
    help: ArgumentHelp(
      "With --harmonise: how far the shares tilt; 0 not at all, 1 by the full standardised mean.",
      valueName: "s"))
  var strength: DecimalArgument?

  @Option(
    help: ArgumentHelp(
      "A mark without a statut validates from here on; lower ones are refused. Default: all count as validated.",
      valueName: "mark"))
  var validatedFrom: DecimalArgument?

  @Option(help: "With --validated-from: what lower marks are: refused, or given the mention Fx or F.")
  var below: BelowArgument?

  func validate() throws {
    if let validatedFrom, Mark(validatedFrom.decimal) == nil {
      throw ValidationError("--validated-from must be a mark from 0 to 20.")
    }
    if below != nil, validatedFrom == nil { throw ValidationError("--below needs --validated-from.") }
    if minimumCohort < 0 { throw ValidationError("--minimum-cohort must be 0 or more.") }
    if gapTolerance < 0 { throw ValidationError("--gap-tolerance must be 0 or more.") }
    if let classes, !(2...4 ~= classes) { throw ValidationError("--classes must be 2, 3 or 4.") }
    if (harmonise == nil) != (strength == nil) {
      throw ValidationError("--harmonise and --strength go together.")
    }
    if let harmonise, UEMarksFile.columns.contains(harmonise) {
      throw ValidationError("--harmonise names a column with a meaning of its own.")
    }
    if let strength, strength.decimal > MentionRules.largestStrength {
      throw ValidationError("--strength must be 0 to \(MentionRules.largestStrength).")
    }
    do throws(GradingError) { _ = try bands() } catch { throw ValidationError("--shares: \(error).") }
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
