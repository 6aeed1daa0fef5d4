public import Allocations
public import DelimitedText
import ExactValues

/// A destinations file:
/// `destination,pays,semestre,type,places[,gpa_min][,ects_min][,langue][,niveau_min][,duree][,priorite][,absences_max]`.
public struct DestinationsFile: Sendable {
  /// In order of the file.
  public let destinations: [Destination]

  /// Of the integers of a row: the most places and the largest priority.
  public static let largestNumber = 1_000_000
  /// In semesters.
  public static let longestDuration = 12

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*), *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("destination", .identifier), ColumnSpecification("pays", .text),
        ColumnSpecification("semestre", .reference),
        ColumnSpecification("type", .keyword(.anyCase(MobilityType.allCases.map { [$0.rawValue] }))),
        ColumnSpecification("places", .integer(0...Self.largestNumber)),
      ]
        + ["gpa_min", "ects_min", "langue", "niveau_min", "duree", "priorite", "absences_max"].map {
          ColumnSpecification($0, .text, isRequired: false)
        })
    var reader = Reader(table)
    let types = table.keywords("type")
    var destinations: [Destination] = []
    for row in 0..<table.rowCount {
      let (language, level) = reader.language(row)
      destinations.append(
        Destination(
          name: table.text("destination")[row], country: table.text("pays")[row],
          semester: reader.semester(row),
          // A cell that is no type has been reported.
          type: MobilityType.allCases[min(Int(types[row]), MobilityType.allCases.count - 1)],
          places: table.integers("places")[row],
          leastGPA: reader.decimal("gpa_min", row, upTo: StudentsFile.largestGPA) ?? 0,
          leastECTS: reader.decimal("ects_min", row, upTo: StudentsFile.largestECTS)
            ?? Destination.defaultECTS,
          language: language, leastLevel: level,
          duration: reader.integer("duree", row, 1...Self.longestDuration) ?? 1,
          priority: reader.integer("priorite", row, -Self.largestNumber...Self.largestNumber) ?? 0,
          mostAbsences: reader.integer("absences_max", row, 0...Self.largestNumber)))
    }
    try table.defects(adding: reader.defects, identifiers: "destination").throwIfAny()
    self.destinations = destinations
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
      let semester = table.text("semestre")[row]
      if semester == "*" { report(row, "semestre", AllocationFileDefect.everySemester) }
      return semester
    }

    mutating func language(_ row: Int) -> (String?, LanguageLevel) {
      let language = cell("langue", row).map { languageName(Array($0.utf8)[...]) }
      guard let text = cell("niveau_min", row) else { return (language, .a1) }
      guard let level = languageLevel(Array(text.utf8)[...]) else {
        report(row, "niveau_min", AllocationFileDefect.notALevel)
        return (language, .a1)
      }
      if language == nil { report(row, "niveau_min", AllocationFileDefect.levelWithoutLanguage) }
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
