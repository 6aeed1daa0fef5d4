import Admission
import AdmissionCalls
public import Wording

extension AdmissionSchemeDefect {
  var message: Message {
    switch self {
    case .reservedName: "the name of a column with a meaning of its own cannot be an evaluation"
    case .scheme(let error): error.message
    }
  }
}

extension ExactMarkDefect {
  var message: Message {
    switch self {
    case .contradictsRounded: "the mark beside it is not this one rounded to 6 decimals"
    }
  }
}

extension ListDefect {
  public var message: Message {
    switch self {
    case .tooManyColumns: "more than \(AdmissibilityFile.mostColumns) columns"
    case .reservedColumn:
      "a file with this column is a final list already: give the admissibility list"
    case .repeatedColumn: "duplicate column in the header"
    case .repeatedRank: "repeated rank"
    case .scoreContradictsExact: "the note is not the exact one rounded to 6 decimals"
    case .betterThanRankBefore: "the note is better than that of the rank before"
    case .notOnTheList: "no such candidate on the list"
    case .notConvoked:
      "a verdict for a candidate who is not convoked: the note is at or above the barre d'admission"
    case .noVerdict: "convoked to an oral, and without a verdict"
    }
  }
}

extension CallFileDefect {
  public var message: Message {
    switch self {
    case .repeatedRank(let line): "repeated rank, first on line \(line)"
    case .repeatedOrder(let line): "repeated number, first on line \(line)"
    case .quotaWithoutColumn: "no such column in the header, and a quota is asked of it"
    case .insertedAlready: "this candidate is on the list already"
    case .beyondTheEnd(let last): "beyond the end of the list, which is \(last) with those inserted"
    case .notInTheOrder: "no such candidate in the call order"
    case .contradiction(.cannotFollow(let before)): "contradicts the state before: \(before.csvWord)"
    case .contradiction(.neverCalled): CallContradiction.neverCalled.message
    }
  }

  public var kind: Message {
    switch self {
    case .repeatedRank: "repeated rank"
    case .repeatedOrder: "repeated number"
    default: message
    }
  }
}
