package import DelimitedText
package import Yams

/// What can be wrong with a YAML file, whatever it is about.
package enum YAMLDefect: DefectReason, Equatable {
  case notUTF8
  case yaml(String)
  case notAMapping
  case notASequence
  case notAScalar
  case unknownKey([String])
  case missingKey
  case untrimmedName
  case tooLarge
  case alias
  case notOneOf([String])

  package var description: String {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .yaml(let problem): problem
    case .notAMapping: "not a mapping (name: value)"
    case .notASequence: "not a list"
    case .notAScalar: "not a single value"
    case .unknownKey(let known): "unknown key; known here: \(known.joined(separator: ", "))"
    case .missingKey: "the key is missing"
    case .untrimmedName: "an empty name, or spaces around it: no cell of a table can match"
    case .tooLarge: "over \(YAMLReader.largestFile) bytes"
    case .alias: "anchors and aliases (&, *) have no place in this file"
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    }
  }
}

/// Reads a YAML file node by node, and collects what is wrong with it.
///
/// The column of a defect is the path of keys, `coefficients.SVT+PC.lettre`.
package struct YAMLReader {
  package private(set) var defects: InputDefects

  /// What is read here is some lines; what is much larger is something else.
  static let largestFile = 1 << 20

  package init(file: String) { defects = InputDefects(file: file) }

  /// The top of the file; nil, with a defect, where there is none.
  package mutating func root(_ bytes: UnsafeRawBufferPointer) -> Node? {
    guard bytes.count <= Self.largestFile else { return refuse(1, "", .tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return refuse(1, "", .notUTF8) }
    if let line = lineOfAlias(bytes) { return refuse(line, "", .alias) }
    do {
      guard let node = try Yams.compose(yaml: text) else { return refuse(1, "", .notAMapping) }
      return node
    } catch {
      report(yamlError: error)
      return nil
    }
  }

  private mutating func refuse(_ line: Int, _ path: String, _ reason: YAMLDefect) -> Node? {
    report(line, path, reason)
    return nil
  }

  /// The line of the first alias in a file that has anchors too: a few lines of them can stand for a mapping
  /// larger than any memory.
  private func lineOfAlias(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var line = 1
    var anchored = false
    var previous = UInt8(ascii: "\n")
    for byte in bytes {
      let startsToken = " \n\t[{,:".utf8.contains(previous)
      if startsToken, byte == UInt8(ascii: "&") { anchored = true }
      if startsToken, byte == UInt8(ascii: "*"), anchored { return line }
      if byte == UInt8(ascii: "\n") { line += 1 }
      previous = byte
    }
    return nil
  }

  package struct Key {
    package var name: String
    package var line: Int
  }

  /// The entries of a mapping whose keys are single values; nil, with a defect, where it is no mapping.
  package mutating func mapping(_ node: Node, _ path: String) -> [(Key, Node)]? {
    guard case .mapping(let mapping) = node else {
      report(node.line, path, YAMLDefect.notAMapping)
      return nil
    }
    var entries: [(Key, Node)] = []
    for (key, value) in mapping {
      if let name = key.scalar?.string {
        if name.isEmpty || name.first == " " || name.last == " " {
          report(key.line, path, YAMLDefect.untrimmedName)
        }
        entries.append((Key(name: name, line: key.line), value))
      } else {
        report(key.line, path, YAMLDefect.notAScalar)
      }
    }
    return entries
  }

  /// The entries of a mapping that may have some keys only; nil, with a defect, where it is no mapping.
  ///
  /// - Parameter required: what lacks of these is a defect.
  package mutating func entries(
    _ node: Node, _ path: String, known: [String], required: [String]
  ) -> [String: Node]? {
    guard let entries = mapping(node, path) else { return nil }
    let prefix = path.isEmpty ? "" : "\(path)."
    var found: [String: Node] = [:]
    for (key, value) in entries {
      if known.contains(key.name) {
        found[key.name] = value
      } else {
        report(key.line, prefix + key.name, YAMLDefect.unknownKey(known))
      }
    }
    for key in required where found[key] == nil {
      report(node.line, prefix + key, YAMLDefect.missingKey)
    }
    return found
  }

  package mutating func report(_ line: Int, _ path: String, _ reason: any DefectReason) {
    defects.add(InputDefect(line: line, column: path, reason: reason))
  }

  private mutating func report(yamlError error: any Error) {
    func report(_ line: Int, _ path: String, _ problem: String) {
      self.report(line, path, YAMLDefect.yaml(problem))
    }
    guard let error = error as? YamlError else { return report(1, "", "not YAML") }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(mark.line, "character \(mark.column)", "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        context.mark.line, duplicates.sorted().joined(separator: ", "),
        "the key stands twice in one mapping")
    case .reader(let problem, _, _, _): report(1, "", "not YAML: \(problem)")
    default: report(1, "", "not YAML")
    }
  }
}

extension Node {
  package var line: Int { mark?.line ?? 1 }
}
