import Grading
public import Wording

extension GradingDefect {
  /// What is wrong, and how to mend it where one can say.
  public var message: Message {
    switch self {
    case .missingMark: "missing mark"
    case .markBesideStatut("ABI"):
      "a mark beside ABI, which counts 0: leave one of them out"
    case .markBesideStatut("V"):
      "a mark beside V (or ABJ), which says that the mark is still to come: leave one of them out; "
        + "a mark made from the evaluations that were sat (1.3.3) has no statut"
    case .markBesideStatut("W"):
      "a mark beside W (or DIS), which exempts the student from the ECUE: leave one of them out"
    case .markBesideStatut(let statut):
      "a mark beside \(statut), which annuls the marks of the UE: leave one of them out"
    case .twoStatuts(let one, let other):
      "\(one) here and \(other) in the column statut: leave one of them out"
    case .rattrapageAndFirstSession(let line):
      "a rattrapage and a first session for one student in one UE (line \(line))"
    case .repeatedStudent(let line): "the student already has a row in this UE, on line \(line)"
    case .unknownUE: "no such UE in the scheme"
    case .unknownECUE(let isSecond):
      "no such ECUE in this UE of the scheme" + (isSecond ? Self.complementary : Message(verbatim: ""))
    case .noECUE(let isSecond): "no ECUE is named" + (isSecond ? Self.complementary : Message(verbatim: ""))
    case .columnForECUE(let count):
      "a column for an ECUE (\(count) of them in the header): "
        + "the table needs a row for each mark: eleve,ue,ecue,note"
    case .secondHeader: "is this a second header line? Delete it: the rows start under the first one"
    case .repeatedMark(let line): "the student already has a mark in this ECUE, on line \(line)"
    case .missingECUE(let name): "the student has marks in this UE, and none for its ECUE \(name)"
    case .noFirstSession:
      "a mark of the second session, and none of the first: add the row of the first, "
        + "with V if the student was excused"
    case .secondOfExempted(let line):
      "a second session of an ECUE that the student is exempted from (W, line \(line)): "
        + "leave one of the rows out"
    case .secondOfFailed(let line):
      "a second session in a UE that is failed without one (F, line \(line)): leave one of the rows out"
    case .notValidated:
      "a mark under the one that validates, without a statut: give it one (Fx, F or rattrapage)"
    case .resultsGiven: "this column says what is validated"
    case .mentionWithoutValue: "the scheme's values lack this mention"
    case .ueWithoutECTS: "the scheme gives this UE no ECTS"
    case .tooManyDigits: "with the scheme's decimals the exact result could take more than 38 digits"
    }
  }

  /// How to give the mark of an evaluation that is of no ECUE.
  private static let complementary: Message =
    "; where an evaluation is of the whole UE (5.5.2), give the UE's final mark to grades mentions, "
    + "with the statut rattrapage"

  /// The description without lines.
  public var kind: Message {
    switch self {
    case .rattrapageAndFirstSession: "a rattrapage and a first session for one student in one UE"
    case .repeatedStudent: "the student already has a row in this UE"
    case .repeatedMark: "the student already has a mark in this ECUE"
    case .secondOfExempted: "a second session of an ECUE that the student is exempted from"
    case .secondOfFailed: "a second session in a UE that is failed without one"
    default: message
    }
  }
}

extension GradingSchemeDefect {
  var message: Message {
    switch self {
    case .notAMark: "not a mark from 0 to 20"
    case .valueTooLarge: "more than \(GPAScheme.largestValue)"
    case .mentionWithoutWeight: "V and W leave the mean: they have no value"
    case .otherECTS: "other ECTS than ues says"
    }
  }
}
