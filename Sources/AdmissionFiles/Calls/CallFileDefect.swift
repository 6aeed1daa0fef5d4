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

  public var description: String {
    switch self {
    case .repeatedRank(let line): "repeated rank, first on line \(line)"
    case .repeatedOrder(let line): "repeated number, first on line \(line)"
    case .quotaWithoutColumn: "no such column in the header, and a quota is asked of it"
    case .insertedAlready: "this candidate is on the list already"
    case .beyondTheEnd(let last): "beyond the end of the list, which is \(last) with those inserted"
    case .notInTheOrder: "no such candidate in the call order"
    case .contradiction(let reason): reason.description
    }
  }

  public var kind: String {
    switch self {
    case .repeatedRank: "repeated rank"
    case .repeatedOrder: "repeated number"
    default: description
    }
  }
}
