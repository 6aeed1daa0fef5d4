import Palmares
import Wording

extension ReadingNote {
  /// What a reader did with a file; it follows the file's name.
  var message: Message {
    switch self {
    case .ignoredColumns(let names): .ignoredColumns(names)
    case .blankRows(let count):
      Message(
        fr: "\(count, "ligne vide ignorée", "lignes vides ignorées")",
        en: "\(count, "blank row skipped", "blank rows skipped")")
    case .hiddenRows(let count):
      Message(
        fr:
          "\(count, "ligne masquée ou filtrée", "lignes masquées ou filtrées"), \(for: count, "lue", "lues") comme les autres",
        en: "\(count, "hidden or filtered row", "hidden or filtered rows"), read like the others")
    case .readAsUTF8(let encoding):
      Message(
        fr: "ce fichier est en UTF-8, et il a été lu comme tel malgré --encoding \(encoding.rawValue)",
        en: "this file is UTF-8, and was read as UTF-8 in spite of --encoding \(encoding.rawValue)")
    case .similarIdentifiers(let pairs):
      Message(
        fr: """
          des identifiants différents qui se ressemblent : \
          \(list: pairs.map { "\($0.first) et \($0.second)" }, atMost: 5)
          """,
        en: """
          different identifiers that look alike: \
          \(list: pairs.map { "\($0.first) and \($0.second)" }, atMost: 5)
          """)
    }
  }
}

extension Message {
  /// The columns of a file that are not read.
  static func ignoredColumns(_ names: [String]) -> Message {
    Message(
      fr:
        "\(for: names.count, "colonne non utilisée", "colonnes non utilisées") : \(list: names, atMost: 30)",
      en: "ignored: \(list: names, atMost: 30)")
  }
}
