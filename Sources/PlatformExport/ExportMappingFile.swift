import Admission
import AdmissionFiles
public import DelimitedText
import SchemeText

/// What can be wrong with a mapping that is YAML.
enum MappingDefect: DefectReason, Equatable {
  case neitherHeaderNorPosition
  case notAPlace
  case reservedName
  case noEvaluation
  case noTerm
  case tooManyTerms
  case noDoublette
  case wrongNumber(Int)
  case sameSpecialities(String)
  case notABoolean

  var description: String {
    switch self {
    case .neitherHeaderNorPosition: "neither a column nor a position"
    case .notAPlace: "not a whole number from 1 to 100000"
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .noEvaluation: "no evaluation"
    case .noTerm: "a mean of no column"
    case .tooManyTerms: "a mean of more than \(ExportEvaluation.mostTerms) columns"
    case .noDoublette: "no doublette"
    case .wrongNumber(let count): "not \(count) specialities, one for each column"
    case .sameSpecialities(let other): "the specialities of \(other) too"
    case .notABoolean: "neither oui nor non"
    }
  }
}

extension ExportMapping {
  /// Reads a mapping in YAML.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for defects.
  /// - Throws: ``InputDefects``; the column of each is the path of keys, `evaluations.philosophie.mean`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var reader = MappingReader(file: file)
    let mapping = reader.read(bytes)
    try reader.yaml.defects.throwIfAny()
    guard let mapping else { preconditionFailure("a mapping that cannot be read has a defect") }
    self = mapping
  }
}

private struct MappingReader {
  var yaml: SchemeReader

  init(file: String) { yaml = SchemeReader(file: file) }

  mutating func read(_ bytes: UnsafeRawBufferPointer) -> ExportMapping? {
    let required = ["candidat", "naissance", "genre", "boursier", "doublette", "evaluations"]
    guard let root = yaml.root(bytes),
      let found = yaml.values(root, "", keys: required + ["secteur"], required: required)
    else { return nil }
    let candidate = found["candidat"].flatMap { column($0, "candidat") }
    let birthDate = found["naissance"].flatMap { column($0, "naissance") }
    let genre = found["genre"].flatMap { column($0, "genre") }
    let boursier = found["boursier"].flatMap { flag($0, "boursier") }
    let secteur = found["secteur"].flatMap { flag($0, "secteur") }
    let doublettes = found["doublette"].flatMap { readDoublettes($0) }
    let evaluations = found["evaluations"].flatMap { readEvaluations($0) }
    guard let candidate, let birthDate, let genre, let boursier, let doublettes, let evaluations else {
      return nil
    }
    return ExportMapping(
      candidate: candidate, birthDate: birthDate, genre: genre, boursier: boursier, secteur: secteur,
      doublettes: doublettes, evaluations: evaluations)
  }

  private mutating func report(_ node: SchemeNode, _ path: String, _ reason: MappingDefect) {
    yaml.report(node.line, path, reason)
  }

  // MARK: Columns

  private static let columnKeys = ["column", "occurrence", "position"]

  /// A header alone, or `{column: …, occurrence: …, position: …}`.
  private mutating func column(_ node: SchemeNode, _ path: String, occurrence: Int? = nil) -> ExportColumn? {
    if let header = node.text {
      guard !header.isEmpty else {
        report(node, path, .neitherHeaderNorPosition)
        return nil
      }
      return ExportColumn(header, occurrence: occurrence)
    }
    guard let found = yaml.values(node, path, keys: Self.columnKeys) else { return nil }
    return column(found, node, path, occurrence: occurrence)
  }

  private mutating func column(
    _ found: [String: SchemeNode], _ node: SchemeNode, _ path: String, occurrence: Int? = nil
  ) -> ExportColumn? {
    let header = found["column"].flatMap { text($0, "\(path).column") }
    let position = found["position"].flatMap { place($0, "\(path).position") }
    let own = found["occurrence"].flatMap { place($0, "\(path).occurrence") }
    guard header != nil || position != nil else {
      if found["column"] == nil, found["position"] == nil { report(node, path, .neitherHeaderNorPosition) }
      return nil
    }
    return ExportColumn(header, occurrence: own ?? (position == nil ? occurrence : nil), position: position)
  }

  private mutating func text(_ node: SchemeNode, _ path: String) -> String? {
    guard let text = node.text, !text.isEmpty else {
      yaml.report(node.line, path, SchemeDefect.notAScalar)
      return nil
    }
    return text
  }

  private mutating func place(_ node: SchemeNode, _ path: String) -> Int? {
    guard let text = node.text, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let place = Int(text), 1...100_000 ~= place
    else {
      report(node, path, .notAPlace)
      return nil
    }
    return place
  }

  private mutating func list(_ node: SchemeNode, _ path: String) -> [SchemeNode]? {
    if node.items == nil { yaml.report(node.line, path, SchemeDefect.notASequence) }
    return node.items
  }

  private mutating func texts(_ node: SchemeNode, _ path: String) -> [String]? {
    guard let items = list(node, path) else { return nil }
    let texts = items.compactMap { text($0, path) }
    return texts.count == items.count ? texts : nil
  }

  // MARK: What is made of them

  private mutating func flag(_ node: SchemeNode, _ path: String) -> ExportFlag? {
    if node.text != nil { return column(node, path).map { ExportFlag($0) } }
    let known = Self.columnKeys + ["oui", "non", "otherwise"]
    guard let found = yaml.values(node, path, keys: known),
      let column = column(found, node, path)
    else { return nil }
    var otherwise: Bool?
    if let node = found["otherwise"] {
      switch node.text?.lowercased() {
      case "oui", "true": otherwise = true
      case "non", "false": otherwise = false
      default: report(node, "\(path).otherwise", .notABoolean)
      }
    }
    return ExportFlag(
      column, yes: found["oui"].flatMap { texts($0, "\(path).oui") },
      no: found["non"].flatMap { texts($0, "\(path).non") }, otherwise: otherwise)
  }

  private mutating func readDoublettes(_ node: SchemeNode) -> ExportDoublettes? {
    let path = "doublette"
    guard
      let found = yaml.values(
        node, path, keys: ["columns", "values", "others"], required: ["columns", "values"]),
      let columnsNode = found["columns"], let valuesNode = found["values"]
    else { return nil }
    let columns = (list(columnsNode, "doublette.columns") ?? []).compactMap {
      column($0, "doublette.columns")
    }
    guard !columns.isEmpty else {
      report(columnsNode, "doublette.columns", .neitherHeaderNorPosition)
      return nil
    }
    var leavesOutOthers = false
    if let node = found["others"] {
      switch node.text {
      case "leave_out": leavesOutOthers = true
      case "reject": break
      default: yaml.report(node.line, "doublette.others", SchemeDefect.notOneOf(["reject", "leave_out"]))
      }
    }
    guard let values = specialities(valuesNode, count: columns.count) else { return nil }
    return ExportDoublettes(columns, values, leavesOutOthers: leavesOutOthers)
  }

  /// For each doublette a list of specialities, or a list of such lists.
  private mutating func specialities(
    _ node: SchemeNode, count: Int
  ) -> [(name: String, alternatives: [[String]])]? {
    guard let entries = yaml.mapping(node, "doublette.values") else { return nil }
    var values: [(name: String, alternatives: [[String]])] = []
    var owners: [[String]: String] = [:]
    for (key, node) in entries {
      let path = "doublette.values.\(key.name)"
      var alternatives: [[String]] = []
      if node.text != nil {
        alternatives = text(node, path).map { [[$0]] } ?? []
      } else if let items = list(node, path) {
        let isNested = items.contains { $0.text == nil }
        alternatives = isNested ? items.compactMap { texts($0, path) } : texts(node, path).map { [$0] } ?? []
      }
      for alternative in alternatives {
        if alternative.count != count { report(node, path, .wrongNumber(count)) }
        let set = alternative.map(comparable).sorted()
        if let owner = owners[set] { report(node, path, .sameSpecialities(owner)) }
        owners[set] = key.name
      }
      values.append((key.name, alternatives))
    }
    if values.isEmpty { report(node, "doublette.values", .noDoublette) }
    return values
  }

  private mutating func readEvaluations(_ node: SchemeNode) -> [ExportEvaluation]? {
    guard let entries = yaml.mapping(node, "evaluations") else { return nil }
    if entries.isEmpty { report(node, "evaluations", .noEvaluation) }
    let reserved = Set(AdmissionScheme.reservedColumns + entries.map { "\($0.0.name)_exacte" })
    return entries.compactMap { key, node in
      let path = "evaluations.\(key.name)"
      if reserved.contains(key.name) { yaml.report(key.line, path, MappingDefect.reservedName) }
      return source(node, path).map { ExportEvaluation(key.name, $0) }
    }
  }

  private mutating func source(_ node: SchemeNode, _ path: String) -> ExportEvaluation.Source? {
    if node.text != nil { return column(node, path).map { .column($0) } }
    guard node.has("mean") else { return column(node, path).map { .column($0) } }
    guard
      let found = yaml.values(node, path, keys: ["mean", "occurrence", "missing"], required: ["mean"]),
      let terms = found["mean"], let items = list(terms, "\(path).mean")
    else { return nil }
    let occurrence = found["occurrence"].flatMap { place($0, "\(path).occurrence") }
    let columns = items.compactMap { column($0, "\(path).mean", occurrence: occurrence) }
    if items.isEmpty { report(terms, "\(path).mean", .noTerm) }
    if items.count > ExportEvaluation.mostTerms { report(terms, "\(path).mean", .tooManyTerms) }
    var missing = MissingTermRule.reject
    if let node = found["missing"] {
      if let rule = node.text.flatMap({ MissingTermRule(rawValue: $0) }) {
        missing = rule
      } else {
        yaml.report(
          node.line, "\(path).missing", SchemeDefect.notOneOf(MissingTermRule.allCases.map(\.rawValue)))
      }
    }
    return .mean(columns, missing: missing)
  }
}
