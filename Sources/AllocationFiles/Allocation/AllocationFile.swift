public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// An allocation read back from its table, as ``AllocationTable`` and ``MobilityTable`` write it.
///
/// ```swift
/// let file = try AllocationFile(contentsOf: "allocation.csv", of: input)
/// let certificate = try CertificateDocument(contentsOf: "certificate.json")
/// let verified = try certificate.verify(file, of: input)
/// ```
public struct AllocationFile: Sendable {
  /// What every student has.
  package let allocation: Allocation
  /// The problem, with the options that the table has and nobody wished for.
  package let problem: AllocationProblem
  /// Places from exchanges, and those given beyond the wishes.
  package let marks: PlaceMarks
  private let table: DelimitedTable
  private let rowOfSeat: [Int32]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - input: What the allocation was made from.
  ///   - workers: The threads that look up the names.
  /// - Throws: `InputDefects`: everything that is wrong with the file, or is not an answer to the wishes.
  ///   Whether places and minimums are kept is not asked here: ``CertificateDocument/verify(_:of:policy:costs:)`` does.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(
    _ source: SourceText, of input: AllocationInput, workers: Workers = Workers()
  ) throws(InputDefects) {
    try self.init(
      source, input.problem, students: input.students, catalogue: input.catalogue,
      subject: input.mobility == nil ? .module : .destination, workers: workers,
      hasReasons: input.mobility != nil, admitsUnwished: { input.shortfall($0, offer: $1) == nil },
      mustBeMarked: true)
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - input: What the allocation was made from.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, of input: AllocationInput, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, of: input, workers: workers)
    }
  }

  /// - Parameters:
  ///   - hasReasons: whether the table must have the column `motif`, for ``check(_:)``.
  ///   - admitsUnwished: whether a student may have an offer that was no wish, which the table then gives without a
  ///     rank; nil where none may.
  ///   - mustBeMarked: whether `motif` must say how the student came by such an offer.
  /// - Throws: `InputDefects`: everything that is wrong with the file, or is not an answer to the wishes.
  ///   Whether places and minimums are kept is not asked here.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  package init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, catalogue: Catalogue,
    subject: WishesFile.Subject = .module, workers: Workers = Workers(), hasReasons: Bool = false,
    admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)? = nil, mustBeMarked: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: Self.columns(subject).map {
        $0.name == Column.reason && hasReasons ? ColumnSpecification($0.name, .text) : $0
      })
    var reader = AllocationFileReader(
      table, problem, students, catalogue, subject, workers, admitsUnwished, mustBeMarked: mustBeMarked)
    for row in 0..<table.rowCount { reader.read(row) }
    var defects = table.defects(adding: reader.defects, identifiers: Column.student)
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
    [ColumnSpecification(Column.student, .reference)]
      + (subject == .module ? [ColumnSpecification(Column.creneau, .text)] : [])
      + [ColumnSpecification(subject.rawValue, .text), ColumnSpecification(Column.obtainedRank, .text)]
      + PlaceMarkColumns.optional
  }

  /// Checks the cells, where the files of the allocation are not known.
  package static func checkCells(
    _ source: SourceText, subject: WishesFile.Subject
  ) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(subject))
  }

  /// Checks the column `motif` of an allocation of mobility places.
  ///
  /// - Parameter reasons: by student.
  /// - Throws: `InputDefects`: each cell that says otherwise.
  package func check(_ reasons: [UnplacedReason?]) throws(InputDefects) {
    let cells = table.text(Column.reason)
    var defects: [RowDefect] = []
    for (student, reason) in reasons.enumerated() {
      let row = Int(rowOfSeat[student])
      let cell = cells[row]
      // Marks of places have been read.
      let expected = reason?.csvWord ?? marks.mark(ofSeat: student)?.csvWord ?? ""
      guard cell != expected, foldedName(cell) != foldedName(expected) else { continue }
      let defect: any DefectReason =
        if let reason {
          cell.isEmpty ? CellDefect.empty : AllocationFileDefect.otherReason(reason.csvWord)
        } else {
          AllocationFileDefect.reasonOfPlaced
        }
      defects.append(RowDefect(row: row, column: Column.reason, reason: defect))
    }
    try table.defects(adding: defects.sorted { $0.row < $1.row }, identifiers: Column.student).throwIfAny()
  }
}
