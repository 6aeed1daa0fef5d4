/// One evaluation of the candidates file, and the columns of the export that it is made of.
public struct ExportEvaluation: Sendable, Equatable {
  /// What a mark is made of.
  public enum Source: Sendable, Equatable {
    /// The cell of one column.
    case column(ExportColumn)
    /// The exact mean of several columns, at most ``mostTerms``.
    case mean([ExportColumn], missing: MissingTermRule)
  }

  /// A place in the export where the marks of an evaluation may stand, such as the report of one school year.
  public struct Block: Sendable, Equatable {
    /// What the mark is made of.
    public let source: Source
    /// All of them must hold; with none, the block is read for everyone.
    public let conditions: [ExportCondition]
    /// What becomes of a cell that holds something else than a mark.
    public let outOfRange: OutOfRangeRule

    /// - Parameters:
    ///   - source: what the mark is made of.
    ///   - conditions: all of them must hold; with none, the block is read for everyone.
    ///   - outOfRange: what becomes of a cell that holds something else than a mark.
    package init(
      _ source: Source, where conditions: [ExportCondition] = [], outOfRange: OutOfRangeRule = .reject
    ) {
      self.source = source
      self.conditions = conditions
      self.outOfRange = outOfRange
    }

    var columns: [ExportColumn] {
      switch source {
      case .column(let column): [column]
      case .mean(let columns, _): columns
      }
    }
  }

  /// The name of the evaluation.
  public let name: String
  /// For each candidate, the first whose conditions hold is read; where there is none, the mark is missing.
  public let blocks: [Block]

  /// No mean has more terms, so that all its marks have a common denominator below 2³¹.
  public static let mostTerms = 10

  /// An evaluation that is read in the same way for everyone.
  ///
  /// - Parameters:
  ///   - name: the name of the evaluation.
  ///   - source: what its marks are made of.
  package init(_ name: String, _ source: Source) { self.init(name, blocks: [Block(source)]) }

  /// An evaluation whose marks stand in several places.
  ///
  /// - Parameters:
  ///   - name: the name of the evaluation.
  ///   - blocks: for each candidate, the first whose conditions hold is read.
  /// - Precondition: there is a block.
  package init(_ name: String, blocks: [Block]) {
    precondition(!blocks.isEmpty, "an evaluation of nothing")
    self.name = name
    self.blocks = blocks
  }

  /// Whether a block is a mean of several columns.
  public var isMean: Bool {
    blocks.contains { if case .mean = $0.source { true } else { false } }
  }
}
