public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The table of GPAs, by identifier: `eleve,gpa,gpa_exacte,ects`, and `valides` where asked for.
public struct GPATable: Sendable {
  private let file: MentionsFile
  private let gpas: [GPA]
  private let order: [Int]
  private let validated: [String]?

  /// - Parameter hasValidated: whether to write the codes of the UEs validated, joined by `+`.
  public init(_ file: MentionsFile, _ gpas: [GPA], hasValidated: Bool = false) {
    self.file = file
    self.gpas = gpas
    let names = file.students
    order = (0..<names.count).sorted { a, b in
      names.bytes[names.range(a)].lexicographicallyPrecedes(names.bytes[names.range(b)])
    }
    guard hasValidated else {
      validated = nil
      return
    }
    var codes = [[String]](repeating: [], count: names.count)
    let columns = file.mentions
    for row in columns.students.indices where columns.mentions[row].givesCredits {
      codes[Int(columns.students[row])].append(file.ues[Int(columns.ues[row])])
    }
    validated = codes.map { codes in
      codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "+")
    }
  }

  /// - Complexity: O(*n*), *n* students, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = ["eleve", "gpa", "gpa_exacte", "ects"] + (validated == nil ? [] : ["valides"])
    try writeTable(format, columns: columns, rows: order.count, workers: workers, to: sink) { text, rows in
      for student in order[rows] {
        let value = gpas[student].value
        text.identifier(student, of: file.students)
        text.decimal(value?.decimalText() ?? "")
        text.text(value?.description ?? "")
        text.decimal(gpas[student].ects.description)
        if let validated { text.text(validated[student]) }
        text.endRow()
      }
    }
  }
}
