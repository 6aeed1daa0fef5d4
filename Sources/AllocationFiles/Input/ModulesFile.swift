public import Allocations
public import DelimitedText
import ExactValues

/// A modules file: `module,places[,minimum][,creneau][,prerequis][,absences_max]`, a row for each module and
/// créneau.
public struct ModulesFile: Sendable {
  public let electives: Catalogue
  private let table: DelimitedTable

  /// The most places of a row, and the largest minimum.
  public static let mostPlaces = 1_000_000

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n* log *n*), *n* rows.
  public init(_ source: SourceText) throws(InputDefects) {
    table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("module", .reference),
        ColumnSpecification("places", .integer(0...Self.mostPlaces)),
        ColumnSpecification("minimum", .text, isRequired: false),
        ColumnSpecification("creneau", .text, isRequired: false),
        ColumnSpecification("prerequis", .text, isRequired: false),
        ColumnSpecification("absences_max", .text, isRequired: false),
      ])
    var reader = Reader(table)
    let offers = reader.offers()
    try table.defects(adding: reader.defects, identifiers: "module").throwIfAny()
    electives = Catalogue(offers)
  }

  /// Refuses a file with several créneaux, for allocations that have one.
  public func checkSingleSlot() throws(InputDefects) {
    guard table.has("creneau") else { return }
    let slots = table.text("creneau")
    let others = (0..<slots.count).filter {
      !slots.bytes[slots.range($0)].elementsEqual(slots.bytes[slots.range(0)])
    }
    let defects = others.map {
      RowDefect(row: $0, column: "creneau", reason: AllocationFileDefect.severalSlots)
    }
    try table.defects(adding: defects, identifiers: "module").throwIfAny()
  }

  private struct Reader {
    let table: DelimitedTable
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable) { self.table = table }

    mutating func offers() -> [Elective] {
      let modules = table.text("module")
      let places = table.integers("places")
      let minimums = optional("minimum")
      let slots = optional("creneau")
      let prerequisites = optional("prerequis")
      let absences = optional("absences_max")
      let hasSlots = slots.map { !$0.bytes.isEmpty } ?? false
      var lines: [[[UInt8]]: Int] = [:]
      return (0..<table.rowCount).map { row in
        let slot = slots.map { Array($0.bytes[$0.range(row)]) } ?? []
        if hasSlots { checkSlot(slot, row) }
        let key = [Array(modules.bytes[modules.range(row)]), slot]
        if let first = lines[key], !key[0].isEmpty {
          report(row, "module", .repeatedOffer(firstLine: first))
        } else {
          lines[key] = table.line(ofRow: row)
        }
        return Elective(
          module: modules[row], slot: String(decoding: slot, as: UTF8.self), places: places[row],
          minimum: minimums.flatMap { integer($0[row], "minimum", row) } ?? 0,
          prerequisites: prerequisites.map { codes($0, row) } ?? [],
          mostAbsences: absences.flatMap { integer($0[row], "absences_max", row) })
      }
    }

    private func optional(_ name: String) -> IdentifierColumn? { table.has(name) ? table.text(name) : nil }

    private mutating func report(_ row: Int, _ column: String, _ reason: AllocationFileDefect) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    private mutating func checkSlot(_ slot: [UInt8], _ row: Int) {
      if slot.isEmpty {
        report(row, "creneau", .emptySlot)
      } else if slot.count > ColumnKind.longestIdentifier {
        defects.append(RowDefect(row: row, column: "creneau", reason: CellDefect.identifierTooLong))
      } else if slot.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        defects.append(
          RowDefect(row: row, column: "creneau", reason: CellDefect.controlCharacterInIdentifier))
      }
    }

    /// - Returns: nil for an empty cell: no such condition.
    private mutating func integer(_ text: String, _ column: String, _ row: Int) -> Int? {
      guard !text.isEmpty else { return nil }
      let (value, defect) = readInteger(text, in: 0...ModulesFile.mostPlaces)
      if let defect {
        defects.append(RowDefect(row: row, column: column, reason: defect))
        return nil
      }
      return value
    }

    private mutating func codes(_ column: IdentifierColumn, _ row: Int) -> [String] {
      guard let codes = AllocationFiles.codes(column.bytes[column.range(row)]) else {
        report(row, "prerequis", .emptyCode)
        return []
      }
      return codes.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
