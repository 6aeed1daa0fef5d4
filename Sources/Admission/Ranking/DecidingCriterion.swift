/// What puts a row of the list below the one above it.
public enum DecidingCriterion: UInt8, Sendable, CaseIterable {
  /// The first row has none above it.
  case first
  case generalNote, scientificNote, age, boursier, genre, draw

  /// As the `departage` column has it.
  public var word: StaticString {
    switch self {
    case .first: ""
    case .generalNote: "note_generale"
    case .scientificNote: "note_scientifique"
    case .age: "age"
    case .boursier: "boursier"
    case .genre: "genre"
    case .draw: "tirage"
    }
  }
}
