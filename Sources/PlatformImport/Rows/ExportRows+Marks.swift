import DelimitedText
import ExactValues

extension ExportRows {
  /// The marks of an evaluation.
  ///
  /// - Parameter index: the evaluation's position in the mapping.
  mutating func marks(_ evaluation: ExportEvaluation, _ index: Int) -> MarkCells {
    let blocks = columns.evaluations[index]
    guard let chosen = chosenBlocks(blocks) else {
      return marks(evaluation.blocks[0], blocks[0], index) { _ in true }
    }
    for row in chosen.indices where chosen[row] < 0 {
      leaveOutMark(row, .markWithoutBlock, nil, evaluation: index)
    }
    let all = zip(evaluation.blocks, blocks).enumerated().map { number, block in
      marks(block.0, block.1, index) { chosen[$0] == Int8(number) }
    }
    return MarkCells(all, chosen: chosen)
  }

  /// The marks of one block, for all rows.
  ///
  /// - Parameter isRead: whether a row takes its mark from this block.
  private mutating func marks(
    _ block: ExportEvaluation.Block, _ placed: PlacedBlock, _ evaluation: Int, isRead: (Int) -> Bool
  ) -> MarkCells {
    let terms = placed.columns.map { term($0, block.outOfRange, evaluation, isRead) }
    guard case .mean(_, let rule) = block.source else { return terms[0].marks }
    if rule == .reject {
      for row in isOut.indices where !isOut[row] && isRead(row) {
        for (term, position) in zip(terms, placed.columns)
        where term.marks.cells[row] == .missing && !term.rejected.contains(row) {
          report(row, position, ExportDefect.missingTerm)
        }
      }
    }
    return ExactMean(terms: terms.count, missing: rule).of(terms.map(\.marks), workers: workers)
  }

  /// The marks of one column; cells that hold none are missing.
  private mutating func term(
    _ position: Int, _ rule: OutOfRangeRule, _ evaluation: Int, _ isRead: (Int) -> Bool
  ) -> (marks: MarkCells, rejected: Set<Int>) {
    let key = ExportColumns.key(position)
    let marks = table.marks(key)
    let unread = table.unreadCells(key)
    if unread.isEmpty { return (marks, []) }
    var cells = marks.cells
    var rejected: Set<Int> = []
    for cell in unread {
      cells[cell.row] = .missing
      guard isRead(cell.row), !isOut[cell.row] else { continue }
      switch cell.reason.isOutOfRange ? rule : .reject {
      case .reject:
        rejected.insert(cell.row)
        report(cell, position)
      case .missing: leaveOutMark(cell.row, .markOutOfRange, position, evaluation: evaluation)
      case .leaveOut: leaveOut(cell.row, .outOfRange, position, evaluation: evaluation)
      }
    }
    return (MarkCells(cells, denominator: marks.denominator, listed: marks.listed), rejected)
  }
}

extension MarkCells {
  /// For each row the mark of one of several columns, all equally long.
  ///
  /// - Parameter chosen: by row a position in `columns`; −1 for no mark.
  fileprivate init(_ columns: [MarkCells], chosen: [Int8]) {
    var common: Int32? = 1
    for column in columns { common = common.flatMap { leastCommonMultiple($0, column.denominator) } }
    guard let common, common <= Self.largestDenominator, columns.allSatisfy(\.listed.isEmpty) else {
      let marks = chosen.indices.map { row in chosen[row] < 0 ? nil : columns[Int(chosen[row])][row] }
      self = MarkCells(marks).inCommonUnit()
      return
    }
    let factors = columns.map { common / $0.denominator }
    let cells = columns.map(\.cells)
    self.init(
      chosen.indices.map { row in
        let number = Int(chosen[row])
        guard number >= 0 else { return .missing }
        let units = cells[number][row].units
        return OptionalMark(uncheckedUnits: units < 0 ? units : units * factors[number])
      }, denominator: common)
  }
}

extension CellDefect {
  /// Whether the cell holds something else than a mark out of twenty, not one that is written badly.
  fileprivate var isOutOfRange: Bool {
    switch self {
    case .notInRange, .notADecimal, .notAMark: true
    default: false
    }
  }
}
