import Palmares
import Wording

/// What the command adds to the errors of the library: which flag or command is meant, and which one helps.
enum FlagAdvice {
  /// The sentence of a reason on the command line.
  static func wording(of reason: any DefectReason) -> Message {
    let said = reason.message
    return switch reason {
    case CellDefect.nearMiss:
      Message(
        fr: "\(said), ou nommez-la après --ignore si c'en est une autre",
        en: "\(said), or name it after --ignore if it is another")
    case CellDefect.notUTF8:
      Message(
        fr: "\(said) ; si le fichier vient d'un ancien Excel, ajoutez --encoding windows-1252",
        en: "\(said); if the file is in that encoding, say --encoding windows-1252")
    case CellDefect.notWindows1252: said + Message(verbatim: " (--encoding)")
    case GradingDefect.notValidated:
      Message(
        fr: """
          une note sous --validated-from, sans statut : donnez-lui-en un (Fx, F ou rattrapage), ou ajoutez \
          --below Fx ou F
          """,
        en:
          "a mark under --validated-from without a statut: give it one (Fx, F or rattrapage), or say --below Fx or F"
      )
    case GradingDefect.resultsGiven:
      Message(
        fr: "\(said) : --validated-from est pour des notes sans cette colonne",
        en: "\(said): --validated-from is for notes without it")
    case AllocationFileDefect.rankWithoutCost:
      Message(fr: "--rank-costs : \(said)", en: "--rank-costs has \(said)")
    case ListDefect.reservedColumn:
      Message(fr: "\(said) qu'écrit la commande rank", en: "\(said) that rank writes")
    case SeedFileDefect.notJSON:
      Message(fr: "ce n'est pas du JSON tel que draw new l'écrit", en: "not JSON as draw new writes it")
    default: said
    }
  }

  /// The sentence of a note on a file.
  static func wording(of note: ReadingNote) -> Message {
    guard case .readAsUTF8(let encoding) = note else { return note.message }
    return Message(
      fr: "ce fichier est en UTF-8, et il a été lu comme tel malgré --encoding \(encoding.rawValue)",
      en: "this file is UTF-8, and was read as UTF-8 in spite of --encoding \(encoding.rawValue)")
  }

  /// What is wrong with files, in the words of the command line.
  static func report(_ files: [InputDefects]) -> Message { InputDefects.report(files, wording: wording) }

  /// What to do about an exchange that is not made.
  static func advice(on refusal: SwapRefusal) -> Message {
    guard case .alreadyMade = refusal else { return Message(verbatim: "") }
    return Message(
      fr: " ; enlevez la ligne, ou ajoutez --undo pour défaire l'échange",
      en: "; take the row out, or give --undo to take the exchange back")
  }
}
