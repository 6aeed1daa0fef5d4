import Foundation
import Palmares
import Wording

/// The record of one run: its inputs, its arguments and its outputs; with the seed, enough to repeat it.
struct Manifest: Codable {
  struct File: Codable, Equatable {
    let path: String
    let sha256: String
    let bytes: Int
  }

  /// A file that was written, and the flag that named it.
  struct Output: Codable, Equatable {
    let flag: String
    let path: String
    let sha256: String
    let bytes: Int
  }

  /// The version of the program.
  let palmares: String
  let command: String
  /// The command line as given, the seed replaced by ``seedPlaceholder``.
  let arguments: [String]
  let flags: [String: String]
  let inputs: [File]
  /// The table.
  let output: File
  /// The table first, then what was written beside it.
  let outputs: [Output]
  /// SHA-256 of the seed, which is itself no part of the record.
  let seedCommitment: String?

  static let seedPlaceholder = "<seed>"

  /// Among the flags: the language of the run, where its outputs have sentences.
  static let languageFlag = "lang"

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case palmares, command, arguments, flags, inputs, output, outputs
    case seedCommitment = "seed_commitment"
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a manifest.
  ///
  /// - Throws: ``BadData`` where it is none, or has what this version does not know.
  init(json: UnsafeRawBufferPointer, file: String) throws {
    struct Ignored: Decodable { init(from decoder: any Decoder) {} }
    func refuse(_ reason: Message) -> BadData {
      BadData(Message(fr: "\(file): \(reason)", en: "\(file): \(reason)"))
    }
    let data = Data(json)
    guard let keys = try? JSONDecoder().decode([String: Ignored].self, from: data).keys else {
      throw refuse(.notAManifest)
    }
    let known = Set(CodingKeys.allCases.map(\.rawValue))
    if let unknown = keys.sorted().first(where: { !known.contains($0) }) {
      throw refuse(.unknownManifestKey(printable(unknown)))
    }
    let missing = CodingKeys.allCases.map(\.rawValue).filter { !keys.contains($0) }
    if let key = missing.first(where: { $0 != CodingKeys.seedCommitment.rawValue }) {
      throw refuse(.missingManifestKey(key))
    }
    do {
      self = try JSONDecoder().decode(Manifest.self, from: data)
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context),
      let DecodingError.keyNotFound(_, context), let DecodingError.dataCorrupted(context)
    {
      let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      let key = place.joined(separator: ".")
      throw refuse(.damagedManifest(at: key))
    }
  }

  init(
    command: String, arguments: [String], flags: [String: String], inputs: [File], outputs: [Output],
    seedCommitment: String?
  ) {
    palmares = PalmaresVersion.current
    self.command = command
    self.arguments = arguments
    self.flags = flags
    self.inputs = inputs
    self.outputs = outputs
    output = File(path: outputs[0].path, sha256: outputs[0].sha256, bytes: outputs[0].bytes)
    self.seedCommitment = seedCommitment
  }
}

extension Manifest {
  /// A command line as it may be recorded: without the seed, and without the manifest's own path.
  static func recordable(_ arguments: [String]) -> [String] {
    var recorded: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { return recorded + [argument] + rest }
      let name = argument.prefix { $0 != "=" }
      let isSeed = name == "--seed" || name == "--seed-file"
      guard isSeed || name == "--manifest" else {
        recorded.append(argument)
        continue
      }
      if name.endIndex == argument.endIndex { rest = rest.dropFirst() }
      if isSeed { recorded += ["--seed", seedPlaceholder] }
    }
    return recorded
  }

  /// The command line that repeats the run.
  func arguments(seed: DrawSeed?) -> [String] {
    guard let seed, let flag = arguments.firstIndex(of: Self.seedPlaceholder), flag > 0 else {
      return arguments
    }
    // In one word: a seed may begin with a dash.
    return arguments[..<(flag - 1)] + ["--seed=\(seed.text)"] + arguments[(flag + 1)...]
  }
}
