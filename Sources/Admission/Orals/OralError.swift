/// What is wrong with the orals of a phase, and of whom.
public enum OralError: Error, Hashable, Sendable {
  /// An oral of somebody who is not on the admissibility list.
  case unknownCandidate(String)
  /// An oral of a candidate who is admitted outright: the note générale is at or above the barre d'admission.
  case notConvoked(String)
  /// A second oral of the same candidate.
  case repeatedCandidate(String)
  /// A convoked candidate without a verdict, where the final list is asked for.
  case noVerdict(String)
}
