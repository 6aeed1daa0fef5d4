public import Parallelism

/// The results of students in UEs, each computed once.
///
///     let outcomes = scheme.outcomes(of: marks)
///     let cohorts = try MentionRules().graded(UEMarks(outcomes))
public struct UEOutcomes: Sendable {
  /// One result, and whose it is.
  public struct Entry: Sendable, Equatable {
    /// By position in a list of students.
    public let student: Int
    /// By position in the scheme.
    public let ue: Int
    public let outcome: UEOutcome
  }

  public let scheme: UEScheme
  /// In the order of the marks they come from.
  public let entries: [Entry]

  /// - Parameters:
  ///   - count: how many students and UEs there are marks of.
  ///   - marks: those of each, from 0; called from several threads.
  /// - Complexity: O(*n*), *n* marks, shared by the workers.
  public init(
    _ scheme: UEScheme, count: Int, workers: Workers = Workers(), marks: (Int) -> StudentMarks
  ) {
    self.scheme = scheme
    entries = [Entry](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each part fills entries of its own.
      nonisolated(unsafe) let buffer = buffer
      let ranges = workers.ranges(of: count, minimum: 1 << 10)
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

  /// How many there are of each result, in the order of `UEResult.allCases`.
  public var counts: [Int] {
    var counts: [UEResult: Int] = [:]
    for entry in entries { counts[entry.outcome.result, default: 0] += 1 }
    return UEResult.allCases.map { counts[$0] ?? 0 }
  }
}

extension UEScheme {
  /// The results of all marks.
  ///
  /// - Complexity: O(*n*), *n* marks, shared by the workers.
  public func outcomes(of marks: [StudentMarks], workers: Workers = Workers()) -> UEOutcomes {
    UEOutcomes(self, count: marks.count, workers: workers) { marks[$0] }
  }
}
