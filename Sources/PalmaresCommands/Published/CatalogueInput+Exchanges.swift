import Palmares
import Wording

/// The wording of exchanges.
extension CatalogueInput {
  /// The places that change hands, for `--dry-run`.
  func changes(from before: Allocation, to after: Allocation) -> PlaceChangesTable {
    PlaceChangesTable(
      from: before, to: after, problem, students: students.identifiers, catalogue: electives, subject: subject
    )
  }

  /// Refusals of the students among `asking` who hold no place at all.
  func withoutPlace(_ asking: Set<Int32>, _ allocation: Allocation) -> [Message] {
    asking.sorted().map(Int.init).filter { student in
      (0..<problem.slotCount).allSatisfy { allocation[problem.seat(student: student, slot: $0)] == nil }
    }.map { SwapRefusal.noPlace(student: $0).message(self) }
  }

  /// How many are bettered, and each cycle.
  func describe(_ proposed: ProposedExchanges, from published: Allocation) -> [Message] {
    let cycles = proposed.cycles
    let count = cycles.reduce(0) { $0 + $1.students.count }
    return [.proposed(better: count, cycles: cycles.count)]
      + cycles.map { cycle in
        let offers = cycle.students.map { student in
          let seat = problem.seat(student: student, slot: cycle.slot)
          return name(ofOption: published.choices[seat])
        }
        return zip(cycle.students.indices, cycle.students).map { position, student in
          let next = (position + 1) % cycle.students.count
          return Message.takes(
            students.identifiers[student], offers[next], of: students.identifiers[cycle.students[next]])
        }.joined(separator: ", ")
      }
  }
}
