import Wording

extension Message {
  /// What stands for a path in a command's usage.
  static let file = Message(fr: "fichier", en: "file")
  static let standardInput = Message(fr: "l'entrée standard", en: "standard input")
  static let standardOutput = Message(fr: "la sortie standard", en: "standard output")

  /// What stand for values in a command's usage.
  static let mark = Message(fr: "note", en: "mark")
  static let percent = Message(fr: "pourcentage", en: "percent")
  static let days = Message(fr: "jours", en: "days")

  /// The subject of ``CommandRun/sayEmpty(_:_:_:)``.
  static let ofCandidate = Message(fr: "de candidat", en: "candidate")

  /// Why the number of a flag is refused.
  static func atLeast(_ flag: String, _ least: Int) -> Message {
    Message(fr: "\(flag) doit être \(least) ou plus.", en: "\(flag) must be \(least) or more.")
  }

  /// A decimal number in a text laid out in columns.
  static func decimal(_ number: some CustomStringConvertible) -> Message {
    Message(fr: "\(decimal: number)", en: "\(decimal: number)")
  }

  /// A count in a text laid out in columns.
  static func count(_ count: Int) -> Message { Message(fr: "\(count)", en: "\(count)") }
}
