import ExactValues

/// The GPAs and credits of students, by identifier (règlement 2.5.3, 5.5.3).
///
/// V and W leave the mean, and so does a pass/fail UE with all its mentions, failures too.
///
/// ```swift
/// let scheme = try GPAScheme(values: [.a: 4, .b: 3, .c: 2], ects: ["MATHS": 6, "SPORT": 2])
/// let mentions = try UEMentions([
///   UEMention("E1", ue: "MATHS", mention: .a), UEMention("E1", ue: "SPORT", mention: .c),
///   UEMention("E2", ue: "MATHS", mention: .w),
/// ])
/// for row in try GPAs(mentions, scheme: scheme) { print(row.student, row.gpa ?? "-", row.ects) }
/// // E1 7/2 8
/// // E2 - 6
/// ```
public struct GPAs: Sendable {
  package let mentions: UEMentions
  /// By student, as ``mentions`` has them.
  package let gpas: [GPA]
  /// The students in the order of their identifiers.
  package let order: [Int]

  /// The GPA of each student who has a mention.
  ///
  /// - Parameters:
  ///   - mentions: of all UEs that count.
  ///   - scheme: with the credits of each of these UEs, and the value of each mention that counts.
  /// - Throws: ``MarksError`` with every UE without credits, and every mention without a value.
  /// - Complexity: O(*n* + *s* log *s*), *n* mentions and *s* students.
  public init(_ mentions: UEMentions, scheme: GPAScheme) throws(MarksError) {
    let rows = mentions
    let defects = Self.defects(mentions, scheme).map { row, reason in
      let mention = rows[row]
      return MarkDefect(row: row, student: mention.student, ue: mention.ue, reason: reason)
    }
    if let error = MarksError(defects) { throw error }
    self.init(checked: mentions, scheme: scheme)
  }

  /// - Parameters:
  ///   - mentions: of which ``defects(_:_:)`` finds none.
  ///   - scheme: the same.
  package init(checked mentions: UEMentions, scheme: GPAScheme) {
    self.mentions = mentions
    let ects = mentions.ueNames.map { scheme.ects[$0] ?? 0 }
    gpas = mentions.columns.uncheckedGPAs(
      studentCount: mentions.students.count, ects: ects, values: scheme.values)
    order = mentions.students.rowsInOrder
  }

  /// What a scheme lacks for these mentions. A UE without credits is reported at its first row.
  package static func defects(_ mentions: UEMentions, _ scheme: GPAScheme) -> [RowReason] {
    let columns = mentions.columns
    let isPassFail = columns.passFailUEs(count: mentions.ueNames.count)
    let ects = mentions.ueNames.map { scheme.ects[$0] }
    var defects: [RowReason] = []
    var isTold = [Bool](repeating: false, count: ects.count)
    for row in columns.mentions.indices {
      let (ue, mention) = (Int(columns.ues[row]), columns.mentions[row])
      if ects[ue] == nil, !isTold[ue] {
        isTold[ue] = true
        defects.append((row, .ueWithoutECTS))
      }
      if mention.hasValue, !isPassFail[ue], scheme.values[mention] == nil {
        defects.append((row, .mentionWithoutValue(mention)))
      }
    }
    if !GPA.canWeigh(ects: ects.map { $0 ?? 0 }, values: scheme.values) {
      defects.append((0, .tooManyDigits))
    }
    return defects
  }

  /// The UEs that each student has validated, by name; students in the order of identifiers.
  ///
  /// - Complexity: O(*n* log *n*), *n* mentions.
  package var validatedUEs: [[String]] {
    var names = [[String]](repeating: [], count: gpas.count)
    let columns = mentions.columns
    for row in columns.mentions.indices where columns.mentions[row].givesCredits {
      names[Int(columns.students[row])].append(mentions.ueNames[Int(columns.ues[row])])
    }
    return order.map { names[$0].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }
}

extension GPAs: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { order.count }

  /// The GPA of one student.
  public subscript(position: Int) -> StudentGPA {
    let student = order[position]
    return StudentGPA(
      student: mentions.students[student], gpa: gpas[student].value, ects: gpas[student].ects)
  }
}
