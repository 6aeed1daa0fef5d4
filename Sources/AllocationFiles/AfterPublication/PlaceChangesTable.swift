package import Allocations
package import DelimitedText
package import ExactValues
package import Parallelism

/// The table of places that change hands: `eleve,creneau,avant,rang_avant,apres,rang_apres`, in the order of the
/// students, then of the créneaux. A place that was no wish has no rank; mobility has no column `creneau`.
package struct PlaceChangesTable: Sendable, WritableTable {
  private let before: Allocation
  private let after: Allocation
  private let problem: AllocationProblem
  private let students: IdentifierColumn
  private let catalogue: Catalogue
  private let subject: WishesFile.Subject

  /// - Parameter problem: has the options of both allocations.
  package init(
    from before: Allocation, to after: Allocation, _ problem: AllocationProblem,
    students: IdentifierColumn, catalogue: Catalogue, subject: WishesFile.Subject
  ) {
    self.before = before
    self.after = after
    self.problem = problem
    self.students = students
    self.catalogue = catalogue
    self.subject = subject
  }

  package func write(
    _ format: TableFormat, workers: Workers = .one, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let changed = before.choices.indices.filter { before.choices[$0] != after.choices[$0] }
    let columns =
      [Column.student] + (subject == .module ? [Column.creneau] : []) + [
        Column.origin, "rang_avant", "apres", "rang_apres",
      ]
    try writeTable(format, columns: columns, rows: changed.count, workers: workers, to: sink) { text, rows in
      for seat in changed[rows] {
        text.identifier(problem.student(ofSeat: seat), of: students)
        if subject == .module { text.text(catalogue.creneaux[seat % problem.slotCount]) }
        for allocation in [before, after] {
          let option = allocation[seat]
          text.text(option.map { catalogue.modules[problem.offer(ofOption: $0).module] } ?? "")
          if let rank = option.flatMap(problem.wishedRank(ofOption:)) {
            text.integer(rank)
          } else {
            text.empty()
          }
        }
        text.endRow()
      }
    }
  }
}
