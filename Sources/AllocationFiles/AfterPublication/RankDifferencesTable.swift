package import Allocations
package import DelimitedText
package import ExactValues
package import Parallelism

/// The table of the students whom two policies give another rank, `eleve,creneau,rang_merite,rang_satisfaction`, in the
/// order of the students, then of the créneaux; a rank is empty where none was given.
package struct RankDifferencesTable: Sendable, WritableTable {
  private let differences: [RankDifference]
  private let problem: AllocationProblem
  private let students: IdentifierColumn
  private let creneaux: [String]

  /// - Parameter differences: From merit to satisfaction.
  package init(
    _ differences: [RankDifference], of problem: AllocationProblem, students: IdentifierColumn,
    creneaux: [String]
  ) {
    self.differences = differences
    self.problem = problem
    self.students = students
    self.creneaux = creneaux
  }

  package func write(
    _ format: TableFormat, workers: Workers = .one, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [Column.student, Column.creneau, "rang_merite", "rang_satisfaction"]
    try writeTable(format, columns: columns, rows: differences.count, workers: workers, to: sink) {
      text, rows in
      for difference in differences[rows] {
        text.identifier(problem.student(ofSeat: difference.seat), of: students)
        text.text(creneaux[difference.seat % problem.slotCount])
        text.integer(difference.before)
        text.integer(difference.after)
        text.endRow()
      }
    }
  }
}
