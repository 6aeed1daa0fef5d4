import ExactValues
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How a message names what a problem numbers, and what it says of its limits.
package protocol PlaceNaming {
  /// What is allocated: module or destination.
  var placeName: Message { get }
  func name(ofSeat seat: Int) -> Message
  func name(ofStudent student: Int) -> Message
  /// An offer, or behind the offers a quota.
  func name(ofOffer offer: Int) -> Message
  func name(ofModule module: Int) -> Message
  func name(ofQuota quota: Int) -> Message
  func name(ofLevel level: ObjectiveLevel.Subject) -> Message
  /// nil where it is not known here.
  func places(ofOffer offer: Int) -> Int?
  func minimum(ofOffer offer: Int) -> Int?
  func departures(ofQuota quota: Int) -> Int?
  /// Why a student may not have an offer.
  func objection(to offer: Int, for student: Int) -> Message?
}

extension PlaceNaming {
  func name(ofSeat seat: Position<Seat>) -> Message { name(ofSeat: seat.index) }
  func name(ofStudent student: Position<Student>) -> Message { name(ofStudent: student.index) }
  func name(ofOffer offer: Position<Elective>) -> Message { name(ofOffer: offer.index) }
  func name(ofModule module: Position<Module>) -> Message { name(ofModule: module.index) }
  func name(ofQuota quota: Position<DepartureQuota>) -> Message { name(ofQuota: quota.index) }
  func places(ofOffer offer: Position<Elective>) -> Int? { places(ofOffer: offer.index) }
  func minimum(ofOffer offer: Position<Elective>) -> Int? { minimum(ofOffer: offer.index) }
  func departures(ofQuota quota: Position<DepartureQuota>) -> Int? { departures(ofQuota: quota.index) }
}

/// Names everything by its position, from 0.
private struct Positions: PlaceNaming {
  var placeName: Message { Message(verbatim: "module") }
  func name(ofSeat seat: Int) -> Message {
    Message(fr: "la place \(number: seat)", en: "seat \(number: seat)")
  }
  func name(ofStudent student: Int) -> Message {
    Message(fr: "l'élève \(number: student)", en: "student \(number: student)")
  }
  func name(ofOffer offer: Int) -> Message {
    Message(fr: "l'offre \(number: offer)", en: "offer \(number: offer)")
  }
  func name(ofModule module: Int) -> Message {
    Message(fr: "le module \(number: module)", en: "module \(number: module)")
  }
  func name(ofQuota quota: Int) -> Message { Message(verbatim: "\(quota)") }
  func name(ofLevel level: ObjectiveLevel.Subject) -> Message {
    switch level {
    case .unplaced: Message(fr: "places sans module", en: "seats without a module")
    case .rankCost: Message(fr: "coûts des rangs", en: "rank costs")
    case .most(let rank), .fewest(let rank):
      Message(fr: "places au rang \(number: rank)", en: "seats at rank \(number: rank)")
    case .required:
      Message(
        fr: "places sans module d'élèves qui doivent en avoir un",
        en: "seats without a module of students who must have one")
    case .priority: Message(fr: "priorités", en: "priorities")
    case .moves: Message(fr: "changements", en: "moves")
    }
  }
  func places(ofOffer offer: Int) -> Int? { nil }
  func minimum(ofOffer offer: Int) -> Int? { nil }
  func departures(ofQuota quota: Int) -> Int? { nil }
  func objection(to offer: Int, for student: Int) -> Message? { nil }
}

extension CertificateDefect: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, everything in it named by its position from 0.
  public var message: Message { message(Positions()) }

  package func message(_ names: some PlaceNaming) -> Message {
    switch self {
    case .violation(let violation): violation.message(names)
    case .otherProblem:
      Message(
        fr: "le certificat n'est pas celui de ces fichiers", en: "the certificate is of another problem")
    case .decision(let offer):
      Message(
        fr: """
          \(names.name(ofOffer: offer)) : le certificat et l'affectation ne s'accordent pas sur son ouverture
          """,
        en: "\(names.name(ofOffer: offer)): what the certificate says of its running is not what it has")
    case .wrongValue(let stage, let stated, let found):
      Self.stage(
        stage,
        Message(
          fr: "le certificat annonce \(number: stated), l'affectation coûte \(number: found)",
          en: "the certificate says \(number: stated), the allocation costs \(number: found)"))
    case .wrongBound(let stage, let stated, let found):
      Self.stage(
        stage,
        Message(
          fr: "le certificat annonce la borne \(number: stated), ses prix donnent \(number: found)",
          en: "the certificate's bound is \(number: stated), its prices give \(number: found)"))
    case .notCheapest(let stage, let seat):
      Self.stage(
        stage,
        Message(
          fr: """
            \(names.name(ofSeat: seat)) a un choix moins cher à ces prix : ils ne prouvent pas cette affectation
            """,
          en: """
            \(names.name(ofSeat: seat)) has a cheaper choice at these prices, which do not prove this allocation
            """))
    case .priceOfFreePlaces(let stage, let offer):
      Self.stage(stage, Self.priceOfFree(names.name(ofOffer: offer)))
    case .priceWithoutCause(let stage, let offer):
      Self.stage(stage, Self.priceWithoutCause(names.name(ofOffer: offer)))
    case .priceOfFreeDepartures(let stage, let quota):
      Self.stage(stage, Self.priceOfFree(Self.quota(names.name(ofQuota: quota))))
    case .quotaPriceWithoutCause(let stage, let quota):
      Self.stage(stage, Self.priceWithoutCause(Self.quota(names.name(ofQuota: quota))))
    case .notArbitrated(let seat):
      Message(
        fr: """
          \(names.name(ofSeat: seat)) pourrait avoir un meilleur rang, sans qu'aucun élève de meilleur mérite y perde
          """,
        en: "\(names.name(ofSeat: seat)) could have a better rank, and nobody of better merit would lose one")
    case .tieNotLowest(let seat):
      Message(
        fr: """
          \(names.name(ofSeat: seat)) pourrait avoir, au même rang, un vœu dont l'identifiant vient avant
          """,
        en: "\(names.name(ofSeat: seat)) could have a lower \(names.placeName) of the same rank")
    case .policy(let policy):
      Message(
        fr: "le certificat a été fait avec une autre politique : \(policy.rawValue)",
        en: "the certificate is of another policy: \(policy.rawValue)")
    case .rankCosts:
      Message(
        fr: "le certificat a été fait avec d'autres coûts des rangs",
        en: "the certificate is of other rank costs")
    case .seed:
      Message(fr: "le certificat a été fait avec une autre graine", en: "the certificate is of another seed")
    case .levelValue(let level, let stated, let found):
      Message(
        fr: """
          \(names.name(ofLevel: level)) : le certificat annonce \(number: stated), l'affectation a \(number: found)
          """,
        en: """
          \(names.name(ofLevel: level)): the certificate says \(number: stated), the allocation has \(number: found)
          """)
    case .seal:
      Message(
        fr: "le certificat est celui d'une autre affectation (allocation_sha256)",
        en: "the certificate is of another allocation (allocation_sha256)")
    case .exchangesOutOfBalance(let offer):
      Message(
        fr: """
          \(names.name(ofOffer: offer)) : il n'y a pas autant d'élèves qui en ont reçu une place par échange que \
          d'élèves qui en ont cédé une (motif, avant)
          """,
        en: """
          \(names.name(ofOffer: offer)): not as many students have a place from an exchange as gave one (motif, avant)
          """)
    case .openedByComplement(let offer):
      Message(
        fr: """
          \(names.name(ofOffer: offer)) n'ouvre pas par les vœux, et a une place donnée au-delà des vœux (complement)
          """,
        en: """
          \(names.name(ofOffer: offer)) does not run by the wishes, and has a place beyond them (complement)
          """)
    case .originNotWished(let seat):
      Message(
        fr: "\(names.name(ofSeat: seat)) : la place d'avant les échanges n'était pas un vœu",
        en: "\(names.name(ofSeat: seat)): what the student had before the exchanges was no wish")
    }
  }

  private static func stage(_ stage: Int, _ message: Message) -> Message {
    Message(fr: "étape \(number: stage + 1) : \(message)", en: "stage \(number: stage + 1): \(message)")
  }

  private static func quota(_ name: Message) -> Message {
    Message(fr: "le quota \(name)", en: "quota \(name)")
  }

  private static func priceOfFree(_ name: Message) -> Message {
    Message(
      fr: "\(name) a un prix alors qu'il y reste des places : le prix d'une place libre est 0",
      en: "\(name) has a price and free places, where the price is 0")
  }

  private static func priceWithoutCause(_ name: Message) -> Message {
    Message(
      fr: "aucun changement ne fait gagner ce que dit le prix : \(name)",
      en: "no change gains what the price of \(name) says")
  }
}

extension AllocationViolation: Worded, CustomStringConvertible {
  /// What is wrong, everything in it named by its position from 0.
  public var message: Message { message(Positions()) }

  package func message(_ names: some PlaceNaming) -> Message {
    switch self {
    case .notAnOption(let seat):
      Message(
        fr: "\(names.name(ofSeat: seat)) a une place qui n'était pas un vœu",
        en: "\(names.name(ofSeat: seat)) has a \(names.placeName) that was no wish")
    case .nothing(let seat):
      Message(
        fr: "\(names.name(ofSeat: seat)) n'a plus de \(names.placeName)",
        en: "\(names.name(ofSeat: seat)) has no \(names.placeName) any more")
    case .overfull(let offer, let count):
      Self.overfull(names.name(ofOffer: offer), count, names.places(ofOffer: offer))
    case .belowMinimum(let offer, let count):
      Self.belowMinimum(names.name(ofOffer: offer), count, names.minimum(ofOffer: offer))
    case .beyondQuota(let quota, let count):
      Self.beyondQuota(names.name(ofQuota: quota), count, names.departures(ofQuota: quota))
    case .moduleTwice(let student, let module):
      Message(
        fr: "\(names.name(ofStudent: student)) a \(names.name(ofModule: module)) dans deux créneaux",
        en: "\(names.name(ofStudent: student)) has \(names.name(ofModule: module)) in two créneaux")
    }
  }

  private static func overfull(_ offer: Message, _ count: Int, _ places: Int?) -> Message {
    let places =
      places.map { Message(fr: "\($0, "place", "places")", en: "\($0, "place", "places")") }
      ?? Message(fr: "moins de places", en: "fewer places")
    return Message(
      fr: "\(offer) : \(count, "élève", "élèves") pour \(places)",
      en: "\(offer): \(count, "student", "students") for \(places)")
  }

  private static func belowMinimum(_ offer: Message, _ count: Int, _ minimum: Int?) -> Message {
    let minimum =
      minimum.map { Message(fr: "de \($0)", en: "\($0)") } ?? Message(fr: "plus grand", en: "higher")
    return Message(
      fr: "\(offer) ouvre avec \(count, "élève", "élèves"), son minimum est \(minimum)",
      en: "\(offer) runs with \(count, "student", "students"); its minimum is \(minimum)")
  }

  private static func beyondQuota(_ quota: Message, _ count: Int, _ most: Int?) -> Message {
    let most = most.map { Message(fr: "\($0)", en: "\($0)") } ?? Message(fr: "moins", en: "fewer")
    return Message(
      fr: "quota \(quota) : \(count, "départ", "départs") pour \(most)",
      en: "quota \(quota): \(count, "departure", "departures") for \(most)")
  }
}

extension SwapRefusal: Worded, LocalizedError, CustomStringConvertible {
  package var errorDescription: String? { message.english }

  /// What is wrong, everything in it named by its position from 0.
  package var message: Message { message(Positions()) }

  package func message(_ names: some PlaceNaming) -> Message {
    switch self {
    case .noPlace(let student):
      Message(
        fr: "\(names.name(ofStudent: student)) n'a pas de place à céder",
        en: "\(names.name(ofStudent: student)) has no place to give")
    case .samePlace(let offer):
      Message(
        fr: "les deux élèves ont la même place, \(names.name(ofOffer: offer))",
        en: "both have \(names.name(ofOffer: offer))")
    case .notAnOption(let student, let offer):
      Self.notAnOption(
        names.name(ofStudent: student), names.name(ofOffer: offer), names.objection(to: offer, for: student))
    case .moduleTwice(let student, let module):
      Message(
        fr: "\(names.name(ofStudent: student)) a déjà \(names.name(ofModule: module)) dans un autre créneau",
        en: "\(names.name(ofStudent: student)) has \(names.name(ofModule: module)) in another créneau")
    case .alreadyMade(let student, let other):
      Message(
        fr: "déjà fait : \(names.name(ofStudent: student)) et \(names.name(ofStudent: other)) ont échangé",
        en:
          "already made: \(names.name(ofStudent: student)) and \(names.name(ofStudent: other)) have exchanged"
      )
    case .notMade(let student, let other):
      Message(
        fr: """
          pas encore fait : \(names.name(ofStudent: student)) et \(names.name(ofStudent: other)) n'ont pas de \
          place qui vienne de cet échange, ou ont échangé de nouveau depuis
          """,
        en: """
          not made: \(names.name(ofStudent: student)) and \(names.name(ofStudent: other)) hold no places from this \
          exchange, or have exchanged again since
          """)
    }
  }

  private static func notAnOption(_ student: Message, _ offer: Message, _ objection: Message?) -> Message {
    let objection = objection ?? Message(fr: "pas un vœu", en: "no wish")
    return Message(fr: "\(student), \(offer) : \(objection)", en: "\(student), \(offer): \(objection)")
  }
}

extension AllocationInputError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// What is wrong, in a sentence without a full stop.
  public var message: Message {
    switch self {
    case .columnsOfDifferentLengths:
      Message(fr: "les colonnes n'ont pas toutes la même longueur", en: "columns of different lengths")
    case .emptyIdentifier(let row):
      Message(
        fr: "ligne \(number: row) : identifiant vide", en: "row \(number: row): empty identifier")
    case .repeatedStudent(let student):
      Message(fr: "deux élèves s'appellent \(student)", en: "two students are called \(student)")
    case .gpaOutOfRange(let student, let gpa):
      Message(
        fr: "\(student) : le GPA \(decimal: gpa) n'est pas entre 0 et 5",
        en: "\(student): GPA \(gpa.description) is not from 0 to 5")
    case .absencesOutOfRange(let student, let count):
      Message(
        fr: "\(student) : \(count, "absence", "absences")", en: "\(student): \(count, "absence", "absences")")
    case .ectsOutOfRange(let student, let ects):
      Message(
        fr: "\(student) : \(decimal: ects) ECTS, et non de 0 à \(1000)",
        en: "\(student): \(ects.description) ECTS are not in 0…1000")
    case .semestersAwayOutOfRange(let student, let count):
      Message(
        fr: "\(student) : \(count, "semestre passé ailleurs", "semestres passés ailleurs")",
        en: "\(student): \(count, "semester", "semesters") away")
    case .repeatedModule(let module, let creneau):
      creneau.isEmpty
        ? Message(fr: "module \(module) en double", en: "module \(module) twice")
        : Message(
          fr: "module \(module) en double dans le créneau \(creneau)",
          en: "module \(module) twice in créneau \(creneau)")
    case .missingCreneau(let module):
      Message(
        fr: "le module \(module) n'a pas de créneau, alors que d'autres en ont un",
        en: "module \(module) has no créneau, and others have one")
    case .placesOutOfRange(let module, let number):
      Message(
        fr: "\(module) : \(number) n'est pas un nombre de places de 0 à \(1_000_000)",
        en: "\(module): \(number) is no number of places from 0 to 1000000")
    case .repeatedDestination(let name):
      Message(fr: "deux destinations s'appellent \(name)", en: "two destinations are called \(name)")
    case .destinationOutOfRange(let name):
      Message(
        fr: "destination \(name) : une condition hors des bornes",
        en: "destination \(name): a condition out of range")
    case .quotaOfUnknownSemester(let quota):
      Message(
        fr: "quota \(quota) : aucune destination n'a ce semestre",
        en: "quota \(quota): no destination has this semester")
    case .repeatedQuota(let quota):
      Message(fr: "quota \(quota) en double", en: "quota \(quota) twice")
    case .quotaOutOfRange(let quota, let most):
      Message(
        fr: "quota \(quota) : \(most, "départ", "départs")",
        en: "quota \(quota): \(most, "departure", "departures")")
    case .unknownStudent(let student):
      Message(fr: "aucun élève ne s'appelle \(student)", en: "no student is called \(student)")
    case .unknownModule(let module, let student):
      Message(
        fr: "\(student) demande le module \(module), qui n'est pas au catalogue",
        en: "\(student) wishes for module \(module), which is not in the catalogue")
    case .unknownDestination(let name, let student):
      Message(
        fr: "\(student) demande la destination \(name), qui n'est pas dans la liste",
        en: "\(student) wishes for destination \(name), which is not among the destinations")
    case .noSuchModule(let module, let creneau):
      creneau.map {
        Message(
          fr: "pas \(de: module) dans le créneau \($0)", en: "there is no \(module) in créneau \($0)")
      } ?? Message(fr: "pas \(de: module)", en: "there is no \(module)")
    case .unknownCreneau(let creneau):
      Message(fr: "aucun créneau ne s'appelle \(creneau)", en: "no créneau is called \(creneau)")
    case .repeatedWish(let student, let module):
      Message(fr: "\(student) demande deux fois \(module)", en: "\(student) names \(module) twice")
    case .rankOutOfRange(let student, let module, let rank):
      Message(
        fr: "\(student) : le vœu \(module) a le rang \(number: rank) ; les rangs commencent à 1",
        en: "\(student): the wish for \(module) has rank \(number: rank); ranks start at 1")
    case .rankWithoutCost(let wish, let largest):
      Message(
        fr: """
          \(wish.student) : le rang \(number: wish.rank) (vœu \(wish.module)) n'a pas de coût : seuls les rangs \
          jusqu'à \(number: largest) en ont un
          """,
        en: """
          \(wish.student): rank \(number: wish.rank) of \(wish.module) has no cost, only ranks up to \
          \(number: largest) have
          """)
    case .allocationOfAnotherInput:
      Message(
        fr: "l'affectation a été faite avec d'autres élèves, modules ou vœux",
        en: "the allocation is of other students, modules or wishes")
    case .wishesOfOtherStudents:
      Message(fr: "les vœux sont ceux d'autres élèves", en: "the wishes are of other students")
    case .wishesForOtherModules:
      Message(fr: "les vœux sont pour d'autres modules", en: "the wishes are for other modules")
    case .repeatedInMeritOrder(let student):
      Message(
        fr: "\(student) figure deux fois dans l'ordre de mérite", en: "the merit order has \(student) twice")
    case .missingInMeritOrder(let student):
      Message(fr: "il manque \(student) dans l'ordre de mérite", en: "the merit order lacks \(student)")
    case .meritOrderOfOtherStudents(let student):
      Message(
        fr: "l'ordre de mérite est celui d'autres élèves : \(student) n'y est pas à la même place",
        en: "the merit order is of other students: \(student) is not where it has them")
    case .rankCostOutOfRange(let rank):
      Message(
        fr: "le coût du rang \(number: rank) manque, est hors des bornes, ou inférieur au précédent",
        en: "the cost of rank \(number: rank) is missing, out of range, or below the one before")
    case .noSuchPlace(let student, let module, let creneau):
      creneau.isEmpty
        ? Message(
          fr: "\(student) ne peut pas avoir \(module) d'après les vœux",
          en: "\(student) has no place in \(module) by the wishes")
        : Message(
          fr: "\(student) ne peut pas avoir \(module) (\(creneau)) d'après les vœux",
          en: "\(student) has no place in \(module) (\(creneau)) by the wishes")
    }
  }
}

extension SwapError: Worded, LocalizedError, CustomStringConvertible {
  /// The same as ``description``.
  public var errorDescription: String? { message.english }

  /// Why, in a sentence without a full stop.
  public var message: Message {
    switch self {
    case .unknownStudent(let student):
      Message(fr: "aucun élève ne s'appelle \(student)", en: "no student is called \(student)")
    case .unknownCreneau(let creneau):
      Message(fr: "aucun créneau ne s'appelle \(creneau)", en: "no créneau is called \(creneau)")
    case .sameStudent(let student):
      Message(
        fr: "\(student) figure des deux côtés de l'échange", en: "\(student) cannot swap with themselves")
    case .noPlace(let student):
      Message(fr: "\(student) n'a pas de place à céder", en: "\(student) has no place to give")
    case .samePlace(let module):
      Message(fr: "les deux élèves ont la même place, \(module)", en: "both have \(module)")
    case .notEligible(let student, let module):
      Message(
        fr: "\(student) ne remplit pas les conditions \(de: module)",
        en: "\(student) is not eligible for \(module)")
    case .moduleTwice(let student, let module):
      Message(
        fr: "\(student) a déjà \(module) dans un autre créneau",
        en: "\(student) has \(module) in another créneau")
    case .alreadyMade(let student, let other):
      Message(
        fr: "\(student) et \(other) ont déjà échangé", en: "\(student) and \(other) have swapped already")
    }
  }
}
