import Allocations
import DelimitedText
import ExactValues
import Parallelism

/// Reads the rows of an allocation's table.
struct AllocationFileReader {
  let table: DelimitedTable
  let problem: AllocationProblem
  let students: Students
  let subject: WishesFile.Subject
  let slots: [String]
  private let names:
    (slots: IdentifierColumn, modules: IdentifierColumn, ranks: IdentifierColumn, marks: IdentifierColumn)
  private let owners: IdentifierColumn
  private let indices: (students: IdentifierIndex, slots: IdentifierIndex, modules: IdentifierIndex)
  private let numbers: (students: [Int32], slots: [Int32], modules: [Int32], origins: [Int32]?)
  private let admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)?
  private let mustBeMarked: Bool
  var choices: [Int]
  var rowOfSeat: [Int32]
  private(set) var defects: [RowDefect] = []
  /// By seat, the offer it has without having wished for it.
  private(set) var unwishedPlaces: [Int: Int] = [:]
  /// By seat, all offers that it has or had without having wished for them.
  private(set) var unwished: [Int: Set<Int>] = [:]
  /// By seat, the offer it had before any exchange.
  private(set) var origins: [Int: Int] = [:]
  /// Seats whose own place was given beyond the wishes.
  private(set) var complements: Set<Int> = []

  init(
    _ table: DelimitedTable, _ problem: AllocationProblem, _ students: Students, _ catalogue: Catalogue,
    _ subject: WishesFile.Subject, _ workers: Workers,
    _ admitsUnwished: ((_ student: Int, _ offer: Int) -> Bool)?, mustBeMarked: Bool
  ) {
    self.subject = subject
    self.table = table
    self.problem = problem
    self.students = students
    self.admitsUnwished = admitsUnwished
    self.mustBeMarked = mustBeMarked
    slots = catalogue.rowSlots
    let nameless = IdentifierColumn([String](repeating: "", count: table.rowCount))
    func column(_ name: String) -> IdentifierColumn { table.has(name) ? table.text(name) : nameless }
    names = (
      subject == .module ? table.text(Column.creneau) : nameless, table.text(subject.rawValue),
      table.text(Column.obtainedRank), column(Column.reason)
    )
    let modules = IdentifierIndex(IdentifierColumn(catalogue.modules))
    owners = table.text(Column.student)
    indices = (IdentifierIndex(students.identifiers), IdentifierIndex(IdentifierColumn(slots)), modules)
    numbers = (
      indices.students.rows(of: owners, workers: workers),
      indices.slots.rows(of: names.slots, workers: workers),
      modules.rows(of: names.modules, workers: workers),
      table.has(Column.origin)
        ? modules.rows(of: table.text(Column.origin), workers: workers) : nil
    )
    choices = [Int](repeating: Allocation.unplaced, count: students.count * slots.count)
    rowOfSeat = [Int32](repeating: -1, count: students.count * slots.count)
  }

  private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
    defects.append(RowDefect(row: row, column: column, reason: reason))
  }

  mutating func read(_ row: Int) {
    let (student, slot) = (Int(numbers.students[row]), Int(numbers.slots[row]))
    if student < 0, !owners.range(row).isEmpty {
      let reason = AllocationFileDefect.unknownStudent
      report(row, Column.student, indices.students.reason(reason, notFound: row, of: owners))
    }
    if slot < 0 {
      let reason = AllocationFileDefect.unknownSlot
      report(row, Column.creneau, indices.slots.reason(reason, notFound: row, of: names.slots))
    }
    guard student >= 0, slot >= 0 else { return }
    let seat = student * slots.count + slot
    guard rowOfSeat[seat] < 0 else {
      let first = table.line(ofRow: Int(rowOfSeat[seat]))
      return report(
        row, Column.student,
        subject == .module
          ? AllocationFileDefect.repeatedSeat(firstLine: first) : .repeatedStudent(firstLine: first))
    }
    rowOfSeat[seat] = Int32(row)
    let rank = names.ranks.bytes[names.ranks.range(row)]
    let mark = mark(row)
    guard !names.modules.range(row).isEmpty else {
      if !rank.isEmpty {
        report(
          row, Column.obtainedRank,
          subject == .module ? AllocationFileDefect.rankWithoutModule : .rankWithoutDestination)
      }
      if mark != nil { report(row, Column.reason, AllocationFileDefect.markWithoutPlace) }
      return
    }
    guard numbers.modules[row] >= 0 else {
      let reason: AllocationFileDefect = subject == .module ? .unknownModule : .unknownDestination
      return report(
        row, subject.rawValue, indices.modules.reason(reason, notFound: row, of: names.modules))
    }
    let module = Int(numbers.modules[row])
    if let option = option(ofSeat: seat, module) {
      guard !rank.isEmpty else { return report(row, Column.obtainedRank, CellDefect.empty) }
      guard rank.elementsEqual(String(problem.rank(ofOption: option)).utf8) else {
        return report(row, Column.obtainedRank, AllocationFileDefect.rankContradictsWish)
      }
      if mark == .complement { report(row, Column.obtainedRank, AllocationFileDefect.rankOfComplement) }
      choices[seat] = option
    } else {
      guard rank.isEmpty, let offer = offer(module, slot), let admitsUnwished,
        mark != nil || !mustBeMarked
      else { return report(row, subject.rawValue, notWished(isRanked: !rank.isEmpty)) }
      guard admitsUnwished(student, offer) else {
        return report(row, subject.rawValue, mark == nil ? notWished(isRanked: true) : .notEligible)
      }
      unwishedPlaces[seat] = offer
      unwished[seat, default: []].insert(offer)
      if mark == .complement { complements.insert(seat) }
    }
    if mark == .exchange { readOrigin(row, seat, held: module) }
    // What is to be verified is held against the reasons there are.
    if mark == nil, !mustBeMarked, !names.marks.range(row).isEmpty {
      report(row, Column.reason, AllocationFileDefect.reasonOfPlaced)
    }
  }

  private func option(ofSeat seat: Int, _ module: Int) -> Int? {
    problem.options(ofSeat: seat).first { problem.offer(ofOption: $0).module == module }
  }

  private func offer(_ module: Int, _ slot: Int) -> Int? {
    problem.offers.firstIndex { $0.module == module && $0.slot == slot }
  }

  private func notWished(isRanked: Bool) -> AllocationFileDefect {
    guard isRanked || !mustBeMarked || admitsUnwished == nil else { return .markOfUnwished }
    return subject == .module ? .notWished : .destinationNotWished
  }

  /// The mark of a row's place. A reason why there is none is no mark.
  private mutating func mark(_ row: Int) -> PlaceMarks.Mark? {
    let cell = names.marks.range(row).isEmpty ? "" : foldedName(names.marks[row])
    let mark = PlaceMarks.Mark.allCases.first { $0.csvWord == cell }
    if mark != .exchange, let origins = numbers.origins, origins.indices.contains(row),
      !table.text(Column.origin).range(row).isEmpty
    {
      report(row, Column.origin, AllocationFileDefect.originWithoutExchange)
    }
    if cell.isEmpty || mark != nil { return mark }
    let reasons = subject == .module ? [] : UnplacedReason.allCases.map(\.csvWord)
    if !reasons.contains(where: { foldedName($0) == cell }) {
      report(
        row, Column.reason,
        AllocationFileDefect.unknownMark(PlaceMarks.Mark.allCases.map(\.csvWord) + reasons))
    }
    return nil
  }

  private mutating func readOrigin(_ row: Int, _ seat: Int, held: Int) {
    func refuse(_ reason: AllocationFileDefect) -> RowDefect {
      RowDefect(row: row, column: Column.origin, reason: reason)
    }
    guard let module = numbers.origins?[row],
      !table.text(Column.origin).range(row).isEmpty
    else {
      return report(row, Column.reason, AllocationFileDefect.missingOrigin)
    }
    guard module != held else { return defects.append(refuse(.originIsPlace)) }
    guard module >= 0, let origin = offer(Int(module), seat % slots.count) else {
      return defects.append(refuse(.unknownOrigin))
    }
    if option(ofSeat: seat, Int(module)) == nil {
      guard admitsUnwished?(seat / slots.count, origin) ?? false else {
        return defects.append(refuse(.notEligible))
      }
      unwished[seat, default: []].insert(origin)
      complements.insert(seat)
    }
    origins[seat] = origin
  }

  /// The seats without a row; each is told at the header, where a reader looks first.
  func missing() -> InputDefects {
    var missing = InputDefects(file: table.file)
    for seat in rowOfSeat.indices where rowOfSeat[seat] < 0 {
      missing.add(
        InputDefect(
          line: 1, column: Column.student, identifier: students.identifiers[seat / slots.count],
          reason: AllocationFileDefect.missingSeat(slot: slots[seat % slots.count])))
    }
    return missing
  }
}
