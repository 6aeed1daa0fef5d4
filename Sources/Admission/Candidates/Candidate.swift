public import ExactValues

/// The file of one candidate, for a program that has it in memory.
///
/// ```swift
/// let candidate = Candidate(
///   "K1", born: "2008-03-15", isBoursier: true, genre: .female, doublette: "SVT+MATHS",
///   marks: ["maths": "15.5", "lettre": 12])
/// ```
public struct Candidate: Hashable, Sendable, Codable {
  /// Who the candidate is: a pseudonym, never a name.
  public var identifier: String
  /// The later one goes first where notes are equal.
  public var birthDate: CalendarDate
  /// Whether the candidate holds a bourse.
  public var isBoursier: Bool
  /// The genre that the file states.
  public var genre: Genre
  /// The two final-year specialities: one of ``AdmissionScheme/doublettes``.
  public var doublette: String
  /// Whether the candidate is of the secteur (call order only); nil where that is not known
  /// of any candidate.
  public var isOfSecteur: Bool?
  /// The marks by the name of the evaluation; an evaluation left out is a missing mark.
  public var marks: [String: Mark]

  /// - Parameters:
  ///   - identifier: a pseudonym, never a name.
  ///   - birthDate: the day the candidate was born.
  ///   - isBoursier: whether the candidate holds a bourse.
  ///   - genre: the genre that the file states.
  ///   - doublette: the two final-year specialities, one of the scheme's.
  ///   - isOfSecteur: whether the candidate is of the secteur; nil where that is not known of any candidate.
  ///   - marks: by the name of the evaluation; one left out is missing.
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
