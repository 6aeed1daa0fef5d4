package import Allocations
import DelimitedText
import ExactValues
package import Parallelism

/// The three tables an allocation of catalogue is made from, as the files of this module read them.
package struct ElectivesTables: Sendable {
  private let students: Students
  private let offers: [Elective]
  private let wishes: Wishes
  private let modules: [String]
  private let workers: Workers

  package init(
    _ students: Students, _ catalogue: Catalogue, _ wishes: Wishes, workers: Workers = Workers()
  ) {
    self.students = students
    offers = catalogue.offers
    modules = catalogue.modules
    self.wishes = wishes
    self.workers = workers
  }

  /// `eleve,gpa,absences,valides`.
  package func writeStudents(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns =
      [Column.student, Column.gpa, Column.absences] + (students.validated == nil ? [] : [Column.validated])
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
  package func writeModules(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = [Column.module, Column.places, Column.minimum, Column.creneau, Column.prerequisites]
    try writeTable(.csv, columns: columns, rows: offers.count, workers: workers, to: sink) { text, rows in
      for offer in offers[rows] {
        text.text(offer.module)
        text.integer(offer.places)
        if offer.minimum > 0 { text.integer(offer.minimum) } else { text.empty() }
        text.text(offer.creneau)
        text.text(offer.prerequisites.joined(separator: "+"))
        text.endRow()
      }
    }
  }

  /// `eleve,rang,module`.
  package func writeWishes(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let columns = [Column.student, Column.rank, Column.module]
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
