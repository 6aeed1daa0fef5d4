public import Wording

extension YAMLDefect {
  public var message: Message {
    switch self {
    case .notUTF8: Message(fr: "le fichier n'est pas en UTF-8", en: "the file is not UTF-8")
    case .syntax(let problem, let character): describe(problem, character)
    case .repeatedKey: Message(fr: "clé en double", en: "duplicate key")
    case .notAMapping:
      Message(fr: "il faut des clés et des valeurs (nom: valeur)", en: "not a mapping (name: value)")
    case .notASequence: Message(fr: "il faut une liste", en: "not a list")
    case .notAScalar: Message(fr: "il faut une seule valeur", en: "not a single value")
    case .unknownKey(let known):
      Message(
        fr: "clé inconnue ; celles qui ont un sens ici : \(list: known)",
        en: "unknown key; known here: \(list: known)")
    case .missingKey: Message(fr: "cette clé manque", en: "the key is missing")
    case .untrimmedName:
      Message(
        fr: "un nom vide, ou entouré d'espaces : aucune cellule d'un tableau ne peut lui être égale",
        en: "an empty name, or spaces around it: no cell of a table can match")
    case .tooLarge:
      Message(
        fr: "plus de \(YAMLReader.largestFile) octets", en: "over \(YAMLReader.largestFile) bytes")
    case .alias:
      Message(
        fr: "les ancres et les renvois (&, *) ne sont pas admis",
        en: "anchors and aliases (&, *) are not allowed")
    case .notABoolean:
      Message(
        fr: "ni oui ni non (oui/non, o/n, vrai/faux, true/false, 1/0)",
        en: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)")
    case .numericWord:
      Message(
        fr: "un nombre est une note, et ne peut pas signifier une note absente",
        en: "a number is a mark, and cannot be a word for a missing one")
    case .emptyWord:
      Message(
        fr: "une cellule vide est déjà une note absente", en: "an empty cell is a missing mark already")
    case .notADecimal:
      Message(
        fr: "ce n'est pas un nombre décimal, positif ou nul, d'au plus 15 décimales",
        en: "not a decimal number from 0 with at most 15 decimals")
    case .notOneOf(let words):
      Message(fr: "mot inconnu ; sont admis : \(list: words)", en: "not one of: \(list: words)")
    }
  }
}

/// That a text is not YAML, where, and why.
private func describe(_ problem: String?, _ character: Int?) -> Message {
  var text = Message(fr: "ce n'est pas du YAML", en: "not YAML")
  if let character {
    text =
      text + Message(fr: ", au caractère \(number: character)", en: ", at character \(number: character)")
  }
  guard let problem else { return text }
  return text + Message(fr: " : \(french(problem))", en: ": \(problem)")
}

/// A sentence of libyaml in French; those that are rare stay as they are.
private func french(_ problem: String) -> Message {
  let words: Sentence<French>? =
    switch problem {
    case "could not find expected ':'": "il manque un deux-points après un nom"
    case "did not find expected key":
      "il manque un nom suivi d'un deux-points ; le retrait de la ligne est-il juste ?"
    case "did not find expected '-' indicator":
      "il manque un tiret de liste ; le retrait de la ligne est-il juste ?"
    case "did not find expected ',' or ']'": "il manque une virgule ou un crochet fermant"
    case "did not find expected ',' or '}'": "il manque une virgule ou une accolade fermante"
    case "did not find expected node content": "il manque une valeur"
    case "did not find expected <document start>": "il y a du texte après la fin du document"
    case "found unexpected end of stream":
      "le fichier s'arrête au milieu d'une valeur : un guillemet n'est pas fermé ?"
    case "found unexpected document indicator": "--- ou ... au milieu d'une valeur"
    case "found character that cannot start any token":
      "une valeur ne peut pas commencer par ce caractère (une tabulation ?) : mettez-la entre guillemets"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "une tabulation en début de ligne : mettez des espaces"
    case "found unknown escape character":
      "une barre oblique inverse suivie d'un caractère qui n'a pas de sens"
    case "mapping values are not allowed in this context":
      "un deux-points de trop ; le retrait de la ligne est-il juste ?"
    case "mapping keys are not allowed in this context",
      "block sequence entries are not allowed in this context":
      "ce qui commence ici ne peut pas y être ; le retrait de la ligne est-il juste ?"
    case "control characters are not allowed": "les caractères de contrôle ne sont pas admis"
    case "Maximum nesting level reached, set with yaml_set_max_nest_level())":
      "trop de valeurs les unes dans les autres"
    default: nil
    }
  return Message(fr: words ?? Sentence(verbatim: problem), en: Sentence(verbatim: problem))
}
