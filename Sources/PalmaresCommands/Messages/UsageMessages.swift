import Wording

// Why a command line is refused, beyond what the argument parser says.
extension Message {
  static func error(_ reason: Message) -> Message {
    Message(fr: "Erreur : \(reason)", en: "Error: \(reason)")
  }

  static let standardInputTwice = Message(
    fr: "Un seul fichier peut être l'entrée standard.", en: "Only one file can be standard input.")

  static func sameOutput(_ flag: String, _ other: String) -> Message {
    Message(
      fr: "\(flag) et \(other) désignent le même fichier.", en: "\(flag) and \(other) name the same file.")
  }

  /// - Parameters:
  ///   - path: the output that the flag names.
  ///   - input: the file it would be written over; `-` is standard input.
  static func outputOverInput(_ flag: String, path: String, input: String) -> Message {
    let name = input == "-" ? Message.standardInput : Message(verbatim: input)
    return Message(
      fr: "\(flag) (\(path)) écraserait un fichier lu par la commande, \(name) : donnez un autre fichier.",
      en: "\(flag) (\(path)) would write over an input of the command, \(name): give another file.")
  }

  static func mustBeFile(_ flag: String) -> Message {
    Message(fr: "\(flag) doit être un fichier.", en: "\(flag) must be a file.")
  }

  static func nameOfWorkbook(_ path: String, format: String) -> Message {
    Message(
      fr: """
        \(path) est un nom de classeur, et --format \(format) n'en écrit pas : changez l'un ou l'autre, ou omettez \
        --format.
        """,
      en: """
        \(path) is the name of a workbook, and --format \(format) writes none: change one of them, or leave out \
        --format.
        """)
  }

  static func unwrittenSpreadsheet(_ path: String) -> Message {
    Message(
      fr:
        "\(path): de tous les fichiers de tableur, seul .xlsx est écrit, d'une seule feuille : donnez un tel nom.",
      en: "\(path): of all files of spreadsheets only .xlsx is written, of one sheet: give such a name.")
  }

  static func workbookOfAnotherName(_ path: String) -> Message {
    Message(
      fr: "\(path) n'est pas un nom de classeur, et --format xlsx en écrit un : donnez un nom en .xlsx.",
      en: "\(path) is no name of a workbook, and --format xlsx writes one: give a name that ends in .xlsx.")
  }

  static let workbookOnTerminal = Message(
    fr: "un classeur ne s'affiche pas dans un terminal : donnez -o FICHIER.xlsx.",
    en: "a workbook cannot be shown on a terminal: give -o FILE.xlsx.")

  static let threadsOutOfRange = Message(
    fr: "--threads doit être entre 1 et \(1024).", en: "--threads must be 1 to 1024.")

  /// Refuses a number below 0.
  static func mustNotBeNegative(_ flag: String) -> Message {
    Message(fr: "\(flag) doit être 0 ou plus.", en: "\(flag) must be 0 or more.")
  }

  static let twoSeeds = Message(
    fr: "Donnez --seed ou --seed-file, pas les deux.", en: "Give --seed or --seed-file, not both.")

  static let noSeed = Message(
    fr: "Il manque la graine : donnez --seed ou --seed-file.",
    en: "Missing the seed: give --seed or --seed-file.")

  static func unknownCommand(_ word: String) -> Message {
    Message(fr: "Commande inconnue : \(word).", en: "Unknown command '\(word)'.")
  }

  static func theCommands(_ names: [String]) -> Message {
    Message(fr: "Les commandes sont : \(list: names).", en: "The commands are: \(list: names).")
  }

  static func unknownOption(_ word: String) -> Message {
    Message(fr: "Option inconnue : \(word).", en: "Unknown option '\(word)'.")
  }

  static func didYouMean(_ name: String) -> Message {
    Message(fr: "Vouliez-vous dire « \(name) » ?", en: "Did you mean '\(name)'?")
  }
}
