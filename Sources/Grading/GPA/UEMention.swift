/// The mention of one student in one UE: a row of ``UEMentions``.
public struct UEMention: Hashable, Sendable, Codable {
  /// The student's identifier, not empty.
  public var student: String
  /// The name of the UE.
  public var ue: String
  /// What the student got.
  public var mention: Mention

  /// - Parameters:
  ///   - student: an identifier, not empty.
  ///   - ue: the name of the UE.
  ///   - mention: what the student got.
  public init(_ student: String, ue: String, mention: Mention) {
    self.student = student
    self.ue = ue
    self.mention = mention
  }
}
