public import Allocations
public import DelimitedText
public import ExactValues
import Parallelism

/// The tables of a comparison of policies.
public struct ComparisonTables: Sendable {
  /// What a policy makes of the input.
  public struct Row: Sendable {
    public let policy: AllocationPolicy
    public let measures: AllocationMeasures
    /// False where the time limit came first.
    public let isProven: Bool

    public init(_ policy: AllocationPolicy, _ measures: AllocationMeasures, isProven: Bool) {
      self.policy = policy
      self.measures = measures
      self.isProven = isProven
    }
  }

  private let format: TableFormat

  public init(_ format: TableFormat) { self.format = format }

  /// A row for each policy; a cell about the ranks obtained is empty where nobody has a place.
  public func write(_ rows: [Row], to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = TableText(
      format,
      columns: [
        "politique", "places", "sans_place", "rang_moyen", "rang_moyen_exacte", "pire_rang", "gini",
        "gini_exacte", "paires_envie", "profil", "prouve",
      ])
    text.writeHead()
    for row in rows {
      let measures = row.measures
      text.text(row.policy.rawValue)
      text.integer(measures.placed)
      text.integer(measures.unplaced)
      text.fraction(measures.meanRank)
      text.integer(measures.worstRank)
      text.fraction(measures.gini)
      text.integer(measures.justifiedEnvyPairs)
      text.text(measures.profile.map { "\($0.rank):\($0.count)" }.joined(separator: "+"))
      text.boolean(row.isProven)
      text.endRow()
    }
    text.writeTail()
    try text.withUnsafeBytes(sink)
  }

  /// `eleve,creneau,rang_merite,rang_satisfaction`: the students whom the two policies give another rank, in the
  /// order of the students, then of the créneaux; empty where none was given.
  ///
  /// - Parameters:
  ///   - differences: from `merit` to `satisfaction`.
  ///   - slots: the names of the créneaux.
  public func writeDifferences(
    _ differences: [RankDifference], _ problem: AllocationProblem, students: IdentifierColumn,
    slots: [String], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let columns = ["eleve", "creneau", "rang_merite", "rang_satisfaction"]
    try writeTable(format, columns: columns, rows: differences.count, to: sink) { text, rows in
      for difference in differences[rows] {
        text.identifier(problem.student(ofSeat: difference.seat), of: students)
        text.text(slots[difference.seat % problem.slotCount])
        text.integer(difference.before)
        text.integer(difference.after)
        text.endRow()
      }
    }
  }
}

extension TableText {
  /// Empty for nil.
  fileprivate mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { empty() }
  }

  /// A decimal and the exact value; both empty for nil.
  fileprivate mutating func fraction(_ value: Fraction?) {
    if let value {
      decimal(value.decimalText())
      text(value.description)
    } else {
      empty()
      empty()
    }
  }
}
