public import DelimitedText
public import ExactValues
public import Grading
import Workers

/// The marks of ECUEs: `eleve,ue,ecue,note[,statut][,session]`, a row for each mark.
public struct MarksFile: Sendable {
  /// The identifiers.
  public let students: IdentifierColumn
  /// Whether the file says of each mark which session it is of, and both count.
  public let hasSessions: Bool
  private let ecues: ECUENumbers
  /// By row: the ECUE's number, doubled, and one more for the second session.
  private let places: [Int32]
  /// By row.
  private let marks: [ECUEMark]
  /// The rows, by student, UE, ECUE and session.
  private let order: [UInt32]
  /// Where the rows of each student and UE start, and whose they are.
  private let entries: [(start: UInt32, student: Int32)]

  private static let statuts = Keywords.anyCase([[""], ["ABI"], ["V", "ABJ"], ["W"], ["F"]])

  /// - Parameter isFirstSessionOnly: whether marks of the second session are left out.
  /// - Throws: ``InputDefects``: everything that is wrong with the file, or does not fit the scheme.
  /// - Complexity: O(*n* log *m*), *n* rows, *m* of a student.
  public init(
    _ source: SourceText, scheme: UEScheme, isFirstSessionOnly: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(source, columns: Self.columns)
    let ecues = ECUENumbers(scheme)
    var gathering = Gathering(table, ecues)
    let places = gathering.places()
    let marks = gathering.marks(places)
    let isReadable = gathering.defects.isEmpty && table.defects.isEmpty
    let order = isReadable ? gathering.order(places) : []
    let entries = gathering.entries(order, places)
    try table.defects(adding: gathering.defects, identifiers: "eleve").throwIfAny()
    students = table.categories("eleve").names
    hasSessions = table.has("session") && !isFirstSessionOnly
    self.ecues = ecues
    self.places = places
    self.marks = marks
    self.order = order
    self.entries = entries
  }

  private static let columns = [
    ColumnSpecification("eleve", .category), ColumnSpecification("ue", .category),
    ColumnSpecification("ecue", .category), ColumnSpecification("note", .mark),
    ColumnSpecification("statut", .keyword(statuts), isRequired: false),
    ColumnSpecification("session", .keyword(Keywords([["1"], ["2"]])), isRequired: false),
  ]

  /// Checks the cells, where the scheme is not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns)
  }

  /// How many students and UEs there are marks of.
  public var count: Int { entries.count }

  /// All marks of a student in a UE: by student's identifier, then in the order of the scheme's UEs.
  public func entry(_ index: Int) -> StudentMarks {
    let start = Int(entries[index].start)
    let end = index + 1 < entries.count ? Int(entries[index + 1].start) : order.count
    let ue = ecues.ue(Int(places[Int(order[start])] >> 1))
    let first = ecues.starts[ue]
    var marks = [ECUEMark?](repeating: nil, count: ecues.starts[ue + 1] - first)
    var second = marks
    for row in order[start..<end] {
      let place = Int(places[Int(row)])
      if place & 1 == 0 {
        marks[place >> 1 - first] = self.marks[Int(row)]
      } else if hasSessions {
        second[place >> 1 - first] = self.marks[Int(row)]
      }
    }
    return StudentMarks(
      student: Int(entries[index].student), ue: ue, first: marks.compactMap(\.self), second: second)
  }

  /// The ECUEs of a scheme, numbered through all UEs.
  private struct ECUENumbers: Sendable {
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

  /// Puts the rows of each student and UE together.
  private struct Gathering {
    let table: DelimitedTable
    let ecues: ECUENumbers
    let students: CategoryColumn
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable, _ ecues: ECUENumbers) {
      self.table = table
      self.ecues = ecues
      students = table.categories("eleve")
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: GradingDefect) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    /// By row: the ECUE's number, doubled, and one more for the second session; −1 for a defect.
    mutating func places() -> [Int32] {
      let (ues, names) = (table.categories("ue"), table.categories("ecue"))
      let sessions = table.has("session") ? table.keywords("session") : nil
      // Names are compared byte for byte.
      let ueNumbers = IdentifierIndex(IdentifierColumn(ecues.scheme.ues.map(\.name)))
        .rows(of: ues.names, workers: .one)
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
          report(row, "ue", .unknownUE)
          continue
        }
        let ecue = number(names.numbers[row], ue: ue)
        guard ecue >= 0 else {
          report(row, "ecue", .unknownECUE)
          continue
        }
        places[row] = Int32(2 * ecue) + (sessions?[row] == 1 ? 1 : 0)
      }
      return places
    }

    /// - Parameter places: by row, as ``places()`` gives them.
    mutating func marks(_ places: [Int32]) -> [ECUEMark] {
      let takesFineMarks = ecues.scheme.ues.indices.map(ecues.scheme.takesFineMarks)
      let statuts = table.has("statut") ? table.keywords("statut") : nil
      let notes = table.marks("note")
      // Cells with a defect of their own have been told.
      let isReadable = table.defects.isEmpty
      return (0..<notes.count).map { row in
        switch statuts?[row] ?? 0 {
        case 1: return .unexcused
        case 2: return .excused
        case 3: return .exempted
        case 4: return .failed
        default:
          guard let mark = notes.mark(row) else {
            if isReadable { report(row, "note", .missingMark) }
            return .excused
          }
          if mark.tenThousandths == nil, places[row] >= 0, !takesFineMarks[ecues.ue(Int(places[row] >> 1))] {
            report(row, "note", .tooManyDigits)
          }
          return .mark(mark)
        }
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
        while end < order.count, students.numbers[Int(order[end])] == student, places[Int(order[end])] < last
        {
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
          report(row, "ecue", .repeatedMark(firstLine: table.line(ofRow: previous)))
          continue
        }
        while expected < place & ~1 {
          report(Int(rows.last ?? 0), "ecue", .missingECUE(name(expected >> 1)))
          expected += 2
        }
        if place & 1 == 1, previous.map({ Int(places[$0]) }) != place - 1 {
          report(row, "session", .noFirstSession)
        }
        expected = (place & ~1) + 2
        previous = row
      }
      while expected < 2 * ecues.starts[ue + 1] {
        report(Int(rows.last ?? 0), "ecue", .missingECUE(name(expected >> 1)))
        expected += 2
      }
    }
  }
}
