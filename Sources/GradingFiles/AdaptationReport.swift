public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// What each adaptation changed: a row for each cut, before and after, then one for each student whose
/// mention it changed.
///
/// By UE, adaptation, mention and student, whatever the order of the marks.
public struct AdaptationReport: WritableTable, Sendable {
  /// One adaptation of one UE.
  public struct Entry: Sendable {
    /// The name of the UE; empty where the marks are of a single UE without a name.
    public let ue: String
    /// The adaptation, and the cuts before and after it.
    public let step: GradedCohort.Step
    /// The students whose mention it changed, by identifier.
    public let changed: [MentionChange]

    /// The last position of each mention before the adaptation, and after; nil for a mention that is given no more.
    public var cuts: [(mention: Mention, before: Int, after: Int?)] {
      zip(step.before.mentions, step.before.positions).map { mention, before in
        let place = step.after?.mentions.firstIndex(of: mention)
        return (mention, before, place.flatMap { step.after?.positions[$0] })
      }
    }
  }

  /// By name of the UE, then in the order in which the adaptations were applied.
  public let entries: [Entry]

  /// - Parameter graded: marks with their mentions.
  public init(_ graded: GradedMarks) {
    let (changes, names) = (graded.changes, graded.marks.ueNames)
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    entries = order.flatMap { ue in
      zip(graded.cohorts[ue].steps, changes[ue]).map { step, changed in
        Entry(
          ue: names[ue], step: step,
          changed: changed.sorted { $0.student.utf8.lexicographicallyPrecedes($1.student.utf8) })
      }
    }
  }

  private static let columns = [
    "adaptation", GradingColumn.ue, GradingColumn.mention, "coupe_avant", "coupe_apres",
    GradingColumn.student, "mention_avant", "mention_apres",
  ]

  /// Writes the table piece by piece.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let rows = entries.flatMap { entry in
      entry.cuts.map { (entry, cut: Optional($0), change: MentionChange?.none) }
        + entry.changed.map { (entry, cut: nil, change: Optional($0)) }
    }
    try writeTable(format, columns: Self.columns, rows: rows.count, workers: workers, to: sink) {
      text, range in
      for (entry, cut, change) in rows[range] {
        text.word(entry.step.adaptation.csvWord)
        text.text(entry.ue)
        if let cut {
          text.word(cut.mention.csvWord)
          text.integer(cut.before)
          if let after = cut.after { text.integer(after) } else { text.empty() }
        } else {
          for _ in 0..<3 { text.empty() }
        }
        text.text(change?.student ?? "")
        text.word(change?.before.csvWord ?? "")
        text.word(change?.after.csvWord ?? "")
        text.endRow()
      }
    }
  }
}
