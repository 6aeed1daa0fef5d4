/// One of the marks that make a candidate's notes.
public struct Evaluation: Hashable, Sendable {
  /// The name of its column in a candidates file.
  public let name: String
  /// Whether it counts in the note scientifique (specialities in science, règlement 5.2.1).
  public let isScientific: Bool

  public init(_ name: String, isScientific: Bool) {
    self.name = name
    self.isScientific = isScientific
  }
}
