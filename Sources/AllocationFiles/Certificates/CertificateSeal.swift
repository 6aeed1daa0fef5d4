public import Allocations
internal import Crypto
import ExactValues

extension CertificateFile {
  /// SHA-256 of what everyone got and of the relaxation's prices, in an order of their own.
  ///
  /// Ties a certificate to its allocation where a search, and not prices alone, found it. It proves nothing by
  /// itself: who changes both can compute it anew.
  public static func seal(
    _ allocation: Allocation, _ certificate: AllocationCertificate, _ problem: AllocationProblem,
    _ students: Students, _ electives: Catalogue
  ) -> String {
    var lines: [[UInt8]] = []
    for student in 0..<problem.studentCount {
      for slot in 0..<problem.slotCount {
        guard let option = allocation[problem.seat(student: student, slot: slot)] else { continue }
        let offer = electives.offers[Int(problem.optionOffers[option])]
        lines.append(
          Array(students.identifiers.bytes[students.identifiers.range(student)])
            + Array("\u{0}\(offer.slot)\u{0}\(offer.module)\n".utf8))
      }
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    var hash = SHA256()
    for line in lines { hash.update(data: line) }
    for (offer, price) in zip(electives.offers, certificate.relaxation?.prices ?? []) {
      hash.update(data: Array("\(offer.slot)\u{0}\(offer.module)\u{0}\(price)\n".utf8))
    }
    for (quota, price) in zip(
      electives.quotaNames, certificate.relaxation?.prices.dropFirst(electives.offers.count) ?? [])
    {
      hash.update(data: Array("\(quota)\u{0}\(price)\n".utf8))
    }
    return hexadecimal(hash.finalize())
  }
}
