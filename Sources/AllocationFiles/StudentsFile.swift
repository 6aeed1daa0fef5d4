public import Allocation
public import DelimitedText
public import ExactValues

/// A students file: `eleve,gpa[,absences][,valides]`.
///
/// A column `gpa_exacte`, as `grades gpa` writes it, is read instead of `gpa`.
public struct StudentsFile: Sendable {
  public let students: Students

  /// The best a GPA can be.
  public static let largestGPA: FixedDecimal = 5

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let header = try DelimitedHeader(source, wanted: ["eleve", "gpa", "gpa_exacte", "absences", "valides"])
    let isExact = header.names.contains("gpa_exacte")
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("eleve", .identifier),
        isExact
          ? ColumnSpecification("gpa_exacte", .fraction(atMost: 5))
          : ColumnSpecification("gpa", .decimal(upTo: Self.largestGPA)),
        ColumnSpecification("absences", .integer(0...Int.max), isRequired: false),
        ColumnSpecification("valides", .text, isRequired: false),
      ], header: header)
    var defects: [RowDefect] = []
    let validated = table.has("valides") ? Self.sets(table.text("valides"), &defects) : nil
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    students = Students(
      identifiers: table.text("eleve"),
      gpas: isExact ? table.fractions("gpa_exacte") : table.decimals("gpa").map(\.fraction),
      absences: table.has("absences")
        ? table.integers("absences") : [Int](repeating: 0, count: table.rowCount), validated: validated)
  }

  /// The codes of each row; rows that say the same share one set.
  private static func sets(_ column: IdentifierColumn, _ defects: inout [RowDefect]) -> [Set<[UInt8]>] {
    var known: [ArraySlice<UInt8>: Set<[UInt8]>] = [:]
    return (0..<column.count).map { row in
      let text = column.bytes[column.range(row)]
      if let set = known[text] { return set }
      guard let codes = codes(text) else {
        defects.append(RowDefect(row: row, column: "valides", reason: AllocationFileDefect.emptyCode))
        return []
      }
      let set = Set(codes)
      known[text] = set
      return set
    }
  }
}
