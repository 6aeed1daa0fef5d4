public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// A destinations file:
/// `destination,pays,semestre,type,places[,gpa_min][,ects_min][,langue][,niveau_min][,duree][,priorite][,absences_max]`.
///
/// ```swift
/// let mobility = try Mobility(DestinationsFile(contentsOf: "destinations.csv").destinations)
/// ```
public struct DestinationsFile: Sendable {
  /// In order of the file.
  public let destinations: [Destination]

  /// Reads a text.
  ///
  /// - Parameter source: The text.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(Column.destination, .identifier), ColumnSpecification(Column.country, .text),
        ColumnSpecification(Column.semester, .reference),
        ColumnSpecification(Column.type, .keyword(.anyCase(MobilityType.allCases.map { [$0.rawValue] }))),
        ColumnSpecification(Column.places, .integer(0...Destination.largestNumber)),
      ]
        + [
          Column.leastGPA, Column.leastECTS, Column.language, Column.leastLevel, Column.duration,
          Column.priority, Column.mostAbsences,
        ].map {
          ColumnSpecification($0, .text, isRequired: false)
        })
    var reader = Reader(table)
    let types = table.keywords(Column.type)
    var destinations: [Destination] = []
    for row in 0..<table.rowCount {
      let (language, level) = reader.language(row)
      destinations.append(
        Destination(
          table.text(Column.destination)[row], country: table.text(Column.country)[row],
          semester: reader.semester(row),
          // A cell that is no type has been reported.
          type: MobilityType.allCases[min(Int(types[row]), MobilityType.allCases.count - 1)],
          places: table.integers(Column.places)[row],
          leastGPA: reader.decimal(Column.leastGPA, row, upTo: Student.largestGPA) ?? 0,
          leastECTS: reader.decimal(Column.leastECTS, row, upTo: Student.largestECTS)
            ?? Destination.defaultECTS,
          language: language, leastLevel: level,
          duration: reader.integer(Column.duration, row, 1...Destination.longestDuration) ?? 1,
          priority: reader.integer(
            Column.priority, row, -Destination.largestNumber...Destination.largestNumber) ?? 0,
          mostAbsences: reader.integer(Column.mostAbsences, row, 0...Destination.largestNumber)))
    }
    try table.defects(adding: reader.defects, identifiers: Column.destination).throwIfAny()
    self.destinations = destinations
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

  /// Cells that may be empty.
  private struct Reader {
    let table: DelimitedTable
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable) { self.table = table }

    private func cell(_ column: String, _ row: Int) -> String? {
      guard table.has(column) else { return nil }
      let text = table.text(column)[row]
      return text.isEmpty ? nil : text
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    mutating func decimal(_ column: String, _ row: Int, upTo most: FixedDecimal) -> Fraction? {
      guard let text = cell(column, row) else { return nil }
      let (value, defect) = readDecimal(text, upTo: most)
      if let defect {
        report(row, column, defect)
        return nil
      }
      return value.fraction
    }

    mutating func integer(_ column: String, _ row: Int, _ range: ClosedRange<Int>) -> Int? {
      guard let text = cell(column, row) else { return nil }
      let (value, defect) = readInteger(text, in: range)
      if let defect {
        report(row, column, defect)
        return nil
      }
      return value
    }

    mutating func semester(_ row: Int) -> String {
      let semester = table.text(Column.semester)[row]
      if semester == "*" { report(row, Column.semester, AllocationFileDefect.everySemester) }
      return semester
    }

    mutating func language(_ row: Int) -> (String?, LanguageLevel) {
      let language = cell(Column.language, row).map { languageName(Array($0.utf8)[...]) }
      guard let text = cell(Column.leastLevel, row) else { return (language, .a1) }
      guard let level = languageLevel(Array(text.utf8)[...]) else {
        report(row, Column.leastLevel, AllocationFileDefect.notALevel)
        return (language, .a1)
      }
      if language == nil { report(row, Column.leastLevel, AllocationFileDefect.levelWithoutLanguage) }
      return (language, level)
    }
  }
}

/// A level in either case, spaces around it left out.
func languageLevel(_ bytes: ArraySlice<UInt8>) -> LanguageLevel? {
  LanguageLevel(rawValue: languageName(bytes).uppercased())
}

/// In lower case, spaces around it left out.
func languageName(_ bytes: ArraySlice<UInt8>) -> String {
  let space = UInt8(ascii: " ")
  let trimmed = bytes.drop { $0 == space }.reversed().drop { $0 == space }.reversed()
  return String(decoding: Array(trimmed), as: UTF8.self).lowercased()
}
