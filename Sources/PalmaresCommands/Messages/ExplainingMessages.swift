import Wording

extension Message {
  /// A certificate whose prices an allocation does not have.
  static func proofOfOther(_ path: String) -> Message {
    Message(
      fr: "\(path): sa preuve n'est pas celle de cette affectation : voir allocate verify",
      en: "\(path): its proof is not that of this allocation: see allocate verify")
  }
}
