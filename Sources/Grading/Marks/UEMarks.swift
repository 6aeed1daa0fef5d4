package import ExactValues
public import Parallelism

/// The final marks of students in one or many UEs, with how each student stands: what mentions are given for.
///
/// A student who validated at the first session and resat keeps the first mark in the ranking, so that nobody else
/// moves (règlement 2.5.2). The student's own position follows from the final mark; the first mark does not count
/// against it. This type alone decides whose first mark is kept, whether the marks come from a
/// file, from rows or from results.
///
/// ```swift
/// let marks = try UEMarks([
///   UEMark("E1", ue: "MATHS", mark: "15.5"), UEMark("E2", ue: "MATHS", mark: 12),
///   UEMark("E3", ue: "MATHS", mark: 9, standing: .fx),
/// ])
/// for row in try MentionRules().graded(marks) {
///   print(row.student, row.ue, row.mention, row.position ?? "-")
/// }
/// // E1 MATHS A 1
/// // E2 MATHS C 2
/// // E3 MATHS Fx -
/// ```
public struct UEMarks: Sendable {
  /// By row the student's identifier.
  package let students: IdentifierColumn
  /// The mark of each row, then the first marks that the ranking keeps, in the order of ``kept``.
  package let column: MarkColumn
  package private(set) var standings: [Standing]
  /// The rows whose first mark the ranking keeps, ascending.
  package let kept: [Int]
  /// The UE of each row; nil where all rows are of one UE without a name.
  package let ues: IdentifierNumbers?
  /// Whether marks are exact means, to be written as fractions too.
  package let isExact: Bool

  /// Final marks of rows without a first mark.
  ///
  /// - Parameters:
  ///   - students: by row.
  ///   - column: by row; each student who validated has a mark.
  ///   - ues: by row; nil for a single UE.
  package init(
    _ students: IdentifierColumn, _ column: MarkColumn, standings: [Standing], ues: IdentifierNumbers? = nil,
    isExact: Bool
  ) {
    precondition(column.count == standings.count, "a mark and a standing for each row")
    precondition(ues.map { $0.numbers.count == standings.count } ?? true, "a UE for each row")
    self.students = students
    self.column = column
    self.standings = standings
    self.ues = ues
    self.isExact = isExact
    kept = []
  }

  /// Exact marks, and first marks of which the ranking keeps some: those of rows that are not of the first session any
  /// more (règlement 2.5.2).
  ///
  /// - Parameters:
  ///   - students: by row.
  ///   - marks: by row; each student who validated has one.
  ///   - firstMarks: by row; of those who had validated at the first session.
  ///   - ues: by row; nil for a single UE.
  package init(
    _ students: IdentifierColumn, _ marks: IndexedMarks, firstMarks: IndexedMarks, standings: [Standing],
    ues: IdentifierNumbers? = nil, isExact: Bool
  ) {
    precondition(marks.numbers.count == standings.count, "a mark and a standing for each row")
    precondition(ues.map { $0.numbers.count == standings.count } ?? true, "a UE for each row")
    let kept = standings.indices.filter { standings[$0] != .firstSession && firstMarks.hasMark($0) }
    self.students = students
    self.standings = standings
    self.kept = kept
    self.ues = ues
    self.isExact = isExact
    column = MarkColumn(kept.isEmpty ? marks : marks.followed(by: firstMarks, rows: kept))
  }

  /// The marks that results come to: a row for each.
  ///
  /// - Complexity: O(*n* log *n*), *n* results.
  public init(_ outcomes: UEOutcomes) {
    let entries = outcomes.entries
    self.init(
      outcomes.students.gathered(entries.map { UInt32($0.student) }),
      IndexedMarks(entries.lazy.map(\.outcome.mean)),
      firstMarks: IndexedMarks(entries.lazy.map(\.outcome.firstMean)),
      standings: entries.map(\.outcome.standing),
      ues: IdentifierNumbers(
        entries.map { Int32($0.ue) }, of: IdentifierColumn(outcomes.scheme.ues.lazy.map(\.name))),
      isExact: true)
  }

  /// Checks rows.
  ///
  /// - Parameters:
  ///   - rows: in any order; results come in theirs.
  ///   - validation: what is done with low marks of rows that stand as validated at the first session; nil to leave
  ///     them so.
  /// - Throws: ``MarksError`` with every defect: an empty identifier, a student twice in a UE, a mark above 20, no mark
  ///   for a student who validated, a mark that `validation` refuses.
  /// - Complexity: O(*n* log *n*), *n* rows.
  public init(_ rows: [UEMark], validation: MarkValidation? = nil) throws(MarksError) {
    var defects: [MarkDefect] = []
    func report(_ row: Int, _ reason: MarkDefect.Reason) {
      defects.append(MarkDefect(row: row, student: rows[row].student, ue: rows[row].ue, reason: reason))
    }
    let (students, ues) = (
      IdentifierNumbers(rows.lazy.map(\.student)), IdentifierNumbers(rows.lazy.map(\.ue))
    )
    for (row, first) in repeatedRows(students.numbers, ues.numbers) {
      report(row, .repeatedStudent(firstRow: first))
    }
    for (index, row) in rows.enumerated() {
      if row.student.isEmpty { report(index, .emptyStudent) }
      if [row.mark, row.firstMark].contains(where: { $0.map { $0 > Self.largestMark } ?? false }) {
        report(index, .markAboveTwenty)
      }
    }
    for row in Self.rowsWithoutMark(rows.map(\.standing), hasMark: { rows[$0].mark != nil }) {
      report(row, .missingMark)
    }
    if let error = MarksError(defects) { throw error }
    let marks = IndexedMarks(rows.lazy.map(\.mark))
    self.init(
      IdentifierColumn(rows.lazy.map(\.student)), marks, firstMarks: IndexedMarks(rows.lazy.map(\.firstMark)),
      standings: rows.map(\.standing), ues: rows.allSatisfy(\.ue.isEmpty) ? nil : ues,
      isExact: marks.values.contains { $0?.tenThousandths == nil })
    if let validation {
      for row in apply(validation) { report(row, .notValidated) }
      if let error = MarksError(defects) { throw error }
    }
  }

  private static let largestMark = Fraction(20, 1)

  /// The rows of students who are placed by their mark, and have none.
  package static func rowsWithoutMark(_ standings: [Standing], hasMark: (Int) -> Bool) -> [Int] {
    standings.indices.filter { standings[$0].fixedMention == nil && !hasMark($0) }
  }

  /// Lets low marks of the first session stand as the rule says.
  ///
  /// - Returns: the rows that the rule refuses.
  package mutating func apply(_ validation: MarkValidation) -> [Int] {
    let low = column.rows(below: validation.mark, standings)
    guard let below = validation.below else { return low }
    for row in low { standings[row] = below }
    return []
  }

  /// How many students of the first session have a mark below another.
  package func count(below mark: Mark) -> Int { column.rows(below: mark, standings).count }

  /// The names of the UEs, in the order in which they first occur; a single empty name where the UE has none.
  public var ueNames: [String] { ues.map { ues in (0..<ues.names.count).map { ues.names[$0] } } ?? [""] }

  var ueCount: Int { ues?.names.count ?? 1 }

  /// The students of each UE's first-session ranking, by mark, in the order of ``ueNames``.
  ///
  /// - Complexity: O(*n* log *n*), *n* rows; O(*n*) for a single UE, shared by the workers.
  public func cohorts(workers: Workers = Workers()) -> [CohortSummary] {
    // In the ranking of the first session kept marks are like any other.
    let standings = kept.isEmpty ? standings : standings + kept.map { _ in .firstSession }
    guard let ues = ues?.numbers else {
      return [CohortSummary(column, standings: standings, workers: workers)]
    }
    let owners = kept.isEmpty ? ues : ues + kept.map { ues[$0] }
    // The rows of each UE together, then their marks in order.
    var starts = [Int](repeating: 0, count: ueCount + 1)
    return column.withCodes { codes in
      func isCounted(_ row: Int) -> Bool { standings[row] == .firstSession && codes[row] >= 0 }
      for row in owners.indices where isCounted(row) { starts[Int(owners[row]) + 1] += 1 }
      for ue in 0..<ueCount { starts[ue + 1] += starts[ue] }
      var next = starts
      var gathered = [Int32](repeating: 0, count: starts[ueCount])
      for row in owners.indices where isCounted(row) {
        let ue = Int(owners[row])
        gathered[next[ue]] = codes[row]
        next[ue] += 1
      }
      return (0..<ueCount).map { summary(gathered[starts[$0]..<starts[$0 + 1]]) }
    }
  }

  /// The size of the promotion in each UE: all rows but those exempted (règlement 1.3.3).
  var promotions: [Int] {
    var counts = [Int](repeating: 0, count: ueCount)
    for row in standings.indices where standings[row] != .w {
      counts[ues.map { Int($0.numbers[row]) } ?? 0] += 1
    }
    return counts
  }

  /// The first mark that the ranking keeps of a row, as an integer of the column's scale; nil for none.
  ///
  /// - Parameter codes: those of ``column``.
  /// - Complexity: O(log *k*), *k* rows kept.
  @inline(__always)
  func firstCode(ofRow row: Int, _ codes: UnsafeBufferPointer<Int32>) -> Int32? {
    guard !kept.isEmpty, standings[row] != .firstSession else { return nil }
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < kept.count && kept[low] == row ? codes[count + low] : nil
  }

  private func summary(_ codes: ArraySlice<Int32>) -> CohortSummary {
    let size = column.scale.codeCount
    guard codes.count > size / CohortSummary.placesPerStudent else {
      return CohortSummary(scale: column.scale, few: codes)
    }
    var table = [UInt32](repeating: 0, count: size)
    for code in codes { table[Int(code)] += 1 }
    return CohortSummary(scale: column.scale, dense: table, rows: codes.count)
  }
}

extension UEMarks: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { standings.count }

  /// A row, as it was given.
  public subscript(row: Int) -> UEMark {
    let first = column.withCodes { firstCode(ofRow: row, $0) }
    return UEMark(
      students[row], ue: ueName(ofRow: row), mean: column[row], standing: standings[row],
      firstMean: first.map(column.scale.mark))
  }

  /// The name of a row's UE; empty where it has none.
  func ueName(ofRow row: Int) -> String { ues.map { $0.names[Int($0.numbers[row])] } ?? "" }
}

/// The rows of students who stand in a UE already, and where they first do.
///
/// - Complexity: O(*n*) expected, *n* rows.
package func repeatedRows(_ students: [Int32], _ ues: [Int32]) -> [(row: Int, first: Int)] {
  var first: [UInt64: Int] = [:]
  first.reserveCapacity(students.count)
  var repeats: [(row: Int, first: Int)] = []
  for row in students.indices where students[row] >= 0 && ues[row] >= 0 {
    let key = UInt64(students[row]) << 32 | UInt64(ues[row])
    if let known = first[key] { repeats.append((row, known)) } else { first[key] = row }
  }
  return repeats
}
