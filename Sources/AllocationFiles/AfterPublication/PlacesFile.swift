public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A file of changes: `module,places[,creneau]` or `destination,places`, the places that there are now; 0 closes.
public struct PlacesFile: Sendable {
  /// By the number of the offer.
  package let places: [Int: Int]
  /// The places that there are now, of the modules or destinations named: by module, then by créneau.
  public let changes: [Repair.Places]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - input: What the published allocation was made from.
  /// - Throws: `InputDefects`: everything that is wrong with the file, or does not fit the input.
  public init(_ source: SourceText, of input: AllocationInput) throws(InputDefects) {
    try self.init(
      source, catalogue: input.catalogue, subject: input.mobility == nil ? .module : .destination)
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
    _ source: SourceText, catalogue: Catalogue, subject: WishesFile.Subject
  ) throws(InputDefects) {
    let column = subject.rawValue
    let table = try DelimitedTable(source, columns: Self.columns(subject))
    let slots = table.has(Column.creneau) ? table.text(Column.creneau) : nil
    let names = table.text(column)
    let index = IdentifierIndex(IdentifierColumn(catalogue.offers.map(\.module)))
    let slotIndex = IdentifierIndex(IdentifierColumn(catalogue.creneaux))
    var lines: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    var defects: [RowDefect] = []
    for row in 0..<table.rowCount where !names.range(row).isEmpty {
      func refuse(_ column: String, _ reason: any DefectReason) {
        defects.append(RowDefect(row: row, column: column, reason: reason))
      }
      let name = names[row]
      let slot = slots.map { $0[row] } ?? ""
      let offers = catalogue.offers.indices.filter {
        catalogue.offers[$0].module.utf8.elementsEqual(name.utf8)
      }
      guard !offers.isEmpty else {
        let reason: AllocationFileDefect = subject == .module ? .unknownModule : .unknownDestination
        refuse(column, index.reason(reason, notFound: row, of: names))
        continue
      }
      let meant = offers.filter { slot.isEmpty || catalogue.offers[$0].creneau.utf8.elementsEqual(slot.utf8) }
      guard let offer = meant.first else {
        let reason = AllocationFileDefect.unknownSlot
        refuse(Column.creneau, slots.map { slotIndex.reason(reason, notFound: row, of: $0) } ?? reason)
        continue
      }
      guard meant.count == 1 else {
        refuse(column, AllocationFileDefect.whichSlot)
        continue
      }
      if let line = lines.updateValue(table.line(ofRow: row), forKey: offer) {
        refuse(column, AllocationFileDefect.repeatedOffer(firstLine: line))
      }
      places[offer] = table.integers(Column.places)[row]
    }
    try table.defects(adding: defects, identifiers: column).throwIfAny()
    self.places = places
    changes = places.sorted { $0.key < $1.key }.map { offer, places in
      let row = catalogue.offers[offer]
      return Repair.Places(row.module, creneau: row.creneau, places: places)
    }
  }

  private static func columns(_ subject: WishesFile.Subject) -> [ColumnSpecification] {
    [
      ColumnSpecification(subject.rawValue, .reference),
      ColumnSpecification(Column.places, .integer(0...Elective.mostPlaces)),
    ] + (subject == .module ? [ColumnSpecification(Column.creneau, .text, isRequired: false)] : [])
  }

  /// Checks the cells, where the modules or destinations are not known.
  package static func checkCells(
    _ source: SourceText, subject: WishesFile.Subject
  ) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(subject))
  }
}
