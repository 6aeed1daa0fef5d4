public import Allocations
import DelimitedText
import ExactValues
public import Parallelism

/// The three tables an allocation of electives is made from, as the files of this module read them.
public struct ElectivesTables: Sendable {
  private let students: Students
  private let offers: [Elective]
  private let wishes: Wishes
  private let modules: [String]
  private let workers: Workers

  public init(
    _ students: Students, _ electives: Catalogue, _ wishes: Wishes, workers: Workers = Workers()
  ) {
    self.students = students
    offers = electives.offers
    modules = electives.modules
    self.wishes = wishes
    self.workers = workers
  }

  /// `eleve,gpa,absences,valides`.
  public func writeStudents(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = ["eleve", "gpa", "absences"] + (students.validated == nil ? [] : ["valides"])
    try writeTable(.csv, columns: columns, rows: students.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.identifier(row, of: students.identifiers)
        text.decimal(students.gpas[row].decimalText())
        text.integer(students.absences[row])
        if let validated = students.validated {
          let codes = validated[row].sorted { $0.lexicographicallyPrecedes($1) }
          text.text(codes.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "+"))
        }
        text.endRow()
      }
    }
  }

  /// `module,places,minimum,creneau,prerequis`.
  public func writeModules(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = ["module", "places", "minimum", "creneau", "prerequis"]
    try writeTable(.csv, columns: columns, rows: offers.count, workers: workers, to: sink) { text, rows in
      for offer in offers[rows] {
        text.text(offer.module)
        text.integer(offer.places)
        if offer.minimum > 0 { text.integer(offer.minimum) } else { text.empty() }
        text.text(offer.slot)
        text.text(offer.prerequisites.joined(separator: "+"))
        text.endRow()
      }
    }
  }

  /// `eleve,rang,module`.
  public func writeWishes(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = ["eleve", "rang", "module"]
    try writeTable(.csv, columns: columns, rows: wishes.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        text.identifier(Int(wishes.students[row]), of: students.identifiers)
        text.integer(Int(wishes.ranks[row]))
        text.text(modules[Int(wishes.modules[row])])
        text.endRow()
      }
    }
  }
}
