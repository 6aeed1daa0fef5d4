public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// What each adaptation changed: a row for each cut, before and after, then one for each student whose
/// mention it changed.
///
/// By UE, adaptation, mention and student, whatever the order of the notes.
public struct AdaptationReport: Sendable {
  /// One adaptation of one UE.
  public struct Entry: Sendable {
    /// Empty where the notes are of a single UE.
    public let ue: String
    public let step: GradedCohort.Step
    /// By identifier.
    public let changed: [Student]

    /// The cut of each mention before, and after: nil for a mention that is given no more.
    public var cuts: [(mention: Mention, before: Int, after: Int?)] {
      zip(step.before.mentions, step.before.cuts).map { mention, before in
        let place = step.after?.mentions.firstIndex(of: mention)
        return (mention, before, place.flatMap { step.after?.cuts[$0] })
      }
    }
  }

  /// A student whose mention changed.
  public struct Student: Sendable {
    public let identifier: String
    public let before: Mention
    public let after: Mention
  }

  public let entries: [Entry]

  public init(_ notes: UEMarksFile, _ cohorts: [GradedCohort]) {
    let changes = notes.marks.changes(cohorts)
    let names = cohorts.indices.map { notes.ues?.names[$0] ?? "" }
    let order = cohorts.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    entries = order.flatMap { cohort in
      cohorts[cohort].steps.enumerated().map { index, step in
        let students = changes[cohort][index].map {
          Student(identifier: notes.identifiers[$0.row], before: $0.before, after: $0.after)
        }
        return Entry(
          ue: names[cohort], step: step,
          changed: students.sorted { $0.identifier.utf8.lexicographicallyPrecedes($1.identifier.utf8) })
      }
    }
  }

  private static let columns = [
    "adaptation", "ue", "mention", "coupe_avant", "coupe_apres", "eleve", "mention_avant", "mention_apres",
  ]

  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let rows = entries.flatMap { entry in
      entry.cuts.map { (entry, cut: Optional($0), student: Student?.none) }
        + entry.changed.map { (entry, cut: nil, student: Optional($0)) }
    }
    try writeTable(format, columns: Self.columns, rows: rows.count, workers: workers, to: sink) {
      text, range in
      for (entry, cut, student) in rows[range] {
        text.text(entry.step.adaptation.rawValue)
        text.text(entry.ue)
        if let cut {
          text.word(cut.mention.word)
          text.integer(cut.before)
          if let after = cut.after { text.integer(after) } else { text.empty() }
        } else {
          for _ in 0..<3 { text.empty() }
        }
        text.text(student?.identifier ?? "")
        text.word(student?.before.word ?? "")
        text.word(student?.after.word ?? "")
        text.endRow()
      }
    }
  }
}
