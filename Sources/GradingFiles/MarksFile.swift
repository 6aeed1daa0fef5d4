public import DelimitedText
import ExactValues
public import Grading
import Workers

/// The marks of ECUEs: `eleve,ue,ecue,note[,statut][,session]`, a row for each mark.
public struct MarksFile: Sendable {
  /// By student's identifier, then in the order of the scheme's UEs.
  public let entries: [StudentMarks]
  /// The identifiers.
  public let students: [String]
  /// Whether the file says of each mark which session it is of.
  public let hasSessions: Bool

  private static let statuts = Keywords.anyCase([["", "présent"], ["ABI"], ["V", "ABJ"], ["W"], ["F"]])

  /// - Parameter isFirstSessionOnly: whether marks of the second session are left out.
  /// - Throws: ``InputDefects``: everything that is wrong with the file, or does not fit the scheme.
  /// - Complexity: O(*n* log *n*), *n* rows.
  public init(
    _ source: SourceText, scheme: UEScheme, isFirstSessionOnly: Bool = false
  ) throws(InputDefects) {
    let table = try DelimitedTable(
      source,
      columns: [
        ColumnSpecification("eleve", .category), ColumnSpecification("ue", .category),
        ColumnSpecification("ecue", .category), ColumnSpecification("note", .mark),
        ColumnSpecification("statut", .keyword(Self.statuts), isRequired: false),
        ColumnSpecification("session", .integer(1...2), isRequired: false),
      ])
    var gathering = Gathering(table, scheme)
    let entries = gathering.entries()
    try table.defects(adding: gathering.defects, identifiers: "eleve").throwIfAny()
    hasSessions = table.has("session") && !isFirstSessionOnly
    let names = table.categories("eleve").names
    students = (0..<names.count).map { names[$0] }
    self.entries =
      isFirstSessionOnly
      ? entries.map {
        StudentMarks(student: $0.student, ue: $0.ue, first: $0.first, second: $0.second.map { _ in nil })
      } : entries
  }

  /// Puts the rows of each student and UE together.
  private struct Gathering {
    let table: DelimitedTable
    let scheme: UEScheme
    let students: CategoryColumn
    let marks: [OptionalMark]
    let statuts: [UInt16]?
    let sessions: [Int]?
    var defects: [RowDefect] = []

    init(_ table: DelimitedTable, _ scheme: UEScheme) {
      self.table = table
      self.scheme = scheme
      students = table.categories("eleve")
      marks = table.marks("note")
      statuts = table.has("statut") ? table.keywords("statut") : nil
      sessions = table.has("session") ? table.integers("session") : nil
    }

    private mutating func report(_ row: Int, _ column: String, _ reason: GradingDefect) {
      defects.append(RowDefect(row: row, column: column, reason: reason))
    }

    mutating func entries() -> [StudentMarks] {
      let places = self.places()
      guard defects.isEmpty, table.defects.isEmpty else { return [] }
      let names = students.names
      let order = (0..<names.count).sorted { a, b in
        names.bytes[names.range(a)].lexicographicallyPrecedes(names.bytes[names.range(b)])
      }
      var rank = [Int](repeating: 0, count: order.count)
      for (place, student) in order.enumerated() { rank[student] = place }
      // By student, UE, ECUE, session, then row.
      let keys = places.enumerated().map { row, place in
        (rank[Int(students.numbers[row])], place.ue, place.ecue, sessions?[row] ?? 1, row)
      }.sorted { $0 < $1 }
      var entries: [StudentMarks] = []
      var start = 0
      while start < keys.count {
        var end = start
        while end < keys.count, keys[end].0 == keys[start].0, keys[end].1 == keys[start].1 { end += 1 }
        if let entry = entry(
          keys[start..<end].map { (ecue: $0.2, session: $0.3, row: $0.4) }, ue: keys[start].1)
        {
          entries.append(entry)
        }
        start = end
      }
      return entries
    }

    /// Which UE and ECUE of the scheme each row is of.
    private mutating func places() -> [(ue: Int, ecue: Int)] {
      let (ues, ecues) = (table.categories("ue"), table.categories("ecue"))
      // Names are compared byte for byte.
      let ueNumbers = IdentifierIndex(IdentifierColumn(scheme.ues.map(\.name)))
        .rows(of: ues.names, workers: .one)
      var known: [UInt64: Int] = [:]
      func number(_ ecue: Int32, ue: Int) -> Int {
        let key = UInt64(ue) << 32 | UInt64(ecue)
        if let number = known[key] { return number }
        let name = ecues.names.bytes[ecues.names.range(Int(ecue))]
        let number = scheme.ues[ue].ecues.firstIndex { $0.name.utf8.elementsEqual(name) } ?? -1
        known[key] = number
        return number
      }
      return (0..<table.rowCount).map { row in
        let (ueName, ecueName) = (ues.numbers[row], ecues.numbers[row])
        guard ueName >= 0, ecueName >= 0 else { return (-1, -1) }
        let ue = Int(ueNumbers[Int(ueName)])
        guard ue >= 0 else {
          report(row, "ue", .unknownUE)
          return (-1, -1)
        }
        let ecue = number(ecueName, ue: ue)
        if ecue < 0 { report(row, "ecue", .unknownECUE) }
        return (ue, ecue)
      }
    }

    private mutating func entry(_ rows: [(ecue: Int, session: Int, row: Int)], ue: Int) -> StudentMarks? {
      let ecues = scheme.ues[ue].ecues
      var first = [ECUEMark?](repeating: nil, count: ecues.count)
      var second = first
      var previous: (ecue: Int, session: Int, row: Int)?
      let known = defects.count
      for place in rows {
        if let previous, previous.ecue == place.ecue, previous.session == place.session {
          report(place.row, "ecue", .repeatedMark(firstLine: table.line(ofRow: previous.row)))
        }
        previous = place
        let mark = mark(place.row)
        if place.session == 1 {
          first[place.ecue] = mark
        } else {
          if first[place.ecue] == nil { report(place.row, "session", .noFirstSession) }
          second[place.ecue] = mark
        }
      }
      for (index, ecue) in ecues.enumerated() where first[index] == nil && second[index] == nil {
        report(rows.last?.row ?? 0, "ecue", .missingECUE(ecue.name))
      }
      guard defects.count == known else { return nil }
      return StudentMarks(
        student: Int(students.numbers[rows[0].row]), ue: ue, first: first.compactMap(\.self), second: second)
    }

    private mutating func mark(_ row: Int) -> ECUEMark {
      switch statuts?[row] ?? 0 {
      case 1: return .unexcused
      case 2: return .excused
      case 3: return .exempted
      case 4: return .failed
      default:
        guard let mark = marks[row].mark else {
          report(row, "note", .missingMark)
          return .excused
        }
        return .mark(mark)
      }
    }
  }
}
