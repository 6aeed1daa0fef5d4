public import DelimitedText
public import ExactValues
public import Grading
public import Parallelism

/// The marks of ECUEs: `eleve,ue,ecue,note[,statut][,session]`, a row for each mark.
///
/// A statut may also be given in the cell of the mark.
public struct ECUEMarksFile: Sendable {
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

  /// - Parameter isFirstSessionOnly: whether marks of the second session are left out.
  /// - Throws: ``InputDefects``: everything that is wrong with the file, or does not fit the scheme.
  /// - Complexity: O(*n* log *m*), *n* rows, *m* of a student.
  public init(
    _ source: SourceText, scheme: UEScheme, isFirstSessionOnly: Bool = false
  ) throws(InputDefects) {
    let columns = Self.columns(.markOrWord(StatutCells.words), MarkWords(adding: scheme.missingWords))
    let header = try DelimitedHeader(source, wanted: columns.map(\.name))
    try MarksShape.checkHeader(header, scheme, file: source.file)
    let table = try DelimitedTable(source, columns: columns, header: header)
    let ecues = ECUENumbers(scheme)
    var cells = StatutCells(table)
    let marks = cells.marks()
    var gathering = MarkGathering(table, ecues, defects: cells.defects)
    let places = gathering.places()
    gathering.checkDigits(marks, places)
    let isReadable = !places.contains(-1) && table.defects.isEmpty
    let order = isReadable ? gathering.order(places) : []
    let entries = gathering.entries(order, places)
    if isReadable { gathering.checkSecondSessions(marks, order, places, entries) }
    try MarksShape.hint(table, table.defects(adding: gathering.defects, identifiers: "eleve")).throwIfAny()
    students = table.categories("eleve").names
    hasSessions = table.has("session") && !isFirstSessionOnly
    self.ecues = ecues
    self.places = places
    self.marks = marks
    self.order = order
    self.entries = entries
  }

  private static func columns(_ note: ColumnKind, _ words: MarkWords = .standard) -> [ColumnSpecification] {
    [
      ColumnSpecification("eleve", .category), ColumnSpecification("ue", .category),
      ColumnSpecification("ecue", .optionalCategory), ColumnSpecification("note", note, words: words),
      ColumnSpecification("statut", .keyword(StatutCells.statuts), isRequired: false),
      ColumnSpecification("session", .keyword(Keywords([["1"], ["2"]])), isRequired: false),
    ]
  }

  /// Checks the cells but for the marks, where the scheme with its words for missing ones is not known.
  public static func checkCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: columns(.text))
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
}

extension UEScheme {
  /// The results of all marks of a file.
  ///
  /// - Complexity: O(*n*), *n* rows, shared by the workers.
  public func outcomes(of file: ECUEMarksFile, workers: Workers = Workers()) -> UEOutcomes {
    UEOutcomes(self, count: file.count, workers: workers) { file.entry($0) }
  }
}
