public import Admission
public import Parallelism

/// What counts for the order of calls in a final list, best-ranked first.
public struct FinalRanking: Sendable {
  public let boursiers: [Bool]
  /// Whether each candidate is of the secteur.
  public let secteurs: [Bool]

  /// - Precondition: as many of one as of the other.
  public init(boursiers: [Bool], secteurs: [Bool]) {
    precondition(boursiers.count == secteurs.count, "columns of different lengths")
    self.boursiers = boursiers
    self.secteurs = secteurs
  }

  /// An admissibility list taken as the final one; where the files do not say, nobody is of the secteur.
  ///
  /// - Complexity: O(*n*), *n* candidates, shared by the workers.
  public init(_ list: AdmissibilityList, _ candidates: Candidates, workers: Workers = Workers()) {
    boursiers = gathered(candidates.boursiers, list.rows, workers)
    secteurs =
      candidates.secteurs.map { gathered($0, list.rows, workers) }
      ?? [Bool](repeating: false, count: list.rows.count)
  }

  public var count: Int { boursiers.count }
}
