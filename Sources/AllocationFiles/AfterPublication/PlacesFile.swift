public import Allocations
public import DelimitedText
import ExactValues

/// A changes file: `module,places[,creneau]` or `destination,places`, the places there are now; 0 closes.
public struct PlacesFile: Sendable {
  /// By offer.
  public let places: [Int: Int]

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  public init(
    _ source: SourceText, electives: Catalogue, subject: WishesFile.Subject
  ) throws(InputDefects) {
    let column = subject.rawValue
    let table = try DelimitedTable(source, columns: Self.columns(subject))
    let slots = table.has("creneau") ? table.text("creneau") : nil
    let names = table.text(column)
    let index = IdentifierIndex(IdentifierColumn(electives.offers.map(\.module)))
    let slotIndex = IdentifierIndex(IdentifierColumn(electives.slots))
    var lines: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    var defects: [RowDefect] = []
    for row in 0..<table.rowCount where !names.range(row).isEmpty {
      func refuse(_ column: String, _ reason: any DefectReason) {
        defects.append(RowDefect(row: row, column: column, reason: reason))
      }
      let name = names[row]
      let slot = slots.map { $0[row] } ?? ""
      let offers = electives.offers.indices.filter {
        electives.offers[$0].module.utf8.elementsEqual(name.utf8)
      }
      guard !offers.isEmpty else {
        let reason: AllocationFileDefect = subject == .module ? .unknownModule : .unknownDestination
        refuse(column, index.reason(reason, notFound: row, of: names))
        continue
      }
      let meant = offers.filter { slot.isEmpty || electives.offers[$0].slot.utf8.elementsEqual(slot.utf8) }
      guard let offer = meant.first else {
        let reason = AllocationFileDefect.unknownSlot
        refuse("creneau", slots.map { slotIndex.reason(reason, notFound: row, of: $0) } ?? reason)
        continue
      }
      guard meant.count == 1 else {
        refuse(column, AllocationFileDefect.whichSlot)
        continue
      }
      if let line = lines.updateValue(table.line(ofRow: row), forKey: offer) {
        refuse(column, AllocationFileDefect.repeatedOffer(firstLine: line))
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
