public import ExactValues

/// What is done with final marks that say nothing of whether they validate.
///
/// Without such a rule a mark without a statut counts as validated at the first session.
public struct MarkValidation: Hashable, Sendable {
  /// The least mark that validates, 0 to 20.
  public let mark: Mark
  /// How students with lower marks stand: `fx` or `f`; nil where lower marks are an error.
  public let below: Standing?

  /// - Parameters:
  ///   - mark: the least mark that validates, 0 to 20.
  ///   - below: how students with lower marks stand; nil where lower marks are an error.
  public init(from mark: Mark, below: Standing? = nil) {
    self.mark = mark
    self.below = below
  }
}

extension MarkColumn {
  /// The rows of the first session whose mark lies below another.
  ///
  /// - Parameter standings: of the first rows of the column.
  /// - Complexity: O(*n*), *n* rows.
  func rows(below mark: Mark, _ standings: [Standing]) -> [Int] {
    let limit = mark.decimal.fraction
    let least = Int32((0..<scale.codeCount).partitioningIndex { scale.mark(Int32($0)) >= limit })
    return withCodes { codes in
      standings.indices.filter { standings[$0] == .firstSession && codes[$0] >= 0 && codes[$0] < least }
    }
  }
}
