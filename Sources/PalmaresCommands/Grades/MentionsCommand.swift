public import ArgumentParser
public import Palmares

extension TieRule: ExpressibleByArgument {}
extension CutRounding: ExpressibleByArgument {}
extension MentionBase: ExpressibleByArgument {}

/// What is done with marks under the one that validates.
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
      Whom the shares are of: who validated at the first session (validated), or all but those exempted \
      (promotion, règlement 1.3.3).
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

struct MentionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "A+, A, B, C by position in the cohort that validated at the first session (règlement 1.3.3).")

  @Argument(
    help: """
      The notes, eleve,note[,statut][,ue], or what grades validate writes; - for standard input.
      """)
  var notes: String

  @OptionGroup var mentions: MentionOptions

  @Option(
    help: ArgumentHelp(
      "Write what each adaptation changed here: cuts before and after, and whose mention.", valueName: "file")
  )
  var report: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if report == "-" { throw ValidationError("--report must be a file.") }
  }

  func run() throws {
    let session = CommandRun("grades mentions", input, output, beside: ["--report": report])
    let workers = session.workers
    let file = try session.phase("read") {
      try session.withText(notes) {
        try UEMarksFile(
          $0, ueColumn: mentions.harmonise, validation: mentions.validation, workers: workers)
      }
    }
    let rules = try mentions.rules()
    let graded = try session.phase("score") {
      do throws(GradingError) {
        return try rules.graded(file.marks, workers: workers)
      } catch {
        throw BadData(description: "\(notes): \(error)")
      }
    }
    let changes = AdaptationReport(graded)
    try session.writeBeside("--report", report) {
      try changes.write(output.format, workers: workers, to: $0)
    }
    try session.write(flags: mentions.flags) {
      try MentionsTable(graded).write(output.format, workers: workers, to: $0)
    }
    MentionsSummary(graded, hasResults: file.hasResults, changes, mentions).lines.forEach(session.say)
  }
}

/// What a run of `grades mentions` says on standard error.
private struct MentionsSummary {
  let lines: [String]

  /// More adaptations, or students of one, are not told one by one: `--report` has them all.
  private static let mostEntries = 20
  private static let mostStudents = 10

  init(
    _ graded: GradedMarks, hasResults: Bool, _ report: AdaptationReport, _ options: MentionOptions
  ) {
    let (marks, cohorts) = (graded.marks, graded.cohorts)
    var lines: [String] = []
    if marks.isEmpty { lines.append("a header and no student: the result is empty") }
    let validated = cohorts.reduce(0) { $0 + $1.summary.count }
    let placed = marks.standings.count { $0 == .rattrapage }
    lines.append(
      "\(marks.count) rows, \(cohorts.count) \(cohorts.count == 1 ? "UE" : "UEs"): \(validated) validated "
        + "at the first session, \(placed) placed after a rattrapage")
    if options.base == .promotion {
      lines.append("shares of the promotion: \(cohorts.reduce(0) { $0 + $1.size }) students")
    }
    if !hasResults, let line = Self.low(marks, options) { lines.append(line) }
    if cohorts.count == 1, let cuts = cohorts[0].cuts {
      lines.append(
        "up to position: \(zip(cuts.mentions, cuts.positions).map { "\($0) \($1)" }.joined(separator: ", "))")
    }
    for entry in report.entries.prefix(Self.mostEntries) { lines.append(Self.line(entry)) }
    if report.entries.count > Self.mostEntries {
      lines.append("… and \(report.entries.count - Self.mostEntries) more adaptations (see --report)")
    }
    self.lines = lines
  }

  /// Marks under 10 that nothing says are validated.
  private static func low(_ marks: UEMarks, _ options: MentionOptions) -> String? {
    let count = marks.count(below: 10)
    guard count > 0 else { return nil }
    let advice = options.validatedFrom == nil ? " (--validated-from 10 refuses them)" : ""
    return
      "\(count) \(count == 1 ? "mark" : "marks") under 10 without a statut, counted as validated\(advice)"
  }

  private static func line(_ entry: AdaptationReport.Entry) -> String {
    let cuts = entry.cuts.map { "\($0.mention) \($0.before) → \($0.after.map(String.init) ?? "none")" }
    let names = entry.changed.prefix(mostStudents).map(\.student)
    let more = entry.changed.count > mostStudents ? ", … and \(entry.changed.count - mostStudents) more" : ""
    let students =
      names.isEmpty ? "no mention changed" : "changed for \(names.joined(separator: ", "))\(more)"
    let ue = entry.ue.isEmpty ? "" : " \(entry.ue)"
    return
      "\(entry.step.adaptation.rawValue)\(ue): up to position \(cuts.joined(separator: ", ")); \(students)"
  }
}
