import Testing
import Wording

struct SentenceTests {
  /// French typography, spelt out anew: by characters.
  private func typeset(_ literal: String) -> String {
    var text = literal
    for mark in [":", "»"] { text = text.replacing(" \(mark)", with: "\u{A0}\(mark)") }
    for mark in [";", "?", "!", "%"] { text = text.replacing(" \(mark)", with: "\u{202F}\(mark)") }
    return text.replacing("« ", with: "«\u{A0}").replacing("° ", with: "°\u{A0}")
  }

  @Test func `spaces are set as in a slower way, wherever marks stand`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [" ", " ", "a", ":", ";", "?", "!", "%", "«", "»", "°", "é", "\u{A0}", "à"]
    for _ in 0..<2000 {
      let literal = (0..<12).map { _ in pieces.randomElement(using: &random)! }.joined()
      #expect(French.typeset(literal) == typeset(literal), "\(literal)")
    }
  }

  @Test func frenchTypography() {
    let message = Message(
      fr: "colonnes : \("a : b") ; \(1160, "place", "places"), « \(decimal: "12.5") » n° \(number: 3) ?",
      en: "columns: \("a : b"); \(1160, "place", "places"), \(decimal: "12.5")?")
    let french = "colonnes_: a : b~; 1~160 places, «_12,5_» n°_3~?"
    #expect(message.french == french.replacing("_", with: "\u{A0}").replacing("~", with: "\u{202F}"))
    #expect(message.english == "columns: a : b; 1160 places, 12.5?")
    let decimals = Message(fr: "\(decimal: "12160.55") \(decimal: "-0.5")", en: "\(decimal: "12160.55")")
    #expect(decimals.french == "12\u{202F}160,55 -0,5" && decimals.english == "12160.55")
  }
}
