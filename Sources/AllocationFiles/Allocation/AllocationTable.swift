public import Allocations
public import DelimitedText
public import Parallelism

/// The table of an allocation: `eleve,creneau,module,rang_voeu[,motif][,avant]`, for each student a row for each
/// créneau.
///
/// `motif` is `echange` for a place from an exchange, `complement` for one given beyond the wishes; `avant` is the
/// module held before any exchange. Both columns are there only if some row needs them.
public struct AllocationTable: Sendable {
  static let columns = ["eleve", "creneau", "module", "rang_voeu"]

  private let allocation: Allocation
  private let problem: AllocationProblem
  private let students: Students
  private let electives: Catalogue
  private let marks: PlaceMarks

  public init(
    _ allocation: Allocation, _ problem: AllocationProblem, _ students: Students, _ electives: Catalogue,
    marks: PlaceMarks = PlaceMarks()
  ) {
    self.marks = marks
    self.allocation = allocation
    self.problem = problem
    self.students = students
    self.electives = electives
  }

  /// - Complexity: O(*n*), *n* seats, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let slots = electives.rowSlots
    let columns = Self.columns + PlaceMarkColumns.needed(marks)
    try writeTable(
      format, columns: columns, rows: students.count * slots.count, workers: workers, to: sink
    ) { text, rows in
      for row in rows {
        text.identifier(row / slots.count, of: students.identifiers)
        text.text(slots[row % slots.count])
        // Without a module there is no seat, and still a row.
        if row < problem.seatCount, let option = allocation[row] {
          text.text(electives.modules[problem.offer(ofOption: option).module])
          if let rank = problem.wishedRank(ofOption: option) { text.integer(rank) } else { text.empty() }
        } else {
          text.empty()
          text.empty()
        }
        if !marks.isEmpty { text.text(marks.mark(ofSeat: row)?.word ?? "") }
        if !marks.before.isEmpty {
          text.text(marks.before[row].map { electives.modules[problem.offers[$0].module] } ?? "")
        }
        text.endRow()
      }
    }
  }
}

extension Catalogue {
  /// The créneaux a student has a row for: a nameless one where there is no module at all.
  var rowSlots: [String] { slots.isEmpty ? [""] : slots }
}
