import AdmissionFiles
import DelimitedText
import YAMLDocuments

/// Reads a mapping in YAML, and collects everything wrong with it.
struct MappingReader {
  var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  mutating func read(_ bytes: UnsafeRawBufferPointer) -> ExportMapping? {
    let required = [
      AdmissionColumn.candidate, AdmissionColumn.birthDate, AdmissionColumn.genre, AdmissionColumn.boursier,
      AdmissionColumn.doublette, "evaluations",
    ]
    let optional = [AdmissionColumn.secteur, "rows", "out_of_range", "missing_words"]
    guard let root = yaml.root(bytes),
      let found = yaml.values(root, "", keys: required + optional, required: required)
    else { return nil }
    let candidate = found[AdmissionColumn.candidate].flatMap { column($0, AdmissionColumn.candidate) }
    let birthDate = found[AdmissionColumn.birthDate].flatMap { column($0, AdmissionColumn.birthDate) }
    let genre = found[AdmissionColumn.genre].flatMap { column($0, AdmissionColumn.genre) }
    let boursier = found[AdmissionColumn.boursier].flatMap { flag($0, AdmissionColumn.boursier) }
    let secteur = found[AdmissionColumn.secteur].flatMap { flag($0, AdmissionColumn.secteur) }
    let doublettes = found[AdmissionColumn.doublette].flatMap { readDoublettes($0) }
    let rows = found["rows"].flatMap { readRows($0) } ?? []
    let missingWords = found["missing_words"].map { yaml.missingWords($0) } ?? []
    let outOfRange = found["out_of_range"].flatMap { self.outOfRange($0, "out_of_range") } ?? .reject
    let evaluations = found["evaluations"].flatMap { readEvaluations($0, outOfRange) }
    guard let candidate, let birthDate, let genre, let boursier, let doublettes, let evaluations else {
      return nil
    }
    return ExportMapping(
      candidate: candidate, birthDate: birthDate, genre: genre, boursier: boursier, secteur: secteur,
      doublettes: doublettes, evaluations: evaluations, rows: rows, missingWords: missingWords)
  }

  mutating func report(_ node: YAMLNode, _ path: String, _ reason: MappingDefect) {
    yaml.report(node.line, path, reason)
  }

  // MARK: Columns

  static let columnKeys = ["column", "occurrence", "position"]

  /// A header alone, or `{column: …, occurrence: …, position: …}`.
  mutating func column(_ node: YAMLNode, _ path: String, occurrence: Int? = nil) -> ExportColumn? {
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

  mutating func column(
    _ found: [String: YAMLNode], _ node: YAMLNode, _ path: String, occurrence: Int? = nil
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

  mutating func text(_ node: YAMLNode, _ path: String) -> String? {
    guard let text = node.text, !text.isEmpty else {
      yaml.report(node.line, path, YAMLDefect.notAScalar)
      return nil
    }
    return text
  }

  mutating func place(_ node: YAMLNode, _ path: String) -> Int? {
    guard let text = node.text, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let place = Int(text), 1...100_000 ~= place
    else {
      report(node, path, .notAPlace)
      return nil
    }
    return place
  }

  mutating func list(_ node: YAMLNode, _ path: String) -> [YAMLNode]? {
    if node.items == nil { yaml.report(node.line, path, YAMLDefect.notASequence) }
    return node.items
  }

  mutating func texts(_ node: YAMLNode, _ path: String) -> [String]? {
    guard let items = list(node, path) else { return nil }
    let texts = items.compactMap { text($0, path) }
    return texts.count == items.count ? texts : nil
  }

  /// A list of words that is not empty.
  mutating func words(_ node: YAMLNode, _ path: String) -> [String]? {
    guard let words = texts(node, path) else { return nil }
    if words.isEmpty { report(node, path, .noWord) }
    return words.isEmpty ? nil : words
  }

  /// One of the words that a key takes.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ path: String, _: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    if let choice = node.text.flatMap({ Choice(rawValue: $0) }) { return choice }
    yaml.report(node.line, path, YAMLDefect.notOneOf(Choice.allCases.map(\.rawValue)))
    return nil
  }

  // MARK: What is made of them

  private mutating func flag(_ node: YAMLNode, _ path: String) -> ExportFlag? {
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
    let yes = found["oui"].flatMap { texts($0, "\(path).oui") }
    let no = found["non"].flatMap { texts($0, "\(path).non") }
    if let node = found["non"], let yes, let no,
      let word = no.first(where: { folded(yes).contains(foldedName($0)) })
    {
      report(node, "\(path).non", .sameWord(word))
    }
    return ExportFlag(column, yes: yes, no: no, otherwise: otherwise)
  }

  private mutating func readDoublettes(_ node: YAMLNode) -> ExportDoublettes? {
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
      default: yaml.report(node.line, "doublette.others", YAMLDefect.notOneOf(["reject", "leave_out"]))
      }
    }
    guard let values = specialities(valuesNode, count: columns.count) else { return nil }
    return ExportDoublettes(columns, values, leavesOutOthers: leavesOutOthers)
  }

  /// For each doublette a list of specialities, or a list of such lists.
  private mutating func specialities(
    _ node: YAMLNode, count: Int
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
        let set = alternative.map(foldedName).sorted()
        if let owner = owners[set] { report(node, path, .sameSpecialities(owner)) }
        owners[set] = key.name
      }
      values.append((key.name, alternatives))
    }
    if values.isEmpty { report(node, "doublette.values", .noDoublette) }
    return values
  }
}
