package import DelimitedText
import ExactValues
package import Grading
package import Parallelism

/// A table of marks, `eleve,ue,ecue,note,statut,session`, as ``ECUEMarksFile`` reads it.
package struct ECUEMarksTable: WritableTable, Sendable {
  private struct Row {
    let student: Int
    let ue: Int
    let ecue: Int
    let mark: SessionMark
    let session: Int
  }

  private let students: [String]
  private let scheme: UEScheme
  private let rows: [Row]

  package init(students: [String], scheme: UEScheme, entries: [StudentMarks]) {
    self.students = students
    self.scheme = scheme
    rows = entries.flatMap { entry in
      let first = entry.first.enumerated().map { (ecue: $0, mark: $1, session: 1) }
      let second = entry.second.enumerated().compactMap { ecue, mark in
        mark.map { (ecue: ecue, mark: $0, session: 2) }
      }
      return (first + second).map {
        Row(student: entry.student, ue: entry.ue, ecue: $0.ecue, mark: $0.mark, session: $0.session)
      }
    }
  }

  package var rowCount: Int { rows.count }

  package func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [
      GradingColumn.student, GradingColumn.ue, GradingColumn.ecue, GradingColumn.mark, GradingColumn.status,
      GradingColumn.session,
    ]
    let formatter = FractionFormatter(denominator: OptionalMark.unitsPerOne)
    try writeTable(format, columns: columns, rows: rows.count, workers: workers, to: sink) { text, range in
      for row in rows[range] {
        text.text(students[row.student])
        text.text(scheme.ues[row.ue].name)
        text.text(scheme.ues[row.ue].ecues[row.ecue].name)
        if case .mark(let mark) = row.mark {
          if let units = mark.tenThousandths {
            text.decimal(Int64(units), over: formatter)
          } else {
            text.decimal(mark.description)
          }
          text.empty()
        } else {
          text.empty()
          if let statut = Statut(row.mark) { text.word(statut.csvWord) }
        }
        text.integer(row.session)
        text.endRow()
      }
    }
  }
}
