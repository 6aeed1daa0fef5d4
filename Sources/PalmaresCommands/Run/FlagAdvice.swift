import Palmares

/// What the command adds to the errors of the library: which flag or command is meant, and which one helps.
enum FlagAdvice {
  /// The sentence of a reason on the command line.
  static func wording(of reason: any DefectReason) -> String {
    switch reason {
    case CellDefect.nearMiss: "\(reason), or name it after --ignore if it is another"
    case CellDefect.notUTF8: "\(reason); if the file is in that encoding, say --encoding windows-1252"
    case CellDefect.notWindows1252: "\(reason) (--encoding)"
    case GradingDefect.notValidated:
      "a mark under --validated-from without a statut: give it one (Fx, F or rattrapage), or say --below Fx or F"
    case GradingDefect.resultsGiven: "\(reason): --validated-from is for notes without it"
    case AllocationFileDefect.rankWithoutCost: "--rank-costs has \(reason)"
    case ListDefect.reservedColumn: "\(reason) that rank writes"
    case SeedFileDefect.notJSON: "not JSON as draw new writes it"
    default: reason.description
    }
  }

  /// What is wrong with files, in the words of the command line.
  static func report(_ files: [InputDefects]) -> String { InputDefects.report(files, wording: wording) }

  /// What to do about an exchange that is not made.
  static func advice(on refusal: SwapRefusal) -> String {
    guard case .alreadyMade = refusal else { return "" }
    return "; take the row out, or give --undo to take the exchange back"
  }
}
