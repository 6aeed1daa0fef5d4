public import ExactValues

/// What a GPA is made with: the value of each mention, common to all UEs, and the credits of each UE
/// (règlement 2.5.3, 5.5.3).
public struct GPAScheme: Sendable {
  /// None for a mention that the scheme gives no value.
  public let values: [Mention: FixedDecimal]
  public let ects: [String: FixedDecimal]

  /// No value is larger: a GPA is 0 to 5.
  public static let largestValue: FixedDecimal = 5

  /// - Parameters:
  ///   - values: of A+, A, B, C, F, Fx; at most 5. V, W and the empty mention never count.
  ///   - ects: by UE, at most 1 000.
  public init(values: [Mention: FixedDecimal], ects: [String: FixedDecimal]) {
    precondition(values.values.allSatisfy { $0 <= Self.largestValue })
    precondition(ects.values.allSatisfy { $0 <= UEScheme.largestECTS })
    self.values = values
    self.ects = ects
  }
}

extension Mention {
  /// Whether it is one of those that rank, and that a GPA is made of.
  public var isGraded: Bool { rawValue <= Mention.c.rawValue }

  /// Whether it comes with the UE's credits: a dispensed UE counts as validated (règlement 3.2.1), one that
  /// waits (V) not yet.
  public var givesCredits: Bool { isGraded || self == .w || self == .passed }
}

/// A student's GPA and credits.
public struct GPA: Sendable, Equatable {
  /// The sum of value · ECTS of the UEs that count, in a unit common to all students.
  fileprivate(set) var sum: Int128 = 0
  /// The same for a value of 1.
  fileprivate(set) var weight: Int128 = 0
  fileprivate var credits: Int128 = 0

  /// Those of all UEs validated.
  public var ects: FixedDecimal { FixedDecimal(units: credits) }

  /// Whether no sum of values · ECTS can leave 127 bits.
  ///
  /// - Parameter ects: of all UEs; no student has one twice.
  public static func canWeigh(ects: [FixedDecimal], values: [Mention: FixedDecimal]) -> Bool {
    let (units, one) = wholeValues(values)
    return wholeRatios(ects).reduce(0, +) <= Int128.max / max(one, units.max() ?? 0)
  }

  /// The values in one unit, by mention, and how many units make 1.
  fileprivate static func wholeValues(_ values: [Mention: FixedDecimal]) -> (units: [Int128], one: Int128) {
    let units = wholeRatios(Mention.allCases.map { values[$0] ?? 0 } + [1])
    return (Array(units.dropLast()), units[units.count - 1])
  }

  /// Of 0 to 5; nil where no UE counts.
  public var value: Fraction? { weight > 0 ? Fraction(sum, weight) : nil }
}

/// The mentions of many students in many UEs, in columns.
public struct MentionColumns: Sendable {
  public let students: [Int32]
  public let ues: [Int32]
  public let mentions: [Mention]

  public init(students: [Int32], ues: [Int32], mentions: [Mention]) {
    precondition(students.count == ues.count && ues.count == mentions.count)
    self.students = students
    self.ues = ues
    self.mentions = mentions
  }

  /// For each UE whether it is pass/fail: some mention in it is empty, and none ranks. Such a UE leaves the
  /// mean, its failures too.
  public func passFailUEs(count: Int) -> [Bool] {
    var found = [(empty: Bool, graded: Bool)](repeating: (false, false), count: count)
    for (ue, mention) in zip(ues, mentions) {
      if mention == .passed { found[Int(ue)].empty = true }
      if mention.isGraded { found[Int(ue)].graded = true }
    }
    return found.map { $0.empty && !$0.graded }
  }

  /// The GPA of each student: values of mentions, weighted by ECTS; V, W and pass/fail UEs leave the mean.
  ///
  /// - Parameters:
  ///   - studentCount: students are numbered below this.
  ///   - ects: of each UE.
  ///   - values: of every mention that counts.
  /// - Complexity: O(*n*), *n* rows.
  public func gpas(
    studentCount: Int, ects: [FixedDecimal], values: [Mention: FixedDecimal]
  ) -> [GPA] {
    let isPassFail = passFailUEs(count: ects.count)
    precondition(GPA.canWeigh(ects: ects, values: values), "ECTS and values of too many digits")
    let weights = wholeRatios(ects)
    let (valueUnits, one) = GPA.wholeValues(values)
    let ones = weights.map { $0 * one }
    let credits = ects.map(\.units)
    var gpas = [GPA](repeating: GPA(), count: studentCount)
    for row in students.indices {
      let (student, ue, mention) = (Int(students[row]), Int(ues[row]), mentions[row])
      if mention.givesCredits {
        gpas[student].credits &+= credits[ue]
      }
      guard !isPassFail[ue], mention != .v, mention != .w, mention != .passed else { continue }
      // None leaves 127 bits.
      gpas[student].sum &+= valueUnits[Int(mention.rawValue)] &* weights[ue]
      gpas[student].weight &+= ones[ue]
    }
    return gpas
  }
}
