/// One of the marks that make a candidate's notes, such as the mark in mathematics of the final year.
public struct Evaluation: Hashable, Sendable, Codable {
  /// The name of its column in a candidates file.
  public let name: String
  /// Whether it counts in the note scientifique (specialities in science, règlement 5.2.1).
  public let isScientific: Bool

  /// - Parameters:
  ///   - name: the name of its column in a candidates file.
  ///   - isScientific: whether it counts in the note scientifique.
  public init(_ name: String, isScientific: Bool) {
    self.name = name
    self.isScientific = isScientific
  }
}
