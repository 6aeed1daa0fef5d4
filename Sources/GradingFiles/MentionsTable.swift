public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The table of mentions, in the order of the notes: `eleve[,ue],note,mention,position`, and `note_exacte`
/// where notes are exact means.
public struct MentionsTable: Sendable {
  private let notes: UEMarksFile
  private let cohorts: [GradedCohort]

  /// - Parameter cohorts: one for each UE of the notes.
  public init(_ notes: UEMarksFile, _ cohorts: [GradedCohort]) {
    self.notes = notes
    self.cohorts = cohorts
  }

  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var columns = ["eleve", "note", "mention", "position"]
    if notes.ues != nil { columns.insert("ue", at: 1) }
    if notes.isExact { columns.append("note_exacte") }
    let marks = MarkText(notes.marks.marks.scale)
    let standings = notes.marks.standings
    try writeTable(format, columns: columns, rows: notes.identifiers.count, workers: workers, to: sink) {
      text, rows in
      notes.marks.marks.withCodes { codes in
        for row in rows {
          let code = codes[row]
          let ue = notes.ues?.numbers[row] ?? 0
          text.identifier(row, of: notes.identifiers)
          if let ues = notes.ues { text.identifier(Int(ue), of: ues.names) }
          let first = notes.marks.firstCode(ofRow: row, codes)
          marks.writeDecimal(code, to: &text)
          text.word(cohorts[Int(ue)].mention(standings[row], code, besides: first).word)
          if let position = cohorts[Int(ue)].position(standings[row], code, besides: first) {
            text.integer(position)
          } else {
            text.empty()
          }
          if notes.isExact { marks.writeExact(code, to: &text) }
          text.endRow()
        }
      }
    }
  }
}

/// Writes the marks of a scale: rounded, and exact.
struct MarkText: Sendable {
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
