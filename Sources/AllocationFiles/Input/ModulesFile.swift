public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A modules file: `module,places[,minimum][,creneau][,prerequis][,absences_max]`, a row for each module and
/// créneau.
///
/// ```swift
/// let catalogue = try ModulesFile(contentsOf: "modules.csv").catalogue
/// ```
public struct ModulesFile: Sendable {
  /// The modules by créneau.
  public let catalogue: Catalogue
  private let table: DelimitedTable

  /// Reads a text.
  ///
  /// - Parameter source: The text.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  /// - Complexity: O(*n* log *n*), *n* rows.
  public init(_ source: SourceText) throws(InputDefects) {
    table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(Column.module, .reference),
        ColumnSpecification(Column.places, .integer(0...Elective.mostPlaces)),
        ColumnSpecification(Column.minimum, .text, isRequired: false),
        ColumnSpecification(Column.creneau, .text, isRequired: false),
        ColumnSpecification(Column.prerequisites, .text, isRequired: false),
        ColumnSpecification(Column.mostAbsences, .text, isRequired: false),
      ])
    var reader = Reader(table)
    let offers = reader.offers()
    try table.defects(adding: reader.defects, identifiers: Column.module).throwIfAny()
    catalogue = Catalogue(checked: offers)
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, encoding: TextEncoding = .utf8, workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) { try Self($0) }
  }

  /// Refuses a file with several créneaux, for allocations that have one.
  package func checkSingleSlot() throws(InputDefects) {
    guard table.has(Column.creneau) else { return }
    let slots = table.text(Column.creneau)
    let others = (0..<slots.count).filter {
      !slots.bytes[slots.range($0)].elementsEqual(slots.bytes[slots.range(0)])
    }
    let defects = others.map {
      RowDefect(row: $0, column: Column.creneau, reason: AllocationFileDefect.severalSlots)
    }
    try table.defects(adding: defects, identifiers: Column.module).throwIfAny()
  }

  private struct Reader {
    let table: DelimitedTable
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable) { self.table = table }

    mutating func offers() -> [Elective] {
      let modules = table.text(Column.module)
      let places = table.integers(Column.places)
      let minimums = optional(Column.minimum)
      let slots = optional(Column.creneau)
      let prerequisites = optional(Column.prerequisites)
      let absences = optional(Column.mostAbsences)
      let hasSlots = slots.map { !$0.bytes.isEmpty } ?? false
      var lines: [[[UInt8]]: Int] = [:]
      return (0..<table.rowCount).map { row in
        let slot = slots.map { Array($0.bytes[$0.range(row)]) } ?? []
        if hasSlots { checkSlot(slot, row) }
        let key = [Array(modules.bytes[modules.range(row)]), slot]
        if let first = lines[key], !key[0].isEmpty {
          report(row, Column.module, .repeatedOffer(firstLine: first))
        } else {
          lines[key] = table.line(ofRow: row)
        }
        return Elective(
          modules[row], creneau: String(decoding: slot, as: UTF8.self), places: places[row],
          minimum: minimums.flatMap { integer($0[row], Column.minimum, row) } ?? 0,
          prerequisites: prerequisites.map { codes($0, row) } ?? [],
          mostAbsences: absences.flatMap { integer($0[row], Column.mostAbsences, row) })
      }
    }

    private func optional(_ name: String) -> IdentifierColumn? { table.has(name) ? table.text(name) : nil }

    private mutating func report(_ row: Int, _ column: String, _ reason: AllocationFileDefect) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    private mutating func checkSlot(_ slot: [UInt8], _ row: Int) {
      if slot.isEmpty {
        report(row, Column.creneau, .emptySlot)
      } else if slot.count > ColumnKind.longestIdentifier {
        defects.append(RowDefect(row: row, column: Column.creneau, reason: CellDefect.identifierTooLong))
      } else if slot.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        defects.append(
          RowDefect(row: row, column: Column.creneau, reason: CellDefect.controlCharacterInIdentifier))
      }
    }

    /// - Returns: nil for an empty cell: no such condition.
    private mutating func integer(_ text: String, _ column: String, _ row: Int) -> Int? {
      guard !text.isEmpty else { return nil }
      let (value, defect) = readInteger(text, in: 0...Elective.mostPlaces)
      if let defect {
        defects.append(RowDefect(row: row, column: column, reason: defect))
        return nil
      }
      return value
    }

    private mutating func codes(_ column: IdentifierColumn, _ row: Int) -> [String] {
      guard let codes = AllocationFiles.codes(column.bytes[column.range(row)]) else {
        report(row, Column.prerequisites, .emptyCode)
        return []
      }
      return codes.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
