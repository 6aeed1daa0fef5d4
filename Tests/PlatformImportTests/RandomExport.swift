import Palmares
import TestSupport

/// A made-up export of a few rows, a mapping of it, and what a slow import of its own makes of both.
///
/// Cells are a meaning and a spelling, so that the slow import compares meanings and folds nothing.
struct RandomExport {
  struct Cell {
    var meaning: String
    var spelling: String
  }

  /// A cell that must hold one of some meanings.
  struct Condition {
    var column: Int
    var meanings: [String]
  }

  struct Block {
    var columns: [Int]
    var isMean: Bool
    var missing: String
    var outOfRange: String
    var conditions: [Condition]
  }

  struct Evaluation {
    var name: String
    var yaml: String
    var blocks: [Block]
  }

  static let header = [
    "Code", "Né le", "Sexe", "Bourse", "EDS 1", "EDS 2", "Niveau", "Année", "Maths T1", "Maths T2", "Niveau",
    "Année", "Maths T1", "Maths T2", "Écrit", "Vœu",
  ]
  /// As defects and the list of those left out call the columns.
  static let labels = header.enumerated().map { index, name in
    header.count { $0 == name } == 1 ? name : "\(name) (col. \(index + 1))"
  }

  var rows: [[Cell]] = []
  var filters: [Condition] = []
  var leavesOutOthers = false
  var evaluations: [Evaluation] = []
  private var yaml = ""

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed)
    makeMapping()
    let count = Int.random(in: 0...5, using: &random)
    for row in 0..<count { rows.append(makeRow(row)) }
  }

  private mutating func one<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  // MARK: Cells

  private static let spellings = [
    "T": ["Terminale", "TERMINALE", " terminale"], "P": ["Première", "premiere", "PREMIÈRE"],
    "S": ["1ère année d'études supérieures", "1ere annee d’etudes superieures"], "25": ["2025/2026"],
    "24": ["2024/2025"], "oui": ["Oui", "oui", "OUI"], "non": ["Non", "non"], "val": ["Validée", "validee"],
    "F": ["F", "Féminin", "Mme"], "M": ["M", "H", "homme"],
    "boursier": ["Boursier du secondaire", "boursier"],
    "nb": ["Non boursier", "NON BOURSIER"], "svt": ["SVT", "svt"], "maths": ["Maths", "MATHS"],
    "ses": ["SES"],
    "?": ["Boursier non certifié"], "": [""],
  ]

  private mutating func word(_ meanings: [String]) -> Cell {
    let meaning = one(meanings)
    return Cell(meaning: meaning, spelling: one(Self.spellings[meaning]!))
  }

  /// The meaning of a mark is its decimal, `""` for none, `!` for what is none.
  private mutating func mark() -> Cell {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<15: Cell(meaning: "", spelling: one(["", "N", "Aucune note"]))
    case ..<25: Cell(meaning: "!", spelling: one(["85", "A", "B+", "-3"]))
    default:
      { text in Cell(meaning: text, spelling: text.replacing(".", with: ",")) }(
        one(["0", "7.5", "8", "10", "12.25", "13", "15.3333", "20", "9.9999999", "11.123456789012345"]))
    }
  }

  private mutating func makeRow(_ row: Int) -> [Cell] {
    let code = row > 0 && chance(8) ? "K\(row - 1)" : "K\(row)"
    let isBadDate = chance(5)
    return [
      Cell(meaning: code, spelling: code),
      Cell(meaning: isBadDate ? "!" : "2008-03-15", spelling: isBadDate ? "31/02/2008" : "15/03/2008"),
      word(["F", "M"]), word(chance(5) ? ["?"] : ["boursier", "nb"]), word(["svt", "maths"]),
      word(chance(75) ? ["svt", "maths"] : ["ses"]), word(["T", "T", "P", "S", ""]), word(["25", "24"]),
      mark(),
      mark(), word(["T", "P", "P", "S"]), word(["25", "24"]), mark(), mark(), mark(),
      word(["oui", "oui", "val", "non"]),
    ]
  }

  // MARK: The mapping

  private mutating func condition(_ meanings: [String], column: Int, occurrence: Int? = nil) -> (
    Condition, String
  ) {
    let words = meanings.map { one(Self.spellings[$0]!).trimmingSpaces }
    let list = words.count == 1 && chance(50) ? words[0] : "[\(words.joined(separator: ", "))]"
    let own = occurrence.map { ", occurrence: \($0)" } ?? ""
    return (
      Condition(column: column, meanings: meanings), "{column: \(Self.header[column])\(own), equals: \(list)}"
    )
  }

  private mutating func makeMapping() {
    leavesOutOthers = chance(70)
    let general = chance(60) ? one(["reject", "missing", "leave_out"]) : nil
    if chance(50) {
      let wish = condition(chance(50) ? ["oui"] : ["oui", "val"], column: 15)
      let level = condition(["T", "P"], column: 6, occurrence: 1)
      filters = chance(40) ? [wish.0, level.0] : [wish.0]
      yaml += filters.count == 1 ? "rows: {where: \(wish.1)}\n" : "rows: {where: [\(wish.1), \(level.1)]}\n"
    }
    if let general { yaml += "out_of_range: \(general)\n" }
    evaluations = [makeMaths(general ?? "reject"), makeWritten(general ?? "reject")]
  }

  /// A column or a mean of the first block, of the first of both that meets a condition, or of a list of blocks.
  private mutating func makeMaths(_ general: String) -> Evaluation {
    let isMean = chance(60)
    let missing = one(["renormalise", "empty", "zero", "reject"])
    let own = chance(30) ? one(["reject", "missing", "leave_out"]) : nil
    let rule = own ?? general
    let end = (isMean ? ", missing: \(missing)" : "") + (own.map { ", out_of_range: \($0)" } ?? "")
    let start = isMean ? "mean: [Maths T1, Maths T2]" : "column: Maths T2"
    func block(_ occurrence: Int, _ conditions: [Condition]) -> Block {
      let columns = (isMean ? [8, 9] : [9]).map { $0 + 4 * (occurrence - 1) }
      return Block(
        columns: columns, isMean: isMean, missing: missing, outOfRange: rule, conditions: conditions)
    }
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let occurrence = one([1, 2])
      return Evaluation(
        name: "maths", yaml: "{\(start), occurrence: \(occurrence)\(end)}", blocks: [block(occurrence, [])])
    case 1:
      let level = condition(one([["T"], ["P"], ["T", "S"]]), column: 6)
      let year = condition([one(["25", "24"])], column: 7)
      let isBoth = chance(40)
      let order = one([[1, 2], [2, 1], [2]])
      return Evaluation(
        name: "maths",
        yaml:
          "{\(start), occurrence: \(order), where: \(isBoth ? "[\(level.1), \(year.1)]" : level.1)\(end)}",
        blocks: order.map { occurrence in
          block(
            occurrence,
            (isBoth ? [level.0, year.0] : [level.0]).map {
              Condition(column: $0.column + 4 * (occurrence - 1), meanings: $0.meanings)
            })
        })
    default:
      let last = condition(["P"], column: 10, occurrence: 2)
      let first = condition(["T"], column: 6, occurrence: 1)
      return Evaluation(
        name: "maths",
        yaml: """

              - {\(start), occurrence: 2, where: \(last.1)\(end)}
              - {column: Écrit, where: \(first.1), out_of_range: missing}
          """,
        blocks: [
          block(2, [last.0]),
          Block(columns: [14], isMean: false, missing: "", outOfRange: "missing", conditions: [first.0]),
        ])
    }
  }

  private mutating func makeWritten(_ general: String) -> Evaluation {
    guard chance(50) else {
      return Evaluation(
        name: "ecrit", yaml: "Écrit",
        blocks: [Block(columns: [14], isMean: false, missing: "", outOfRange: general, conditions: [])])
    }
    let rule = one(["reject", "missing", "leave_out"])
    let first = condition(["svt"], column: 4)
    return Evaluation(
      name: "ecrit", yaml: "{column: Écrit, out_of_range: \(rule), where: \(first.1)}",
      blocks: [Block(columns: [14], isMean: false, missing: "", outOfRange: rule, conditions: [first.0])])
  }

  var mapping: String {
    """
    candidat: Code
    naissance: Né le
    genre: Sexe
    boursier: Bourse
    doublette:
      columns: [EDS 1, EDS 2]
      values: {SVT+MATHS: [SVT, Maths], SVT: [SVT, SVT]}
      others: \(leavesOutOthers ? "leave_out" : "reject")
    \(yaml)evaluations:
    \(evaluations.map { "  \($0.name): \($0.yaml)" }.joined(separator: "\n"))
    """
  }

  var text: String {
    ([Self.header] + rows.map { $0.map(\.spelling) }).map { $0.joined(separator: ";") + "\n" }.joined()
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
