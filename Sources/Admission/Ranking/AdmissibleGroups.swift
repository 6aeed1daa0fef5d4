public import ExactValues

/// How many of each group are admissible at two barres (règlement 5.2.1).
public struct AdmissibleGroups: Sendable {
  /// The members of one group.
  public struct Group: Sendable, Equatable {
    public fileprivate(set) var admissible = 0
    public fileprivate(set) var all = 0

    fileprivate mutating func add(isAdmissible: Bool) {
      all += 1
      admissible += isAdmissible ? 1 : 0
    }
  }

  public private(set) var boursiers = Group()
  public private(set) var others = Group()
  /// As ``Genre/allCases`` has them.
  public private(set) var genres = Genre.allCases.map { _ in Group() }
  /// As the scheme has its doublettes.
  public private(set) var doublettes: [Group]

  /// - Parameter doublettes: how many the scheme has.
  /// - Complexity: O(*n*), *n* candidates.
  public init(
    _ candidates: Candidates, notes: Scores, generalBarre: Mark, scientificBarre: Mark, doublettes: Int
  ) {
    self.doublettes = (0..<doublettes).map { _ in Group() }
    let (general, scientific) = (
      notes.general.threshold(generalBarre), notes.scientific.threshold(scientificBarre)
    )
    for row in 0..<candidates.count {
      let isAdmissible =
        notes.general.numerators[row] >= general && notes.scientific.numerators[row] >= scientific
      if candidates.boursiers[row] {
        boursiers.add(isAdmissible: isAdmissible)
      } else {
        others.add(isAdmissible: isAdmissible)
      }
      genres[Int(candidates.genres[row].rawValue)].add(isAdmissible: isAdmissible)
      let doublette = Int(candidates.doublettes[row])
      if self.doublettes.indices.contains(doublette) {
        self.doublettes[doublette].add(isAdmissible: isAdmissible)
      }
    }
  }
}
