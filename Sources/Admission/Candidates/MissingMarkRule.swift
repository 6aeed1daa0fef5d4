/// What happens to a mark that is missing while its coefficient is not zero.
public enum MissingMarkRule: String, Sendable, CaseIterable, Codable {
  /// The candidate is refused, with ``AdmissionDefect/missingMark(evaluation:)``.
  case reject
  /// The mark counts 0.
  case zero
  /// The mark is dropped with its weight: the candidate's other marks make the mean.
  case renormalise
}
