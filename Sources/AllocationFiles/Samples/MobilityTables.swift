package import Allocations
import DelimitedText
import ExactValues
package import Parallelism

/// The tables an allocation of mobility places is made from, as the files of this module read them.
package struct MobilityTables: Sendable {
  private let students: Students
  private let mobility: Mobility
  private let wishes: Wishes
  private let owingQuitus: [Int]
  private let workers: Workers

  package init(
    _ students: Students, _ mobility: Mobility, _ wishes: Wishes, owingQuitus: [Int],
    workers: Workers = Workers()
  ) {
    self.students = students
    self.mobility = mobility
    self.wishes = wishes
    self.owingQuitus = owingQuitus
    self.workers = workers
  }

  private func write(
    _ columns: [String], rows: Int, to sink: (UnsafeRawBufferPointer) throws -> Void,
    _ row: @Sendable (inout TableText, Int) -> Void
  ) throws {
    try writeTable(.csv, columns: columns, rows: rows, workers: workers, to: sink) { text, rows in
      for number in rows {
        row(&text, number)
        text.endRow()
      }
    }
  }

  /// `eleve,gpa,absences,ects,exterieur,langues`.
  package func writeStudents(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let record = students.mobility
    let columns = [
      Column.student, Column.gpa, Column.absences, Column.ects, Column.semestersAway, Column.languages,
    ]
    try write(columns, rows: students.count, to: sink) { text, row in
      text.identifier(row, of: students.identifiers)
      text.decimal(students.gpas[row].decimalText())
      text.integer(students.absences[row])
      text.decimal((record?.ects?[row] ?? 0).decimalText())
      text.integer(record?.semestersAway[row] ?? 0)
      let languages = (record?.languages[row] ?? [:]).sorted {
        Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8)
      }
      text.text(languages.map { "\($0.key):\($0.value.rawValue)" }.joined(separator: "+"))
    }
  }

  /// `destination,pays,semestre,type,places,gpa_min,ects_min,langue,niveau_min,duree,priorite`.
  package func writeDestinations(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = [
      Column.destination, Column.country, Column.semester, Column.type, Column.places, Column.leastGPA,
      Column.leastECTS, Column.language, Column.leastLevel,
      Column.duration, Column.priority,
    ]
    try write(columns, rows: mobility.destinations.count, to: sink) { text, row in
      let destination = mobility.destinations[row]
      text.text(destination.name)
      text.text(destination.country)
      text.text(destination.semester)
      text.text(destination.type.rawValue)
      text.integer(destination.places)
      if destination.leastGPA > 0 {
        text.decimal(destination.leastGPA.decimalText(digits: FixedDecimal.mostDecimals))
      } else {
        text.empty()
      }
      text.decimal(destination.leastECTS.decimalText(digits: FixedDecimal.mostDecimals))
      text.text(destination.language ?? "")
      text.text(destination.language == nil ? "" : destination.leastLevel.rawValue)
      text.integer(destination.duration)
      text.integer(destination.priority)
    }
  }

  /// `semestre,type,departs_max`.
  package func writeQuotas(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write([Column.semester, Column.type, Column.mostDepartures], rows: mobility.quotas.count, to: sink) {
      text, row in
      let quota = mobility.quotas[row]
      text.text(quota.semester ?? "*")
      text.text(quota.type?.rawValue ?? "*")
      text.integer(quota.most)
    }
  }

  /// `eleve,rang,destination`.
  package func writeWishes(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write([Column.student, Column.rank, Column.destination], rows: wishes.count, to: sink) { text, row in
      text.identifier(Int(wishes.students[row]), of: students.identifiers)
      text.integer(Int(wishes.ranks[row]))
      text.text(mobility.destinations[Int(wishes.modules[row])].name)
    }
  }

  /// `eleve`.
  package func writeQuitus(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write([Column.student], rows: owingQuitus.count, to: sink) { text, row in
      text.identifier(owingQuitus[row], of: students.identifiers)
    }
  }
}
