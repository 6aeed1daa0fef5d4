public import Allocations
public import DelimitedText
import FileStore
import Foundation
import Wording

/// A certificate file as it stands, before it is held against the modules and wishes.
///
/// ```swift
/// let document = try CertificateDocument(contentsOf: "certificate.json")
/// let file = try AllocationFile(contentsOf: "allocation.csv", of: input)
/// let verified = try document.verify(file, of: input, policy: .satisfaction)
/// ```
public struct CertificateDocument: Sendable {
  /// The policy that the certificate names.
  public let policy: AllocationPolicy
  /// The rank costs that the certificate names.
  public let costs: RankCosts
  /// SHA-256 of the seed of the draw.
  public var seedCommitment: String { contents.seedCommitment }
  private let file: String
  private let contents: Contents
  private let tree: JSONTree

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

  /// Reads the file at a path.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` where it is no certificate.
  public init(contentsOf path: String) throws {
    self = try InputFile(path: path).withContents { try Self(json: $0, file: path) }
  }

  /// Reads a text in JSON.
  ///
  /// - Parameters:
  ///   - json: UTF-8.
  ///   - file: What errors call the text.
  /// - Throws: `InputDefects`, at line 1; the column of each is the path of keys.
  public init(json: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    func defect(_ path: String, _ reason: CertificateFileDefect) -> InputDefects {
      InputDefects(file: file, InputDefect(line: 1, column: path, reason: reason))
    }
    self.file = file
    do throws(JSONTree.Failure) {
      tree = try JSONTree(parsing: json)
    } catch {
      switch error {
      case .notJSON: throw defect("", .notJSON)
      case .repeatedKey(let path): throw defect(path, .repeatedKey)
      }
    }
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
      guard policy == .satisfaction else {
        throw defect("rank_costs", .otherObjective(expected: Message(verbatim: "null")))
      }
      guard let costs = try? RankCosts(values) else { throw defect("rank_costs", .notRankCosts) }
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
      (path(context.codingPath + [key]), .notReadable(.missingKey))
    case .typeMismatch(_, let context):
      (
        path(context.codingPath),
        .notReadable(Message(fr: "une valeur d'une autre nature", en: "a value of another kind"))
      )
    case .valueNotFound(_, let context): (path(context.codingPath), .notReadable(Message(verbatim: "null")))
    case .dataCorrupted(let context) where context.codingPath.isEmpty: ("", .notJSON)
    case .dataCorrupted(let context):
      (
        path(context.codingPath),
        .notReadable(Message(fr: "un nombre hors des bornes", en: "a number out of range"))
      )
    @unknown default: ("", .notJSON)
    }
  }

  /// The certificate by the numbers of these modules.
  ///
  /// - Parameter objective: of ``policy`` and ``costs``.
  /// - Throws: `InputDefects` where the file speaks of another objective or of other modules.
  package func certificate(
    _ catalogue: Catalogue, _ problem: AllocationProblem, _ objective: AllocationObjective
  ) throws(InputDefects) -> CertificateFile {
    var reader = DocumentReader(file: file, catalogue: catalogue)
    // Modules shared by créneaux, or quotas that cross, leave no stage that prices could prove.
    let stageCount = problem.sharesModules || problem.nesting == nil ? 0 : objective.stages.count
    reader.expect("stages", contents.stages.count, stageCount) {
      Message(fr: "\($0, "étape", "étapes")", en: "\($0, "stage", "stages")")
    }
    if contents.searched != (contents.relaxation != nil) {
      reader.report("searched", .searchedContradictsRelaxation)
    }
    try reader.defects.throwIfAny()
    var stages: [AllocationCertificate.Stage] = []
    for (index, (stage, asked)) in zip(contents.stages, objective.stages).enumerated() {
      let path = "stages[\(index)]"
      reader.expect("\(path).levels", stage.levels.count, asked.levels.count) {
        Message(fr: "\($0, "niveau", "niveaux")", en: "\($0, "level", "levels")")
      }
      for (place, (level, wanted)) in zip(stage.levels, zip(asked.levels, asked.weights)).enumerated() {
        let path = "\(path).levels[\(place)]"
        if level.objective != wanted.0.subject.name {
          reader.report(
            "\(path).objective", .otherObjective(expected: Message(verbatim: wanted.0.subject.name)))
        }
        if level.weight != wanted.1 {
          reader.report("\(path).weight", .otherObjective(expected: Message(verbatim: "\(wanted.1)")))
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
          "relaxation.prices", relaxation.prices.map { ($0.place, $0.price) },
          hasQuotas: !problem.crossingQuotas.isEmpty),
        value: relaxation.bound, bound: relaxation.bound)
    }
    try reader.defects.throwIfAny()
    let certificate = CertificateFile(
      AllocationCertificate(
        policy: policy, stages: stages,
        decisions: running.map { $0.map { $0 ? .open : .closed } ?? .free }, relaxation: relaxation),
      costs: costs, seedCommitment: contents.seedCommitment,
      levelValues: contents.stages.map { $0.levels.map(\.value) }, seal: contents.seal)
    let written = Array(certificate.json(catalogue, objective).utf8).withUnsafeBytes { bytes in
      try? JSONTree(parsing: bytes)
    }
    if let written, let (path, reason) = tree.difference(from: written) { reader.report(path, reason) }
    try reader.defects.throwIfAny()
    return certificate
  }
}
