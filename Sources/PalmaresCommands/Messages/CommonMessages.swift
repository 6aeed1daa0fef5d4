import Wording

extension Message {
  /// What stands for a path in a command's usage.
  static let file = Message(fr: "fichier", en: "file")
  static let standardInput = Message(fr: "l'entrée standard", en: "standard input")
  static let standardOutput = Message(fr: "la sortie standard", en: "standard output")
}
