public import DelimitedText
public import ExactValues
public import Grading
import Parallelism

/// The mentions of students in UEs: `eleve,ue,mention`, as `grades mentions` writes them.
public struct MentionsFile: Sendable {
  /// The students, in the order in which they first occur.
  public let students: IdentifierColumn
  public let ues: [String]
  public let mentions: MentionColumns
  private let table: DelimitedTable

  private static let words = Keywords.anyCase(Mention.allCases.map { ["\($0.word)"] })

  /// - Throws: ``InputDefects``: everything that is wrong with the file.
  /// - Complexity: O(*n*) expected, *n* = the number of bytes.
  public init(_ source: SourceText) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("eleve", .category), ColumnSpecification("ue", .category),
        ColumnSpecification("mention", .keyword(Self.words)),
      ], unused: ["note", "note_exacte", "position", "moyenne", "moyenne_exacte"])
    let (owners, ues) = (table.categories("eleve"), table.categories("ue"))
    var defects: [RowDefect] = []
    for (row, first) in Self.repeats(owners, ues) {
      let reason = GradingDefect.repeatedStudent(firstLine: table.line(ofRow: first))
      defects.append(RowDefect(row: row, column: "eleve", reason: reason))
    }
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    self.table = table
    students = owners.names
    self.ues = (0..<ues.names.count).map { ues.names[$0] }
    let all = Mention.allCases
    mentions = MentionColumns(
      students: owners.numbers, ues: ues.numbers, mentions: table.keywords("mention").map { all[Int($0)] })
  }

  private static func repeats(
    _ owners: CategoryColumn, _ ues: CategoryColumn
  ) -> [(row: Int, first: Int)] {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(owners.numbers.count)
    var repeats: [(row: Int, first: Int)] = []
    for row in owners.numbers.indices where owners.numbers[row] >= 0 && ues.numbers[row] >= 0 {
      let key = UInt64(owners.numbers[row]) << 32 | UInt64(ues.numbers[row])
      if let known = first[key] { repeats.append((row, known)) } else { first[key] = row }
    }
    return repeats
  }

  /// Rows with an empty mention in a UE in which others have one that ranks: how many, and in which UEs.
  public var emptyAmongRanked: (rows: Int, ues: [String]) {
    let isPassFail = mentions.passFailUEs(count: ues.count)
    let rows = mentions.mentions.indices.filter {
      mentions.mentions[$0] == .passed && !isPassFail[Int(mentions.ues[$0])]
    }
    return (rows.count, Set(rows.map { Int(mentions.ues[$0]) }).sorted().map { ues[$0] })
  }

  /// The GPA of each student.
  ///
  /// - Throws: ``InputDefects`` where a mention has no value, or a UE no ECTS.
  public func gpas(_ scheme: GPAScheme) throws(InputDefects) -> [GPA] {
    let isPassFail = mentions.passFailUEs(count: ues.count)
    let ects = ues.map { scheme.ects[$0] }
    var defects: [RowDefect] = []
    var told = [Bool](repeating: false, count: ues.count)
    for (row, ue) in mentions.ues.enumerated() {
      let ue = Int(ue)
      if ects[ue] == nil, !told[ue] {
        told[ue] = true
        defects.append(RowDefect(row: row, column: "ue", reason: GradingDefect.ueWithoutECTS))
      }
      let mention = mentions.mentions[row]
      let counts = mention != .v && mention != .w && mention != .passed && !isPassFail[ue]
      if counts, scheme.values[mention] == nil {
        defects.append(RowDefect(row: row, column: "mention", reason: GradingDefect.mentionWithoutValue))
      }
    }
    let known = ects.map { $0 ?? 0 }
    if !GPA.canWeigh(ects: known, values: scheme.values) {
      defects.append(RowDefect(row: 0, column: "ue", reason: GradingDefect.tooManyDigits))
    }
    try table.defects(adding: defects, identifiers: "eleve").throwIfAny()
    return mentions.gpas(studentCount: students.count, ects: known, values: scheme.values)
  }
}
