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
  }
}
