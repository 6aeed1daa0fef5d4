public import Admission
public import DelimitedText
import ExactValues
import Yams

/// What is wrong with a scheme file.
enum SchemeDefect: DefectReason, Equatable {
  case notUTF8
  case yaml(String)
  case notAMapping
  case notAScalar
  case unknownKey([String])
  case missingKey
  case reservedName
  case untrimmedName
  case tooLarge
  case alias
  case notABoolean
  case notADecimal
  case notOneOf([String])
  case scheme(AdmissionSchemeError)

  var description: String {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .yaml(let problem): problem
    case .notAMapping: "not a mapping (name: value)"
    case .notAScalar: "not a single value"
    case .unknownKey(let known): "unknown key; known here: \(known.joined(separator: ", "))"
    case .missingKey: "the key is missing"
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .untrimmedName: "an empty name, or spaces around it: no cell of a table can match"
    case .tooLarge: "over \(SchemeReader.largestFile) bytes"
    case .alias: "anchors and aliases (&, *) have no place in a scheme"
    case .notABoolean: "neither true nor false"
    case .notADecimal: "not a decimal number from 0 with at most 4 decimals"
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    case .scheme(let error): error.description
    }
  }
}

extension AdmissionScheme {
  /// Columns of a candidates file that no evaluation may be named after.
  static let reservedColumns = ["candidat", "naissance", "boursier", "genre", "doublette", "secteur"]

  /// Reads a scheme in YAML: `evaluations`, `coefficients`, and optionally `missing`.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for defects.
  /// - Throws: ``InputDefects``; the column of each is the path of keys, `coefficients.SVT+PC.lettre`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var reader = SchemeReader(file: file)
    guard let scheme = reader.read(bytes) else { throw reader.defects }
    try reader.defects.throwIfAny()
    self = scheme
  }
}

private struct SchemeReader {
  var defects: InputDefects

  /// A scheme is some lines; what is much larger is something else.
  static let largestFile = 1 << 20

  init(file: String) { defects = InputDefects(file: file) }

  mutating func read(_ bytes: UnsafeRawBufferPointer) -> AdmissionScheme? {
    guard bytes.count <= Self.largestFile else {
      report(1, "", .tooLarge)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(1, "", .notUTF8)
      return nil
    }
    if let line = lineOfAlias(bytes) {
      report(line, "", .alias)
      return nil
    }
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        report(1, "", .notAMapping)
        return nil
      }
      root = node
    } catch {
      report(yamlError: error)
      return nil
    }
    let keys = ["evaluations", "coefficients", "missing"]
    guard let entries = mapping(root, "") else { return nil }
    var found: [String: Node] = [:]
    for (key, value) in entries {
      if keys.contains(key.name) {
        found[key.name] = value
      } else {
        report(key.line, key.name, .unknownKey(keys))
      }
    }
    for key in keys.dropLast() where found[key] == nil { report(root.line, key, .missingKey) }
    guard let evaluationsNode = found["evaluations"], let coefficientsNode = found["coefficients"] else {
      return nil
    }
    let evaluations = readEvaluations(evaluationsNode)
    let coefficients = readCoefficients(coefficientsNode, evaluations)
    let missing = found["missing"].flatMap { readMissing($0) }
    guard defects.isEmpty else { return nil }
    do throws(AdmissionSchemeError) {
      return try AdmissionScheme(
        evaluations: evaluations, coefficients: coefficients, missing: missing ?? .reject)
    } catch {
      report(root.line, "", .scheme(error))
      return nil
    }
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

  private mutating func readEvaluations(_ node: Node) -> [Evaluation] {
    var evaluations: [Evaluation] = []
    for (name, value) in mapping(node, "evaluations") ?? [] {
      let path = "evaluations.\(name.name)"
      if AdmissionScheme.reservedColumns.contains(name.name) { report(name.line, path, .reservedName) }
      var isScientific: Bool?
      guard let properties = mapping(value, path) else { continue }
      for (key, value) in properties {
        guard key.name == "scientific" else {
          report(key.line, "\(path).\(key.name)", .unknownKey(["scientific"]))
          continue
        }
        switch value.scalar?.string.lowercased() {
        case "true", "oui", "vrai": isScientific = true
        case "false", "non", "faux": isScientific = false
        default:
          report(value.line, "\(path).scientific", .notABoolean)
          isScientific = false
        }
      }
      if isScientific == nil { report(name.line, "\(path).scientific", .missingKey) }
      evaluations.append(Evaluation(name.name, isScientific: isScientific ?? false))
    }
    return evaluations
  }

  private mutating func readCoefficients(
    _ node: Node, _ evaluations: [Evaluation]
  ) -> [(String, [String: FixedDecimal])] {
    let names = Set(evaluations.map(\.name))
    var coefficients: [(String, [String: FixedDecimal])] = []
    for (doublette, value) in mapping(node, "coefficients") ?? [] {
      let path = "coefficients.\(doublette.name)"
      var byName: [String: FixedDecimal] = [:]
      for (name, value) in mapping(value, path) ?? [] {
        let path = "\(path).\(name.name)"
        if !names.contains(name.name) {
          report(name.line, path, .scheme(.unknownEvaluation(name.name, doublette: doublette.name)))
        }
        guard let text = value.scalar?.string, let coefficient = try? FixedDecimal(parsing: text) else {
          report(value.line, path, .notADecimal)
          continue
        }
        if coefficient > AdmissionScheme.largestCoefficient {
          report(value.line, path, .scheme(.coefficientTooLarge(name.name, doublette: doublette.name)))
        }
        byName[name.name] = coefficient
      }
      coefficients.append((doublette.name, byName))
    }
    return coefficients
  }

  private mutating func readMissing(_ node: Node) -> MissingMarkRule? {
    guard let rule = node.scalar.flatMap({ MissingMarkRule(rawValue: $0.string) }) else {
      report(node.line, "missing", .notOneOf(MissingMarkRule.allCases.map(\.rawValue)))
      return nil
    }
    return rule
  }

  // MARK: Nodes

  private struct Key {
    var name: String
    var line: Int
  }

  /// The entries of a mapping whose keys are single values; nil, with a defect, where it is no mapping.
  private mutating func mapping(_ node: Node, _ path: String) -> [(Key, Node)]? {
    guard case .mapping(let mapping) = node else {
      report(node.line, path, .notAMapping)
      return nil
    }
    var entries: [(Key, Node)] = []
    for (key, value) in mapping {
      if let name = key.scalar?.string {
        if name.isEmpty || name.first == " " || name.last == " " { report(key.line, path, .untrimmedName) }
        entries.append((Key(name: name, line: key.line), value))
      } else {
        report(key.line, path, .notAScalar)
      }
    }
    return entries
  }

  private mutating func report(_ line: Int, _ path: String, _ reason: SchemeDefect) {
    defects.add(InputDefect(line: line, column: path, reason: reason))
  }

  private mutating func report(yamlError error: any Error) {
    guard let error = error as? YamlError else { return report(1, "", .yaml("not YAML")) }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(mark.line, "character \(mark.column)", .yaml("not YAML: \(problem)"))
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        context.mark.line, duplicates.sorted().joined(separator: ", "),
        .yaml("the key stands twice in one mapping"))
    case .reader(let problem, _, _, _): report(1, "", .yaml("not YAML: \(problem)"))
    default: report(1, "", .yaml("not YAML"))
    }
  }
}

extension Node {
  fileprivate var line: Int { mark?.line ?? 1 }
}
