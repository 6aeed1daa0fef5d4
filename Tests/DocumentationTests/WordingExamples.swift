import Palmares

/// The example in the doc comment of Message.
enum WordingExamples {
  static func message() {
    // example: Message
    let count = 1160
    let message = Message(
      fr: "\(count, "ligne vide ignorée", "lignes vides ignorées")",
      en: "\(count, "empty row skipped", "empty rows skipped")")
    print(message.text(in: .french))  // 1 160 lignes vides ignorées
    // end
  }
}
