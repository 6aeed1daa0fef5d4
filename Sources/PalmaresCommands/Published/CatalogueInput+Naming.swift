import Palmares
import Wording

/// The names that messages give to places and students.
extension CatalogueInput: PlaceNaming {
  var placeName: Message { Message(verbatim: subject.rawValue) }

  func name(ofStudent student: Int) -> Message { Message(verbatim: students.identifiers[student]) }

  func name(ofModule module: Int) -> Message { Message(verbatim: electives.modules[module]) }

  func name(ofQuota quota: Int) -> Message { Message(verbatim: electives.quotaNames[quota]) }

  func name(ofOffer offer: Int) -> Message {
    offer < electives.offers.count
      ? Message(verbatim: electives.offers[offer].name)
      : Message(verbatim: "quota \(electives.quotaNames[offer - electives.offers.count])")
  }

  func name(ofSeat seat: Int) -> Message { Message(verbatim: seatName(seat)) }

  /// As the certificate names it.
  func name(ofLevel level: ObjectiveLevel.Subject) -> Message { Message(verbatim: level.name) }

  func places(ofOffer offer: Int) -> Int? { problem.offers[offer].places }

  func minimum(ofOffer offer: Int) -> Int? { problem.offers[offer].minimum }

  func departures(ofQuota quota: Int) -> Int? { problem.quotas[quota].most }

  func objection(to offer: Int, for student: Int) -> Message? { shortfall(student, offer: offer)?.message }

  /// A student, and the créneau where there are several.
  func seatName(_ seat: Int) -> String {
    let student = students.identifiers[problem.student(ofSeat: seat)]
    return problem.slotCount == 1
      ? student : "\(student) (\(electives.creneaux[seat % problem.slotCount]))"
  }
}
