import ArgumentParser
import FileStore
import Foundation
import Palmares
import Wording
import Workbooks

struct ReplayCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replay",
      abstract: Message(
        fr: "Refait le traitement qu'un manifeste a noté, et compare les résultats : code 0, ou 65.",
        en: "Repeats the run that a manifest records, and compares its outputs: exit 0, or 65."),
      discussion: Message(
        fr: """
          Les fichiers lus sont cherchés depuis le dossier courant, puis depuis celui du manifeste. Aucun fichier \
          n'est écrit.
          """,
        en: "Inputs are looked for from the current folder, then from the manifest's. No file is written."))
  }

  static let example = """
    palmares admission rank Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
      --general-bar 12 --science-bar 11.5 --seed graine -o list.csv --manifest list.json
    palmares replay list.json --seed graine
    """

  @Argument(
    help: ArgumentHelp(
      fr: "Le manifeste, tel que --manifest l'écrit.", en: "The manifest, as --manifest writes it.",
      valueName: Message(fr: "manifeste", en: "manifest")))
  var manifest: String

  @OptionGroup var draw: SeedOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let run = CommandRun("replay", try InputOptions.parse([]), try OutputOptions.parse([]))
    let record = try run.open(manifest).withUnsafeBytes { try Manifest(json: $0, file: manifest) }
    try checkRepeatable(record)
    let seed = try seed(of: record, run)
    if record.palmares != PalmaresVersion.current {
      run.say(Message(verbatim: "\(manifest): ") + .manifestOfVersion(record.palmares))
    }
    try enterFolder(of: record)
    let repeated = try rehearse(record, seed)
    try compare(record, repeated)
  }

  private func refusal(_ reason: Message) -> BadData {
    BadData(Message(fr: "\(manifest): \(reason)", en: "\(manifest): \(reason)"))
  }

  /// Refuses what no run can repeat.
  private func checkRepeatable(_ record: Manifest) throws {
    if record.inputs.contains(where: { TablePath($0.path).file == "-" }) {
      throw refusal(.replayOfStandardInput)
    }
    let words = record.command.split(separator: " ").map(String.init)
    if words == ["admission", "draw", "new"] {
      throw refusal(.replayOfChance)
    }
    guard let first = words.first, ["admission", "allocate", "grades"].contains(first),
      record.arguments.starts(with: words)
    else {
      throw refusal(.damagedArguments)
    }
  }

  private func seed(of record: Manifest, _ run: CommandRun) throws -> DrawSeed? {
    guard let commitment = record.seedCommitment else {
      if draw.isGiven {
        throw UsageError(.seedNotUsed(manifest))
      }
      return nil
    }
    guard draw.isGiven else {
      throw UsageError(.seedMissing(manifest))
    }
    let seed = try run.seed(draw)
    guard seed.matches(commitment: commitment) else {
      throw refusal(.replayOfOtherSeed)
    }
    return seed
  }

  /// Goes where the inputs are as they were.
  private func enterFolder(of record: Manifest) throws {
    let folders = [".", (manifest as NSString).deletingLastPathComponent]
    var reasons: [any Error] = []
    for folder in folders where !folder.isEmpty {
      do {
        for input in record.inputs { try check(input, from: folder) }
        guard FileManager.default.changeCurrentDirectoryPath(folder) else {
          throw refusal(.folderNotEntered(folder))
        }
        return
      } catch {
        reasons.append(error)
      }
    }
    // A file that was changed is the better reason than one that is not in the other folder.
    throw reasons.first { $0 is BadData } ?? reasons[0]
  }

  private func check(_ input: Manifest.File, from folder: String) throws {
    let path = input.path.hasPrefix("/") ? input.path : "\(folder)/\(input.path)"
    let digest = try InputFile(path: TablePath(path).file, access: .mapped).sha256
    guard digest == input.sha256 else {
      throw BadData(.inputChanged(input.path, digest: digest, recorded: input.sha256))
    }
  }

  /// Runs the command without writing.
  private func rehearse(_ record: Manifest, _ seed: DrawSeed?) throws -> Manifest {
    var command: any ParsableCommand
    do {
      command = try PalmaresCommand.parseAsRoot(record.arguments(seed: seed))
    } catch {
      let reason = ParserWords.translated(PalmaresCommand.message(for: error))
      throw refusal(.argumentsOfOtherVersion(reason))
    }
    let rehearsal = Rehearsal()
    // Tables that are the same in both languages have none.
    let language = record.flags[Manifest.languageFlag].flatMap(Language.init(rawValue:)) ?? .english
    do {
      try Rehearsal.$current.withValue(rehearsal) {
        try CommandLanguage.$current.withValue(language) { try command.run() }
      }
    } catch is StoppedAtLimit {
      // The table was written, and may be the same.
    }
    guard let repeated = rehearsal.manifest else {
      throw refusal(.damagedCommand)
    }
    return repeated
  }

  private func compare(_ record: Manifest, _ repeated: Manifest) throws {
    var flags = repeated.flags
    // Manifests from before there were two languages.
    if record.flags[Manifest.languageFlag] == nil { flags[Manifest.languageFlag] = nil }
    guard repeated.command == record.command, repeated.inputs == record.inputs,
      flags == record.flags, repeated.seedCommitment == record.seedCommitment,
      repeated.outputs.map(\.path) == record.outputs.map(\.path),
      record.output
        == record.outputs.first.map({ Manifest.File(path: $0.path, sha256: $0.sha256, bytes: $0.bytes) })
    else {
      throw refusal(.damagedRecord)
    }
    let report = try OutputFile(path: nil)
    for (old, new) in zip(record.outputs, repeated.outputs) {
      guard old == new else {
        throw BadData(.outputDiffers(old.path, now: new, recorded: old))
      }
      try report.write(Message.identical(old.path).text + "\n")
    }
  }
}
