import ArgumentParser
import Palmares
import Wording

/// How a command reads its inputs.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      fr: "Encodage des tableaux lus.", en: "Encoding of the input tables.",
      valueName: Message(fr: "encodage", en: "encoding")))
  var encoding: TextEncoding = .utf8

  @Option(
    help: ArgumentHelp(
      fr: "Colonnes à ne pas lire, bien que leur nom ressemble à celui d'une colonne lue.",
      en: "Columns to ignore although they are named almost like one that is read.",
      valueName: Message(fr: "nom,…", en: "name,…")))
  var ignore: String?

  @Option(help: .threads)
  var threads: Int?

  func validate() throws {
    try checkThreads(threads)
  }

  var workers: Workers { Workers(count: threads) }

  var ignoredColumns: [String] { ignore?.split(separator: ",").map(String.init) ?? [] }
}

extension ArgumentHelp {
  /// The help of `--threads`.
  static var threads: ArgumentHelp {
    ArgumentHelp(
      fr: "Nombre de calculs menés de front ; le résultat est le même. Par défaut : un par processeur.",
      en: "Threads to use; the result is the same for any number. Default: one per processor.",
      valueName: Message(fr: "nombre", en: "threads"))
  }
}

/// Refuses a number of threads that no machine has.
func checkThreads(_ count: Int?) throws {
  if let count, !(1...1024 ~= count) {
    throw ValidationError(.threadsOutOfRange)
  }
}
