public import Allocation
public import DelimitedText
import Foundation

/// What is wrong with a certificate file.
public enum CertificateFileDefect: DefectReason, Equatable {
  case notJSON
  case notReadable(String)
  case notOneOf([String])
  case notRankCosts
  case unknownOffer
  case repeatedOffer
  case unknownQuota
  case repeatedQuota
  case missingPrice(PricedPlace)
  case otherObjective(expected: String)
  case valueContradictsLevels
  case searchedContradictsRelaxation

  public var description: String {
    switch self {
    case .notJSON: "not JSON"
    case .notReadable(let problem): problem
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    case .notRankCosts: "costs are whole numbers from 0 to \(RankCosts.largestCost) that never fall"
    case .unknownOffer: "no such module in this créneau"
    case .repeatedOffer: "the module stands here twice"
    case .unknownQuota: "no such quota"
    case .repeatedQuota: "the quota stands here twice"
    case .missingPrice(.offer(let module, let slot)):
      "no price for module \(module)" + (slot.isEmpty ? "" : " in créneau \(slot)")
    case .missingPrice(.quota(let name)): "no price for quota \(name)"
    case .otherObjective(let expected): "not what this policy asks on these wishes: \(expected)"
    case .searchedContradictsRelaxation: "true with a relaxation, false without one"
    case .valueContradictsLevels: "not the weighted sum of the levels' values"
    }
  }
}

/// What has a price.
public enum PricedPlace: Sendable, Equatable {
  case offer(module: String, slot: String)
  case quota(String)

  var bytes: [[UInt8]] {
    switch self {
    case .offer(let module, let slot): [Array(module.utf8), Array(slot.utf8)]
    case .quota(let name): [Array(name.utf8)]
    }
  }
}

/// A certificate file as it stands, before it is held against the modules and wishes.
public struct CertificateDocument: Sendable {
  public let policy: AllocationPolicy
  public let costs: RankCosts
  private let file: String
  private let contents: Contents

  private struct Contents: Decodable, Sendable {
    struct Level: Decodable {
      let objective: String
      let weight: Int64
      let value: Int64
    }

    struct Price: Decodable {
      let module: String?
      let creneau: String?
      let quota: String?
      let price: Int64

      var place: PricedPlace {
        quota.map(PricedPlace.quota) ?? .offer(module: module ?? "", slot: creneau ?? "")
      }
    }

    struct Stage: Decodable {
      let levels: [Level]
      let value: Int64
      let bound: Int64
      let prices: [Price]
    }

    struct Relaxation: Decodable {
      let bound: Int64
      let prices: [Price]
    }

    struct Running: Decodable {
      let module: String
      let creneau: String
      let running: Bool
    }

    let policy: String
    let rankCosts: [Int64]?
    let seedCommitment: String
    let seal: String
    let searched: Bool
    let stages: [Stage]
    let running: [Running]
    let relaxation: Relaxation?

    private enum CodingKeys: String, CodingKey {
      case policy, searched, stages, running, relaxation
      case rankCosts = "rank_costs"
      case seedCommitment = "seed_commitment"
      case seal = "allocation_sha256"
    }
  }

  /// - Throws: ``InputDefects``, at line 1; the column of each is the path of keys.
  public init(json: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    func defect(_ path: String, _ reason: CertificateFileDefect) -> InputDefects {
      InputDefects(file: file, InputDefect(line: 1, column: path, reason: reason))
    }
    self.file = file
    do {
      contents = try JSONDecoder().decode(Contents.self, from: Data(json))
    } catch let error as DecodingError {
      let (path, reason) = Self.explain(error)
      throw defect(path, reason)
    } catch {
      throw defect("", .notJSON)
    }
    guard let policy = AllocationPolicy(rawValue: contents.policy) else {
      throw defect("policy", .notOneOf(AllocationPolicy.allCases.map(\.rawValue)))
    }
    self.policy = policy
    if let values = contents.rankCosts {
      guard let costs = RankCosts(values) else { throw defect("rank_costs", .notRankCosts) }
      self.costs = costs
    } else {
      costs = .linear
    }
  }

  private static func explain(_ error: DecodingError) -> (path: String, CertificateFileDefect) {
    func path(_ keys: [any CodingKey]) -> String {
      keys.reduce("") { path, key in
        if let index = key.intValue { return "\(path)[\(index)]" }
        return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
      }
    }
    return switch error {
    case .keyNotFound(let key, let context):
      (path(context.codingPath + [key]), .notReadable("the key is missing"))
    case .typeMismatch(_, let context): (path(context.codingPath), .notReadable("a value of another kind"))
    case .valueNotFound(_, let context): (path(context.codingPath), .notReadable("null"))
    case .dataCorrupted(let context) where context.codingPath.isEmpty: ("", .notJSON)
    case .dataCorrupted(let context): (path(context.codingPath), .notReadable("a number out of range"))
    @unknown default: ("", .notJSON)
    }
  }

  /// The certificate by the numbers of these modules.
  ///
  /// - Parameter objective: of ``policy`` and ``costs``.
  /// - Throws: ``InputDefects`` where the file speaks of another objective or of other modules.
  public func certificate(
    _ electives: Electives, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(InputDefects) -> CertificateFile {
    var reader = DocumentReader(file: file, electives: electives)
    // Modules shared by créneaux, or quotas that cross, leave no stage that prices could prove.
    let stageCount = problem.sharesModules || problem.nesting == nil ? 0 : objective.stages.count
    reader.expect("stages", contents.stages.count, stageCount, "stages")
    if contents.searched != (contents.relaxation != nil) {
      reader.report("searched", .searchedContradictsRelaxation)
    }
    try reader.defects.throwIfAny()
    var stages: [AllocationCertificate.Stage] = []
    for (index, (stage, asked)) in zip(contents.stages, objective.stages).enumerated() {
      let path = "stages[\(index)]"
      reader.expect("\(path).levels", stage.levels.count, asked.levels.count, "levels")
      for (place, (level, wanted)) in zip(stage.levels, zip(asked.levels, asked.weights)).enumerated() {
        let path = "\(path).levels[\(place)]"
        if level.objective != wanted.0.subject.name {
          reader.report("\(path).objective", .otherObjective(expected: wanted.0.subject.name))
        }
        if level.weight != wanted.1 {
          reader.report("\(path).weight", .otherObjective(expected: "\(wanted.1)"))
        }
      }
      let sum = stage.levels.reduce((Int64(0), false)) { sum, level in
        let (product, isLarge) = level.weight.multipliedReportingOverflow(by: level.value)
        let (total, isLarger) = sum.0.addingReportingOverflow(product)
        return (total, sum.1 || isLarge || isLarger)
      }
      if sum != (stage.value, false) { reader.report("\(path).value", .valueContradictsLevels) }
      let prices = reader.prices("\(path).prices", stage.prices.map { ($0.place, $0.price) })
      stages.append(
        AllocationCertificate.Stage(
          prices: prices, value: stage.value, bound: stage.bound))
    }
    let running = reader.values(
      "running",
      contents.running.map { (PricedPlace.offer(module: $0.module, slot: $0.creneau), $0.running) }
    ).prefix(problem.offers.count)
    let relaxation = contents.relaxation.map { relaxation in
      // Its prices stand alone: they leave no other value than the bound.
      AllocationCertificate.Stage(
        prices: reader.prices(
          "relaxation.prices", relaxation.prices.map { ($0.place, $0.price) }, hasQuotas: false),
        value: relaxation.bound, bound: relaxation.bound)
    }
    try reader.defects.throwIfAny()
    return CertificateFile(
      AllocationCertificate(
        policy: policy, stages: stages,
        decisions: running.map { $0.map { $0 ? .runs : .closed } ?? .free }, relaxation: relaxation),
      costs: costs, seedCommitment: contents.seedCommitment,
      levelValues: contents.stages.map { $0.levels.map(\.value) }, seal: contents.seal)
  }
}

/// Holds a certificate's names against the modules there are.
private struct DocumentReader {
  let file: String
  private let places: [PricedPlace]
  private let offerCount: Int
  private let numbers: [[[UInt8]]: Int]
  var defects: InputDefects

  init(file: String, electives: Electives) {
    self.file = file
    defects = InputDefects(file: file)
    offerCount = electives.offers.count
    places =
      electives.offers.map { .offer(module: $0.module, slot: $0.slot) }
      + electives.quotaNames.map { .quota($0) }
    numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.bytes, $0) })
  }

  mutating func report(_ path: String, _ reason: CertificateFileDefect) {
    defects.add(InputDefect(line: 1, column: path, reason: reason))
  }

  mutating func expect(_ path: String, _ count: Int, _ expected: Int, _ what: String) {
    if count != expected { report(path, .otherObjective(expected: "\(expected) \(what)")) }
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
