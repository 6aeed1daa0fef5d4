import Allocations
import DelimitedText
import ExactValues
import Parallelism

let seatColumns = [
  ColumnSpecification(Column.student, .reference),
  ColumnSpecification(Column.creneau, .text, isRequired: false),
]

/// Reads `eleve[,creneau]`: seats, each named once; without a créneau, all seats of the student.
func readSeats(
  _ source: SourceText, _ problem: AllocationProblem, students: Students, catalogue: Catalogue,
  repeated: (_ firstLine: Int) -> AllocationFileDefect
) throws(InputDefects) -> Set<Int> {
  let table = try DelimitedTable(source, columns: seatColumns)
  let index = IdentifierIndex(students.identifiers)
  let names = table.text(Column.student)
  let owners = index.rows(of: names, workers: .one)
  let slotIndex = IdentifierIndex(IdentifierColumn(catalogue.creneaux))
  let slots = table.has(Column.creneau) ? table.text(Column.creneau) : nil
  let foundSlots = slots.map { slotIndex.rows(of: $0, workers: .one) }
  var lines: [Int: Int] = [:]
  var defects: [RowDefect] = []
  for row in 0..<table.rowCount {
    guard owners[row] >= 0 else {
      if !names.range(row).isEmpty {
        let reason = index.reason(AllocationFileDefect.unknownStudent, notFound: row, of: names)
        defects.append(RowDefect(row: row, column: Column.student, reason: reason))
      }
      continue
    }
    var given = Array(0..<problem.slotCount)
    if let slots, let slot = foundSlots?[row], !slots.range(row).isEmpty {
      guard slot >= 0 else {
        let reason = slotIndex.reason(AllocationFileDefect.unknownSlot, notFound: row, of: slots)
        defects.append(RowDefect(row: row, column: Column.creneau, reason: reason))
        continue
      }
      given = [Int(slot)]
    }
    for seat in given.map({ problem.seat(student: Int(owners[row]), slot: $0) }) {
      guard let line = lines.updateValue(table.line(ofRow: row), forKey: seat) else { continue }
      defects.append(
        RowDefect(
          row: row, column: Column.student, reason: repeated(line)))
      break
    }
  }
  try table.defects(adding: defects, identifiers: Column.student).throwIfAny()
  return Set(lines.keys)
}

extension Catalogue {
  /// Seats by identifier, in their order.
  func holdings(_ seats: Set<Int>, of students: Students) -> [Repair.Holding] {
    seats.sorted().map { seat in
      let (student, slot) = seat.quotientAndRemainder(dividingBy: creneaux.count)
      return Repair.Holding(students.identifiers[student], creneau: creneaux[slot])
    }
  }
}
