public import Allocation
public import DelimitedText
public import ExactValues

/// A students file: `eleve,gpa[,absences][,valides]`.
public struct StudentsFile: Sendable {
  public let students: Students

  /// The best a GPA can be.
  public static let largestGPA: FixedDecimal = 5

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("eleve", .identifier),
        ColumnSpecification("gpa", .decimal(upTo: Self.largestGPA)),
        ColumnSpecification("absences", .integer(0...Int.max), isRequired: false),
        ColumnSpecification("valides", .text, isRequired: false),
      ])
    var defects: [RowDefect] = []
    let validated = table.has("valides") ? Self.sets(table.text("valides"), &defects) : nil
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    students = Students(
      identifiers: table.text("eleve"), gpas: table.decimals("gpa"),
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
