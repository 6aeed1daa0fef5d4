import ExactValues
import Parallelism

/// The mentions of students in UEs, in the order of the marks they are given for.
public struct GradedMarks: Sendable {
  /// What the mentions are given for.
  public let marks: UEMarks
  /// For each UE its ranking, its cuts, and what adaptations did to them, in the order of ``UEMarks/ueNames``.
  public let cohorts: [GradedCohort]
  /// By row.
  package let mentions: [Mention]
  /// By row, from 1; 0 for none.
  private let positions: [UInt32]

  /// No thread places fewer rows than this: about a millisecond's work.
  private static let leastRowsOfThread = 1 << 14

  init(_ marks: UEMarks, _ cohorts: [GradedCohort], workers: Workers) {
    self.marks = marks
    self.cohorts = cohorts
    let count = marks.count
    var positions: [UInt32] = []
    mentions = [Mention](unsafeUninitializedCapacity: count) { mentions, initialized in
      positions = [UInt32](unsafeUninitializedCapacity: count) { positions, initialized in
        marks.column.withCodes { codes in
          // Each part fills rows of its own.
          nonisolated(unsafe) let (codes, mentions, positions) = (codes, mentions, positions)
          let ranges = workers.ranges(of: count, minimum: Self.leastRowsOfThread)
          workers.perform(parts: ranges.count) { part in
            for row in ranges[part] {
              let cohort = marks.ues.map { Int($0.numbers[row]) } ?? 0
              let (standing, code) = (marks.standings[row], codes[row])
              let first = marks.firstCode(ofRow: row, codes)
              mentions.initializeElement(at: row, to: cohorts[cohort].mention(standing, code, besides: first))
              let position = cohorts[cohort].position(standing, code, besides: first) ?? 0
              positions.initializeElement(at: row, to: UInt32(position))
            }
          }
        }
        initialized = count
      }
      initialized = count
    }
    self.positions = positions
  }

  /// The position of a row in its ranking, from 1; nil for none.
  package func position(ofRow row: Int) -> Int? { positions[row] > 0 ? Int(positions[row]) : nil }
}

extension GradedMarks: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { mentions.count }

  /// One student's mention in one UE.
  public subscript(row: Int) -> GradedMark {
    GradedMark(
      student: marks.students[row], ue: marks.ueName(ofRow: row), mark: marks.column[row],
      mention: mentions[row],
      position: position(ofRow: row))
  }
}
