/// What one student has for one ECUE in one session: a row of ``ECUEMarks``.
public struct ECUEMark: Hashable, Sendable, Codable {
  /// The student's identifier, not empty.
  public var student: String
  /// The name of a UE of the scheme.
  public var ue: String
  /// The name of an ECUE of the UE.
  public var ecue: String
  /// The mark, or the statut in its place.
  public var mark: SessionMark
  /// 1, or 2 for the rattrapage.
  public var session: Int

  /// - Parameters:
  ///   - student: an identifier, not empty.
  ///   - ue: the name of a UE of the scheme.
  ///   - ecue: the name of an ECUE of the UE.
  ///   - mark: a mark from 0 to 20, or a statut.
  ///   - session: 1 or 2.
  public init(_ student: String, ue: String, ecue: String, mark: SessionMark, session: Int = 1) {
    self.student = student
    self.ue = ue
    self.ecue = ecue
    self.mark = mark
    self.session = session
  }
}
