public import Allocations
public import DelimitedText
import ExactValues
public import Parallelism

/// The table of a comparison of policies, a row for each:
/// `politique,places,sans_place,rang_moyen,rang_moyen_exacte,pire_rang,gini,gini_exacte,paires_envie,profil,prouve`.
///
/// A cell about the ranks obtained is empty where nobody has a place.
public struct ComparisonTable: Sendable, Equatable, Codable, WritableTable {
  /// What a policy makes of the input.
  public struct Row: Sendable, Equatable, Codable {
    /// The policy.
    public let policy: AllocationPolicy
    /// What its allocation is worth.
    public let measures: AllocationMeasures
    /// False where the time limit came first.
    public let isProven: Bool

    /// - Parameters:
    ///   - policy: The policy.
    ///   - measures: What its allocation is worth.
    ///   - isProven: False where the time limit came first.
    public init(_ policy: AllocationPolicy, _ measures: AllocationMeasures, isProven: Bool) {
      self.policy = policy
      self.measures = measures
      self.isProven = isProven
    }
  }

  /// In the order of the table.
  public let rows: [Row]

  /// - Parameter rows: In the order of the table.
  public init(_ rows: [Row]) { self.rows = rows }

  /// Writes the table piece by piece.
  public func write(
    _ format: TableFormat, workers: Workers = .one, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var text = TableText(
      format,
      columns: [
        "politique", Column.places, "sans_place", "rang_moyen", "rang_moyen_exacte", "pire_rang", "gini",
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
}

extension TableText {
  /// Empty for nil.
  mutating func integer(_ value: Int?) {
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
