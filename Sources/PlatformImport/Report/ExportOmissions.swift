import AdmissionFiles
public import DelimitedText
import ExactValues
public import Parallelism

/// Whom and what a mapping leaves out of an export, and why.
public struct ExportOmissions: Sendable, WritableTable {
  /// Why a candidate, or one mark of a candidate, is left out.
  public enum Reason: String, Sendable, CaseIterable {
    /// The row does not meet a condition of `rows`: the candidate is left out.
    case condition
    /// No doublette has the candidate's specialities: the candidate is left out.
    case doublette
    /// A cell holds something else than a mark: the candidate is left out.
    case outOfRange = "hors_bareme"
    /// No block of an evaluation meets its conditions: the mark is missing.
    case markWithoutBlock = "note_sans_bloc"
    /// A cell holds something else than a mark: it counts as empty.
    case markOutOfRange = "note_hors_bareme"

    /// Whether the candidate is left out, not a mark alone.
    public var isOfCandidate: Bool { self == .condition || self == .doublette || self == .outOfRange }
  }

  struct Entry {
    var row: Int
    var reason: Reason
    /// A position in the header; nil for no block.
    var column: Int?
    /// A position in the mapping's evaluations.
    var evaluation: Int?
  }

  /// How often one thing was the reason.
  public struct Count: Sendable, Equatable {
    /// Why something was left out.
    public let reason: Reason
    /// The header of the column that decides; empty for no block, and for marks.
    public let column: String
    /// The evaluation; empty where it is not about a mark.
    public let evaluation: String
    /// How many candidates or marks.
    public var count: Int
  }

  private let entries: [Entry]
  private let identifiers: IdentifierColumn
  private let labels: [String]
  private let evaluations: [String]

  /// - Parameter identifiers: of all rows.
  init(_ entries: [Entry], identifiers: IdentifierColumn, labels: [String], evaluations: [String]) {
    self.entries = entries.enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    self.identifiers = identifiers
    self.labels = labels
    self.evaluations = evaluations
  }

  /// How many rows of the export are left out.
  public var candidateCount: Int { entries.count { $0.reason.isOfCandidate } }

  /// By reason, then in the order of the header and of the evaluations.
  public var counts: [Count] {
    struct Key: Hashable {
      let reason: Reason
      let column: Int?
      let evaluation: Int?
    }
    var found: [Key: Int] = [:]
    for entry in entries {
      let column = entry.evaluation == nil ? entry.column : nil
      found[Key(reason: entry.reason, column: column, evaluation: entry.evaluation), default: 0] += 1
    }
    let order = Reason.allCases
    return found.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.key.reason) ?? 0, order.firstIndex(of: b.key.reason) ?? 0)
      return (first, a.key.evaluation ?? -1, a.key.column ?? -1)
        < (second, b.key.evaluation ?? -1, b.key.column ?? -1)
    }.map { key, count in
      Count(
        reason: key.reason, column: key.column.map { labels[$0] } ?? "",
        evaluation: key.evaluation.map { evaluations[$0] } ?? "", count: count)
    }
  }

  /// Writes `candidat,motif,colonne,evaluation`, a row for each candidate and mark left out, in the export's order.
  ///
  /// A `motif` that begins with `note_` is about a mark; the candidate stays. `colonne` is the header of the column
  /// that decides.
  ///
  /// - Complexity: O(*n*), *n* = the number of bytes, shared by the workers.
  public func write(
    _ format: TableFormat, workers: Workers = Workers(), to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = [AdmissionColumn.candidate, AdmissionColumn.reason, "colonne", "evaluation"]
    try writeTable(format, columns: columns, rows: entries.count, workers: workers, to: sink) { text, rows in
      for entry in entries[rows] {
        text.identifier(entry.row, of: identifiers)
        text.text(entry.reason.rawValue)
        text.text(entry.column.map { labels[$0] } ?? "")
        text.text(entry.evaluation.map { evaluations[$0] } ?? "")
        text.endRow()
      }
    }
  }
}
