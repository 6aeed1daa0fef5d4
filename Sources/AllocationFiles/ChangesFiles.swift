public import Allocation
public import DelimitedText
import ExactValues
import Workers

/// A withdrawals file: `eleve[,creneau]`, a row for each student who gives up a place; without a créneau, all.
public struct WithdrawalsFile: Sendable {
  public let seats: Set<Int>

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Electives
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

/// A file of students who ask for better than they have: `eleve[,creneau]`; without a créneau, in all of them.
public struct ImprovementsFile: Sendable {
  public let seats: Set<Int>

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Electives
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

private let seatColumns = [
  ColumnSpecification("eleve", .reference), ColumnSpecification("creneau", .text, isRequired: false),
]

/// Reads `eleve[,creneau]`: seats, each named once; without a créneau, all seats of the student.
private func readSeats(
  _ source: SourceText, _ problem: AllocationProblem, students: Students, electives: Electives,
  repeated: (_ firstLine: Int) -> AllocationFileDefect
) throws(InputDefects) -> Set<Int> {
  let table = try DelimitedTable(source, columns: seatColumns)
  let owners = IdentifierIndex(students.identifiers).rows(of: table.text("eleve"), workers: .one)
  let slots = table.has("creneau") ? table.text("creneau") : nil
  var lines: [Int: Int] = [:]
  var defects: [RowDefect] = []
  for row in 0..<table.rowCount {
    guard owners[row] >= 0 else {
      if !table.text("eleve").range(row).isEmpty {
        defects.append(
          RowDefect(row: row, column: "eleve", reason: AllocationFileDefect.unknownStudent))
      }
      continue
    }
    var given = Array(0..<problem.slotCount)
    if let name = slots?[row], !name.isEmpty {
      guard let slot = electives.slots.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        defects.append(
          RowDefect(row: row, column: "creneau", reason: AllocationFileDefect.unknownSlot))
        continue
      }
      given = [slot]
    }
    for seat in given.map({ problem.seat(student: Int(owners[row]), slot: $0) }) {
      guard let line = lines.updateValue(table.line(ofRow: row), forKey: seat) else { continue }
      defects.append(
        RowDefect(
          row: row, column: "eleve", reason: repeated(line)))
      break
    }
  }
  try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
  return Set(lines.keys)
}

/// A changes file: `module,places[,creneau]` or `destination,places`, the places there are now; 0 closes.
public struct PlacesFile: Sendable {
  /// By offer.
  public let places: [Int: Int]

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, electives: Electives, subject: WishesFile.Subject
  ) throws(InputDefects) {
    let column = subject.rawValue
    let table = try DelimitedTable(source, columns: Self.columns(subject))
    let slots = table.has("creneau") ? table.text("creneau") : nil
    var lines: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    var defects: [RowDefect] = []
    for row in 0..<table.rowCount where !table.text(column).range(row).isEmpty {
      func refuse(_ column: String, _ reason: AllocationFileDefect) {
        defects.append(RowDefect(row: row, column: column, reason: reason))
      }
      let name = table.text(column)[row]
      let slot = slots.map { $0[row] } ?? ""
      let offers = electives.offers.indices.filter {
        electives.offers[$0].module.utf8.elementsEqual(name.utf8)
      }
      guard !offers.isEmpty else {
        refuse(column, subject == .module ? .unknownModule : .unknownDestination)
        continue
      }
      let meant = offers.filter { slot.isEmpty || electives.offers[$0].slot.utf8.elementsEqual(slot.utf8) }
      guard let offer = meant.first else {
        refuse("creneau", .unknownSlot)
        continue
      }
      guard meant.count == 1 else {
        refuse(column, .whichSlot)
        continue
      }
      if let line = lines.updateValue(table.line(ofRow: row), forKey: offer) {
        refuse(column, .repeatedOffer(firstLine: line))
      }
      places[offer] = table.integers("places")[row]
    }
    try table.defects(adding: defects, identifiers: column).throwIfAny()
    self.places = places
  }

  private static func columns(_ subject: WishesFile.Subject) -> [ColumnSpecification] {
    [
      ColumnSpecification(subject.rawValue, .reference),
      ColumnSpecification("places", .integer(0...ModulesFile.mostPlaces)),
    ] + (subject == .module ? [ColumnSpecification("creneau", .text, isRequired: false)] : [])
  }

  /// Checks the cells, where the modules or destinations are not known.
  public static func checkCells(
    _ source: SourceText, subject: WishesFile.Subject
  ) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(subject))
  }
}
