import DelimitedText
import Grading

/// What a table of marks looks like when it is not one row a mark.
enum MarksShape {
  /// Refuses a table with a column for each ECUE.
  ///
  /// - Throws: `InputDefects`: the header has no `ecue` and no `note`, and names ECUEs of the scheme.
  static func checkHeader(
    _ header: DelimitedHeader, _ scheme: UEScheme, file: String
  ) throws(InputDefects) {
    guard !header.has(GradingColumn.ecue), !header.has(GradingColumn.mark) else { return }
    let wide = header.names.filter { name in
      let name = foldedName(name)
      return scheme.ues.contains { ue in
        let unit = foldedName(ue.name)
        return name == unit
          || ue.ecues.contains { [foldedName($0.name), unit + foldedName($0.name)].contains(name) }
      }
    }
    guard !wide.isEmpty else { return }
    throw InputDefects(
      file: file,
      InputDefect(line: header.line, column: wide[0], reason: GradingDefect.columnForECUE(wide.count)))
  }

  /// Adds to what is wrong with a table that its first row may be a second header.
  static func hint(_ table: DelimitedTable, _ defects: InputDefects) -> InputDefects {
    guard table.rowCount > 0 else { return defects }
    let line = table.line(ofRow: 0)
    let columns = Set(defects.first.filter { $0.line == line }.map(\.column))
    // Neither a mark nor whose it is.
    guard columns.contains(GradingColumn.mark),
      !columns.isDisjoint(with: [GradingColumn.student, GradingColumn.ue])
    else { return defects }
    var defects = defects
    defects.merge(
      InputDefects(
        file: table.file, InputDefect(line: line, column: "", reason: GradingDefect.secondHeader)))
    return defects
  }
}
