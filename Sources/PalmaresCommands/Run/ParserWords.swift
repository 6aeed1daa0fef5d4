import Wording

/// The argument parser's own sentences, which it has in English only, in French.
///
/// A sentence that a later version words otherwise stays in English.
enum ParserWords {
  /// A help page or an error of the argument parser, in the language of the run.
  ///
  /// - Parameter text: with no line broken where it is too long.
  static func translated(_ text: String) -> String {
    guard CommandLanguage.current == .french else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      phrases.reduce(sentence(String(line))) { $0.replacing($1.english, with: $1.french.text) }
    }.joined(separator: "\n")
  }

  /// Parts of lines: what is said of values.
  private static var phrases: [(english: String, french: Sentence<French>)] {
    [
      ("(values: ", "(valeurs : "), ("(default: ", "(par défaut : "), ("; default: ", " ; par défaut : "),
      ("<subcommand>", "<sous-commande>"),
    ]
  }

  /// A whole line.
  private static func sentence(_ line: String) -> String {
    let french: Sentence<French>? =
      if let rest = line.behind("Error: ") {
        "Erreur : \(sentence(rest))"
      } else if let rest = line.behind("OVERVIEW: ") {
        "RÔLE : \(rest)"
      } else if let rest = line.behind("USAGE: ") {
        "USAGE : \(rest)"
      } else if let rest = line.behind("Usage: ") {
        "Usage : \(rest)"
      } else if let rest = line.behind("Help:  ") {
        "Aide : \(rest)"
      } else if line == "SUBCOMMANDS:" {
        "SOUS-COMMANDES :"
      } else if line.wholeMatch(of: /\p{Lu}+:/) != nil {
        "\(String(line.dropLast())) :"
      } else if line.hasSuffix("Show help information.") {
        "\(line.replacing("Show help information.", with: "Afficher cette aide."))"
      } else if line.hasSuffix("Show the version.") {
        "\(line.replacing("Show the version.", with: "Afficher la version."))"
      } else if let match = line.wholeMatch(of: /\  See '(.+)' for detailed help\./) {
        "  Voir « \(String(match.1)) » pour plus de détails."
      } else if let match = line.wholeMatch(of: /\  See '(.+)' for more information\./) {
        "  Voir « \(String(match.1)) » pour en savoir plus."
      } else {
        refusal(line)
      }
    return french?.text ?? line
  }

  /// Why a command line is refused.
  private static func refusal(_ line: String) -> Sentence<French>? {
    if let match = line.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+)'\?/) {
      "Option inconnue : \(String(match.1)). Vouliez-vous dire « \(String(match.2)) » ?"
    } else if let match = line.wholeMatch(of: /Unknown option '(.+)'/) {
      "Option inconnue : \(String(match.1))."
    } else if let match = line.wholeMatch(of: /\   or: (.+) in '(.+)'/) {
      "   ou : \(refusal(String(match.1))?.text ?? String(match.1)) (dans « \(String(match.2)) »)"
    } else if let match = line.wholeMatch(of: /Missing value for '(.+)'/) {
      "Il manque une valeur à « \(String(match.1)) »."
    } else if let match = line.wholeMatch(of: /Missing expected argument '(.+)'/) {
      "Il manque « \(String(match.1)) »."
    } else if let match = line.wholeMatch(of: /Missing one of: (.+)/) {
      "Il manque l'une de ces options : \(unquoted(match.1))."
    } else if let match = line.wholeMatch(
      of: /The option '(.+)' does not take any value, but '(.+)' was specified\./)
    {
      "L'option « \(String(match.1)) » ne prend pas de valeur : « \(String(match.2)) » est en trop."
    } else if let match = line.wholeMatch(of: /Unexpected argument '(.+)'/) {
      "« \(String(match.1)) » est en trop."
    } else if let match = line.wholeMatch(of: /\d+ unexpected arguments: (.+)/) {
      "Ces mots sont en trop : \(unquoted(match.1))."
    } else if let match = line.wholeMatch(of: /The value '(.*?)' is invalid for '(.+?)'(.*)/) {
      "La valeur « \(String(match.1)) » ne convient pas à « \(String(match.2)) »" + choices(String(match.3))
    } else if let match = line.wholeMatch(of: /Invalid option: (.+)/) {
      "Option mal écrite : \(String(match.1))."
    } else if line == "Missing required subcommand." {
      "Il manque une sous-commande."
    } else if let match = line.wholeMatch(of: /Can't generate completion scripts for '(.*)'\./) {
      "Pas de complétion pour « \(String(match.1)) »."
    } else if line == "Can't autodetect a supported shell." {
      "L'interpréteur de commandes n'est pas reconnu."
    } else if line.hasPrefix("Please use --generate-completion-script=<shell>") {
      "Donnez --generate-completion-script= avec l'un de :"
    } else {
      nil
    }
  }

  /// The values that would do, and what they may have been meant for.
  private static func choices(_ text: String) -> Sentence<French> {
    if text == ". Please provide one of the following:" { return ". Donnez l'une de ces valeurs :" }
    guard let match = text.wholeMatch(of: /\. Please provide one of (.+?)\.( .+)?/) else {
      return Sentence(verbatim: text.isEmpty ? "." : text)
    }
    let values = unquoted(match.1).replacing(" and ", with: " ou ").replacing(" or ", with: " ou ")
    let hint = match.2.map(String.init) ?? ""
    return ". Valeurs possibles : \(values).\(hint)"
  }

  /// `'a', 'b'` as `a, b`.
  private static func unquoted(_ words: Substring) -> String { String(words.filter { $0 != "'" }) }
}

extension String {
  /// What stands behind a beginning; nil where the text begins otherwise.
  fileprivate func behind(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
