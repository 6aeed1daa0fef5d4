public import ExactValues

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
