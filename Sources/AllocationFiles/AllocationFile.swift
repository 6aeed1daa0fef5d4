public import Allocation
public import DelimitedText
import ExactValues
public import Workers

/// An allocation read back from its table.
public struct AllocationFile: Sendable {
  public let allocation: Allocation
  /// The problem, with the options that the table has and nobody wished for.
  public let problem: AllocationProblem
  private let table: DelimitedTable
  private let rowOfSeat: [Int32]

  /// - Parameter hasReasons: whether the table must have the column `motif`, for ``check(_:)``.
  /// - Parameter admitsUnwished: whether a student may have an offer that was no wish, which the table then gives
  ///   without a rank; nil where none may.
  /// - Throws: ``InputDefects``: everything that is wrong with the file, or is not an answer to the wishes.
  ///   Whether places and minimums are kept is not asked here.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Electives,
    subject: WishesFile.Subject = .module, workers: Workers = Workers(), hasReasons: Bool = false,
    admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)? = nil
  ) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: Self.columns(subject) + (hasReasons ? [ColumnSpecification("motif", .text)] : []),
      unused: ["motif"])
    var reader = Reader(table, problem, students, electives, subject, workers)
    for row in 0..<table.rowCount { reader.read(row, admitsUnwished) }
    var defects = table.defects(adding: reader.defects, identifiers: "eleve")
    // Where rows are in doubt already, which are missing says nothing.
    if defects.isEmpty { defects.merge(reader.missing()) }
    try defects.throwIfAny()
    self.table = table
    rowOfSeat = reader.rowOfSeat
    guard !reader.unwished.isEmpty else {
      allocation = Allocation(choices: Array(reader.choices.prefix(problem.seatCount)))
      self.problem = problem
      return
    }
    let extended = problem.addingUnwished(reader.unwished.mapValues { [$0] })
    let given = Allocation(choices: Array(reader.choices.prefix(problem.seatCount)))
    var choices = given.translated(from: problem, to: extended)!.choices
    for (seat, offer) in reader.unwished { choices[seat] = extended.option(ofSeat: seat, for: offer)! }
    allocation = Allocation(choices: choices)
    self.problem = extended
  }

  private static func columns(_ subject: WishesFile.Subject) -> [ColumnSpecification] {
    [ColumnSpecification("eleve", .reference)]
      + (subject == .module ? [ColumnSpecification("creneau", .text)] : [])
      + [ColumnSpecification(subject.rawValue, .text), ColumnSpecification("rang_voeu", .text)]
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
      let cell = cells.bytes[cells.range(row)]
      guard !cell.elementsEqual((reason?.rawValue ?? "").utf8) else { continue }
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

  private struct Reader {
    let table: DelimitedTable
    let problem: AllocationProblem
    let students: Students
    let subject: WishesFile.Subject
    let slots: [String]
    let names: (slots: IdentifierColumn, modules: IdentifierColumn, ranks: IdentifierColumn)
    let numbers: (students: [Int32], slots: [Int32], modules: [Int32])
    var choices: [Int]
    var rowOfSeat: [Int32]
    var defects: [RowDefect] = []
    /// By seat, the offer it has without having wished for it.
    var unwished: [Int: Int] = [:]

    init(
      _ table: DelimitedTable, _ problem: AllocationProblem, _ students: Students, _ electives: Electives,
      _ subject: WishesFile.Subject, _ workers: Workers
    ) {
      self.subject = subject
      self.table = table
      self.problem = problem
      self.students = students
      slots = electives.rowSlots
      let nameless = IdentifierColumn([String](repeating: "", count: table.rowCount))
      names = (
        subject == .module ? table.text("creneau") : nameless, table.text(subject.rawValue),
        table.text("rang_voeu")
      )
      numbers = (
        IdentifierIndex(students.identifiers).rows(of: table.text("eleve"), workers: workers),
        IdentifierIndex(IdentifierColumn(slots)).rows(of: names.slots, workers: workers),
        IdentifierIndex(IdentifierColumn(electives.modules)).rows(of: names.modules, workers: workers)
      )
      choices = [Int](repeating: Allocation.unplaced, count: students.count * slots.count)
      rowOfSeat = [Int32](repeating: -1, count: students.count * slots.count)
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    mutating func read(_ row: Int, _ admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)?) {
      let (student, slot) = (Int(numbers.students[row]), Int(numbers.slots[row]))
      if student < 0, !table.text("eleve").range(row).isEmpty {
        report(row, "eleve", AllocationFileDefect.unknownStudent)
      }
      if slot < 0 { report(row, "creneau", AllocationFileDefect.unknownSlot) }
      guard student >= 0, slot >= 0 else { return }
      let seat = student * slots.count + slot
      guard rowOfSeat[seat] < 0 else {
        let first = table.line(ofRow: Int(rowOfSeat[seat]))
        return report(
          row, "eleve",
          subject == .module
            ? AllocationFileDefect.repeatedSeat(firstLine: first) : .repeatedStudent(firstLine: first))
      }
      rowOfSeat[seat] = Int32(row)
      let rank = names.ranks.bytes[names.ranks.range(row)]
      guard !names.modules.range(row).isEmpty else {
        if !rank.isEmpty {
          report(
            row, "rang_voeu",
            subject == .module ? AllocationFileDefect.rankWithoutModule : .rankWithoutDestination)
        }
        return
      }
      guard numbers.modules[row] >= 0 else {
        return report(
          row, subject.rawValue,
          subject == .module ? AllocationFileDefect.unknownModule : .unknownDestination)
      }
      let module = Int(numbers.modules[row])
      guard
        let option = problem.options(ofSeat: seat).first(where: {
          problem.offer(ofOption: $0).module == module
        })
      else {
        if rank.isEmpty,
          let offer = problem.offers.firstIndex(where: { $0.module == module && $0.slot == slot }),
          admitsUnwished?(student, offer) ?? false
        {
          unwished[seat] = offer
          return
        }
        return report(
          row, subject.rawValue,
          subject == .module ? AllocationFileDefect.notWished : .destinationNotWished)
      }
      guard !rank.isEmpty else { return report(row, "rang_voeu", CellDefect.empty) }
      guard rank.elementsEqual(String(problem.rank(ofOption: option)).utf8) else {
        return report(row, "rang_voeu", AllocationFileDefect.rankContradictsWish)
      }
      choices[seat] = option
    }

    /// The seats without a row; each is told at the header, where a reader looks first.
    func missing() -> InputDefects {
      var missing = InputDefects(file: table.file)
      for seat in rowOfSeat.indices where rowOfSeat[seat] < 0 {
        missing.add(
          InputDefect(
            line: 1, column: "eleve", identifier: students.identifiers[seat / slots.count],
            reason: AllocationFileDefect.missingSeat(slot: slots[seat % slots.count])))
      }
      return missing
    }
  }
}
