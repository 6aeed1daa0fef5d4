public import Allocations
public import DelimitedText

/// A file of students who ask for better than they have: `eleve[,creneau]`; without a créneau, in all of them.
public struct ImprovementsFile: Sendable {
  public let seats: Set<Int>

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Catalogue
  ) throws(InputDefects) {
    seats = try readSeats(source, problem, students: students, electives: electives) {
      .repeatedImprovement(firstLine: $0)
    }
  }

  /// Checks the cells, where the students and créneaux are not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: seatColumns)
  }
}
