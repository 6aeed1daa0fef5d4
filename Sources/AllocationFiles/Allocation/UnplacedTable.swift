public import Allocations
public import DelimitedText
public import Parallelism

/// The table of those without a place: `eleve,creneau,motif,voeux,complets,fermes,ineligibles`, and for
/// destinations `eleve,motif,voeux,complets,ineligibles`.
///
/// `voeux` counts the modules of the créneau that the student named; of these, `complets` are full, `fermes` do not
/// run, and `ineligibles` are not open to the student.
public struct UnplacedTable: Sendable, WritableTable {
  private let seats: [UnplacedSeat]
  private let students: Students
  private let slots: [String]
  private let subject: WishesFile.Subject

  /// The table of those whom an allocation leaves without a place.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What it was made from.
  /// - Throws: `AllocationInputError.allocationOfAnotherInput` where it is not.
  /// - Complexity: O(*n*), options, and wishes times créneaux.
  public init(_ allocation: Allocation, of input: AllocationInput) throws(AllocationInputError) {
    try input.check(allocation)
    self.init(
      input.catalogue.unplaced(allocation, input.problem, input.wishes), of: input.students,
      catalogue: input.catalogue, subject: input.mobility == nil ? .module : .destination)
  }

  package init(
    _ seats: [UnplacedSeat], of students: Students, catalogue: Catalogue, subject: WishesFile.Subject
  ) {
    self.seats = seats
    self.students = students
    self.subject = subject
    slots = catalogue.rowSlots
  }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* seats, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      subject == .module
      ? [Column.student, Column.creneau, Column.reason, "voeux", "complets", "fermes", "ineligibles"]
      : [Column.student, Column.reason, "voeux", "complets", "ineligibles"]
    try writeTable(format, columns: columns, rows: seats.count, workers: workers, to: sink) { text, rows in
      for seat in seats[rows] {
        text.identifier(seat.student, of: students.identifiers)
        if subject == .module { text.text(slots[seat.slot]) }
        text.text(seat.reason.csvWord)
        text.integer(seat.wishes)
        text.integer(seat.full)
        if subject == .module { text.integer(seat.closed) }
        text.integer(seat.ineligible)
        text.endRow()
      }
    }
  }
}
