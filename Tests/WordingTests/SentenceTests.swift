import Testing
import Wording

struct SentenceTests {
  @Test func frenchTypography() {
    let message = Message(
      fr: "colonnes : \("a : b") ; \(1160, "place", "places"), « \(decimal: "12.5") » n° \(number: 3) ?",
      en: "columns: \("a : b"); \(1160, "place", "places"), \(decimal: "12.5")?")
    #expect(
      message.french == "colonnes\u{A0}: a : b\u{202F}; 1\u{202F}160 places, «\u{A0}12,5\u{A0}» n°\u{A0}3\u{202F}?")
    #expect(message.english == "columns: a : b; 1160 places, 12.5?")
    let decimals = Message(fr: "\(decimal: "12160.55") \(decimal: "-0.5")", en: "\(decimal: "12160.55")")
    #expect(decimals.french == "12\u{202F}160,55 -0,5" && decimals.english == "12160.55")
  }
}
