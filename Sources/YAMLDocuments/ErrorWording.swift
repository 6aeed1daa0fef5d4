public import Wording

extension YAMLDefect {
  public var message: Message {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .yaml(let problem): Message(untranslated: problem)
    case .notAMapping: "not a mapping (name: value)"
    case .notASequence: "not a list"
    case .notAScalar: "not a single value"
    case .unknownKey(let known): "unknown key; known here: \(known.joined(separator: ", "))"
    case .missingKey: "the key is missing"
    case .untrimmedName: "an empty name, or spaces around it: no cell of a table can match"
    case .tooLarge: "over \(YAMLReader.largestFile) bytes"
    case .alias: "anchors and aliases (&, *) are not allowed"
    case .notABoolean: "neither yes nor no (oui/non, o/n, vrai/faux, true/false, 1/0)"
    case .numericWord: "a number is a mark, and cannot be a word for a missing one"
    case .emptyWord: "an empty cell is a missing mark already"
    case .notADecimal: "not a decimal number from 0 with at most 15 decimals"
    case .notOneOf(let words): "not one of: \(words.joined(separator: ", "))"
    }
  }
}
