public import Allocations
public import DelimitedText
public import Parallelism

/// The table of an allocation of mobility places: `eleve,destination,rang_voeu,motif[,avant]`.
///
/// `motif` says why a student has no place, or how one came by a place that the optimum did not give, as in
/// ``AllocationTable``.
public struct MobilityTable: Sendable {
  private let allocation: Allocation
  private let problem: AllocationProblem
  private let students: Students
  private let mobility: Mobility
  private let reasons: [Mobility.Reason?]
  private let marks: PlaceMarks

  public init(
    _ allocation: Allocation, _ problem: AllocationProblem, _ students: Students, _ mobility: Mobility,
    _ wishes: Wishes, marks: PlaceMarks = PlaceMarks()
  ) {
    self.marks = marks
    self.allocation = allocation
    self.problem = problem
    self.students = students
    self.mobility = mobility
    reasons = mobility.reasons(allocation, problem, wishes)
  }

  /// - Complexity: O(*n*), *n* students, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      ["eleve", "destination", "rang_voeu", PlaceMarkColumns.mark]
      + (marks.before.isEmpty ? [] : [PlaceMarkColumns.origin])
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
        text.text(reasons[row]?.rawValue ?? marks.mark(ofSeat: row)?.word ?? "")
        if !marks.before.isEmpty {
          text.text(marks.before[row].map { mobility.destinations[$0].name } ?? "")
        }
        text.endRow()
      }
    }
  }
}
