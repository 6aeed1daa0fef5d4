public import AdmissionCalls
public import DelimitedText
import ExactValues
import Parallelism

/// A table about candidates of a call order: answers, or the state of a season.
struct CallTable {
  let table: DelimitedTable
  let statuses: [CallStatus?]
  /// For each row the position in the call order, −1 where there is none.
  let positions: [Int32]
  var defects: [RowDefect] = []

  private static let keywords = Keywords.anyCase(CallStatus.answers.map { ["\($0.word)"] })

  static let columns = [
    ColumnSpecification("candidat", .identifier), ColumnSpecification("statut", .keyword(keywords)),
  ]

  /// - Parameter more: columns besides `candidat,statut`.
  init(
    _ source: SourceText, _ order: CallOrderFile, _ more: [ColumnSpecification] = []
  ) throws(InputDefects) {
    table = try DelimitedTable(source, columns: Self.columns + more, unused: ["ordre", "appel"])
    statuses = table.keywords("statut").map {
      $0 == DelimitedTable.unread ? nil : CallStatus.answers[Int($0)]
    }
    let names = table.text("candidat")
    positions = order.index.rows(of: names, workers: .one)
    for row in positions.indices where positions[row] < 0 && !names.range(row).isEmpty {
      let reason = order.index.reason(CallFileDefect.notInTheOrder, notFound: row, of: names)
      defects.append(RowDefect(row: row, column: "candidat", reason: reason))
    }
  }

  mutating func report(_ row: Int, _ column: String, _ reason: CallFileDefect) {
    defects.append(RowDefect(row: row, column: column, reason: reason))
  }

  /// Hands each row that can be read to `body`, then throws all defects.
  mutating func take(
    _ body: (_ row: Int, _ position: Int, CallStatus) throws(CallContradiction) -> Void
  ) throws(InputDefects) {
    for row in positions.indices {
      guard positions[row] >= 0, let status = statuses[row] else { continue }
      do throws(CallContradiction) {
        try body(row, Int(positions[row]), status)
      } catch {
        report(row, "statut", .contradiction(error))
      }
    }
    try table.defects(adding: defects, identifiers: "candidat").throwIfAny()
  }
}

extension CallSeason {
  /// Before the first appel of a call order.
  public init(_ order: CallOrderFile) { self.init(orders: order.orders) }

  /// Takes a file of answers as the whole of what is known: `candidat,statut`; whoever is not in it waits.
  ///
  /// - Throws: ``InputDefects`` for everything wrong with the file.
  public static func statuses(
    _ source: SourceText, _ order: CallOrderFile
  ) throws(InputDefects) -> [CallStatus] {
    var answers = try CallTable(source, order)
    var statuses = order.orders.map { _ in CallStatus.waiting }
    try answers.take { (_, position, status) throws(CallContradiction) in statuses[position] = status }
    return statuses
  }

  /// Puts back the state that an earlier run wrote: `candidat,statut,appel`; whoever is not in it waits.
  ///
  /// - Throws: ``InputDefects`` for everything wrong with the file.
  public mutating func restore(_ source: SourceText, _ order: CallOrderFile) throws(InputDefects) {
    var state = try CallTable(source, order, Self.stateColumns)
    let appels = state.table.integers("appel")
    var season = self
    try state.take { (row, position, status) throws(CallContradiction) in
      try season.restore(position, status: status, appel: appels[row])
    }
    self = season
  }

  /// No season has more appels.
  public static let mostAppels = 1_000_000

  private static let stateColumns = [ColumnSpecification("appel", .integer(0...mostAppels))]

  /// Checks the cells of answers, where the call order is not known.
  public static func checkAnswerCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: CallTable.columns)
  }

  /// Checks the cells of a state, where the call order is not known.
  public static func checkStateCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: CallTable.columns + stateColumns)
  }

  /// Takes the answers of a day, `candidat,statut`.
  ///
  /// - Throws: ``InputDefects`` for everything wrong with the file, answers that contradict the state included.
  public mutating func answer(_ source: SourceText, _ order: CallOrderFile) throws(InputDefects) {
    var answers = try CallTable(source, order)
    var season = self
    try answers.take { (_, position, status) throws(CallContradiction) in
      try season.answer(position, status)
    }
    self = season
  }
}
