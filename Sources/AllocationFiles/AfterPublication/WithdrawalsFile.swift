public import Allocations
public import DelimitedText

/// A withdrawals file: `eleve[,creneau]`, a row for each student who gives up a place; without a créneau, all.
public struct WithdrawalsFile: Sendable {
  public let seats: Set<Int>

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Catalogue
  ) throws(InputDefects) {
    seats = try readSeats(source, problem, students: students, electives: electives) {
      .repeatedWithdrawal(firstLine: $0)
    }
  }

  /// Checks the cells, where the students and créneaux are not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: seatColumns)
  }
}
