public import Allocations
import DelimitedText
import ExactValues
public import Parallelism

/// The tables an allocation of mobility places is made from, as the files of this module read them.
public struct MobilityTables: Sendable {
  private let students: Students
  private let mobility: Mobility
  private let wishes: Wishes
  private let owingQuitus: [Int]
  private let workers: Workers

  public init(
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
  public func writeStudents(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let record = students.mobility
    let columns = ["eleve", "gpa", "absences", "ects", "exterieur", "langues"]
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
  public func writeDestinations(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = [
      "destination", "pays", "semestre", "type", "places", "gpa_min", "ects_min", "langue", "niveau_min",
      "duree", "priorite",
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
  public func writeQuotas(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write(["semestre", "type", "departs_max"], rows: mobility.quotas.count, to: sink) { text, row in
      let quota = mobility.quotas[row]
      text.text(quota.semester ?? "*")
      text.text(quota.type?.rawValue ?? "*")
      text.integer(quota.most)
    }
  }

  /// `eleve,rang,destination`.
  public func writeWishes(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write(["eleve", "rang", "destination"], rows: wishes.count, to: sink) { text, row in
      text.identifier(Int(wishes.students[row]), of: students.identifiers)
      text.integer(Int(wishes.ranks[row]))
      text.text(mobility.destinations[Int(wishes.modules[row])].name)
    }
  }

  /// `eleve`.
  public func writeQuitus(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try write(["eleve"], rows: owingQuitus.count, to: sink) { text, row in
      text.identifier(owingQuitus[row], of: students.identifiers)
    }
  }
}
