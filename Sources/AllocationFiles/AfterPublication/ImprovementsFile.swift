public import Allocations
public import DelimitedText
public import Parallelism

/// A file of students who ask for better than they have: `eleve[,creneau]`; without a créneau, in all of them.
public struct ImprovementsFile: Sendable {
  /// By number.
  package let seats: Set<Int>
  /// What students would better: seats by student, then by créneau.
  public let improvements: [Repair.Holding]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - input: What the published allocation was made from.
  /// - Throws: `InputDefects`: everything that is wrong with the file, or does not fit the input.
  public init(_ source: SourceText, of input: AllocationInput) throws(InputDefects) {
    try self.init(source, input.problem, students: input.students, catalogue: input.catalogue)
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - input: What the published allocation was made from.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, of input: AllocationInput, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, of: input)
    }
  }

  package init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, catalogue: Catalogue
  ) throws(InputDefects) {
    seats = try readSeats(source, problem, students: students, catalogue: catalogue) {
      .repeatedImprovement(firstLine: $0)
    }
    improvements = catalogue.holdings(seats, of: students)
  }

  /// Checks the cells, where the students and créneaux are not known.
  package static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: seatColumns)
  }
}
