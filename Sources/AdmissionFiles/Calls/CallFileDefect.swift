public import AdmissionCalls
public import DelimitedText

/// What can be wrong with a final list, a call order, answers or a season's state, beyond their cells.
public enum CallFileDefect: DefectReason, Equatable {
  /// A row before, on the line given, has the same rank.
  case repeatedRank(firstLine: Int)
  /// A row before, on the line given, has the same number of the call order.
  case repeatedOrder(firstLine: Int)
  /// A quota is asked of what the list does not say.
  case quotaWithoutColumn
  /// The inserted candidate stands on the list.
  case insertedAlready
  /// The rank of an insertion is beyond the end of the list, which is the one given.
  case beyondTheEnd(last: Int)
  /// The call order does not have the candidate.
  case notInTheOrder
  /// The answer cannot be true.
  case contradiction(CallContradiction)
}
