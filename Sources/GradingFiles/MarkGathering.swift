import DelimitedText
import ExactValues
import Grading
import Parallelism

/// Finds the ECUE and the session of each row.
struct MarkGathering {
  private let table: DelimitedTable
  private let scheme: UEScheme
  private let numbers: ECUENumbers
  private(set) var defects: [RowDefect]

  /// - Parameter defects: those found in the cells of the marks.
  init(_ table: DelimitedTable, _ scheme: UEScheme, defects: [RowDefect]) {
    self.table = table
    self.scheme = scheme
    self.defects = defects
    numbers = ECUENumbers(scheme)
  }

  /// The marks of the rows, checked; nil where a row cannot be placed.
  ///
  /// - Parameters:
  ///   - marks: by row.
  ///   - hasSessions: whether marks of the second session count.
  mutating func gathered(_ marks: [SessionMark], hasSessions: Bool) -> ECUEMarks? {
    let places = places()
    for row in ECUEMarks.rowsTooFine(marks, places, scheme) {
      report(row, GradingColumn.mark, GradingDefect.tooManyDigits)
    }
    let known = places.compactMap(\.self)
    guard known.count == places.count, table.defects.isEmpty else { return nil }
    let students = table.categories(GradingColumn.student)
    var found: [RowReason] = []
    let gathered = ECUEMarks(
      scheme, owners: students.numbers, students: students.names, places: known, marks: marks,
      hasSessions: hasSessions, defects: &found)
    for (row, reason) in found { report(row, reason) }
    return gathered
  }

  private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
    defects.append(RowDefect(row: row, column: column, reason: reason))
  }

  /// Reports what the domain finds wrong, by the lines of the file.
  private mutating func report(_ row: Int, _ reason: MarkDefect.Reason) {
    func line(_ row: Int) -> Int { table.line(ofRow: row) }
    switch reason {
    case .repeatedMark(_, let first):
      report(row, GradingColumn.ecue, GradingDefect.repeatedMark(firstLine: line(first)))
    case .missingECUE(let name): report(row, GradingColumn.ecue, GradingDefect.missingECUE(name))
    case .noFirstSession: report(row, GradingColumn.session, GradingDefect.noFirstSession)
    case .secondOfExempted(_, let first):
      report(row, GradingColumn.session, GradingDefect.secondOfExempted(firstLine: line(first)))
    case .secondOfFailed(let first):
      report(row, GradingColumn.session, GradingDefect.secondOfFailed(firstLine: line(first)))
    case .emptyStudent, .repeatedStudent, .missingMark, .markAboveTwenty, .notValidated, .unknownUE,
      .unknownECUE,
      .unknownSession, .tooManyDigits, .ueWithoutECTS, .mentionWithoutValue:
      preconditionFailure("gathering does not find: \(reason)")
    }
  }

  /// By row; nil where there is a defect.
  private mutating func places() -> [MarkPlace?] {
    let (ues, names) = (table.categories(GradingColumn.ue), table.categories(GradingColumn.ecue))
    let sessions = table.has(GradingColumn.session) ? table.keywords(GradingColumn.session) : nil
    // Names are compared byte for byte.
    let ueIndex = IdentifierIndex(IdentifierColumn(scheme.ues.map(\.name)))
    let ueNumbers = ueIndex.rows(of: ues.names, workers: .one)
    let ecueIndices = scheme.ues.map { IdentifierIndex(IdentifierColumn($0.ecues.map(\.name))) }
    var known: [UInt64: Int?] = [:]
    func number(_ cell: Int32, ue: Int) -> Int? {
      let key = UInt64(ue) << 32 | UInt64(cell)
      if let number = known[key] { return number }
      let name = names.names.bytes[names.names.range(Int(cell))]
      let number = numbers.number(inUE: ue) { $0.utf8.elementsEqual(name) }
      known[key] = .some(number)
      return number
    }
    var places = [MarkPlace?](repeating: nil, count: table.rowCount)
    for row in places.indices where ues.numbers[row] >= 0 && names.numbers[row] >= 0 {
      let ue = Int(ueNumbers[Int(ues.numbers[row])])
      guard ue >= 0 else {
        let cell = Int(ues.numbers[row])
        report(row, GradingColumn.ue, ueIndex.reason(GradingDefect.unknownUE, notFound: cell, of: ues.names))
        continue
      }
      let isSecond = sessions?[row] == SessionCells.second
      guard let ecue = number(names.numbers[row], ue: ue) else {
        let cell = Int(names.numbers[row])
        let isEmpty = names.names.range(cell).isEmpty
        let reason: GradingDefect = isEmpty ? .noECUE(isSecond: isSecond) : .unknownECUE(isSecond: isSecond)
        report(row, GradingColumn.ecue, ecueIndices[ue].reason(reason, notFound: cell, of: names.names))
        continue
      }
      places[row] = MarkPlace(ecue: ecue, isSecondSession: isSecond)
    }
    return places
  }
}

/// The column `session`.
enum SessionCells {
  /// What a cell may hold.
  static let words = Keywords([["1"], ["2"]])
  /// The index of the second session's word.
  static let second: UInt16 = 1
}
