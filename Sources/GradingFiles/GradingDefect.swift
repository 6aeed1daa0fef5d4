public import DelimitedText

/// What can be wrong with the files of grading, beyond their cells.
public enum GradingDefect: DefectReason, Equatable {
  case missingMark
  case rattrapageAndFirstSession(firstLine: Int)
  case repeatedStudent(firstLine: Int)
  case unknownUE
  case unknownECUE
  case repeatedMark(firstLine: Int)
  case missingECUE(String)
  case noFirstSession
  case mentionWithoutValue
  case ueWithoutECTS
  case tooManyDigits

  public var description: String {
    switch self {
    case .missingMark: "missing mark"
    case .rattrapageAndFirstSession(let line):
      "a rattrapage and a first session for one student in one UE (line \(line))"
    case .repeatedStudent(let line): "the student stands in this UE already, on line \(line)"
    case .unknownUE: "no such UE in the scheme"
    case .unknownECUE: "no such ECUE in this UE of the scheme"
    case .repeatedMark(let line): "the student has a mark in this ECUE already, on line \(line)"
    case .missingECUE(let name): "the student has marks in this UE, and none for its ECUE \(name)"
    case .noFirstSession: "a mark of the second session, and none of the first"
    case .mentionWithoutValue: "the scheme's values lack this mention"
    case .ueWithoutECTS: "the scheme gives this UE no ECTS"
    case .tooManyDigits: "with the scheme's decimals the exact result could take more than 38 digits"
    }
  }
}
