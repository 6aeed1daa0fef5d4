import Palmares

/// What an import makes of a ``RandomExport``, row by row and cell by cell.
struct ReferenceImport {
  /// The rows of the candidates file, without its header.
  private(set) var lines: [String] = []
  /// The rows of the list of what was left out, without its header.
  private(set) var omissions: [String] = []
  /// `line: column` of every defect.
  private(set) var defects: Set<String> = []

  private struct Row {
    var line: String
    var code: String
    var omissions: [String] = []
    var defects: Set<Int> = []
    var isOut = false
  }

  init(_ export: RandomExport) {
    var seen: Set<String> = []
    for (index, cells) in export.rows.enumerated() {
      var row = read(cells, export)
      if !row.isOut, !seen.insert(row.code).inserted { row.defects.insert(0) }
      omissions += row.omissions
      if row.isOut { continue }
      lines.append(row.line)
      for column in row.defects { defects.insert("\(index + 2): \(RandomExport.labels[column])") }
    }
  }

  private func read(_ cells: [RandomExport.Cell], _ export: RandomExport) -> Row {
    let code = cells[0].meaning
    func leftOut(_ reason: String, _ column: Int, _ evaluation: String = "") -> Row {
      var row = Row(line: "", code: code, isOut: true)
      row.omissions = ["\(code),\(reason),\(RandomExport.labels[column]),\(evaluation)"]
      return row
    }
    for condition in export.filters where !holds(condition, cells) {
      return leftOut("condition", condition.column)
    }
    var row = Row(line: "", code: code)
    let specialities = Set([cells[4].meaning, cells[5].meaning])
    let doublette = specialities == ["svt", "maths"] ? "SVT+MATHS" : specialities == ["svt"] ? "SVT" : nil
    if doublette == nil {
      if export.leavesOutOthers { return leftOut("doublette", 4) }
      row.defects.insert(4)
    }
    if cells[1].meaning == "!" { row.defects.insert(1) }
    if cells[3].meaning == "?" { row.defects.insert(3) }
    var line = [
      code, "2008-03-15", cells[3].meaning == "boursier" ? "oui" : "non", cells[2].meaning, doublette ?? "",
    ]
    for evaluation in export.evaluations {
      let isMean = evaluation.blocks.contains(where: \.isMean)
      guard let block = evaluation.blocks.first(where: { $0.conditions.allSatisfy { holds($0, cells) } })
      else {
        row.omissions.append("\(code),note_sans_bloc,,\(evaluation.name)")
        line += isMean ? ["", ""] : [""]
        continue
      }
      var marks: [Fraction?] = []
      for column in block.columns {
        guard cells[column].meaning == "!" else {
          marks.append(mark(cells[column].meaning))
          continue
        }
        switch block.outOfRange {
        case "reject": row.defects.insert(column)
        case "missing":
          row.omissions.append("\(code),note_hors_bareme,\(RandomExport.labels[column]),\(evaluation.name)")
        default: return leftOut("hors_bareme", column, evaluation.name)
        }
        marks.append(nil)
      }
      if block.isMean, block.missing == "reject" {
        for (column, mark) in zip(block.columns, marks) where mark == nil { row.defects.insert(column) }
      }
      let mark = block.isMean ? mean(marks, block.missing) : marks[0]
      line.append((isMean ? mark?.decimalText() : mark?.decimalText(digits: 15)) ?? "")
      if isMean { line.append(mark?.description ?? "") }
    }
    row.line = line.joined(separator: ",")
    return row
  }

  private func holds(_ condition: RandomExport.Condition, _ cells: [RandomExport.Cell]) -> Bool {
    condition.meanings.contains(cells[condition.column].meaning)
  }

  private func mark(_ text: String) -> Fraction? { (try? FixedDecimal(parsing: text))?.fraction }

  private func mean(_ marks: [Fraction?], _ missing: String) -> Fraction? {
    let there = marks.compactMap(\.self)
    if missing == "empty" && there.count < marks.count || there.isEmpty && missing != "zero" { return nil }
    let sum = there.reduce(Fraction(0, 1)) {
      Fraction($0.numerator * $1.denominator + $1.numerator * $0.denominator, $0.denominator * $1.denominator)
    }
    let count = missing == "renormalise" ? there.count : marks.count
    return Fraction(sum.numerator, sum.denominator * Int128(count))
  }
}
