import Palmares
import Wording

/// The students without a place, with the reason, as the summary names them.
struct UnplacedSummary {
  let seats: [UnplacedSeat]
  let data: CatalogueInput

  private static let mostNames = 20

  var lines: [String] {
    var left = Self.mostNames
    var lines: [String] = []
    for reason in [UnplacedReason.noWish, .full, .quota, .ineligible] {
      let names = seats.filter { $0.reason == reason }.map(name)
      guard !names.isEmpty, left > 0 else { continue }
      lines.append(
        "without a \(data.subject.rawValue), \(text(reason)) (\(reason.csvWord)): "
          + names.prefix(left).joined(separator: ", "))
      left -= min(left, names.count)
    }
    let more = seats.count - Self.mostNames
    return lines
      + (more > 0 ? ["… and \(more) more without a \(data.subject.rawValue): --unplaced FILE names all"] : [])
  }

  private func name(_ seat: UnplacedSeat) -> String {
    data.problem.slotCount == 0
      ? data.students.identifiers[seat.student]
      : data.name(ofSeat: data.problem.seat(student: seat.student, slot: seat.slot))
  }

  private func text(_ reason: UnplacedReason) -> String {
    switch reason {
    case .noWish: "named nothing"
    case .full: "no wish has a place left"
    case .quota: "no departure left in a quota"
    case .ineligible: "no wish they are eligible for"
    }
  }
}
