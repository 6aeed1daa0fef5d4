import Palmares
import Wording

// What replay says; it follows the manifest's name, but where a file has changed.
extension Message {
  static func manifestOfVersion(_ version: String) -> Message {
    Message(
      fr: "fait par la version \(version) ; celle-ci est la \(PalmaresVersion.current)",
      en: "made by version \(version); this is \(PalmaresVersion.current)")
  }

  static let replayOfStandardInput = Message(
    fr: """
      un des fichiers lus était l'entrée standard, qui n'est pas gardée : le traitement ne peut pas être refait
      """,
    en: "an input was standard input, which is not kept: the run cannot be repeated")

  static let replayOfChance = Message(
    fr: "draw new fait chaque fois une autre graine : le traitement ne peut pas être refait",
    en: "draw new makes another seed each time: the run cannot be repeated")

  static let replayOfOtherSeed = Message(
    fr: """
      le traitement avait une autre graine : le SHA-256 de celle-ci n'est pas le seed_commitment du manifeste
      """,
    en: "the run had another seed: this one's SHA-256 is not the manifest's seed_commitment")

  static func seedNotUsed(_ manifest: String) -> Message {
    Message(
      fr: "le traitement noté dans \(manifest) n'avait pas de graine.",
      en: "the run that \(manifest) records had no seed.")
  }

  static func seedMissing(_ manifest: String) -> Message {
    Message(
      fr: "le traitement noté dans \(manifest) avait une graine : donnez --seed ou --seed-file.",
      en: "the run that \(manifest) records had a seed: give --seed or --seed-file.")
  }

  static func folderNotEntered(_ folder: String) -> Message {
    Message(fr: "impossible d'entrer dans le dossier \(folder)", en: "the folder \(folder) cannot be entered")
  }

  static func inputChanged(_ path: String, digest: String, recorded: String) -> Message {
    Message(
      fr: """
        \(path): a changé depuis le traitement : son SHA-256 est \(digest), et le manifeste a noté \(recorded)
        """,
      en: "\(path): has changed since the run: its SHA-256 is \(digest), the manifest has \(recorded)")
  }

  static func argumentsOfOtherVersion(_ reason: String) -> Message {
    Message(
      fr: "cette version ne connaît pas ses arguments : \(reason)",
      en: "its arguments are none of this version: \(reason)")
  }

  static let damagedArguments = Message(
    fr: "manifeste abîmé : ses arguments ne sont pas ceux de sa commande",
    en: "damaged: its arguments are not those of its command")

  static let damagedCommand = Message(
    fr: "manifeste abîmé : sa commande n'écrit pas de tableau", en: "damaged: its command writes no table")

  static let damagedRecord = Message(
    fr: "manifeste abîmé : ses fichiers ou ses options ne sont pas ceux de ses arguments",
    en: "damaged: its inputs, flags or outputs are not those of its arguments")

  static func damagedManifest(at key: String) -> Message {
    Message(
      fr: "manifeste abîmé, à \(key) : ce n'est pas ce qu'un manifeste y met",
      en: "damaged at \(key): not what a manifest has there")
  }

  static let notAManifest = Message(
    fr: "ce n'est pas un manifeste : pas un objet JSON", en: "not a manifest: not a JSON object")

  static func unknownManifestKey(_ key: String) -> Message {
    Message(
      fr: "ce n'est pas un manifeste de cette version : clé inconnue \(key)",
      en: "not a manifest of this version: unknown key \(key)")
  }

  static func missingManifestKey(_ key: String) -> Message {
    Message(
      fr: "le manifeste n'a pas de clé \(key) : le traitement ne peut pas être refait",
      en: "the manifest has no \(key), so the run cannot be repeated from it")
  }

  static func outputDiffers(_ path: String, now: Manifest.Output, recorded: Manifest.Output) -> Message {
    Message(
      fr: """
        \(path): différent : le traitement donne maintenant le SHA-256 \(now.sha256) \
        (\(now.bytes, "octet", "octets")), et le manifeste a noté \(recorded.sha256) \
        (\(recorded.bytes, "octet", "octets"))
        """,
      en: """
        \(path): differs: the run now gives SHA-256 \(now.sha256) (\(now.bytes) bytes), the manifest has \
        \(recorded.sha256) (\(recorded.bytes) bytes)
        """)
  }

  static func identical(_ path: String) -> Message {
    let name = path == "-" ? Message.standardOutput : Message(verbatim: path)
    return Message(fr: "identique : \(name)", en: "identical: \(name)")
  }
}
