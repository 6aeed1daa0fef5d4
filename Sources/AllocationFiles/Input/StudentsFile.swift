public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A students file: `eleve,gpa[,absences][,valides]`, and for mobility `[,ects][,exterieur][,langues]`.
///
/// A column `gpa_exacte`, as a table of GPAs has it, is read instead of `gpa`.
///
/// ```swift
/// let students = try StudentsFile(contentsOf: "students.csv").students
/// ```
public struct StudentsFile: Sendable {
  /// The students, in order of the file.
  public let students: Students
  /// The optional columns that the file has.
  let columns: Set<String>
  let file: String

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - hasMobility: Whether to read what mobility asks about.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ source: SourceText, hasMobility: Bool = false) throws(InputDefects) {
    let more =
      hasMobility
      ? [
        ColumnSpecification(Column.ects, .decimal(upTo: Student.largestECTS), isRequired: false),
        ColumnSpecification(
          Column.semestersAway, .integer(0...MobilityRecord.mostSemestersAway), isRequired: false),
        ColumnSpecification(Column.languages, .text, isRequired: false),
      ] : []
    let header = try DelimitedHeader(
      source,
      wanted: [Column.student, Column.gpa, Column.exactGPA, Column.absences, Column.validated]
        + more.map(\.name))
    let isExact = header.has(Column.exactGPA)
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(Column.student, .identifier),
        isExact
          ? ColumnSpecification(Column.exactGPA, .fraction(atMost: 5))
          : ColumnSpecification(Column.gpa, .decimal(upTo: Student.largestGPA)),
        ColumnSpecification(Column.absences, .integer(0...Int.max), isRequired: false),
        ColumnSpecification(Column.validated, .text, isRequired: false),
      ] + more, header: header, unused: [Column.gpa, Column.ects, Column.semestersAway, Column.languages])
    var defects: [RowDefect] = []
    let validated = table.has(Column.validated) ? Self.sets(table.text(Column.validated), &defects) : nil
    let languages =
      hasMobility && table.has(Column.languages)
      ? Self.languages(table.text(Column.languages), &defects) : nil
    try table.defects(adding: defects, identifiers: Column.student).throwIfAny()
    students = Students(
      checked: table.text(Column.student),
      gpas: isExact ? table.fractions(Column.exactGPA) : table.decimals(Column.gpa).map(\.fraction),
      absences: table.has(Column.absences)
        ? table.integers(Column.absences) : [Int](repeating: 0, count: table.rowCount), validated: validated,
      mobility: hasMobility
        ? MobilityRecord(
          ects: table.has(Column.ects) ? table.decimals(Column.ects).map(\.fraction) : nil,
          semestersAway: table.has(Column.semestersAway)
            ? table.integers(Column.semestersAway) : [Int](repeating: 0, count: table.rowCount),
          languages: languages ?? [[String: LanguageLevel]](repeating: [:], count: table.rowCount),
          hasSemestersAway: table.has(Column.semestersAway)) : nil)
    file = source.file
    columns = Set(([Column.absences, Column.validated] + more.map(\.name)).filter(table.has))
  }

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - hasMobility: Whether to read what mobility asks about.
  ///   - encoding: The encoding of a file without a byte order mark.
  ///   - workers: The threads that read.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong
  ///   with it.
  public init(
    contentsOf path: String, hasMobility: Bool = false, encoding: TextEncoding = .utf8,
    workers: Workers = Workers()
  ) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try Self($0, hasMobility: hasMobility)
    }
  }

  /// `anglais:B2+allemand:A2`.
  private static func languages(
    _ column: IdentifierColumn, _ defects: inout [RowDefect]
  ) -> [[String: LanguageLevel]] {
    (0..<column.count).map { row in
      func refuse(_ reason: AllocationFileDefect) -> [String: LanguageLevel] {
        defects.append(RowDefect(row: row, column: Column.languages, reason: reason))
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
        defects.append(RowDefect(row: row, column: Column.validated, reason: AllocationFileDefect.emptyCode))
        return []
      }
      let set = Set(codes)
      known[text] = set
      return set
    }
  }
}
