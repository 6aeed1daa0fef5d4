/// The genres that a candidate's file may state.
///
/// Women go first where everything but genre is equal (règlement 5.2.1); the two other genres count alike.
public enum Genre: String, Sendable, CaseIterable, Codable {
  /// A woman: `F` in files.
  case female
  /// A man: `M` in files.
  case male
  /// Neither, or not stated: `X` in files.
  case other

  /// Whether the candidate goes first where everything else is equal.
  ///
  /// Not `== .female`: the ranking asks this of every candidate, and words must not be compared for it.
  @inline(__always)
  package var isFemale: Bool {
    switch self {
    case .female: true
    case .male, .other: false
    }
  }

  /// The genres of a column: all at once, since other modules would call a function for each.
  ///
  /// - Parameter meanings: positions in ``allCases``; anything else is ``other``.
  package static func column(_ meanings: [UInt16]) -> [Genre] {
    meanings.map { meaning in
      switch meaning {
      case 0: .female
      case 1: .male
      default: .other
      }
    }
  }
}
