/// One evaluation: the column of the candidates file, and what of the export it is made of.
public struct ExportEvaluation: Sendable, Equatable {
  public enum Source: Sendable, Equatable {
    case column(ExportColumn)
    /// The exact mean of several columns, at most ``mostTerms``.
    case mean([ExportColumn], missing: MissingTermRule)
  }

  /// A place in the export where the marks of an evaluation may stand, such as the report of one school year.
  public struct Block: Sendable, Equatable {
    public var source: Source
    /// All of them must hold; with none, the block is read for everyone.
    public var conditions: [ExportCondition]
    public var outOfRange: OutOfRangeRule

    public init(
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

  public var name: String
  /// For each candidate, the first whose conditions hold is read; where there is none, the mark is missing.
  public var blocks: [Block]

  /// No mean has more terms, so that all its marks have a common denominator below 2³¹.
  public static let mostTerms = 10

  public init(_ name: String, _ source: Source) { self.init(name, blocks: [Block(source)]) }

  public init(_ name: String, blocks: [Block]) {
    precondition(!blocks.isEmpty, "an evaluation of nothing")
    self.name = name
    self.blocks = blocks
  }

  public var isMean: Bool {
    blocks.contains { if case .mean = $0.source { true } else { false } }
  }
}
