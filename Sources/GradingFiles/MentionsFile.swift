public import DelimitedText
import ExactValues
public import Grading
public import Parallelism

/// The mentions of students in UEs: `eleve,ue,mention`, as ``MentionsTable`` writes them.
///
/// ```swift
/// let file = try MentionsFile(contentsOf: "mentions.csv")
/// let gpas = try file.gpas(GPAScheme(contentsOf: "scheme.yaml"))
/// try GPATable(gpas).write(to: "gpa.csv")
/// ```
public struct MentionsFile: Sendable {
  /// The mentions, in the order of the file.
  public let mentions: UEMentions
  private let table: DelimitedTable

  private static let words = Keywords.anyCase(Mention.allCases.map { ["\($0.csvWord)"] })

  /// Opens and reads the file at a path.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - encoding: of a file without a byte order mark.
  ///   - workers: the threads that share the work.
  /// - Throws: `FileStoreError` where the file cannot be read; `InputDefects`: everything that is wrong with it.
  public init(contentsOf path: String, encoding: TextEncoding = .utf8, workers: Workers = Workers()) throws {
    self = try SourceText.withContents(of: path, encoding: encoding, workers: workers) {
      try MentionsFile($0)
    }
  }

  /// Reads a text.
  ///
  /// - Parameter source: the file's text.
  /// - Throws: `InputDefects`: everything that is wrong with the file.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification(GradingColumn.student, .category),
        ColumnSpecification(GradingColumn.ue, .category),
        ColumnSpecification(GradingColumn.mention, .keyword(Self.words)),
      ],
      unused: [
        GradingColumn.mark, GradingColumn.exactMark, GradingColumn.position, GradingColumn.mean,
        GradingColumn.exactMean,
      ])
    let (owners, ues) = (table.categories(GradingColumn.student), table.categories(GradingColumn.ue))
    let defects = repeatedRows(owners.numbers, ues.numbers).map { row, first in
      let reason = GradingDefect.repeatedStudent(firstLine: table.line(ofRow: first))
      return RowDefect(row: row, column: GradingColumn.student, reason: reason)
    }
    try table.defects(adding: defects, identifiers: GradingColumn.student).throwIfAny()
    self.table = table
    let all = Mention.allCases
    mentions = UEMentions(
      MentionColumns(
        students: owners.numbers, ues: ues.numbers,
        mentions: table.keywords(GradingColumn.mention).map { all[Int($0)] }),
      students: owners.names, ueNames: (0..<ues.names.count).map { ues.names[$0] })
  }

  /// The GPA of each student.
  ///
  /// - Parameter scheme: with the credits of each UE of the file, and the value of each mention that counts.
  /// - Throws: `InputDefects` with every UE without credits and every mention without a value, by line.
  public func gpas(_ scheme: GPAScheme) throws(InputDefects) -> GPAs {
    let defects = GPAs.defects(mentions, scheme).map { row, reason in
      switch reason {
      case .mentionWithoutValue:
        RowDefect(row: row, column: GradingColumn.mention, reason: GradingDefect.mentionWithoutValue)
      case .ueWithoutECTS: RowDefect(row: row, column: GradingColumn.ue, reason: GradingDefect.ueWithoutECTS)
      default: RowDefect(row: row, column: GradingColumn.ue, reason: GradingDefect.tooManyDigits)
      }
    }
    try table.defects(adding: defects, identifiers: GradingColumn.student).throwIfAny()
    return GPAs(checked: mentions, scheme: scheme)
  }
}
