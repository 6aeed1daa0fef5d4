public import Allocations
public import DelimitedText
public import ExactValues

/// A students file: `eleve,gpa[,absences][,valides]`, and for mobility `[,ects][,exterieur][,langues]`.
///
/// A column `gpa_exacte`, as `grades gpa` writes it, is read instead of `gpa`.
public struct StudentsFile: Sendable {
  public let students: Students
  /// The optional columns that the file has.
  public let columns: Set<String>
  let file: String

  /// The best a GPA can be.
  public static let largestGPA: FixedDecimal = 5

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  ///
  /// - Parameter hasMobility: whether to read what mobility asks about.
  public init(_ source: SourceText, hasMobility: Bool = false) throws(InputDefects) {
    let more =
      hasMobility
      ? [
        ColumnSpecification("ects", .decimal(upTo: Self.largestECTS), isRequired: false),
        ColumnSpecification("exterieur", .integer(0...100), isRequired: false),
        ColumnSpecification("langues", .text, isRequired: false),
      ] : []
    let header = try DelimitedHeader(
      source, wanted: ["eleve", "gpa", "gpa_exacte", "absences", "valides"] + more.map(\.name))
    let isExact = header.has("gpa_exacte")
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("eleve", .identifier),
        isExact
          ? ColumnSpecification("gpa_exacte", .fraction(atMost: 5))
          : ColumnSpecification("gpa", .decimal(upTo: Self.largestGPA)),
        ColumnSpecification("absences", .integer(0...Int.max), isRequired: false),
        ColumnSpecification("valides", .text, isRequired: false),
      ] + more, header: header, unused: ["gpa", "ects", "exterieur", "langues"])
    var defects: [RowDefect] = []
    let validated = table.has("valides") ? Self.sets(table.text("valides"), &defects) : nil
    let languages =
      hasMobility && table.has("langues") ? Self.languages(table.text("langues"), &defects) : nil
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    var students = Students(
      identifiers: table.text("eleve"),
      gpas: isExact ? table.fractions("gpa_exacte") : table.decimals("gpa").map(\.fraction),
      absences: table.has("absences")
        ? table.integers("absences") : [Int](repeating: 0, count: table.rowCount), validated: validated)
    if hasMobility {
      students.mobility = MobilityRecord(
        ects: table.has("ects") ? table.decimals("ects").map(\.fraction) : nil,
        semestersAway: table.has("exterieur")
          ? table.integers("exterieur") : [Int](repeating: 0, count: table.rowCount),
        languages: languages ?? [[String: LanguageLevel]](repeating: [:], count: table.rowCount),
        hasSemestersAway: table.has("exterieur"))
    }
    self.students = students
    file = source.file
    columns = Set((["absences", "valides"] + more.map(\.name)).filter(table.has))
  }

  /// The most ECTS a student can have.
  public static let largestECTS: FixedDecimal = 1_000

  /// `anglais:B2+allemand:A2`.
  private static func languages(
    _ column: IdentifierColumn, _ defects: inout [RowDefect]
  ) -> [[String: LanguageLevel]] {
    (0..<column.count).map { row in
      func refuse(_ reason: AllocationFileDefect) -> [String: LanguageLevel] {
        defects.append(RowDefect(row: row, column: "langues", reason: reason))
        return [:]
      }
      guard let codes = codes(column.bytes[column.range(row)]) else { return refuse(.emptyCode) }
      var levels: [String: LanguageLevel] = [:]
      for code in codes {
        let parts = code.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let level = languageLevel(parts[1]) else { return refuse(.notALevel) }
        let language = languageName(parts[0])
        guard !language.isEmpty else { return refuse(.emptyCode) }
        guard levels.updateValue(level, forKey: language) == nil else { return refuse(.repeatedLanguage) }
      }
      return levels
    }
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
