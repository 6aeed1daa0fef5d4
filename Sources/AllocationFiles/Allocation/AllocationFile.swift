public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// An allocation read back from its table.
public struct AllocationFile: Sendable {
  public let allocation: Allocation
  /// The problem, with the options that the table has and nobody wished for.
  public let problem: AllocationProblem
  /// Places from exchanges, and those given beyond the wishes.
  public let marks: PlaceMarks
  private let table: DelimitedTable
  private let rowOfSeat: [Int32]

  /// - Parameters:
  ///   - hasReasons: whether the table must have the column `motif`, for ``check(_:)``.
  ///   - admitsUnwished: whether a student may have an offer that was no wish, which the table then gives without a
  ///     rank; nil where none may.
  ///   - mustBeMarked: whether `motif` must say how the student came by such an offer.
  /// - Throws: ``InputDefects``: everything that is wrong with the file, or is not an answer to the wishes.
  ///   Whether places and minimums are kept is not asked here.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Catalogue,
    subject: WishesFile.Subject = .module, workers: Workers = Workers(), hasReasons: Bool = false,
    admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)? = nil, mustBeMarked: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: Self.columns(subject).map {
        $0.name == PlaceMarkColumns.mark && hasReasons ? ColumnSpecification($0.name, .text) : $0
      })
    var reader = AllocationFileReader(
      table, problem, students, electives, subject, workers, admitsUnwished, mustBeMarked: mustBeMarked)
    for row in 0..<table.rowCount { reader.read(row) }
    var defects = table.defects(adding: reader.defects, identifiers: "eleve")
    // Where rows are in doubt already, which are missing says nothing.
    if defects.isEmpty { defects.merge(reader.missing()) }
    try defects.throwIfAny()
    self.table = table
    rowOfSeat = reader.rowOfSeat
    marks = PlaceMarks(before: reader.origins, complements: reader.complements)
    let given = Allocation(choices: Array(reader.choices.prefix(problem.seatCount)))
    guard !reader.unwished.isEmpty else {
      allocation = given
      self.problem = problem
      return
    }
    let extended = problem.addingUnwished(reader.unwished)
    var choices = given.translated(from: problem, to: extended)!.choices
    for (seat, offer) in reader.unwishedPlaces { choices[seat] = extended.option(ofSeat: seat, for: offer)! }
    allocation = Allocation(choices: choices)
    self.problem = extended
  }

  private static func columns(_ subject: WishesFile.Subject) -> [ColumnSpecification] {
    [ColumnSpecification("eleve", .reference)]
      + (subject == .module ? [ColumnSpecification("creneau", .text)] : [])
      + [ColumnSpecification(subject.rawValue, .text), ColumnSpecification("rang_voeu", .text)]
      + PlaceMarkColumns.optional
  }

  /// Checks the cells, where the files of the allocation are not known.
  public static func checkCells(
    _ source: SourceText, subject: WishesFile.Subject
  ) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(subject))
  }

  /// Checks the column `motif` of an allocation of mobility places.
  ///
  /// - Parameter reasons: by student.
  /// - Throws: ``InputDefects``: each cell that says otherwise.
  public func check(_ reasons: [Mobility.Reason?]) throws(InputDefects) {
    let cells = table.text("motif")
    var defects: [RowDefect] = []
    for (student, reason) in reasons.enumerated() {
      let row = Int(rowOfSeat[student])
      let cell = cells[row]
      // Marks of places have been read.
      let expected = reason?.rawValue ?? marks.mark(ofSeat: student)?.word ?? ""
      guard cell != expected, foldedName(cell) != foldedName(expected) else { continue }
      let defect: any DefectReason =
        if let reason {
          cell.isEmpty ? CellDefect.empty : AllocationFileDefect.otherReason(reason.rawValue)
        } else {
          AllocationFileDefect.reasonOfPlaced
        }
      defects.append(RowDefect(row: row, column: "motif", reason: defect))
    }
    try table.defects(adding: defects.sorted { $0.row < $1.row }, identifiers: "eleve").throwIfAny()
  }
}
