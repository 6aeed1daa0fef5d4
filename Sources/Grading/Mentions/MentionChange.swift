import ExactValues

/// A mention that an adaptation changed.
public struct MentionChange: Hashable, Sendable, Codable {
  /// The position of the mark among those graded, from 0.
  package let row: Int
  /// The student's identifier.
  public let student: String
  /// The mention without the adaptation.
  public let before: Mention
  /// The mention with it.
  public let after: Mention
}

extension GradedMarks {
  /// Whose mention each adaptation changed: by cohort, then by ``GradedCohort/steps``, then by row.
  ///
  /// - Complexity: O(*n* · *s*), *n* rows and *s* steps.
  public var changes: [[[MentionChange]]] {
    var changes = cohorts.map { $0.steps.map { _ in [MentionChange]() } }
    guard changes.contains(where: { !$0.isEmpty }) else { return changes }
    let placements = cohorts.map { cohort in cohort.steps.map { cohort.placements($0) } }
    marks.column.withCodes { codes in
      for row in indices where marks.standings[row].fixedMention == nil && codes[row] >= 0 {
        let cohort = marks.ues.map { Int($0.numbers[row]) } ?? 0
        let first = marks.firstCode(ofRow: row, codes)
        func mention(_ placement: MentionPlacement) -> Mention {
          first.map { placement.mention(codes[row], besides: $0) } ?? placement.mention(codes[row])
        }
        for (step, placement) in placements[cohort].enumerated() {
          let before = mention(placement.before)
          let after = placement.after.map(mention) ?? .passed
          if before != after {
            changes[cohort][step].append(
              MentionChange(row: row, student: marks.students[row], before: before, after: after))
          }
        }
      }
    }
    return changes
  }
}
