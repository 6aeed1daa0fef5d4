public import Admission
public import DelimitedText
import ExactValues
import FileStore
import YAMLDocuments

/// What can be wrong with a scheme of admission.
enum AdmissionSchemeDefect: DefectReason, Equatable {
  case reservedName
  case scheme(AdmissionSchemeError)
}

extension AdmissionScheme {
  /// Columns of a candidates file that no evaluation may be named after.
  package static let reservedColumns = [
    AdmissionColumn.candidate, AdmissionColumn.birthDate, AdmissionColumn.boursier, AdmissionColumn.genre,
    AdmissionColumn.doublette, AdmissionColumn.secteur,
  ]

  /// Reads a scheme file in YAML.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` with everything that is wrong with it.
  public init(contentsOf path: String) throws {
    self = try InputFile.withContents(of: path) { try AdmissionScheme(yaml: $0, file: path) }
  }

  /// Reads a scheme in YAML: `evaluations`, `coefficients`, and optionally `missing` and `missing_words`.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for defects.
  /// - Throws: `InputDefects`; the column of each is the path of keys, `coefficients.SVT+PC.lettre`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var parts = SchemeParts(file: file)
    guard let scheme = parts.read(bytes) else { throw parts.reader.defects }
    try parts.reader.defects.throwIfAny()
    self = scheme
  }
}

private struct SchemeParts {
  var reader: YAMLReader

  init(file: String) { reader = YAMLReader(file: file) }

  mutating func read(_ bytes: UnsafeRawBufferPointer) -> AdmissionScheme? {
    guard let root = reader.root(bytes),
      let found = reader.values(
        root, "", keys: ["evaluations", "coefficients", "missing", "missing_words"],
        required: ["evaluations", "coefficients"]),
      let evaluationsNode = found["evaluations"], let coefficientsNode = found["coefficients"]
    else { return nil }
    let evaluations = readEvaluations(evaluationsNode)
    let coefficients = readCoefficients(coefficientsNode, evaluations)
    let missing = found["missing"].flatMap { readMissing($0) }
    let words = found["missing_words"].map { reader.missingWords($0) } ?? []
    guard reader.defects.isEmpty else { return nil }
    do throws(AdmissionSchemeError) {
      var scheme = try AdmissionScheme(
        evaluations: evaluations, coefficients: coefficients, missing: missing ?? .reject)
      scheme.missingWords = words
      return scheme
    } catch {
      reader.report(root.line, "", AdmissionSchemeDefect.scheme(error))
      return nil
    }
  }

  private mutating func readEvaluations(_ node: YAMLNode) -> [Evaluation] {
    var evaluations: [Evaluation] = []
    for (name, value) in reader.mapping(node, "evaluations") ?? [] {
      let path = "evaluations.\(name.name)"
      if AdmissionScheme.reservedColumns.contains(name.name) {
        reader.report(name.line, path, AdmissionSchemeDefect.reservedName)
      }
      guard let properties = reader.values(value, path, keys: ["scientific"]) else { continue }
      var isScientific: Bool?
      if let value = properties["scientific"] {
        isScientific = reader.boolean(value, "\(path).scientific")
      } else {
        reader.report(name.line, "\(path).scientific", YAMLDefect.missingKey)
      }
      evaluations.append(Evaluation(name.name, isScientific: isScientific ?? false))
    }
    return evaluations
  }

  private mutating func readCoefficients(
    _ node: YAMLNode, _ evaluations: [Evaluation]
  ) -> [(String, [String: FixedDecimal])] {
    let names = Set(evaluations.map(\.name))
    var coefficients: [(String, [String: FixedDecimal])] = []
    for (doublette, value) in reader.mapping(node, "coefficients") ?? [] {
      let path = "coefficients.\(doublette.name)"
      var byName: [String: FixedDecimal] = [:]
      for (name, value) in reader.mapping(value, path) ?? [] {
        let path = "\(path).\(name.name)"
        if !names.contains(name.name) {
          reader.report(
            name.line, path,
            AdmissionSchemeDefect.scheme(.unknownEvaluation(name.name, doublette: doublette.name)))
        }
        guard let coefficient = reader.decimal(value, path) else { continue }
        if coefficient > AdmissionScheme.largestCoefficient {
          reader.report(
            value.line, path,
            AdmissionSchemeDefect.scheme(.coefficientTooLarge(name.name, doublette: doublette.name)))
        }
        byName[name.name] = coefficient
      }
      coefficients.append((doublette.name, byName))
    }
    return coefficients
  }

  private mutating func readMissing(_ node: YAMLNode) -> MissingMarkRule? {
    reader.word(node, "missing", among: MissingMarkRule.allCases.map(\.rawValue))
      .flatMap { MissingMarkRule(rawValue: $0) }
  }
}
