public import ExactValues

/// One candidate's file, for callers who have it in memory.
public struct Candidate: Sendable {
  public var identifier: String
  public var birthDate: CalendarDate
  public var isBoursier: Bool
  public var genre: Genre
  /// The two final-year specialities, one of the scheme's.
  public var doublette: String
  /// Whether the candidate is of the secteur (call order only); nil where that is not known.
  public var isOfSecteur: Bool?
  /// By evaluation; an evaluation left out is a missing mark.
  public var marks: [String: Mark]

  public init(
    _ identifier: String, born birthDate: CalendarDate, isBoursier: Bool = false, genre: Genre,
    doublette: String, isOfSecteur: Bool? = nil, marks: [String: Mark]
  ) {
    self.identifier = identifier
    self.birthDate = birthDate
    self.isBoursier = isBoursier
    self.genre = genre
    self.doublette = doublette
    self.isOfSecteur = isOfSecteur
    self.marks = marks
  }
}
