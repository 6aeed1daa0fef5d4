package import ExactValues

/// The marks of students in the ECUEs of a scheme, checked: what UEs are validated by.
///
/// A student with a mark in a UE has exactly one in each of its ECUEs in the first session, and at most one in the
/// second (règlement 1.3.2, 2.5.2). The rows come by student's identifier, then in the scheme's order, then by session.
public struct ECUEMarks: Sendable {
  /// The UEs that the marks are of.
  public let scheme: UEScheme
  /// Whether marks of the second session are known and count.
  package let hasSessions: Bool
  package let students: IdentifierColumn
  private let numbers: ECUENumbers
  /// By row as given.
  private let places: [MarkPlace]
  /// By row as given.
  private let marks: [SessionMark]
  /// The rows, by student, then place.
  private let order: [UInt32]
  private let entries: [Entry]

  /// The rows of one student in one UE.
  private struct Entry {
    /// In ``ECUEMarks/order``.
    let rows: Range<Int>
    let student: Int32
    let ue: Int32
  }

  /// Gathers marks whose ECUEs are known.
  ///
  /// - Parameters:
  ///   - owners: by row the position of the student.
  ///   - students: different ones.
  ///   - places: by row.
  ///   - marks: by row.
  ///   - hasSessions: whether marks of the second session count.
  ///   - defects: takes what lacks, stands twice or contradicts.
  /// - Complexity: O(*n* log *m*), *n* rows, *m* of a student.
  package init(
    _ scheme: UEScheme, owners: [Int32], students: IdentifierColumn, places: [MarkPlace],
    marks: [SessionMark],
    hasSessions: Bool, defects: inout [RowReason]
  ) {
    self.scheme = scheme
    self.hasSessions = hasSessions
    self.students = students
    self.places = places
    self.marks = marks
    numbers = ECUENumbers(scheme)
    order = Self.order(owners, students, places)
    entries = Self.entries(order, owners, places, numbers)
    for entry in entries { check(entry, &defects) }
    for entry in entries { checkSecondSession(entry, &defects) }
  }

  /// Checks rows and puts them in order.
  ///
  /// - Parameters:
  ///   - rows: in any order.
  ///   - scheme: the UEs and ECUEs that rows may name.
  ///   - isFirstSessionOnly: whether marks of the second session are left out of the results.
  /// - Throws: ``MarksError`` with every defect: an empty identifier, an unknown UE, ECUE or session, an ECUE without a
  ///   mark or with two, a second session without a first one or after `W` or `F`, a mark of too many digits.
  /// - Complexity: O(*n* log *m*), *n* rows, *m* of a student.
  public init(_ rows: [ECUEMark], scheme: UEScheme, isFirstSessionOnly: Bool = false) throws(MarksError) {
    var defects: [MarkDefect] = []
    func report(_ row: Int, _ reason: MarkDefect.Reason) {
      defects.append(MarkDefect(row: row, student: rows[row].student, ue: rows[row].ue, reason: reason))
    }
    let numbers = ECUENumbers(scheme)
    var ues: [String: Int] = [:]
    for (index, ue) in scheme.ues.enumerated() { ues[ue.name] = index }
    var places: [MarkPlace?] = []
    places.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if row.student.isEmpty { report(index, .emptyStudent) }
      if !(1...2 ~= row.session) { report(index, .unknownSession(row.session)) }
      guard let ue = ues[row.ue] else {
        report(index, .unknownUE)
        places.append(nil)
        continue
      }
      guard let ecue = numbers.number(inUE: ue, where: { $0 == row.ecue }) else {
        report(index, .unknownECUE(row.ecue))
        places.append(nil)
        continue
      }
      places.append(MarkPlace(ecue: ecue, isSecondSession: row.session == 2))
    }
    let marks = rows.map(\.mark)
    for row in Self.rowsTooFine(marks, places, scheme) { report(row, .tooManyDigits) }
    if let error = MarksError(defects) { throw error }
    let students = IdentifierNumbers(rows.lazy.map(\.student))
    var found: [RowReason] = []
    self.init(
      scheme, owners: students.numbers, students: students.names, places: places.compactMap(\.self),
      marks: marks,
      hasSessions: !isFirstSessionOnly && rows.contains { $0.session == 2 }, defects: &found)
    for defect in found { report(defect.row, defect.reason) }
    if let error = MarksError(defects) { throw error }
  }

  /// The rows whose marks have more decimals than the mean of their UE can be computed with.
  ///
  /// - Parameter places: by row; nil for a row that is not looked at.
  package static func rowsTooFine(
    _ marks: [SessionMark], _ places: [MarkPlace?], _ scheme: UEScheme
  ) -> [Int] {
    let numbers = ECUENumbers(scheme)
    let takesFineMarks = scheme.ues.indices.map(scheme.takesFineMarks)
    return marks.indices.filter { row in
      guard let place = places[row], !marks[row].isInTenThousandths else { return false }
      return !takesFineMarks[numbers.ue(of: place.ecue)]
    }
  }

  /// The rows by student's identifier, then by place, then as given.
  private static func order(
    _ owners: [Int32], _ students: IdentifierColumn, _ places: [MarkPlace]
  ) -> [UInt32] {
    let sorted = students.rowsInOrder
    var next = [Int](repeating: 0, count: students.count)
    for student in owners { next[Int(student)] += 1 }
    var start = 0
    for student in sorted { (next[student], start) = (start, start + next[student]) }
    var order = [UInt32](repeating: 0, count: places.count)
    for (row, student) in owners.enumerated() {
      order[next[Int(student)]] = UInt32(row)
      next[Int(student)] += 1
    }
    start = 0
    for student in sorted {
      order[start..<next[student]].sort { (places[Int($0)], $0) < (places[Int($1)], $1) }
      start = next[student]
    }
    return order
  }

  private static func entries(
    _ order: [UInt32], _ owners: [Int32], _ places: [MarkPlace], _ numbers: ECUENumbers
  ) -> [Entry] {
    var entries: [Entry] = []
    var start = 0
    while start < order.count {
      let student = owners[Int(order[start])]
      let ue = numbers.ue(of: places[Int(order[start])].ecue)
      let ecues = numbers.range(ofUE: ue)
      var end = start + 1
      while end < order.count, owners[Int(order[end])] == student,
        places[Int(order[end])].ecue < ecues.upperBound
      {
        end += 1
      }
      entries.append(Entry(rows: start..<end, student: student, ue: Int32(ue)))
      start = end
    }
    return entries
  }

  /// Each ECUE once in the first session, at most once in the second.
  private func check(_ entry: Entry, _ defects: inout [RowReason]) {
    let rows = order[entry.rows].map { Int($0) }
    let ecues = numbers.range(ofUE: Int(entry.ue))
    let last = rows[rows.count - 1]
    func name(_ number: Int) -> String { numbers.names(of: number).ecue }
    var expected = ecues.lowerBound
    var previous: Int?
    for row in rows {
      let place = places[row]
      if let previous, places[previous] == place {
        defects.append((row, .repeatedMark(ecue: name(place.ecue), firstRow: previous)))
        continue
      }
      while expected < place.ecue {
        defects.append((last, .missingECUE(name(expected))))
        expected += 1
      }
      if place.isSecondSession, previous.map({ places[$0] }) != place.ofFirstSession {
        defects.append((row, .noFirstSession(ecue: name(place.ecue))))
      }
      expected = place.ecue + 1
      previous = row
    }
    while expected < ecues.upperBound {
      defects.append((last, .missingECUE(name(expected))))
      expected += 1
    }
  }

  /// No second session of an ECUE that the student is exempted from, nor in a UE that is failed at the first.
  private func checkSecondSession(_ entry: Entry, _ defects: inout [RowReason]) {
    let rows = order[entry.rows].map { Int($0) }
    let failed = rows.first { !places[$0].isSecondSession && marks[$0] == .failed }
    for (first, row) in zip(rows, rows.dropFirst()) where places[row].isSecondSession {
      if let failed, marks[row] != .failed {
        defects.append((row, .secondOfFailed(firstRow: failed)))
      } else if places[first] == places[row].ofFirstSession, marks[first] == .exempted,
        marks[row] != .exempted
      {
        let ecue = numbers.names(of: places[row].ecue).ecue
        defects.append((row, .secondOfExempted(ecue: ecue, firstRow: first)))
      }
    }
  }

  /// How many students and UEs there are marks of.
  package var entryCount: Int { entries.count }

  /// All marks of a student in a UE: by student's identifier, then in the order of the scheme's UEs.
  package func entry(_ index: Int) -> StudentMarks {
    let entry = entries[index]
    let ecues = numbers.range(ofUE: Int(entry.ue))
    var first = [SessionMark?](repeating: nil, count: ecues.count)
    var second = first
    for row in order[entry.rows] {
      let place = places[Int(row)]
      if !place.isSecondSession {
        first[place.ecue - ecues.lowerBound] = marks[Int(row)]
      } else if hasSessions {
        second[place.ecue - ecues.lowerBound] = marks[Int(row)]
      }
    }
    return StudentMarks(
      student: Int(entry.student), ue: Int(entry.ue), first: first.compactMap(\.self), second: second)
  }

  /// The student of each position in ``order``.
  private func entry(atPosition position: Int) -> Entry {
    entries[entries.partitioningIndex { $0.rows.lowerBound > position } - 1]
  }
}

extension ECUEMarks: RandomAccessCollection {
  /// The position of the first row: 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { order.count }

  /// A row, in order.
  ///
  /// - Complexity: O(log *n*), *n* rows.
  public subscript(position: Int) -> ECUEMark {
    let row = Int(order[position])
    let names = numbers.names(of: places[row].ecue)
    return ECUEMark(
      students[Int(entry(atPosition: position).student)], ue: names.ue, ecue: names.ecue, mark: marks[row],
      session: places[row].isSecondSession ? 2 : 1)
  }
}
