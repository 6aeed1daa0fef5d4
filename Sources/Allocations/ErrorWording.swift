public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How a message names what a problem numbers, and what it says of its limits.
package protocol PlaceNaming {
  /// What is allocated: module or destination.
  var placeName: String { get }
  func name(ofSeat seat: Int) -> String
  func name(ofStudent student: Int) -> String
  /// An offer, or behind the offers a quota.
  func name(ofOffer offer: Int) -> String
  func name(ofModule module: Int) -> String
  func name(ofQuota quota: Int) -> String
  func name(ofLevel level: ObjectiveLevel.Subject) -> String
  /// nil where it is not known here.
  func places(ofOffer offer: Int) -> Int?
  func minimum(ofOffer offer: Int) -> Int?
  func departures(ofQuota quota: Int) -> Int?
  /// Why a student may not have an offer.
  func objection(to offer: Int, for student: Int) -> String?
}

extension PlaceNaming {
  func name(ofSeat seat: Position<Seat>) -> String { name(ofSeat: seat.index) }
  func name(ofStudent student: Position<Student>) -> String { name(ofStudent: student.index) }
  func name(ofOffer offer: Position<Elective>) -> String { name(ofOffer: offer.index) }
  func name(ofModule module: Position<Module>) -> String { name(ofModule: module.index) }
  func name(ofQuota quota: Position<DepartureQuota>) -> String { name(ofQuota: quota.index) }
  func places(ofOffer offer: Position<Elective>) -> Int? { places(ofOffer: offer.index) }
  func minimum(ofOffer offer: Position<Elective>) -> Int? { minimum(ofOffer: offer.index) }
  func departures(ofQuota quota: Position<DepartureQuota>) -> Int? { departures(ofQuota: quota.index) }
}

/// Names everything by its position, from 0.
private struct Positions: PlaceNaming {
  var placeName: String { "module" }
  func name(ofSeat seat: Int) -> String { "seat \(seat)" }
  func name(ofStudent student: Int) -> String { "student \(student)" }
  func name(ofOffer offer: Int) -> String { "offer \(offer)" }
  func name(ofModule module: Int) -> String { "module \(module)" }
  func name(ofQuota quota: Int) -> String { "\(quota)" }
  func name(ofLevel level: ObjectiveLevel.Subject) -> String {
    switch level {
    case .unplaced: "seats without a module"
    case .rankCost: "rank costs"
    case .most(let rank), .fewest(let rank): "seats at rank \(rank)"
    case .required: "seats without a module of students who must have one"
    case .priority: "priorities"
    case .moves: "moves"
    }
  }
  func places(ofOffer offer: Int) -> Int? { nil }
  func minimum(ofOffer offer: Int) -> Int? { nil }
  func departures(ofQuota quota: Int) -> Int? { nil }
  func objection(to offer: Int, for student: Int) -> String? { nil }
}

extension CertificateDefect: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, everything in it named by its position from 0.
  public var message: Message { Message(untranslated: text(Positions())) }

  package func text(_ names: some PlaceNaming) -> String {
    switch self {
    case .violation(let violation): violation.text(names)
    case .otherProblem: "the certificate is of another problem"
    case .decision(let offer):
      "\(names.name(ofOffer: offer)): what the certificate says of its running is not what it has"
    case .wrongValue(let stage, let stated, let found):
      "stage \(stage + 1): the certificate says \(stated), the allocation costs \(found)"
    case .wrongBound(let stage, let stated, let found):
      "stage \(stage + 1): the certificate's bound is \(stated), its prices give \(found)"
    case .notCheapest(let stage, let seat):
      "stage \(stage + 1): \(names.name(ofSeat: seat)) has a cheaper choice at these prices"
    case .priceOfFreePlaces(let stage, let offer):
      "stage \(stage + 1): \(names.name(ofOffer: offer)) has a price and free places"
    case .priceWithoutCause(let stage, let offer):
      "stage \(stage + 1): no change gains what the price of \(names.name(ofOffer: offer)) says"
    case .priceOfFreeDepartures(let stage, let quota):
      "stage \(stage + 1): quota \(names.name(ofQuota: quota)) has a price and free places"
    case .quotaPriceWithoutCause(let stage, let quota):
      "stage \(stage + 1): no change gains what the price of quota \(names.name(ofQuota: quota)) says"
    case .notArbitrated(let seat):
      "\(names.name(ofSeat: seat)) could have a better rank, and nobody of better merit would lose one"
    case .tieNotLowest(let seat):
      "\(names.name(ofSeat: seat)) could have a lower \(names.placeName) of the same rank"
    case .policy(let policy): "the certificate is of another policy: \(policy.rawValue)"
    case .rankCosts: "the certificate is of other rank costs"
    case .seed: "the certificate is of another seed"
    case .levelValue(let level, let stated, let found):
      "\(names.name(ofLevel: level)): the certificate says \(stated), the allocation has \(found)"
    case .seal: "the certificate is of another allocation (allocation_sha256)"
    case .exchangesOutOfBalance(let offer):
      "\(names.name(ofOffer: offer)): not as many students have a place from an exchange as gave one (motif, avant)"
    case .openedByComplement(let offer):
      "\(names.name(ofOffer: offer)) does not run by the wishes, and has a place beyond them (complement)"
    case .originNotWished(let seat):
      "\(names.name(ofSeat: seat)): what the student had before the exchanges was no wish"
    }
  }
}

extension AllocationViolation: Worded, CustomStringConvertible {
  /// What is wrong, everything in it named by its position from 0.
  public var message: Message { Message(untranslated: text(Positions())) }

  package func text(_ names: some PlaceNaming) -> String {
    func limit(_ number: Int?) -> String { number.map(String.init) ?? "fewer" }
    return switch self {
    case .notAnOption(let seat): "\(names.name(ofSeat: seat)) has a \(names.placeName) that was no wish"
    case .nothing(let seat): "\(names.name(ofSeat: seat)) has no \(names.placeName) any more"
    case .overfull(let offer, let count):
      "\(names.name(ofOffer: offer)): \(count) students for \(limit(names.places(ofOffer: offer))) places"
    case .belowMinimum(let offer, let count):
      "\(names.name(ofOffer: offer)) runs with \(count) students; its minimum is "
        + (names.minimum(ofOffer: offer).map(String.init) ?? "higher")
    case .beyondQuota(let quota, let count):
      "quota \(names.name(ofQuota: quota)): \(count) departures for "
        + limit(names.departures(ofQuota: quota))
    case .moduleTwice(let student, let module):
      "\(names.name(ofStudent: student)) has \(names.name(ofModule: module)) in two créneaux"
    }
  }
}

extension SwapRefusal: Worded, LocalizedError, CustomStringConvertible {
  package var errorDescription: String? { message.english }

  /// What is wrong, everything in it named by its position from 0.
  package var message: Message { Message(untranslated: text(Positions())) }

  package func text(_ names: some PlaceNaming) -> String {
    func both(_ student: Int, _ other: Int) -> String {
      "\(names.name(ofStudent: student)) and \(names.name(ofStudent: other))"
    }
    return switch self {
    case .noPlace(let student): "\(names.name(ofStudent: student)) has no place to give"
    case .samePlace(let offer): "both have \(names.name(ofOffer: offer))"
    case .notAnOption(let student, let offer):
      "\(names.name(ofStudent: student)), \(names.name(ofOffer: offer)): "
        + (names.objection(to: offer, for: student) ?? "no wish")
    case .moduleTwice(let student, let module):
      "\(names.name(ofStudent: student)) has \(names.name(ofModule: module)) in another créneau"
    case .alreadyMade(let student, let other): "already made: \(both(student, other)) have exchanged"
    case .notMade(let student, let other):
      "not made: \(both(student, other)) hold no places from this exchange, or have exchanged again since"
    }
  }
}

extension AllocationInputError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a sentence without a full stop.
  public var message: Message {
    switch self {
    case .columnsOfDifferentLengths: "columns of different lengths"
    case .emptyIdentifier(let row): "row \(row): empty identifier"
    case .repeatedStudent(let student): "two students are called \(student)"
    case .gpaOutOfRange(let student, let gpa): "\(student): GPA \(gpa) is not from 0 to 5"
    case .absencesOutOfRange(let student, let count): "\(student): \(count) absences"
    case .ectsOutOfRange(let student, let ects): "\(student): \(ects) ECTS are not in 0…1000"
    case .semestersAwayOutOfRange(let student, let count): "\(student): \(count) semesters away"
    case .repeatedModule(let module, let creneau):
      "module \(module) twice" + (creneau.isEmpty ? "" : " in créneau \(creneau)")
    case .missingCreneau(let module): "module \(module) has no créneau, and others have one"
    case .placesOutOfRange(let module, let number):
      "\(module): \(number) is no number of places from 0 to 1000000"
    case .repeatedDestination(let name): "two destinations are called \(name)"
    case .destinationOutOfRange(let name): "destination \(name): a condition out of range"
    case .quotaOfUnknownSemester(let quota): "quota \(quota): no destination has this semester"
    case .repeatedQuota(let quota): "quota \(quota) twice"
    case .quotaOutOfRange(let quota, let most): "quota \(quota): \(most) departures"
    case .unknownStudent(let student): "no student is called \(student)"
    case .unknownModule(let module, let student):
      "\(student) wishes for module \(module), which is not in the catalogue"
    case .unknownDestination(let name, let student):
      "\(student) wishes for destination \(name), which is not among the destinations"
    case .noSuchModule(let module, let creneau):
      creneau.map { "there is no \(module) in créneau \($0)" } ?? "there is no \(module)"
    case .unknownCreneau(let creneau): "no créneau is called \(creneau)"
    case .repeatedWish(let student, let module): "\(student) names \(module) twice"
    case .rankOutOfRange(let student, let module, let rank):
      "\(student): the wish for \(module) has rank \(rank); ranks start at 1"
    case .rankWithoutCost(let wish, let largest):
      "\(wish.student): rank \(wish.rank) of \(wish.module) has no cost, only ranks up to \(largest) have"
    case .allocationOfAnotherInput: "the allocation is of other students, modules or wishes"
    case .wishesOfOtherStudents: "the wishes are of other students"
    case .wishesForOtherModules: "the wishes are for other modules"
    case .repeatedInMeritOrder(let student): "the merit order has \(student) twice"
    case .missingInMeritOrder(let student): "the merit order lacks \(student)"
    case .meritOrderOfOtherStudents(let student):
      "the merit order is of other students: \(student) is not where it has them"
    case .rankCostOutOfRange(let rank):
      "the cost of rank \(rank) is missing, out of range, or below the one before"
    case .noSuchPlace(let student, let module, let creneau):
      "\(student) has no place in \(module)" + (creneau.isEmpty ? "" : " (\(creneau))") + " by the wishes"
    }
  }
}

extension SwapError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// Why, in a sentence without a full stop.
  public var message: Message {
    switch self {
    case .unknownStudent(let student): "no student is called \(student)"
    case .unknownCreneau(let creneau): "no créneau is called \(creneau)"
    case .sameStudent(let student): "\(student) cannot swap with themselves"
    case .noPlace(let student): "\(student) has no place to give"
    case .samePlace(let module): "both have \(module)"
    case .notEligible(let student, let module): "\(student) is not eligible for \(module)"
    case .moduleTwice(let student, let module): "\(student) has \(module) in another créneau"
    case .alreadyMade(let student, let other): "\(student) and \(other) have swapped already"
    }
  }
}
