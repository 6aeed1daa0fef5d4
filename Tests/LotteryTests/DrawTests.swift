import Lottery
import Testing

struct DrawTests {
  @Test func `a ticket is the HMAC-SHA256 of RFC 4231`() {
    // Test case 2.
    let draw = Draw(seed: "Jefe")
    let words = draw.ticket(for: "what do ya want for nothing?").words
    #expect(words.0 == 0x5bdc_c146_bf60_754e)
    #expect(words.1 == 0x6a04_2426_0895_75c7)
    #expect(words.2 == 0x5a00_3f08_9d27_3983)
    #expect(words.3 == 0x9dec_58b9_64ec_3843)
    // Asking again, or for another in between, changes nothing.
    _ = draw.ticket(for: "other")
    #expect(draw.ticket(for: "what do ya want for nothing?").words == words)
  }

  @Test func `tickets compare as 256-bit numbers, most significant word first`() {
    let low = DrawTicket(words: (1, .max, .max, .max))
    let high = DrawTicket(words: (2, 0, 0, 0))
    #expect(low < high)
    #expect(DrawTicket(words: (1, 2, 3, 4)) < DrawTicket(words: (1, 2, 3, 5)))
  }

  @Test func `the commitment is the SHA-256 of the seed`() {
    let seed: DrawSeed = "abc"
    #expect(seed.commitment == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(seed.matches(commitment: seed.commitment.uppercased()))
    #expect(!seed.matches(commitment: String(seed.commitment.dropLast()) + "e"))
  }

  @Test func `new seeds differ, and no seed is empty`() {
    #expect(DrawSeed(String()) == nil)
    #expect(Set((0..<100).map { _ in DrawSeed.random().text }).count == 100)
    #expect(DrawSeed.random().text.count == 32)
  }
}
