public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The table of mentions, in the order of the marks: `eleve[,ue],note,mention,position`, and `note_exacte`
/// where marks are exact means.
public struct MentionsTable: WritableTable, Sendable {
  private let graded: GradedMarks

  /// - Parameter graded: the rows of the table, in their order.
  public init(_ graded: GradedMarks) { self.graded = graded }

  /// Writes the table piece by piece.
  ///
  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let marks = graded.marks
    var columns = [GradingColumn.student, GradingColumn.mark, GradingColumn.mention, GradingColumn.position]
    if marks.ues != nil { columns.insert(GradingColumn.ue, at: 1) }
    if marks.isExact { columns.append(GradingColumn.exactMark) }
    let texts = MarkText(marks.column.scale)
    try writeTable(format, columns: columns, rows: graded.count, workers: workers, to: sink) { text, rows in
      marks.column.withCodes { codes in
        for row in rows {
          text.identifier(row, of: marks.students)
          if let ues = marks.ues { text.identifier(Int(ues.numbers[row]), of: ues.names) }
          texts.writeDecimal(codes[row], to: &text)
          text.word(graded.mentions[row].csvWord)
          if let position = graded.position(ofRow: row) { text.integer(position) } else { text.empty() }
          if marks.isExact { texts.writeExact(codes[row], to: &text) }
          text.endRow()
        }
      }
    }
  }
}

/// Writes the marks of a scale: rounded, and exact.
private struct MarkText: Sendable {
  private let formatter = FractionFormatter(denominator: OptionalMark.unitsPerOne)
  /// For each position of a scale of exact marks.
  private let texts: [(decimal: String, exact: String)]

  init(_ scale: MarkColumn.Scale) {
    switch scale {
    case .tenThousandths: texts = []
    case .positions(let marks): texts = marks.map { ($0.decimalText(), $0.description) }
    }
  }

  /// - Parameter code: of the scale, or −1 for no mark.
  @inline(__always)
  func writeDecimal(_ code: Int32, to text: inout TableText) {
    if code < 0 {
      text.empty()
    } else if texts.isEmpty {
      text.decimal(Int64(code), over: formatter)
    } else {
      text.decimal(texts[Int(code)].decimal)
    }
  }

  @inline(__always)
  func writeExact(_ code: Int32, to text: inout TableText) {
    if code < 0 {
      text.empty()
    } else if texts.isEmpty {
      text.exact(Int64(code), over: formatter)
    } else {
      text.text(texts[Int(code)].exact)
    }
  }
}
