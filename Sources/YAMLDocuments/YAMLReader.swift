package import DelimitedText
package import ExactValues
import Yams

/// Reads schemes in YAML, and collects everything wrong with them.
///
/// The column of a defect is the path of keys, `coefficients.SVT+PC.lettre`.
package struct YAMLReader {
  package private(set) var defects: InputDefects

  /// A scheme is some lines; what is much larger is something else.
  package static let largestFile = 1 << 20

  package init(file: String) { defects = InputDefects(file: file) }

  /// The document; nil, with a defect, where it is none.
  package mutating func root(_ bytes: UnsafeRawBufferPointer) -> YAMLNode? {
    guard bytes.count <= Self.largestFile else {
      report(1, "", YAMLDefect.tooLarge)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(1, "", YAMLDefect.notUTF8)
      return nil
    }
    if let line = lineOfAlias(bytes) {
      report(line, "", YAMLDefect.alias)
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        report(1, "", YAMLDefect.notAMapping)
        return nil
      }
      return YAMLNode(node: node)
    } catch {
      report(yamlError: error)
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

  /// The entries of a mapping whose keys are single values; nil, with a defect, where it is no mapping.
  package mutating func mapping(_ node: YAMLNode, _ path: String) -> [(YAMLKey, YAMLNode)]? {
    guard case .mapping(let mapping) = node.node else {
      report(node.line, path, YAMLDefect.notAMapping)
      return nil
    }
    var entries: [(YAMLKey, YAMLNode)] = []
    for (key, value) in mapping {
      if let name = key.scalar?.string {
        if name.isEmpty || name.first == " " || name.last == " " {
          report(key.line, path, YAMLDefect.untrimmedName)
        }
        entries.append((YAMLKey(name: name, line: key.line), YAMLNode(node: value)))
      } else {
        report(key.line, path, YAMLDefect.notAScalar)
      }
    }
    return entries
  }

  /// The values of a mapping whose keys have a meaning each; other keys are defects.
  ///
  /// - Parameters:
  ///   - keys: those there may be.
  ///   - required: those there must be.
  /// - Returns: nil, with a defect, where it is no mapping.
  package mutating func values(
    _ node: YAMLNode, _ path: String, keys: [String], required: [String] = []
  ) -> [String: YAMLNode]? {
    guard let entries = mapping(node, path) else { return nil }
    let prefix = path.isEmpty ? "" : path + "."
    var found: [String: YAMLNode] = [:]
    for (key, value) in entries {
      if keys.contains(key.name) {
        found[key.name] = value
      } else {
        report(key.line, prefix + key.name, YAMLDefect.unknownKey(keys))
      }
    }
    for key in required where found[key] == nil {
      report(node.line, prefix + key, YAMLDefect.missingKey)
    }
    return found
  }

  /// A decimal from 0; nil, with a defect, where it is none.
  package mutating func decimal(_ node: YAMLNode, _ path: String) -> FixedDecimal? {
    guard let text = node.text, let value = try? FixedDecimal(parsing: text) else {
      report(node.line, path, YAMLDefect.notADecimal)
      return nil
    }
    return value
  }

  /// Yes or no; nil, with a defect, where it is neither.
  package mutating func boolean(_ node: YAMLNode, _ path: String) -> Bool? {
    guard let value = node.text.flatMap(readBoolean) else {
      report(node.line, path, YAMLDefect.notABoolean)
      return nil
    }
    return value
  }

  /// One of a few words, compared as names are; nil, with a defect, where it is none.
  package mutating func word(_ node: YAMLNode, _ path: String, among words: [String]) -> String? {
    let folded = node.text.map(foldedName)
    guard let word = words.first(where: { foldedName($0) == folded }) else {
      report(node.line, path, YAMLDefect.notOneOf(words))
      return nil
    }
    return word
  }

  /// The value of `missing_words`: words for a missing mark, beside the usual ones.
  package mutating func missingWords(_ node: YAMLNode) -> [String] {
    let path = "missing_words"
    guard let items = node.items else {
      report(node.line, path, YAMLDefect.notASequence)
      return []
    }
    return items.compactMap { item in
      guard let word = item.text else {
        report(item.line, path, YAMLDefect.notAScalar)
        return nil
      }
      if word.allSatisfy(\.isWhitespace) { report(item.line, path, YAMLDefect.emptyWord) }
      if MarkWords.isNumeric(word) { report(item.line, path, YAMLDefect.numericWord) }
      return word
    }
  }

  package mutating func report(_ line: Int, _ path: String, _ reason: any DefectReason) {
    defects.add(InputDefect(line: line, column: path, reason: reason))
  }

  private mutating func report(yamlError error: any Error) {
    func report(_ line: Int, _ problem: String?, character: Int? = nil) {
      self.report(line, "", YAMLDefect.syntax(problem, character: character))
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(mark.line, problem, character: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.report(
        context.mark.line, duplicates.sorted().joined(separator: ", "), YAMLDefect.repeatedKey)
    case .reader(let problem, _, _, _): report(1, problem)
    default: report(1, nil)
    }
  }
}

extension Node {
  var line: Int { mark?.line ?? 1 }
}
