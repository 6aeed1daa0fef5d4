public import ExactValues

/// How many candidates of each group are admissible at two barres (règlement 5.2.1).
public struct AdmissibleGroups: Sendable, Hashable, Codable {
  /// The members of one group.
  public struct Group: Sendable, Hashable, Codable {
    /// How many of them are admissible.
    public fileprivate(set) var admissible = 0
    /// How many there are.
    public fileprivate(set) var all = 0

    fileprivate mutating func add(isAdmissible: Bool) {
      all += 1
      admissible += isAdmissible ? 1 : 0
    }
  }

  /// The boursiers.
  public private(set) var boursiers = Group()
  /// Everyone else.
  public private(set) var others = Group()
  /// For each genre its candidates, in the order of `Genre.allCases`.
  public private(set) var genres = Genre.allCases.map { _ in Group() }
  /// For each doublette its candidates, in the scheme's order.
  public private(set) var doublettes: [Group]

  /// - Parameters:
  ///   - scores: of all candidates of the session.
  ///   - generalBarre: the barre générale.
  ///   - scientificBarre: the barre scientifique.
  /// - Complexity: O(*n*), *n* candidates.
  public init(_ scores: Scores, generalBarre: Mark, scientificBarre: Mark) {
    let candidates = scores.candidates
    doublettes = candidates.scheme.doublettes.map { _ in Group() }
    let (general, scientific) = (
      scores.general.threshold(generalBarre), scores.scientific.threshold(scientificBarre)
    )
    for row in 0..<candidates.count {
      let isAdmissible =
        scores.general.numerators[row] >= general && scores.scientific.numerators[row] >= scientific
      if candidates.boursiers[row] {
        boursiers.add(isAdmissible: isAdmissible)
      } else {
        others.add(isAdmissible: isAdmissible)
      }
      let genre = Genre.allCases.firstIndex(of: candidates.genres[row]) ?? 0
      genres[genre].add(isAdmissible: isAdmissible)
      doublettes[Int(candidates.doublettes[row])].add(isAdmissible: isAdmissible)
    }
  }
}
