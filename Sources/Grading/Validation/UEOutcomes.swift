package import ExactValues
public import Parallelism

/// The results of students in UEs: which UEs are validated, and what is to be resat.
///
/// Each result is computed once. The rows come by student's identifier, then in the scheme's order.
///
/// The rules (règlement 1.3.2, 1.3.3, 2.5.1, 2.5.2, 3.2):
///
/// What both sessions give for an ECUE. A *resit* is a second evaluation after a first one that counted; an
/// ECUE is resat once (2.5.2, 3.2.2).
///
/// | session 1 | session 2 | final mark | |
/// |---|---|---|---|
/// | mark | none | the mark | may be resat where it is too low (1.3.2, 2.5.1) |
/// | mark | mark | both, by the ``FinalMarkRule`` | resat (2.5.2) |
/// | mark | `ABI` | the mark and 0, by the rule | resat: « tenus de se présenter » (1.3.3, 2.5.2) |
/// | mark | `V` | the mark | the resit is to come, if it needs one (2.5.2, « empêchement majeur ») |
/// | `ABI` | as above | as above, with 0 for the mark | as above (1.3.3) |
/// | `V` | none, `V` | none | the evaluation is to come: the UE waits (1.3.3) |
/// | `V` | mark | the mark | sat for the first time: may be resat where it is too low (1.3.3) |
/// | `V` | `ABI` | 0 | the same, with 0 (1.3.3) |
/// | `W` | none | exempted | leaves the UE (1.3.3, 3.4) |
/// | mark, `ABI`, `V` | `W` | exempted | leaves the UE |
/// | `F` | none | none | the UE is failed (2.5.1) |
/// | mark, `ABI`, `V` | `F` | none | the UE is failed (2.5.1) |
/// | `W`, `F` | anything | as without it | a file that says so is refused (1.3.3, 3.4) |
///
/// From these the result, the first that holds:
///
/// 1. `F` where any ECUE is failed by the council.
/// 2. `dispense` where every ECUE is exempted.
/// 3. `attente` where an evaluation is to come. Whatever else is below its minimum is to be resat all the same
///    (1.3.2, « quels que soient les résultats des autres ECUE »).
/// 4. `valide` where every ECUE reaches its minimum and the weighted mean reaches the threshold.
/// 5. `F` where an ECUE that was resat is below its minimum, or where none is left to resit.
/// 6. `attente` where a resit is to come, else `rattrapage`.
///
/// ```swift
/// let scheme = try UEScheme(ues: [
///   UE("MATHS", ects: 5, ecues: [ECUE("examen", weight: 2, minimum: 7), ECUE("td", weight: 1)])
/// ])
/// let marks = try ECUEMarks(
///   [
///     ECUEMark("E1", ue: "MATHS", ecue: "examen", mark: "10.5"),
///     ECUEMark("E1", ue: "MATHS", ecue: "td", mark: 12),
///     ECUEMark("E2", ue: "MATHS", ecue: "examen", mark: 6),
///     ECUEMark("E2", ue: "MATHS", ecue: "td", mark: 18),
///   ], scheme: scheme)
/// for row in UEOutcomes(marks) { print(row.student, row.ue, row.result, row.resits) }
/// // E1 MATHS validated []
/// // E2 MATHS rattrapage ["examen"]
/// ```
public struct UEOutcomes: Sendable {
  /// One result, and whose it is.
  package struct Entry: Sendable, Equatable {
    /// By position among the students.
    package let student: Int
    /// By position in the scheme.
    package let ue: Int
    package let outcome: UEOutcome
  }

  /// The UEs that the results are of.
  public let scheme: UEScheme
  package let students: IdentifierColumn
  /// Whether the results are of two sessions.
  package let hasSessions: Bool
  /// In the order of the marks they come from.
  package let entries: [Entry]

  /// No thread computes fewer results than this: about a tenth of a millisecond's work.
  private static let leastResultsOfThread = 1 << 10

  /// The results of all marks (règlement 1.3.2, 2.5.1, 2.5.2).
  ///
  /// - Complexity: O(*n*), *n* marks, shared by the workers.
  public init(_ marks: ECUEMarks, workers: Workers = Workers()) {
    self.init(
      marks.scheme, students: marks.students, hasSessions: marks.hasSessions, count: marks.entryCount,
      workers: workers
    ) { marks.entry($0) }
  }

  /// - Parameters:
  ///   - students: whom marks refer to by position.
  ///   - count: how many students and UEs there are marks of.
  ///   - marks: those of each, from 0; called from several threads.
  package init(
    _ scheme: UEScheme, students: IdentifierColumn, hasSessions: Bool, count: Int,
    workers: Workers = Workers(),
    marks: (Int) -> StudentMarks
  ) {
    self.scheme = scheme
    self.students = students
    self.hasSessions = hasSessions
    entries = [Entry](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each part fills entries of its own.
      nonisolated(unsafe) let buffer = buffer
      let ranges = workers.ranges(of: count, minimum: Self.leastResultsOfThread)
      workers.perform(parts: ranges.count) { part in
        for index in ranges[part] {
          let marks = marks(index)
          let outcome = scheme.ues[marks.ue].outcome(
            first: marks.first, second: marks.second, finalMark: scheme.finalMark)
          buffer.initializeElement(
            at: index, to: Entry(student: marks.student, ue: marks.ue, outcome: outcome))
        }
      }
      initialized = count
    }
  }

  /// How many results there are of each kind.
  ///
  /// - Complexity: O(*n*), *n* results.
  public var counts: [UEResult: Int] {
    var counts: [UEResult: Int] = [:]
    for entry in entries { counts[entry.outcome.result, default: 0] += 1 }
    return counts
  }
}

extension UEOutcomes: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { entries.count }

  /// One result.
  public subscript(position: Int) -> StudentOutcome {
    let entry = entries[position]
    let (ue, outcome) = (scheme.ues[entry.ue], entry.outcome)
    return StudentOutcome(
      student: students[entry.student], ue: ue.name, result: outcome.result, mean: outcome.mean,
      resits: outcome.resits.map { ue.ecues[$0].name }, session: outcome.session, firstMean: outcome.firstMean
    )
  }
}
