import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

/// Data that `generate` makes up.
protocol MadeUpData {
  /// What `--size` counts, in French with its `de`.
  static var subjects: Message { get }
  static var largestSize: Int { get }
}

extension Message {
  fileprivate static let candidates = Message(fr: "de candidats", en: "candidates")
  fileprivate static let students = Message(fr: "d'élèves", en: "students")
}

extension PDISData: MadeUpData { static var subjects: Message { .candidates } }
extension ExportData: MadeUpData { static var subjects: Message { .candidates } }
extension ElectivesData: MadeUpData { static var subjects: Message { .students } }
extension MobilityData: MadeUpData { static var subjects: Message { .students } }
extension GradesData: MadeUpData { static var subjects: Message { .students } }

/// What every kind of made-up data is asked for.
struct GenerateOptions<Data: MadeUpData>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      fr: "Le nombre \(Data.subjects), de 0 à \(Data.largestSize).",
      en: "How many \(Data.subjects), 0 to \(Data.largestSize).",
      valueName: Message(fr: "nombre", en: "size")))
  var size: Int

  @Option(
    help: ArgumentHelp(
      fr: "Un texte quelconque ; les données ne dépendent que de lui et de leur nombre.",
      en: "Any text; the data depend on it and the size alone.",
      valueName: Message(fr: "graine", en: "seed")))
  var seed: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      fr: """
        Le dossier où écrire, créé s'il n'existe pas. Un fichier qui s'y trouve et n'a pas été fait par generate est \
        gardé : code 73.
        """,
      en: """
        The folder to write to; made where it does not exist. Files there that were not made up are kept: exit 73.
        """, valueName: Message(fr: "dossier", en: "folder")))
  var folder: String

  func validate() throws {
    guard 0...Data.largestSize ~= size else {
      throw ValidationError(
        Message(
          fr: "--size doit être entre 0 et \(Data.largestSize).",
          en: "--size must be 0 to \(Data.largestSize)."))
    }
  }
}

/// How many threads `generate` uses where the data are many.
struct GenerateThreads: ParsableArguments {
  @Option(help: .threads)
  var threads: Int?

  func validate() throws {
    try checkThreads(threads)
  }

  var workers: Workers { Workers(count: threads) }
}
