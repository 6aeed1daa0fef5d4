public import Allocations
public import DelimitedText
public import Parallelism

/// The table of an allocation: `eleve,creneau,module,rang_voeu[,motif][,avant]`, for each student a row for each
/// créneau.
///
/// `motif` is `echange` for a place from an exchange, `complement` for one given beyond the wishes; `avant` is the
/// module held before any exchange. Both columns are there only if some row needs them.
///
/// ```swift
/// let solution = try AllocationSolver().solve(input)
/// try AllocationTable(solution.allocation, of: input).write(to: "allocation.csv")
/// ```
public struct AllocationTable: Sendable, WritableTable {
  static let columns = [Column.student, Column.creneau, Column.module, Column.obtainedRank]

  private let allocation: Allocation
  private let problem: AllocationProblem
  private let students: Students
  private let catalogue: Catalogue
  private let marks: PlaceMarks

  /// The table of an allocation.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What it was made from.
  /// - Throws: `AllocationInputError.allocationOfAnotherInput` where it is not.
  public init(_ allocation: Allocation, of input: AllocationInput) throws(AllocationInputError) {
    try input.check(allocation)
    self.init(allocation, of: input.problem, students: input.students, catalogue: input.catalogue)
  }

  /// The table of a published allocation, in which swaps are marked.
  public init(_ published: PublishedAllocation) {
    self.init(
      published.allocation, of: published.problem, students: published.input.students,
      catalogue: published.input.catalogue, marks: published.marks)
  }

  package init(
    _ allocation: Allocation, of problem: AllocationProblem, students: Students, catalogue: Catalogue,
    marks: PlaceMarks = PlaceMarks()
  ) {
    self.marks = marks
    self.allocation = allocation
    self.problem = problem
    self.students = students
    self.catalogue = catalogue
  }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* seats, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let slots = catalogue.rowSlots
    let columns = Self.columns + PlaceMarkColumns.needed(marks)
    try writeTable(
      format, columns: columns, rows: students.count * slots.count, workers: workers, to: sink
    ) { text, rows in
      for row in rows {
        text.identifier(row / slots.count, of: students.identifiers)
        text.text(slots[row % slots.count])
        // Without a module there is no seat, and still a row.
        if row < problem.seatCount, let option = allocation[row] {
          text.text(catalogue.modules[problem.offer(ofOption: option).module])
          if let rank = problem.wishedRank(ofOption: option) { text.integer(rank) } else { text.empty() }
        } else {
          text.empty()
          text.empty()
        }
        if !marks.isEmpty { text.text(marks.mark(ofSeat: row)?.csvWord ?? "") }
        if !marks.before.isEmpty {
          text.text(marks.before[row].map { catalogue.modules[problem.offers[$0].module] } ?? "")
        }
        text.endRow()
      }
    }
  }
}

extension Catalogue {
  /// The créneaux a student has a row for: a nameless one where there is no module at all.
  var rowSlots: [String] { creneaux.isEmpty ? [""] : creneaux }
}
