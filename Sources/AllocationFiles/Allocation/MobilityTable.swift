public import Allocations
public import DelimitedText
public import Parallelism

/// The table of an allocation of mobility places: `eleve,destination,rang_voeu,motif[,avant]`.
///
/// `motif` says why a student has no place, or how one came by a place that the optimum did not give, as in
/// ``AllocationTable``.
///
/// ```swift
/// let solution = try AllocationSolver().solve(input, policy: .generous)
/// if let table = try MobilityTable(solution.allocation, of: input) {
///   try table.write(to: "departures.csv")
/// }
/// ```
public struct MobilityTable: Sendable, WritableTable {
  private let allocation: Allocation
  private let problem: AllocationProblem
  private let students: Students
  private let mobility: Mobility
  private let reasons: [UnplacedReason?]
  private let marks: PlaceMarks

  /// The table of an allocation.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What it was made from.
  /// - Returns: nil where the input is one of electives.
  /// - Throws: `AllocationInputError.allocationOfAnotherInput` where it is not.
  public init?(_ allocation: Allocation, of input: AllocationInput) throws(AllocationInputError) {
    try input.check(allocation)
    guard let mobility = input.mobility else { return nil }
    self.init(
      allocation, of: input.problem, students: input.students, mobility: mobility, wishes: input.wishes)
  }

  package init(
    _ allocation: Allocation, of problem: AllocationProblem, students: Students, mobility: Mobility,
    wishes: Wishes, marks: PlaceMarks = PlaceMarks()
  ) {
    self.marks = marks
    self.allocation = allocation
    self.problem = problem
    self.students = students
    self.mobility = mobility
    reasons = mobility.reasons(allocation, problem, wishes)
  }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* students, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      [Column.student, Column.destination, Column.obtainedRank, Column.reason]
      + (marks.before.isEmpty ? [] : [Column.origin])
    try writeTable(
      format, columns: columns, rows: students.count, workers: workers, to: sink
    ) { text, rows in
      for row in rows {
        text.identifier(row, of: students.identifiers)
        if row < problem.seatCount, let option = allocation[row] {
          text.text(mobility.destinations[Int(problem.optionOffers[option])].name)
          if let rank = problem.wishedRank(ofOption: option) { text.integer(rank) } else { text.empty() }
        } else {
          text.empty()
          text.empty()
        }
        text.text(reasons[row]?.csvWord ?? marks.mark(ofSeat: row)?.csvWord ?? "")
        if !marks.before.isEmpty {
          text.text(marks.before[row].map { mobility.destinations[$0].name } ?? "")
        }
        text.endRow()
      }
    }
  }
}
