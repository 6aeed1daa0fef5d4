public import Admission
public import DelimitedText
import ExactValues
import Yams

/// What is wrong with a scheme file that is YAML.
enum SchemeDefect: DefectReason, Equatable {
  case reservedName
  case notABoolean
  case notADecimal
  case scheme(AdmissionSchemeError)

  var description: String {
    switch self {
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .notABoolean: "neither true nor false"
    case .notADecimal: "not a decimal number from 0 with at most 4 decimals"
    case .scheme(let error): error.description
    }
  }
}

extension AdmissionScheme {
  /// Columns of a candidates file that no evaluation may be named after.
  package static let reservedColumns = ["candidat", "naissance", "boursier", "genre", "doublette", "secteur"]

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
  private var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  var defects: InputDefects { yaml.defects }

  mutating func read(_ bytes: UnsafeRawBufferPointer) -> AdmissionScheme? {
    guard let root = yaml.root(bytes),
      let found = yaml.entries(
        root, "", known: ["evaluations", "coefficients", "missing"],
        required: ["evaluations", "coefficients"]),
      let evaluationsNode = found["evaluations"], let coefficientsNode = found["coefficients"]
    else { return nil }
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

  private mutating func readEvaluations(_ node: Node) -> [Evaluation] {
    var evaluations: [Evaluation] = []
    for (name, value) in yaml.mapping(node, "evaluations") ?? [] {
      let path = "evaluations.\(name.name)"
      if AdmissionScheme.reservedColumns.contains(name.name) { report(name.line, path, .reservedName) }
      var isScientific: Bool?
      guard let properties = yaml.mapping(value, path) else { continue }
      for (key, value) in properties {
        guard key.name == "scientific" else {
          yaml.report(key.line, "\(path).\(key.name)", YAMLDefect.unknownKey(["scientific"]))
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
      if isScientific == nil { yaml.report(name.line, "\(path).scientific", YAMLDefect.missingKey) }
      evaluations.append(Evaluation(name.name, isScientific: isScientific ?? false))
    }
    return evaluations
  }

  private mutating func readCoefficients(
    _ node: Node, _ evaluations: [Evaluation]
  ) -> [(String, [String: FixedDecimal])] {
    let names = Set(evaluations.map(\.name))
    var coefficients: [(String, [String: FixedDecimal])] = []
    for (doublette, value) in yaml.mapping(node, "coefficients") ?? [] {
      let path = "coefficients.\(doublette.name)"
      var byName: [String: FixedDecimal] = [:]
      for (name, value) in yaml.mapping(value, path) ?? [] {
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
      yaml.report(node.line, "missing", YAMLDefect.notOneOf(MissingMarkRule.allCases.map(\.rawValue)))
      return nil
    }
    return rule
  }

  private mutating func report(_ line: Int, _ path: String, _ reason: SchemeDefect) {
    yaml.report(line, path, reason)
  }
}
