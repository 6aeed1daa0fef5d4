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

  private static let keywords = Keywords.anyCase(CallStatus.answers.map { ["\($0.csvWord)"] })

  static let columns = [
    ColumnSpecification(AdmissionColumn.candidate, .identifier),
    ColumnSpecification(AdmissionColumn.status, .keyword(keywords)),
  ]

  /// - Parameter more: columns besides `candidat,statut`.
  init(
    _ source: SourceText, _ order: CallOrderFile, _ more: [ColumnSpecification] = []
  ) throws(InputDefects) {
    table = try DelimitedTable(
      source, columns: Self.columns + more, unused: [AdmissionColumn.order, AdmissionColumn.appel])
    statuses = table.keywords(AdmissionColumn.status).map {
      $0 == DelimitedTable.unread ? nil : CallStatus.answers[Int($0)]
    }
    let names = table.text(AdmissionColumn.candidate)
    positions = order.index.rows(of: names, workers: .one)
    for row in positions.indices where positions[row] < 0 && !names.range(row).isEmpty {
      let reason = order.index.reason(CallFileDefect.notInTheOrder, notFound: row, of: names)
      defects.append(RowDefect(row: row, column: AdmissionColumn.candidate, reason: reason))
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
        report(row, AdmissionColumn.status, .contradiction(error))
      }
    }
    try table.defects(adding: defects, identifiers: AdmissionColumn.candidate).throwIfAny()
  }
}

extension CallSeason {
  /// Before the first appel of a call order that was read back.
  ///
  /// - Parameter order: the call order.
  public init(_ order: CallOrderFile) { self.init(identifiers: order.identifiers, orders: order.orders) }

  /// Takes a text of answers, `candidat,statut`, as the whole of what is known: whoever is not in it waits, and no
  /// appel is known.
  ///
  /// - Parameters:
  ///   - order: the call order.
  ///   - source: the text.
  /// - Throws: `InputDefects` with everything that is wrong with the answers.
  public init(_ order: CallOrderFile, answers source: SourceText) throws(InputDefects) {
    var answers = try CallTable(source, order)
    var statuses = order.orders.map { _ in CallStatus.waiting }
    try answers.take { (_, position, status) throws(CallContradiction) in statuses[position] = status }
    self.init(order)
    replaceStatuses(statuses)
  }

  /// A season that an earlier run wrote, as ``CallSeasonTable`` does: `candidat,statut,appel`; whoever is not in it
  /// waits.
  ///
  /// - Parameters:
  ///   - order: the call order.
  ///   - source: the text.
  /// - Throws: `InputDefects` with everything that is wrong with the state.
  public init(_ order: CallOrderFile, state source: SourceText) throws(InputDefects) {
    self.init(order)
    try restore(source, order)
  }

  private mutating func restore(_ source: SourceText, _ order: CallOrderFile) throws(InputDefects) {
    var state = try CallTable(source, order, Self.stateColumns)
    let appels = state.table.integers(AdmissionColumn.appel)
    var season = self
    try state.take { (row, position, status) throws(CallContradiction) in
      try season.restore(position, status: status, appel: appels[row])
    }
    self = season
  }

  /// No season has more appels.
  public static let mostAppels = 1_000_000

  private static let stateColumns = [ColumnSpecification(AdmissionColumn.appel, .integer(0...mostAppels))]

  /// Checks the cells of answers, where the call order is not known.
  package static func checkAnswerCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: CallTable.columns)
  }

  /// Checks the cells of a state, where the call order is not known.
  package static func checkStateCells(_ source: SourceText) throws(InputDefects) {
    try DelimitedTable.checkCells(source, columns: CallTable.columns + stateColumns)
  }

  /// Takes the answers of a day, `candidat,statut`, all or none of them.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - order: the call order that the season is of.
  /// - Throws: `InputDefects` with everything that is wrong with the answers, those that contradict the state
  ///   included; nothing has changed then.
  public mutating func answer(_ source: SourceText, _ order: CallOrderFile) throws(InputDefects) {
    var answers = try CallTable(source, order)
    var season = self
    try answers.take { (_, position, status) throws(CallContradiction) in
      try season.answer(position, status)
    }
    self = season
  }
}
