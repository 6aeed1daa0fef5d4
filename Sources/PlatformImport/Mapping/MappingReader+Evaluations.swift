import Admission
import AdmissionFiles
import DelimitedText
import YAMLDocuments

/// What `where` and `evaluations` say.
extension MappingReader {
  /// `rows: {where: …}`.
  mutating func readRows(_ node: YAMLNode) -> [ExportCondition]? {
    guard let found = yaml.values(node, "rows", keys: ["where"], required: ["where"]) else { return nil }
    return found["where"].map { conditions($0, "rows.where") }
  }

  mutating func outOfRange(_ node: YAMLNode, _ path: String) -> OutOfRangeRule? { choice(node, path) }

  /// `{column: …, equals: …}`, or a list of such; `equals` is a word or a list of words.
  ///
  /// - Parameter occurrence: of a column that does not say its own.
  private mutating func conditions(
    _ node: YAMLNode, _ path: String, occurrence: Int? = nil
  ) -> [ExportCondition] {
    guard let items = node.items else { return condition(node, path, occurrence).map { [$0] } ?? [] }
    if items.isEmpty { report(node, path, .noCondition) }
    return items.compactMap { condition($0, path, occurrence) }
  }

  private mutating func condition(_ node: YAMLNode, _ path: String, _ occurrence: Int?) -> ExportCondition? {
    guard let found = yaml.values(node, path, keys: Self.columnKeys + ["equals"], required: ["equals"]),
      let column = column(found, node, path, occurrence: occurrence), let equals = found["equals"]
    else { return nil }
    let path = "\(path).equals"
    guard equals.items == nil else { return words(equals, path).map { ExportCondition(column, oneOf: $0) } }
    return text(equals, path).map { ExportCondition(column, oneOf: [$0]) }
  }

  mutating func readEvaluations(_ node: YAMLNode, _ outOfRange: OutOfRangeRule) -> [ExportEvaluation]? {
    guard let entries = yaml.mapping(node, "evaluations") else { return nil }
    if entries.isEmpty { report(node, "evaluations", .noEvaluation) }
    let reserved = Set(AdmissionScheme.reservedColumns + entries.map { "\($0.0.name)_exacte" })
    return entries.compactMap { key, node in
      let path = "evaluations.\(key.name)"
      if reserved.contains(key.name) { yaml.report(key.line, path, MappingDefect.reservedName) }
      let known = yaml.defects.count
      var blocks: [ExportEvaluation.Block] = []
      for node in node.items ?? [node] {
        for block in self.blocks(node, path, outOfRange) {
          let isCovered = blocks.contains { $0.conditions.allSatisfy(block.conditions.contains) }
          if isCovered, yaml.defects.count == known { report(node, path, .neverRead) }
          blocks.append(block)
        }
      }
      if node.items?.isEmpty ?? false { report(node, path, .noSource) }
      return blocks.isEmpty ? nil : ExportEvaluation(key.name, blocks: blocks)
    }
  }

  private static let blockKeys = ["occurrence", "where", "out_of_range"]

  /// The blocks that one entry names: a column or a mean, and one for each of its occurrences.
  private mutating func blocks(
    _ node: YAMLNode, _ path: String, _ outOfRange: OutOfRangeRule
  ) -> [ExportEvaluation.Block] {
    if node.text != nil {
      return column(node, path).map { [ExportEvaluation.Block(.column($0), outOfRange: outOfRange)] } ?? []
    }
    let isMean = node.has("mean")
    let keys = isMean ? ["mean", "missing"] + Self.blockKeys : ["column", "position"] + Self.blockKeys
    guard let found = yaml.values(node, path, keys: keys) else { return [] }
    let rule = found["out_of_range"].flatMap { self.outOfRange($0, "\(path).out_of_range") } ?? outOfRange
    let missing = found["missing"].flatMap { choice($0, "\(path).missing", MissingTermRule.self) } ?? .reject
    // What is wrong with a column is said once, not for each occurrence.
    var blocks: [ExportEvaluation.Block] = []
    for occurrence in occurrences(found["occurrence"], path) {
      let known = yaml.defects.count
      let source =
        isMean
        ? found["mean"].flatMap { mean($0, "\(path).mean", occurrence, missing) }
        : single(found, node, path, occurrence)
      let conditions = found["where"].map {
        self.conditions($0, "\(path).where", occurrence: occurrence.number)
      }
      if let source {
        blocks.append(ExportEvaluation.Block(source, where: conditions ?? [], outOfRange: rule))
      }
      if yaml.defects.count > known { break }
    }
    return blocks
  }

  /// An occurrence of an entry's columns; nil for those that stand once, or say it themselves.
  private struct Occurrence {
    var number: Int?
    /// Whether the entry names others too.
    var isOneOfSeveral: Bool
  }

  private mutating func occurrences(_ node: YAMLNode?, _ path: String) -> [Occurrence] {
    guard let node else { return [Occurrence(number: nil, isOneOfSeveral: false)] }
    let path = "\(path).occurrence"
    guard let items = node.items else {
      return [Occurrence(number: place(node, path), isOneOfSeveral: false)]
    }
    if items.isEmpty { report(node, path, .noOccurrence) }
    return items.compactMap { place($0, path) }.map {
      Occurrence(number: $0, isOneOfSeveral: items.count > 1)
    }
  }

  private mutating func single(
    _ found: [String: YAMLNode], _ node: YAMLNode, _ path: String, _ occurrence: Occurrence
  ) -> ExportEvaluation.Source? {
    var found = found
    found["occurrence"] = nil
    guard let column = column(found, node, path) else { return nil }
    if column.position != nil, occurrence.isOneOfSeveral { report(node, path, .placeOfItsOwn) }
    return .column(ExportColumn(column.header, occurrence: occurrence.number, position: column.position))
  }

  private mutating func mean(
    _ node: YAMLNode, _ path: String, _ occurrence: Occurrence, _ missing: MissingTermRule
  ) -> ExportEvaluation.Source? {
    guard let items = list(node, path) else { return nil }
    if items.isEmpty { report(node, path, .noTerm) }
    if items.count > ExportEvaluation.mostTerms { report(node, path, .tooManyTerms) }
    let columns = items.compactMap { column($0, path, occurrence: occurrence.number) }
    if occurrence.isOneOfSeveral {
      for (item, column) in zip(items, columns) where column.position != nil || item.has("occurrence") {
        report(item, path, .placeOfItsOwn)
      }
    }
    return .mean(columns, missing: missing)
  }
}
