public import ExactValues

/// What is wrong with a final list, a call order, answers, or the numbers of a round, and of whom.
public enum CallError: Error, Hashable, Sendable {
  /// A candidate without an identifier.
  case emptyIdentifier
  /// A candidate who stands on the list, in the order or among the answers already.
  case repeatedCandidate(String)
  /// A rank, or a number of the call order, below 1 or above 2³² − 1.
  case rankOutOfRange(Int, candidate: String)
  /// A rank, or a number of the call order, that a candidate before has.
  case repeatedRank(Int, candidate: String)
  /// An answer of somebody who is not in the call order.
  case unknownCandidate(String)
  /// An answer that contradicts what is known of the candidate.
  case contradiction(CallContradiction, candidate: String)
  /// A least share of boursiers is asked of a list that does not say who is one.
  case boursiersNotKnown
  /// A least share of the secteur is asked of a list that does not say who is of it.
  case secteursNotKnown
  /// A number of places below 0 or above 2³² − 1.
  case placesOutOfRange(Int)
  /// A call block that ends below 0.
  case blockRankOutOfRange(Int)
  /// A simulation of no season or no day, or of more than ``SeasonSimulation/mostCells`` seasons × days.
  case simulationOutOfRange(seasons: Int, days: Int)
  /// A least share that is not 0 to 100 percent.
  case quotaOutOfRange(Int)
  /// A daily chance above 100 percent.
  case chanceOutOfRange(FixedDecimal)
  /// An offer would be accepted and refused in more than all cases: both chances, in percent.
  case chancesAboveAll(accept: FixedDecimal, refuse: FixedDecimal)
  /// An offer would lapse before a day has gone by.
  case deadlineOutOfRange(Int)
}
