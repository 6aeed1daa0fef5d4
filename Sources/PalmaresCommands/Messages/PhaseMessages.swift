import Wording

extension Message {
  /// What a run is doing, for the progress line.
  ///
  /// - Parameter name: the phase, as `--timings` names it.
  static func phase(_ name: String) -> Message {
    switch name {
    case "read": Message(fr: "lecture", en: "reading")
    case "score": Message(fr: "calcul des notes", en: "computing the notes")
    case "sort": Message(fr: "classement", en: "ranking")
    case "model": Message(fr: "mise en équations", en: "building the model")
    case "presolve": Message(fr: "simplification", en: "simplifying")
    case "simplex": Message(fr: "recherche de l'optimum", en: "searching the optimum")
    case "arbitration": Message(fr: "arbitrage au mérite", en: "arbitration by merit")
    case "write": Message(fr: "écriture", en: "writing")
    default: Message(verbatim: name)
    }
  }
}
