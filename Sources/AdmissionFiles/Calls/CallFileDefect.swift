public import AdmissionCalls
public import DelimitedText

/// What can be wrong with a final list, a call order, answers or a season's state, beyond their cells.
public enum CallFileDefect: DefectReason, Equatable {
  case repeatedRank(firstLine: Int)
  case repeatedOrder(firstLine: Int)
  case quotaWithoutColumn
  case insertedAlready
  case beyondTheEnd(last: Int)
  case notInTheOrder
  case contradiction(CallContradiction)
}
