package import Allocations
internal import Crypto
import ExactValues

extension CertificateFile {
  /// SHA-256 of what everyone got and of the relaxation's prices, in an order of their own.
  ///
  /// It ties a certificate to its allocation where a search, and not prices alone, found it. It proves nothing by
  /// itself: whoever changes both can compute it anew.
  package static func seal(
    _ allocation: Allocation, certificate: AllocationCertificate, problem: AllocationProblem,
    students: Students, catalogue: Catalogue
  ) -> String {
    var lines: [[UInt8]] = []
    for student in 0..<problem.studentCount {
      for slot in 0..<problem.slotCount {
        guard let option = allocation[problem.seat(student: student, slot: slot)] else { continue }
        let offer = catalogue.offers[Int(problem.optionOffers[option])]
        lines.append(
          Array(students.identifiers.bytes[students.identifiers.range(student)])
            + Array("\u{0}\(offer.creneau)\u{0}\(offer.module)\n".utf8))
      }
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    var hash = SHA256()
    for line in lines { hash.update(data: line) }
    for (offer, price) in zip(catalogue.offers, certificate.relaxation?.prices ?? []) {
      hash.update(data: Array("\(offer.creneau)\u{0}\(offer.module)\u{0}\(price)\n".utf8))
    }
    for (quota, price) in zip(
      catalogue.quotaNames, certificate.relaxation?.prices.dropFirst(catalogue.offers.count) ?? [])
    {
      hash.update(data: Array("\(quota)\u{0}\(price)\n".utf8))
    }
    return hexadecimal(hash.finalize())
  }
}
