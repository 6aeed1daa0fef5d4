public import ExactValues

/// The mentions of many students in many UEs, in columns: students and UEs are numbers.
public struct MentionColumns: Sendable {
  /// By row the student.
  public let students: [Int32]
  /// By row the UE.
  public let ues: [Int32]
  /// By row what the student got.
  public let mentions: [Mention]

  /// - Parameters:
  ///   - students: by row, 0 or more.
  ///   - ues: by row, 0 or more; no student has one twice.
  ///   - mentions: by row.
  /// - Precondition: the columns are equally long.
  public init(students: [Int32], ues: [Int32], mentions: [Mention]) {
    precondition(
      students.count == ues.count && ues.count == mentions.count, "a student, a UE and a mention in each row")
    self.students = students
    self.ues = ues
    self.mentions = mentions
  }

  /// For each UE whether it is pass/fail: some mention in it is empty, and none ranks. Such a UE leaves the
  /// mean, its failures too.
  package func passFailUEs(count: Int) -> [Bool] {
    var found = [(isPassed: Bool, isGraded: Bool)](repeating: (false, false), count: count)
    for (ue, mention) in zip(ues, mentions) {
      if mention == .passed { found[Int(ue)].isPassed = true }
      if mention.isGraded { found[Int(ue)].isGraded = true }
    }
    return found.map { $0.isPassed && !$0.isGraded }
  }

  /// The GPA of each student: values of mentions, weighted by ECTS. V, W and pass/fail UEs leave the mean.
  ///
  /// - Parameters:
  ///   - studentCount: students are numbered below this.
  ///   - ects: of each UE; UEs are numbered below their number.
  ///   - values: of mentions; one left out counts 0.
  /// - Throws: ``GradingError/tooManyDigits`` where a GPA could leave 127 bits.
  /// - Complexity: O(*n*), *n* rows.
  public func gpas(
    studentCount: Int, ects: [FixedDecimal], values: [Mention: FixedDecimal]
  ) throws(GradingError) -> [GPA] {
    guard GPA.canWeigh(ects: ects, values: values) else { throw .tooManyDigits }
    return uncheckedGPAs(studentCount: studentCount, ects: ects, values: values)
  }

  /// The same where it is known that no GPA leaves 127 bits.
  func uncheckedGPAs(studentCount: Int, ects: [FixedDecimal], values: [Mention: FixedDecimal]) -> [GPA] {
    let isPassFail = passFailUEs(count: ects.count)
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
