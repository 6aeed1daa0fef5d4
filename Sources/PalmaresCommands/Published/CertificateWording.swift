import Palmares
import Wording

/// The names that messages give to places and students.
extension CatalogueInput: PlaceNaming {
  var placeName: String { subject.rawValue }

  func name(ofStudent student: Int) -> String { students.identifiers[student] }

  func name(ofModule module: Int) -> String { electives.modules[module] }

  func name(ofQuota quota: Int) -> String { electives.quotaNames[quota] }

  /// As the certificate names it.
  func name(ofLevel level: ObjectiveLevel.Subject) -> String { level.name }

  func places(ofOffer offer: Int) -> Int? { problem.offers[offer].places }

  func minimum(ofOffer offer: Int) -> Int? { problem.offers[offer].minimum }

  func departures(ofQuota quota: Int) -> Int? { problem.quotas[quota].most }

  func objection(to offer: Int, for student: Int) -> String? {
    shortfall(student, offer: offer).map(PalmaresCommands.describe)
  }

  /// The line of an allocation that is valid: `valid` alone only where all of it is proven.
  func describe(_ verified: VerifiedAllocation) -> String {
    let since = [
      verified.exchanged > 0 ? "\(verified.exchanged) places from exchanges" : nil,
      verified.complements > 0 ? "\(verified.complements) places beyond the wishes" : nil,
    ].compactMap(\.self).joined(separator: " and ")
    let optimum =
      switch verified.verdict {
      case .optimal: ""
      case .unproven(let gap):
        "optimum not proven: \(gap.subject?.name ?? "arbitration") value \(gap.value), bound \(gap.bound)"
      }
    if since.isEmpty { return optimum.isEmpty ? "valid" : "valid, \(optimum)" }
    return "valid, with \(since); before these, \(optimum.isEmpty ? "the allocation is optimal" : optimum)"
  }

  /// A student, and the créneau where there are several.
  func name(ofSeat seat: Int) -> String {
    let student = students.identifiers[problem.student(ofSeat: seat)]
    return problem.slotCount == 1
      ? student : "\(student) (\(electives.creneaux[seat % problem.slotCount]))"
  }
}
