/// A point that the solver gave, and what is left of it after the check.
struct CheckedPoint {
  let certainty: Certainty
  let exact: ExactSolution?
  let values: [Double]
  let objective: Double

  /// How far an integer column may be from a whole number: ten times GLPK's own tolerance of 10⁻⁵. The rounded
  /// point is checked exactly, so this decides nothing but which points are tried.
  private static let integerTolerance = 1e-4

  /// Checks a point that is said to be within the bounds; nil where it is not.
  ///
  /// - Parameters:
  ///   - isWhole: whether columns that are integer must be.
  ///   - duals: of the rows, where the point is said to be optimal; nil otherwise.
  init?(_ values: [Double], of model: LinearModel, isWhole: Bool = false, duals: [Double]? = nil) {
    var values = values
    if isWhole {
      for column in 0..<model.columnCount where model.isInteger[column] != 0 {
        let rounded = values[column].rounded()
        guard abs(values[column] - rounded) <= Self.integerTolerance else { return nil }
        values[column] = rounded
      }
    }
    if let exact = Self.exactly(values, of: model) {
      if let duals {
        switch Self.isProven(exact, by: duals, of: model) {
        case true?:
          self.init(exact, .proven)
          return
        case false?: return nil
        case nil: break
        }
        guard model.isNearlyOptimal(exact.values, duals) else { return nil }
      }
      self.init(exact, .exactlyFeasible)
    } else {
      guard model.isNearlyFeasible(values), !Self.mustBeExact(values, of: model, isWhole: isWhole) else {
        return nil
      }
      if let duals, !model.isNearlyOptimal(values, duals) { return nil }
      self.init(
        certainty: .withinTolerance, exact: nil, values: values, objective: model.objective(values))
    }
  }

  private init(certainty: Certainty, exact: ExactSolution?, values: [Double], objective: Double) {
    self.certainty = certainty
    self.exact = exact
    self.values = values
    self.objective = objective
  }

  private init(_ exact: ExactSolution, _ certainty: Certainty) {
    let objective = Double(exact.objectiveNumerator) / Double(exact.denominator)
    self.init(certainty: certainty, exact: exact, values: exact.values, objective: objective)
  }

  private static func exactly(_ values: [Double], of model: LinearModel) -> ExactSolution? {
    guard let point = RationalVector(values), model.isFeasible(point) == true,
      let objective = model.objective(point)
    else { return nil }
    return ExactSolution(
      numerators: point.numerators, denominator: point.denominator, objectiveNumerator: objective)
  }

  /// Whole values that break a bound do so by a whole unit somewhere: no rounding excuses that. A search
  /// with nothing but integer columns gives nothing else.
  private static func mustBeExact(_ values: [Double], of model: LinearModel, isWhole: Bool) -> Bool {
    if isWhole, !model.isInteger.contains(0) { return true }
    guard let point = RationalVector(values), point.denominator == 1 else { return false }
    return model.isFeasible(point) == false
  }

  /// nil where the duals are not whole, or the sums too large: they may be right up to rounding.
  private static func isProven(
    _ exact: ExactSolution, by duals: [Double], of model: LinearModel
  ) -> Bool? {
    guard let dual = RationalVector(duals) else { return nil }
    let isExpected = dual.denominator == 1 && exact.denominator == 1
    switch model.dualBound(dual) {
    case .unknown: return nil
    case .none: return isExpected ? false : nil
    case .numerator(let bound):
      let left = bound.multipliedReportingOverflow(by: Int128(exact.denominator))
      let right = exact.objectiveNumerator.multipliedReportingOverflow(by: Int128(dual.denominator))
      guard !left.overflow, !right.overflow else { return nil }
      return left.partialValue == right.partialValue ? true : isExpected ? false : nil
    }
  }
}

extension ExactSolution {
  fileprivate var values: [Double] { numerators.map { Double($0) / Double(denominator) } }
}
