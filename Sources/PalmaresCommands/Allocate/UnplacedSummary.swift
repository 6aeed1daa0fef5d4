import Palmares
import Wording

/// The students without a place, with the reason, as the summary names them.
struct UnplacedSummary {
  let seats: [UnplacedSeat]
  let data: CatalogueInput

  private static let mostNames = 20

  var lines: [Message] {
    var left = Self.mostNames
    var lines: [Message] = []
    for reason in [UnplacedReason.noWish, .full, .quota, .ineligible] {
      let names = seats.filter { $0.reason == reason }.map(name)
      guard !names.isEmpty, left > 0 else { continue }
      lines.append(.unplaced(data.subject, reason, Array(names.prefix(left))))
      left -= min(left, names.count)
    }
    let more = seats.count - Self.mostNames
    return lines + (more > 0 ? [.moreUnplaced(more, data.subject)] : [])
  }

  private func name(_ seat: UnplacedSeat) -> String {
    data.problem.slotCount == 0
      ? data.students.identifiers[seat.student]
      : data.seatName(data.problem.seat(student: seat.student, slot: seat.slot))
  }
}
