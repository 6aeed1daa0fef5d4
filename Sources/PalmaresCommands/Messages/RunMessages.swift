import Wording

// What runs of any command say.
extension Message {
  /// A file that has a header and nothing below it.
  ///
  /// - Parameters:
  ///   - subject: what the rows would be, in French with its `de`: `de candidat`, `d'élève`.
  ///   - consequence: what that makes of the result.
  static func headerAlone(_ path: String, _ subject: Message, _ consequence: Message) -> Message {
    Message(
      fr: "\(path): une ligne d'en-tête et pas \(subject) : \(consequence)",
      en: "\(path): a header and no \(subject): \(consequence)")
  }

  static let emptyResult = Message(fr: "le résultat est vide", en: "the result is empty")

  static let shortSeed = Message(
    fr: """
      la graine est courte, et peut être devinée d'après son engagement : admission draw new en fait une longue
      """,
    en: "the seed is short, and can be guessed from its commitment: admission draw new makes a long one")

  static func internalError(_ text: String) -> Message {
    Message(fr: "erreur interne : \(text)", en: "internal error: \(text)")
  }
}
