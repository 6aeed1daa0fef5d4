import DelimitedText
import ExactValues
import Grading
import Parallelism

/// Puts the rows of each student and UE together.
struct MarkGathering {
  let table: DelimitedTable
  let ecues: ECUENumbers
  let students: CategoryColumn
  private(set) var defects: [RowDefect]

  /// - Parameter defects: those found in the cells of the marks.
  init(_ table: DelimitedTable, _ ecues: ECUENumbers, defects: [RowDefect]) {
    self.table = table
    self.ecues = ecues
    self.defects = defects
    students = table.categories("eleve")
  }

  private mutating func report(_ row: Int, _ column: String, _ reason: any DefectReason) {
    defects.append(RowDefect(row: row, column: column, reason: reason))
  }

  /// By row: the ECUE's number, doubled, and one more for the second session; −1 for a defect.
  mutating func places() -> [Int32] {
    let (ues, names) = (table.categories("ue"), table.categories("ecue"))
    let sessions = table.has("session") ? table.keywords("session") : nil
    // Names are compared byte for byte.
    let ueIndex = IdentifierIndex(IdentifierColumn(ecues.scheme.ues.map(\.name)))
    let ueNumbers = ueIndex.rows(of: ues.names, workers: .one)
    let ecueIndices = ecues.scheme.ues.map { IdentifierIndex(IdentifierColumn($0.ecues.map(\.name))) }
    var known: [UInt64: Int] = [:]
    func number(_ ecue: Int32, ue: Int) -> Int {
      let key = UInt64(ue) << 32 | UInt64(ecue)
      if let number = known[key] { return number }
      let name = names.names.bytes[names.names.range(Int(ecue))]
      let place = ecues.scheme.ues[ue].ecues.firstIndex { $0.name.utf8.elementsEqual(name) }
      let number = place.map { ecues.starts[ue] + $0 } ?? -1
      known[key] = number
      return number
    }
    var places = [Int32](repeating: -1, count: table.rowCount)
    for row in places.indices where ues.numbers[row] >= 0 && names.numbers[row] >= 0 {
      let ue = Int(ueNumbers[Int(ues.numbers[row])])
      guard ue >= 0 else {
        let cell = Int(ues.numbers[row])
        report(row, "ue", ueIndex.reason(GradingDefect.unknownUE, notFound: cell, of: ues.names))
        continue
      }
      let ecue = number(names.numbers[row], ue: ue)
      let isSecond = sessions?[row] == 1
      guard ecue >= 0 else {
        let cell = Int(names.numbers[row])
        let isEmpty = names.names.range(cell).isEmpty
        let reason: GradingDefect = isEmpty ? .noECUE(isSecond: isSecond) : .unknownECUE(isSecond: isSecond)
        report(row, "ecue", ecueIndices[ue].reason(reason, notFound: cell, of: names.names))
        continue
      }
      places[row] = Int32(2 * ecue) + (isSecond ? 1 : 0)
    }
    return places
  }

  /// Reports marks of more decimals than the mean of their UE can be computed with.
  ///
  /// - Parameters:
  ///   - marks: by row.
  ///   - places: by row, as ``places()`` gives them.
  mutating func checkDigits(_ marks: [ECUEMark], _ places: [Int32]) {
    let takesFineMarks = ecues.scheme.ues.indices.map(ecues.scheme.takesFineMarks)
    for (row, mark) in marks.enumerated() where places[row] >= 0 {
      guard case .mark(let mark) = mark, mark.tenThousandths == nil,
        !takesFineMarks[ecues.ue(Int(places[row] >> 1))]
      else { continue }
      report(row, "note", GradingDefect.tooManyDigits)
    }
  }

  /// The rows by student's identifier, then by place, then as they stand.
  func order(_ places: [Int32]) -> [UInt32] {
    let names = students.names
    let sorted = (0..<names.count).sorted { a, b in
      names.bytes[names.range(a)].lexicographicallyPrecedes(names.bytes[names.range(b)])
    }
    var next = [Int](repeating: 0, count: names.count)
    for student in students.numbers { next[Int(student)] += 1 }
    var start = 0
    for student in sorted { (next[student], start) = (start, start + next[student]) }
    var order = [UInt32](repeating: 0, count: places.count)
    for (row, student) in students.numbers.enumerated() {
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

  /// Where the rows of each student and UE start; what lacks or stands twice is reported.
  mutating func entries(_ order: [UInt32], _ places: [Int32]) -> [(start: UInt32, student: Int32)] {
    var entries: [(start: UInt32, student: Int32)] = []
    var start = 0
    while start < order.count {
      let student = students.numbers[Int(order[start])]
      let ue = ecues.ue(Int(places[Int(order[start])] >> 1))
      let last = Int32(2 * ecues.starts[ue + 1])
      var end = start + 1
      while end < order.count, students.numbers[Int(order[end])] == student, places[Int(order[end])] < last {
        end += 1
      }
      check(order[start..<end], places, ue)
      entries.append((UInt32(start), student))
      start = end
    }
    return entries
  }

  /// The rows of one student in one UE: each ECUE once in the first session, at most once in the second.
  private mutating func check(_ rows: ArraySlice<UInt32>, _ places: [Int32], _ ue: Int) {
    var expected = 2 * ecues.starts[ue]
    var previous: Int?
    func name(_ number: Int) -> String { ecues.scheme.ues[ue].ecues[number - ecues.starts[ue]].name }
    for row in rows.map({ Int($0) }) {
      let place = Int(places[row])
      if let previous, Int(places[previous]) == place {
        report(row, "ecue", GradingDefect.repeatedMark(firstLine: table.line(ofRow: previous)))
        continue
      }
      while expected < place & ~1 {
        report(Int(rows.last ?? 0), "ecue", GradingDefect.missingECUE(name(expected >> 1)))
        expected += 2
      }
      if place & 1 == 1, previous.map({ Int(places[$0]) }) != place - 1 {
        report(row, "session", GradingDefect.noFirstSession)
      }
      expected = (place & ~1) + 2
      previous = row
    }
    while expected < 2 * ecues.starts[ue + 1] {
      report(Int(rows.last ?? 0), "ecue", GradingDefect.missingECUE(name(expected >> 1)))
      expected += 2
    }
  }

  /// A second session of an ECUE that the student is exempted from, or of a UE that is failed at the first.
  ///
  /// - Parameters:
  ///   - marks: by row.
  ///   - entries: where the rows of each student and UE start in `order`.
  mutating func checkSecondSessions(
    _ marks: [ECUEMark], _ order: [UInt32], _ places: [Int32], _ entries: [(start: UInt32, student: Int32)]
  ) {
    for (index, entry) in entries.enumerated() {
      let end = index + 1 < entries.count ? Int(entries[index + 1].start) : order.count
      let rows = order[Int(entry.start)..<end].map { Int($0) }
      let failed = rows.first { places[$0] & 1 == 0 && marks[$0] == .failed }
      for (first, row) in zip(rows, rows.dropFirst()) where places[row] & 1 == 1 {
        if let failed, marks[row] != .failed {
          report(row, "session", GradingDefect.secondOfFailed(firstLine: table.line(ofRow: failed)))
        } else if places[first] == places[row] - 1, marks[first] == .exempted, marks[row] != .exempted {
          report(row, "session", GradingDefect.secondOfExempted(firstLine: table.line(ofRow: first)))
        }
      }
    }
  }
}

/// The ECUEs of a scheme, numbered through all UEs.
struct ECUENumbers: Sendable {
  let scheme: UEScheme
  /// By UE, and one more.
  let starts: [Int]

  init(_ scheme: UEScheme) {
    self.scheme = scheme
    var starts = [0]
    for ue in scheme.ues { starts.append(starts[starts.count - 1] + ue.ecues.count) }
    self.starts = starts
  }

  /// The UE of an ECUE.
  func ue(_ number: Int) -> Int {
    var (low, high) = (0, scheme.ues.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
