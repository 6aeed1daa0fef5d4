public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The table of GPAs, by identifier: `eleve,gpa,gpa_exacte,ects`, and `valides` where asked for.
public struct GPATable: WritableTable, Sendable {
  private let gpas: GPAs
  private let validated: [String]?

  /// - Parameters:
  ///   - gpas: the rows of the table, in their order.
  ///   - hasValidated: whether to write the codes of the UEs validated, joined by `+`.
  public init(_ gpas: GPAs, hasValidated: Bool = false) {
    self.gpas = gpas
    validated = hasValidated ? gpas.validatedUEs.map { $0.joined(separator: "+") } : nil
  }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* students, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns =
      [GradingColumn.student, GradingColumn.gpa, GradingColumn.exactGPA, GradingColumn.ects]
      + (validated == nil ? [] : [GradingColumn.validated])
    try writeTable(format, columns: columns, rows: gpas.count, workers: workers, to: sink) { text, rows in
      for row in rows {
        let student = gpas.order[row]
        let value = gpas.gpas[student].value
        text.identifier(student, of: gpas.mentions.students)
        text.decimal(value?.decimalText() ?? "")
        text.text(value?.description ?? "")
        text.decimal(gpas.gpas[student].ects.description)
        if let validated { text.text(validated[row]) }
        text.endRow()
      }
    }
  }
}
