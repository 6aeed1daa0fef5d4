import DelimitedText
import ExactValues
import Testing
import Wording
import YAMLDocuments

struct YAMLReaderTests {
  /// Reads a text, and says what was wrong with it, line by line.
  private func defects(_ text: String, _ read: (inout YAMLReader, YAMLNode) -> Void) -> [String] {
    var reader = YAMLReader(file: "s.yaml")
    Array(text.utf8).withUnsafeBytes { bytes in
      if let root = reader.root(bytes) { read(&reader, root) }
    }
    return "\(reader.defects)".split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("", "s.yaml:1: : not a mapping (name: value)"),
    ("a: {", "s.yaml:2: : not YAML, at character 1: "), ("a: 1\na: 2\n", "s.yaml:1: a: duplicate key"),
    ("a: &x 1\nb: *x\n", "s.yaml:2: : anchors and aliases (&, *) are not allowed"),
    (String(repeating: "#", count: YAMLReader.largestFile + 1), "s.yaml:1: : over 1048576 bytes"),
  ])
  func `a text that is no plain YAML mapping is told with its line`(text: String, message: String) {
    let found = defects(text) { _, _ in }
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix(message) }, "\(found)")
  }

  @Test(arguments: [
    ("a: [1", ", au caractère 1 : il manque une virgule ou un crochet fermant"),
    ("a: 1\n\tb: 2", ", au caractère 1 : une tabulation en début de ligne"),
    ("a: 1: 2", ", au caractère 5 : un deux-points de trop"),
  ])
  func `what the parser says is told in French too`(text: String, reason: String) {
    var reader = YAMLReader(file: "s.yaml")
    Array(text.utf8).withUnsafeBytes { #expect(reader.root($0) == nil) }
    let said = reader.defects.message.french.replacing("\u{A0}", with: " ")
    #expect(said.contains("ce n'est pas du YAML\(reason)"), "\(said)")
  }

  @Test func `bytes that are not UTF-8 are no YAML`() {
    var reader = YAMLReader(file: "s.yaml")
    [UInt8]([0x61, 0x3A, 0x20, 0xFF]).withUnsafeBytes { #expect(reader.root($0) == nil) }
    #expect("\(reader.defects)".contains("s.yaml:1: : the file is not UTF-8"))
  }

  @Test func `unknown and missing keys are told with their path, and the known ones read`() {
    var read: [String: String] = [:]
    let found = defects("a: 1\nother: 2\n") { reader, root in
      let values = reader.values(root, "outer", keys: ["a", "b"], required: ["a", "b"])
      read = values?.compactMapValues(\.text) ?? [:]
    }
    #expect(read == ["a": "1"])
    #expect(
      found == [
        "s.yaml:1: outer.b: the key is missing",
        "s.yaml:2: outer.other: unknown key; known here: a, b",
      ])
  }

  @Test func `entries keep the order of the file, each with its line`() {
    var lines: [String] = []
    let found = defects("# first\nb: [1, 2]\na: {c: d}\n") { reader, root in
      for (key, value) in reader.mapping(root, "") ?? [] {
        lines.append("\(key.line) \(key.name) \(value.items?.count ?? 0) \(value.has("c"))")
      }
    }
    #expect(found.isEmpty)
    #expect(lines == ["2 b 2 false", "3 a 0 true"])
  }

  @Test func `a decimal, a yes and a word of a list are read as tables read them`() {
    var read: (FixedDecimal?, Bool?, String?) = (nil, nil, nil)
    let found = defects("d: 0,5\ny: Vrai\nw: Laisser-Vide\n") { reader, root in
      let values = reader.values(root, "", keys: ["d", "y", "w"]) ?? [:]
      read = (
        values["d"].flatMap { reader.decimal($0, "d") }, values["y"].flatMap { reader.boolean($0, "y") },
        values["w"].flatMap { reader.word($0, "w", among: ["laisser_vide", "zero"]) }
      )
    }
    #expect(found.isEmpty, "\(found)")
    #expect(read == ("0.5", true, "laisser_vide"))
  }

  @Test func `what is no decimal, no yes and no word of a list is told where it stands`() {
    let found = defects("d: -1\ny: peut-être\nw: [zero]\n") { reader, root in
      let values = reader.values(root, "", keys: ["d", "y", "w"]) ?? [:]
      #expect(values["d"].flatMap { reader.decimal($0, "d") } == nil)
      #expect(values["y"].flatMap { reader.boolean($0, "y") } == nil)
      #expect(values["w"].flatMap { reader.word($0, "w", among: ["zero"]) } == nil)
    }
    #expect(
      found == [
        "s.yaml:1: d: not a decimal number from 0 with at most 15 decimals",
        "s.yaml:2: y: neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)",
        "s.yaml:3: w: not one of: zero",
      ])
  }

  @Test func `words for a missing mark can be neither numbers nor empty`() {
    var words: [String] = []
    let found = defects("missing_words: [ABS, \"12\", \" \", [x]]\n") { reader, root in
      let values = reader.values(root, "", keys: ["missing_words"]) ?? [:]
      words = values["missing_words"].map { reader.missingWords($0) } ?? []
    }
    #expect(words.contains("ABS"))
    #expect(
      found == [
        "s.yaml:1: missing_words: a number is a mark, and cannot be a word for a missing one",
        "s.yaml:1: missing_words: an empty cell is a missing mark already",
        "s.yaml:1: missing_words: not a single value",
      ])
  }
}
