import Admission
import AdmissionFiles
import DelimitedText
import ExactValues
import Parallelism

/// The rows of an export as a mapping reads them.
///
/// A row that is left out is not judged: what is wrong with its cells is no defect.
struct ExportRows {
  let table: DelimitedTable
  let columns: ExportColumns
  let workers: Workers
  /// For each row whether it is left out.
  private(set) var isOut: [Bool]
  private var found: [(row: Int, position: Int, reason: any DefectReason, line: Int?)] = []
  /// Cells that were reported: two evaluations may read one column.
  private var reportedCells: Set<Cell> = []
  private var entries: [ExportOmissions.Entry] = []
  private var masks: [PlacedCondition: [Bool]] = [:]

  private struct Cell: Hashable {
    let row: Int
    let position: Int
  }

  init(_ table: DelimitedTable, _ columns: ExportColumns, _ workers: Workers) {
    self.table = table
    self.columns = columns
    self.workers = workers
    isOut = [Bool](repeating: false, count: table.rowCount)
  }

  mutating func report(_ row: Int, _ position: Int, _ reason: any DefectReason, line: Int? = nil) {
    found.append((row, position, reason, line))
  }

  mutating func report(_ cell: UnreadCell, _ position: Int) {
    guard reportedCells.insert(Cell(row: cell.row, position: position)).inserted else { return }
    report(cell.row, position, cell.reason, line: cell.line)
  }

  mutating func leaveOut(_ row: Int, _ reason: ExportOmissions.Reason, _ column: Int, evaluation: Int? = nil)
  {
    isOut[row] = true
    entries.append(.init(row: row, reason: reason, column: column, evaluation: evaluation))
  }

  mutating func leaveOutMark(_ row: Int, _ reason: ExportOmissions.Reason, _ column: Int?, evaluation: Int) {
    entries.append(.init(row: row, reason: reason, column: column, evaluation: evaluation))
  }

  func words(_ position: Int) -> CategoryColumn { table.categories(ExportColumns.key(position)) }

  // MARK: Conditions

  /// For each row whether it meets a condition.
  private mutating func mask(_ condition: PlacedCondition) -> [Bool] {
    if let known = masks[condition] { return known }
    let column = words(condition.position)
    let meets = (0..<column.names.count).map { condition.words.contains(foldedName(column.names[$0])) }
    let mask = column.numbers.map { $0 >= 0 && meets[Int($0)] }
    masks[condition] = mask
    return mask
  }

  /// Leaves out the rows that do not meet the conditions of all rows.
  mutating func filter() {
    for condition in columns.rows {
      let mask = mask(condition)
      for row in mask.indices where !mask[row] && !isOut[row] {
        leaveOut(row, .condition, condition.position)
      }
    }
  }

  /// For each row the first block whose conditions hold, −1 where there is none; nil where it is the first for all.
  mutating func chosenBlocks(_ blocks: [PlacedBlock]) -> [Int8]? {
    guard let first = blocks.first, !first.conditions.isEmpty else { return nil }
    var chosen = [Int8](repeating: -1, count: table.rowCount)
    for (index, block) in blocks.enumerated().reversed() {
      let masks = block.conditions.map { mask($0) }
      for row in chosen.indices where masks.allSatisfy({ $0[row] }) { chosen[row] = Int8(index) }
    }
    return chosen
  }

  // MARK: Words

  mutating func flags(_ flag: ExportFlag, _ position: Int) -> [Bool] {
    let column = words(position)
    let meanings = (0..<column.names.count).map { flag.meaning(folded: foldedName(column.names[$0])) }
    return readWords(position, column, meanings, unread: false) { word in
      ExportDefect.neitherYesNorNo(
        word, yes: flag.yes ?? ExportFlag.usualYes, no: flag.no ?? ExportFlag.usualNo)
    }
  }

  mutating func genres() -> [Genre] {
    let column = words(columns.genre)
    let meanings = (0..<column.names.count).map { number in
      GenreWords.meaning(column.names[number]).map { Genre.allCases[$0] }
    }
    return readWords(columns.genre, column, meanings, unread: .other) { word in
      CellDefect.unknownWord(word, known: GenreWords.meanings.map { $0[0] })
    }
  }

  private mutating func readWords<Value>(
    _ position: Int, _ column: CategoryColumn, _ meanings: [Value?], unread: Value,
    _ reason: (String) -> any DefectReason
  ) -> [Value] {
    reportUnread(position)
    return column.numbers.enumerated().map { row, number in
      guard number >= 0 else { return unread }
      if let meaning = meanings[Int(number)] { return meaning }
      let word = column.names[Int(number)]
      report(row, position, word.isEmpty ? CellDefect.empty : reason(word))
      return unread
    }
  }

  /// Reports the cells that could not be read at all.
  mutating func reportUnread(_ position: Int) {
    for cell in table.unreadCells(ExportColumns.key(position)) { report(cell, position) }
  }

  /// Positions in the mapping's doublettes. Rows with other specialities are left out, or have a defect.
  mutating func doublettes(_ rule: ExportDoublettes) -> [UInt16] {
    let sets = SpecialitySets(columns.doublettes.map(words), rule)
    for position in columns.doublettes { reportUnread(position) }
    return sets.numbers.enumerated().map { row, number in
      if let doublette = sets.doublettes[Int(number)] { return doublette }
      if rule.leavesOutOthers {
        if !isOut[row] { leaveOut(row, .doublette, columns.doublettes[0]) }
      } else {
        report(row, columns.doublettes[0], ExportDefect.unknownSpecialities(sets.specialities[Int(number)]))
      }
      return CandidateColumns.unknownDoublette
    }
  }

  // MARK: The end

  /// What is wrong with the rows that are read, and with the table itself.
  mutating func defects() -> InputDefects {
    reportUnread(columns.birthDate)
    let candidate = ExportColumns.key(columns.candidate)
    let identifiers = table.unreadCells(candidate)
    func isRepeat(_ cell: UnreadCell) -> Bool {
      if case .repeatedIdentifier = cell.reason { true } else { false }
    }
    if identifiers.contains(where: isRepeat) { reportRepeated(candidate) }
    // Without an identifier nobody could be told of the row, left out or not.
    let unnamed = identifiers.filter { !isRepeat($0) }
    let all =
      found.filter { !isOut[$0.row] } + unnamed.map { ($0.row, columns.candidate, $0.reason, $0.line) }
    let ordered = all.sorted { ($0.row, $0.position) < ($1.row, $1.position) }
    return table.defects(
      adding: ordered.map {
        RowDefect(row: $0.row, column: columns.labels[$0.position], reason: $0.reason, line: $0.line)
      }, identifiers: candidate)
  }

  /// Rows that are left out may hold the identifier of one that is not.
  private mutating func reportRepeated(_ candidate: String) {
    let groups = isOut.indices.map { isOut[$0] ? Int32($0 + 1) : 0 }
    for (row, first) in table.repeatedRows(candidate, within: groups, workers: workers) {
      report(row, columns.candidate, CellDefect.repeatedIdentifier(firstLine: table.line(ofRow: first)))
    }
  }

  /// Candidates and marks left out; an omitted candidate's marks are not listed.
  func omissions(_ mapping: ExportMapping) -> ExportOmissions {
    ExportOmissions(
      entries.filter { $0.reason.isOfCandidate || !isOut[$0.row] },
      identifiers: table.text(ExportColumns.key(columns.candidate)), labels: columns.labels,
      evaluations: mapping.evaluations.map(\.name))
  }
}

/// The specialities of each row, taken together: equal sets have one number.
struct SpecialitySets {
  /// By row.
  let numbers: [Int32]
  /// By number, as they stand in the export, columns in the mapping's order.
  let specialities: [[String]]
  /// By number: a position in the mapping's doublettes; nil for other specialities.
  let doublettes: [UInt16?]

  init(_ columns: [CategoryColumn], _ rule: ExportDoublettes) {
    var numbers = [Int32](repeating: 0, count: columns.first?.numbers.count ?? 0)
    var specialities: [[String]] = [[]]
    for column in columns {
      var joint: [UInt64: Int32] = [:]
      var joined: [[String]] = []
      for row in numbers.indices {
        let number = column.numbers[row]
        let key = UInt64(UInt32(bitPattern: numbers[row])) << 32 | UInt64(UInt32(bitPattern: number))
        if let known = joint[key] {
          numbers[row] = known
        } else {
          joined.append(specialities[Int(numbers[row])] + [number < 0 ? "" : column.names[Int(number)]])
          numbers[row] = Int32(joined.count - 1)
          joint[key] = numbers[row]
        }
      }
      specialities = joined
    }
    var known: [[String]: UInt16] = [:]
    for (index, doublette) in rule.specialities.enumerated() {
      for alternative in doublette.alternatives {
        known[alternative.map(foldedName).sorted()] = UInt16(index)
      }
    }
    self.numbers = numbers
    self.specialities = specialities
    doublettes = specialities.map { known[$0.map(foldedName).sorted()] }
  }
}
