public import DelimitedText
import ExactValues
import FileStore
public import Grading
import YAMLDocuments

extension UESchemeError: DefectReason {}

/// What can be wrong with a scheme of grading, beyond its form.
enum GradingSchemeDefect: DefectReason, Equatable {
  case notAMark
  case valueTooLarge
  case mentionWithoutWeight
  case otherECTS
  case plusInName
}

extension UEScheme {
  /// Opens and reads the scheme at a path.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` as ``init(yaml:file:)``.
  public init(contentsOf path: String) throws {
    self = try InputFile.withContents(of: path) { try UEScheme(yaml: $0, file: path) }
  }

  /// Reads a scheme in YAML: `ues`, and optionally `threshold`, `minimum`, `final` and `missing_words`. What else a scheme of
  /// grading may hold (`values`, `ects`) is checked too.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - file: the file's name for errors.
  /// - Throws: `InputDefects`; the column of each is the path of keys, `ues.ANALYSE.ecues.td`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var parts = GradingSchemeParts(file: file)
    parts.read(bytes, required: ["ues"])
    guard parts.reader.defects.isEmpty, let scheme = parts.ueScheme else { throw parts.reader.defects }
    self = scheme
  }
}

extension GPAScheme {
  /// Opens and reads the scheme at a path.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects` as ``init(yaml:file:)``.
  public init(contentsOf path: String) throws {
    self = try InputFile.withContents(of: path) { try GPAScheme(yaml: $0, file: path) }
  }

  /// Reads a scheme in YAML: `values`, and the ECTS of each UE in `ects` or in `ues`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - file: the file's name for errors.
  /// - Throws: `InputDefects`; the column of each is the path of keys, `values.A+`.
  public init(yaml bytes: UnsafeRawBufferPointer, file: String) throws(InputDefects) {
    var parts = GradingSchemeParts(file: file)
    parts.read(bytes, required: ["values"])
    try parts.reader.defects.throwIfAny()
    do throws(GradingError) {
      try self.init(values: parts.values, ects: parts.ects)
    } catch {
      // Each value and each credit was checked where it stands.
      preconditionFailure("\(error)")
    }
  }
}

/// A scheme of grading, for both of its uses.
private struct GradingSchemeParts {
  var reader: YAMLReader
  private(set) var ueScheme: UEScheme?
  private(set) var values: [Mention: FixedDecimal] = [:]
  private(set) var ects: [String: FixedDecimal] = [:]

  private static let keys = ["ues", "threshold", "minimum", "final", "values", "ects", "missing_words"]

  init(file: String) { reader = YAMLReader(file: file) }

  mutating func read(_ bytes: UnsafeRawBufferPointer, required: [String]) {
    guard let root = reader.root(bytes),
      let found = reader.values(root, "", keys: Self.keys, required: required)
    else { return }
    if let node = found["ects"] { readECTS(node) }
    if let node = found["values"] { readValues(node) }
    let threshold = found["threshold"].flatMap { self.threshold($0, "threshold") } ?? 10
    let minimum = found["minimum"].flatMap { self.threshold($0, "minimum") } ?? 0
    let finalMark = found["final"].map { readFinal($0) } ?? .best
    let words = found["missing_words"].map { reader.missingWords($0) } ?? []
    guard let node = found["ues"] else {
      if found["ects"] == nil { reader.report(root.line, "ects", YAMLDefect.missingKey) }
      return
    }
    let ues = readUEs(node, threshold: threshold, minimum: minimum)
    guard reader.defects.isEmpty else { return }
    do throws(UESchemeError) {
      ueScheme = try UEScheme(ues: ues, finalMark: finalMark)
      ueScheme?.missingWords = words
    } catch {
      reader.report(node.line, "ues", error)
    }
  }

  private mutating func readECTS(_ node: YAMLNode) {
    for (key, value) in reader.mapping(node, "ects") ?? [] {
      ects[key.name] = credits(value, "ects.\(key.name)", ue: key.name)
    }
  }

  private mutating func credits(_ node: YAMLNode, _ path: String, ue: String) -> FixedDecimal? {
    guard let value = reader.decimal(node, path) else { return nil }
    guard value <= UEScheme.largestECTS else {
      reader.report(node.line, path, UESchemeError.tooManyECTS(ue: ue))
      return nil
    }
    return value
  }

  private mutating func readValues(_ node: YAMLNode) {
    let known = Mention.allCases.filter(\.hasValue)
    for (key, value) in reader.mapping(node, "values") ?? [] {
      let path = "values.\(key.name)"
      guard let mention = known.first(where: { "\($0.csvWord)" == key.name }) else {
        let hasNone = ["V", "W"].contains(key.name)
        reader.report(
          key.line, path,
          hasNone
            ? GradingSchemeDefect.mentionWithoutWeight
            : YAMLDefect.unknownKey(known.map { "\($0.csvWord)" }))
        continue
      }
      guard let decimal = reader.decimal(value, path) else { continue }
      if decimal > GPAScheme.largestValue {
        reader.report(value.line, path, GradingSchemeDefect.valueTooLarge)
      } else {
        values[mention] = decimal
      }
    }
  }

  private mutating func mark(_ node: YAMLNode, _ path: String) -> Mark? {
    guard let text = node.text, let decimal = try? FixedDecimal(parsing: text), let mark = Mark(decimal)
    else {
      reader.report(node.line, path, GradingSchemeDefect.notAMark)
      return nil
    }
    return mark
  }

  /// A mark that validates: at most 10.
  private mutating func threshold(_ node: YAMLNode, _ path: String) -> Mark? {
    guard let mark = mark(node, path) else { return nil }
    if mark > UEScheme.highestThreshold {
      reader.report(node.line, path, UESchemeError.thresholdAboveTen(ue: "", ecue: nil))
      return nil
    }
    return mark
  }

  /// `best`, `replace`, or the weights of a mean.
  private mutating func readFinal(_ node: YAMLNode) -> FinalMarkRule {
    switch node.text {
    case "best": return .best
    case "replace": return .replace
    case nil where node.isMapping: break
    default:
      reader.report(
        node.line, "final", YAMLDefect.notOneOf(["best", "replace", "{first: 1, second: 2}"]))
      return .best
    }
    let keys = ["first", "second"]
    let found = reader.values(node, "final", keys: keys, required: keys) ?? [:]
    guard let first = found["first"].flatMap({ reader.decimal($0, "final.first") }),
      let second = found["second"].flatMap({ reader.decimal($0, "final.second") })
    else { return .best }
    let largest = UEScheme.largestWeight
    if first.units + second.units == 0 || first > largest || second > largest {
      reader.report(node.line, "final", UESchemeError.finalWeights)
    }
    return .mean(first: first, second: second)
  }

  private mutating func readUEs(_ node: YAMLNode, threshold: Mark, minimum: Mark) -> [UE] {
    let keys = ["ects", "threshold", "minimum", "ecues"]
    return (reader.mapping(node, "ues") ?? []).compactMap { key, value in
      let path = "ues.\(key.name)"
      guard let found = reader.values(value, path, keys: keys, required: ["ecues"]) else { return nil }
      let threshold = found["threshold"].flatMap { self.threshold($0, "\(path).threshold") } ?? threshold
      let minimum = found["minimum"].flatMap { self.threshold($0, "\(path).minimum") } ?? minimum
      let credits = readCredits(found["ects"], key, path)
      let ecues = found["ecues"].map { readECUEs($0, "\(path).ecues", minimum, ue: key.name) } ?? []
      return UE(key.name, ects: credits, threshold: threshold, ecues: ecues)
    }
  }

  /// The ECTS of a UE, said with it or in the list of all.
  private mutating func readCredits(_ node: YAMLNode?, _ key: YAMLKey, _ path: String) -> FixedDecimal {
    guard let node else {
      if let known = ects[key.name] { return known }
      reader.report(key.line, "\(path).ects", GradingDefect.ueWithoutECTS)
      return 0
    }
    guard let value = credits(node, "\(path).ects", ue: key.name) else { return 0 }
    if let other = ects[key.name], other != value {
      reader.report(node.line, "\(path).ects", GradingSchemeDefect.otherECTS)
    }
    ects[key.name] = value
    return value
  }

  /// `name: weight`, or `name: {weight: …, minimum: …}`.
  private mutating func readECUEs(
    _ node: YAMLNode, _ path: String, _ minimum: Mark, ue: String
  ) -> [ECUE] {
    let entries = reader.mapping(node, path) ?? []
    if entries.isEmpty, node.isMapping { reader.report(node.line, path, UESchemeError.noECUE(ue: ue)) }
    return entries.compactMap { key, value in
      var (path, minimum, weightNode) = ("\(path).\(key.name)", minimum, Optional(value))
      if value.isMapping {
        guard let found = reader.values(value, path, keys: ["weight", "minimum"], required: ["weight"]) else {
          return nil
        }
        minimum = found["minimum"].flatMap { threshold($0, "\(path).minimum") } ?? minimum
        weightNode = found["weight"]
        path += ".weight"
      }
      if key.name.contains("+") { reader.report(key.line, path, GradingSchemeDefect.plusInName) }
      guard let weightNode, let weight = reader.decimal(weightNode, path) else { return nil }
      guard weight.units > 0, weight <= UEScheme.largestWeight else {
        reader.report(weightNode.line, path, UESchemeError.weight(ecue: key.name, ue: ue))
        return nil
      }
      return ECUE(key.name, weight: weight, minimum: minimum)
    }
  }
}
