/// A mention that an adaptation changed.
public struct MentionChange: Sendable, Equatable {
  public let row: Int
  public let before: Mention
  public let after: Mention
}

extension UEMarks {
  /// Whose mention each adaptation changed, by cohort, then by the cohort's steps.
  ///
  /// - Complexity: O(*n* · *s*), *n* rows and *s* steps.
  public func changes(_ cohorts: [GradedCohort]) -> [[[MentionChange]]] {
    var changes = cohorts.map { $0.steps.map { _ in [MentionChange]() } }
    guard changes.contains(where: { !$0.isEmpty }) else { return changes }
    let placements = cohorts.map { cohort in cohort.steps.map { cohort.placements($0) } }
    marks.withCodes { codes in
      for row in 0..<count where standings[row].fixedMention == nil && codes[row] >= 0 {
        let cohort = ues.map { Int($0[row]) } ?? 0
        let first = firstCode(ofRow: row, codes)
        func mention(_ placement: MentionPlacement) -> Mention {
          first.map { placement.mention(codes[row], besides: $0) } ?? placement.mention(codes[row])
        }
        for (step, placement) in placements[cohort].enumerated() {
          let before = mention(placement.before)
          let after = placement.after.map(mention) ?? .passed
          if before != after {
            changes[cohort][step].append(MentionChange(row: row, before: before, after: after))
          }
        }
      }
    }
    return changes
  }
}
