import Allocations
import DelimitedText
import Wording

/// What has a price.
package enum PricedPlace: Sendable, Equatable {
  case offer(module: String, slot: String)
  case quota(String)

  var bytes: [[UInt8]] {
    switch self {
    case .offer(let module, let slot): [Array(module.utf8), Array(slot.utf8)]
    case .quota(let name): [Array(name.utf8)]
    }
  }
}

/// Holds a certificate's names against the modules there are.
struct DocumentReader {
  let file: String
  private let places: [PricedPlace]
  private let offerCount: Int
  private let numbers: [[[UInt8]]: Int]
  var defects: InputDefects

  init(file: String, catalogue: Catalogue) {
    self.file = file
    defects = InputDefects(file: file)
    offerCount = catalogue.offers.count
    places =
      catalogue.offers.map { .offer(module: $0.module, slot: $0.creneau) }
      + catalogue.quotaNames.map { .quota($0) }
    numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.bytes, $0) })
  }

  mutating func report(_ path: String, _ reason: CertificateFileDefect) {
    defects.add(InputDefect(line: 1, column: path, reason: reason))
  }

  mutating func expect(_ path: String, _ count: Int, _ expected: Int, _ words: (Int) -> Message) {
    if count != expected { report(path, .otherObjective(expected: words(expected))) }
  }

  /// By offer; nil for those not named.
  mutating func values<Value>(
    _ path: String, _ entries: [(place: PricedPlace, value: Value)]
  ) -> [Value?] {
    var values = [Value?](repeating: nil, count: numbers.count)
    for (index, entry) in entries.enumerated() {
      guard let offer = numbers[entry.place.bytes] else {
        if case .quota = entry.place {
          report("\(path)[\(index)].quota", .unknownQuota)
        } else {
          report("\(path)[\(index)].module", .unknownOffer)
        }
        continue
      }
      if values[offer] != nil {
        if case .quota = entry.place {
          report("\(path)[\(index)].quota", .repeatedQuota)
        } else {
          report("\(path)[\(index)].module", .repeatedOffer)
        }
      }
      values[offer] = entry.value
    }
    return values
  }

  /// By offer, then quota: every one has a price.
  mutating func prices(
    _ path: String, _ entries: [(place: PricedPlace, value: Int64)], hasQuotas: Bool = true
  ) -> [Int64] {
    let prices = values(path, entries).prefix(hasQuotas ? places.count : offerCount)
    if let missing = prices.firstIndex(of: nil) { report(path, .missingPrice(places[missing])) }
    return prices.map { $0 ?? 0 }
  }
}
