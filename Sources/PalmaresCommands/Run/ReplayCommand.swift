import ArgumentParser
import FileStore
import Foundation
import Palmares
import Wording
import Workbooks

struct ReplayCommand: ParsableCommand {
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
      run.say(
        Message(
          fr:
            "\(manifest): fait par la version \(record.palmares) ; celle-ci est la \(PalmaresVersion.current)",
          en: "\(manifest): made by version \(record.palmares); this is \(PalmaresVersion.current)"))
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
    if record.inputs.contains(where: { $0.path == "-" }) {
      throw refusal(
        Message(
          fr:
            "un des fichiers lus était l'entrée standard, qui n'est pas gardée : le traitement ne peut pas être refait",
          en: "an input was standard input, which is not kept: the run cannot be repeated"))
    }
    let words = record.command.split(separator: " ").map(String.init)
    if words == ["admission", "draw", "new"] {
      throw refusal(
        Message(
          fr: "draw new fait chaque fois une autre graine : le traitement ne peut pas être refait",
          en: "draw new makes another seed each time: the run cannot be repeated"))
    }
    guard let first = words.first, ["admission", "allocate", "grades"].contains(first),
      record.arguments.starts(with: words)
    else {
      throw refusal(
        Message(
          fr: "abîmé : ses arguments ne sont pas ceux de sa commande",
          en: "damaged: its arguments are not those of its command"))
    }
  }

  private func seed(of record: Manifest, _ run: CommandRun) throws -> DrawSeed? {
    guard let commitment = record.seedCommitment else {
      if draw.isGiven {
        throw UsageError(
          Message(
            fr: "le traitement noté dans \(manifest) n'avait pas de graine.",
            en: "the run that \(manifest) records had no seed."))
      }
      return nil
    }
    guard draw.isGiven else {
      throw UsageError(
        Message(
          fr: "le traitement noté dans \(manifest) avait une graine : donnez --seed ou --seed-file.",
          en: "the run that \(manifest) records had a seed: give --seed or --seed-file."))
    }
    let seed = try run.seed(draw)
    guard seed.matches(commitment: commitment) else {
      throw refusal(
        Message(
          fr:
            "le traitement avait une autre graine : le SHA-256 de celle-ci n'est pas le seed_commitment du manifeste",
          en: "the run had another seed: this one's SHA-256 is not the manifest's seed_commitment"))
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
          throw refusal(
            Message(
              fr: "impossible d'entrer dans le dossier \(folder)",
              en: "the folder \(folder) cannot be entered"))
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
      throw BadData(
        Message(
          fr: """
            \(input.path): a changé depuis le traitement : son SHA-256 est \(digest), le manifeste a \(input.sha256)
            """,
          en: """
            \(input.path): has changed since the run: its SHA-256 is \(digest), the manifest has \(input.sha256)
            """))
    }
  }

  /// Runs the command without writing.
  private func rehearse(_ record: Manifest, _ seed: DrawSeed?) throws -> Manifest {
    var command: any ParsableCommand
    do {
      command = try PalmaresCommand.parseAsRoot(record.arguments(seed: seed))
    } catch {
      let reason = ParserWords.translated(PalmaresCommand.message(for: error))
      throw refusal(
        Message(
          fr: "ses arguments ne sont pas de cette version : \(reason)",
          en: "its arguments are none of this version: \(reason)"))
    }
    let rehearsal = Rehearsal()
    do {
      try Rehearsal.$current.withValue(rehearsal) { try command.run() }
    } catch is StoppedAtLimit {
      // The table was written, and may be the same.
    }
    guard let repeated = rehearsal.manifest else {
      throw refusal(
        Message(fr: "abîmé : sa commande n'écrit pas de tableau", en: "damaged: its command writes no table"))
    }
    return repeated
  }

  private func compare(_ record: Manifest, _ repeated: Manifest) throws {
    guard repeated.command == record.command, repeated.inputs == record.inputs,
      repeated.flags == record.flags, repeated.seedCommitment == record.seedCommitment,
      repeated.outputs.map(\.path) == record.outputs.map(\.path),
      record.output
        == record.outputs.first.map({ Manifest.File(path: $0.path, sha256: $0.sha256, bytes: $0.bytes) })
    else {
      throw refusal(
        Message(
          fr: "abîmé : ses fichiers ou ses options ne sont pas ceux de ses arguments",
          en: "damaged: its inputs, flags or outputs are not those of its arguments"))
    }
    let report = try OutputFile(path: nil)
    for (old, new) in zip(record.outputs, repeated.outputs) {
      guard old == new else {
        throw BadData(
          Message(
            fr: """
              \(old.path): différent : le traitement donne maintenant le SHA-256 \(new.sha256) \
              (\(new.bytes) octets), le manifeste a \(old.sha256) (\(old.bytes) octets)
              """,
            en: """
              \(old.path): differs: the run now gives SHA-256 \(new.sha256) (\(new.bytes) bytes), \
              the manifest has \(old.sha256) (\(old.bytes) bytes)
              """))
      }
      let name = old.path == "-" ? Message.standardOutput : Message(verbatim: old.path)
      try report.write(Message(fr: "identique : \(name)", en: "identical: \(name)").text + "\n")
    }
  }
}
