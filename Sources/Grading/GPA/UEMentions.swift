package import ExactValues

/// The mentions of students in UEs, checked: what GPAs are made of. No student stands in a UE twice.
public struct UEMentions: Sendable {
  /// The students, in the order in which they first occur.
  package let students: IdentifierColumn
  /// The names of the UEs, in the order in which they first occur.
  public let ueNames: [String]
  package let columns: MentionColumns

  /// - Parameters:
  ///   - columns: no student stands in a UE twice.
  ///   - students: those that the columns refer to.
  ///   - ueNames: those that the columns refer to.
  package init(_ columns: MentionColumns, students: IdentifierColumn, ueNames: [String]) {
    self.columns = columns
    self.students = students
    self.ueNames = ueNames
  }

  /// Checks rows.
  ///
  /// - Parameter rows: in any order.
  /// - Throws: ``MarksError`` with every empty identifier, and every student who stands in a UE twice.
  /// - Complexity: O(*n*) expected, *n* rows.
  public init(_ rows: [UEMention]) throws(MarksError) {
    let (students, ues) = (
      IdentifierNumbers(rows.lazy.map(\.student)), IdentifierNumbers(rows.lazy.map(\.ue))
    )
    var defects: [MarkDefect] = []
    func report(_ row: Int, _ reason: MarkDefect.Reason) {
      defects.append(MarkDefect(row: row, student: rows[row].student, ue: rows[row].ue, reason: reason))
    }
    for (row, first) in repeatedRows(students.numbers, ues.numbers) {
      report(row, .repeatedStudent(firstRow: first))
    }
    for row in rows.indices where rows[row].student.isEmpty { report(row, .emptyStudent) }
    if let error = MarksError(defects) { throw error }
    self.init(
      MentionColumns(students: students.numbers, ues: ues.numbers, mentions: rows.map(\.mention)),
      students: students.names, ueNames: (0..<ues.names.count).map { ues.names[$0] })
  }

  /// The mentions that marks were given.
  ///
  /// - Complexity: O(*n*) expected, *n* rows.
  public init(_ graded: GradedMarks) {
    let marks = graded.marks
    let students = IdentifierNumbers((0..<marks.count).lazy.map { marks.students[$0] })
    self.init(
      MentionColumns(
        students: students.numbers, ues: marks.ues?.numbers ?? [Int32](repeating: 0, count: marks.count),
        mentions: graded.mentions),
      students: students.names, ueNames: marks.ueNames)
  }
}

extension UEMentions {
  /// Rows without a mention in a UE in which others have one that ranks: how many, and in which UEs.
  ///
  /// - Complexity: O(*n*), *n* rows.
  package var passedAmongRanked: (rows: Int, ues: [String]) {
    let isPassFail = columns.passFailUEs(count: ueNames.count)
    let rows = columns.mentions.indices.filter {
      columns.mentions[$0] == .passed && !isPassFail[Int(columns.ues[$0])]
    }
    return (rows.count, Set(rows.map { Int(columns.ues[$0]) }).sorted().map { ueNames[$0] })
  }
}

extension UEMentions: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { columns.mentions.count }

  /// A row, as it was given.
  public subscript(row: Int) -> UEMention {
    UEMention(
      students[Int(columns.students[row])], ue: ueNames[Int(columns.ues[row])], mention: columns.mentions[row]
    )
  }
}
