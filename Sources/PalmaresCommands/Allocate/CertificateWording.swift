import Palmares

/// The wording of what speaks against an allocation.
extension CatalogueInput {
  func describe(_ defect: CertificateDefect) -> String {
    switch defect {
    case .violation(let violation): describe(violation)
    case .otherProblem: "the certificate is of another problem"
    case .decision(let offer):
      "\(name(ofOffer: offer)): what the certificate says of its running is not what it has"
    case .wrongValue(let stage, let stated, let found):
      "stage \(stage + 1): the certificate says \(stated), the allocation costs \(found)"
    case .wrongBound(let stage, let stated, let found):
      "stage \(stage + 1): the certificate's bound is \(stated), its prices give \(found)"
    case .notCheapest(let stage, let seat):
      "stage \(stage + 1): \(name(ofSeat: seat)) has a cheaper choice at these prices"
    case .priceOfFreePlaces(let stage, let offer):
      "stage \(stage + 1): \(name(ofOffer: offer)) has a price and free places"
    case .priceWithoutCause(let stage, let offer):
      "stage \(stage + 1): no change gains what the price of \(name(ofOffer: offer)) says"
    case .notArbitrated(let seat):
      "\(name(ofSeat: seat)) could have a better rank, and nobody of better merit would lose one"
    case .tieNotLowest(let seat):
      "\(name(ofSeat: seat)) could have a lower \(subject.rawValue) of the same rank"
    case .policy(let policy): "the certificate is of another policy: \(policy.rawValue)"
    case .rankCosts: "the certificate is of other rank costs"
    case .seed: "the certificate is of another seed"
    case .levelValue(let level, let stated, let found):
      "\(level.name): the certificate says \(stated), the allocation has \(found)"
    case .seal: "the certificate is of another allocation (allocation_sha256)"
    case .exchangesOutOfBalance(let offer):
      "\(name(ofOffer: offer)): not as many students have a place from an exchange as gave one (motif, avant)"
    case .openedByComplement(let offer):
      "\(name(ofOffer: offer)) does not run by the wishes, and has a place beyond them (complement)"
    case .originNotWished(let seat):
      "\(name(ofSeat: seat)): what the student had before the exchanges was no wish"
    }
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

  func describe(_ violation: AllocationViolation) -> String {
    switch violation {
    case .notAnOption(let seat): "\(name(ofSeat: seat)) has a \(subject.rawValue) that was no wish"
    case .nothing(let seat): "\(name(ofSeat: seat)) has no \(subject.rawValue) any more"
    case .overfull(let offer, let count):
      "\(name(ofOffer: offer)): \(count) students for \(problem.offers[offer].places) places"
    case .belowMinimum(let offer, let count):
      "\(name(ofOffer: offer)) runs with \(count) students; its minimum is \(problem.offers[offer].minimum)"
    case .beyondQuota(let quota, let count):
      "quota \(electives.quotaNames[quota]): \(count) departures for \(problem.quotas[quota].most)"
    case .moduleTwice(let student, let module):
      "\(students.identifiers[student]) has \(electives.modules[module]) in two créneaux"
    }
  }

  /// A student, and the créneau where there are several.
  func name(ofSeat seat: Int) -> String {
    let student = students.identifiers[problem.student(ofSeat: seat)]
    return problem.slotCount == 1
      ? student : "\(student) (\(electives.slots[seat % problem.slotCount]))"
  }
}
