extension LinearModel {
  /// Finds the best point within all bounds; integer columns count as any other.
  ///
  /// What the solver calls optimal is checked without it: see ``LinearSolution/certainty``.
  ///
  /// - Throws: where the model or the starting basis is refused, the solver fails, or its answer does not
  ///   stand up to the check.
  /// - Complexity: exponential in the worst case; in practice a few steps for each row, each of O(*t*), for
  ///   *t* terms.
  public func solve(_ options: SolverOptions = .init()) throws(LinearProgrammingError) -> LinearSolution {
    let call = try SolverCall(self, isInteger: false, options)
    let isOptimal = call.status == .optimal
    var point: CheckedPoint?
    if isOptimal || call.status == .feasible {
      point = CheckedPoint(call.values, of: self, duals: isOptimal ? call.rowDuals : nil)
      if isOptimal, point == nil { throw LinearProgrammingError(.numericallyDoubtful) }
    }
    var solution = LinearSolution(
      termination: call.termination,
      status: call.status == .feasible && point == nil ? .undefined : call.status,
      basis: call.basis, iterations: call.iterations)
    if let point {
      solution.certainty = point.certainty
      solution.objective = point.objective
      solution.exact = point.exact
      solution.values = point.values
      solution.rowActivities = activities(point.values)
    }
    if isOptimal {
      solution.rowDuals = call.rowDuals
      solution.reducedCosts = call.reducedCosts
    }
    return solution
  }

  /// Finds the best point within all bounds whose integer columns are whole.
  ///
  /// Branch and bound, from the solution without that demand. Two objectives that differ by less than 10⁻¹⁰
  /// of their size count as equal.
  ///
  /// - Throws: as ``solve(_:)``.
  /// - Complexity: exponential in the number of integer columns.
  public func solveInteger(
    _ options: SolverOptions = .init()
  ) throws(LinearProgrammingError) -> IntegerSolution {
    let call = try SolverCall(self, isInteger: true, options)
    var solution = IntegerSolution(
      termination: call.termination, status: call.status, iterations: call.iterations)
    // A point of the relaxation, where that was not solved to the end.
    if call.bound == nil, call.status == .feasible { solution.status = .undefined }
    if solution.status == .optimal || solution.status == .feasible {
      guard let point = CheckedPoint(call.values, of: self, isWhole: true) else {
        throw LinearProgrammingError(.numericallyDoubtful)
      }
      solution.certainty = point.certainty
      solution.objective = point.objective
      solution.exact = point.exact
      solution.values = point.values
    }
    if solution.status == .optimal {
      solution.bestBound = solution.objective
    } else if let bound = call.bound, solution.status != .infeasible {
      solution.bestBound = safeBound(bound)
      if let objective = solution.objective, objective == solution.bestBound { solution.status = .optimal }
    }
    return solution
  }

  /// Where every objective is whole, so is the bound; it is rounded so that no rounding before can have
  /// made it better than it is.
  private func safeBound(_ bound: Double) -> Double {
    let isWhole = zip(costs, isInteger).allSatisfy { $0.0 == 0 || $0.1 != 0 }
    let slack = max(1e-6, 1e-9 * abs(bound))
    switch sense {
    case .minimise: return isWhole ? (bound - slack).rounded(.up) : bound - slack
    case .maximise: return isWhole ? (bound + slack).rounded(.down) : bound + slack
    }
  }
}
