extension LinearModel {
  /// Finds the best point within all bounds; integer columns count as any other.
  ///
  /// GLPK's primal simplex method. What it calls optimal is checked without it: see ``LinearSolution/certainty``.
  ///
  /// - Throws: where the model or the starting basis is refused, the solver fails, or its answer does not
  ///   stand up to the check.
  /// - Complexity: exponential in the worst case; in practice a few steps for each row, each of O(*t*), for
  ///   *t* terms.
  package func solve(_ options: SolverOptions = .init()) throws(LinearProgrammingError) -> LinearSolution {
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
      iterations: call.iterations)
    if let point {
      solution.certainty = point.certainty
      solution.objective = point.objective
      solution.exact = point.exact
      solution.values = point.values
    }
    if isOptimal { solution.rowDuals = call.rowDuals }
    return solution
  }

  /// Finds the best point within all bounds whose integer columns are whole.
  ///
  /// GLPK's branch and bound (Land and Doig 1960, doi:10.2307/1910129), from the solution without that demand. Two
  /// objectives that differ by less than 10⁻¹⁰ of their size count as equal.
  ///
  /// - Throws: as ``solve(_:)``.
  /// - Complexity: exponential in the number of integer columns.
  package func solveInteger(
    _ options: SolverOptions = .init()
  ) throws(LinearProgrammingError) -> IntegerSolution {
    let call = try SolverCall(self, isInteger: true, options)
    var solution = IntegerSolution(termination: call.termination, status: call.status)
    // A point of the relaxation, where that was not solved to the end.
    if call.bound == nil, call.status == .feasible { solution.status = .undefined }
    if solution.status == .optimal || solution.status == .feasible {
      guard let point = CheckedPoint(call.values, of: self, isWhole: true) else {
        throw LinearProgrammingError(.numericallyDoubtful)
      }
      solution.certainty = point.certainty
      solution.objective = point.objective
      solution.exact = point.exact
    }
    if solution.status == .optimal {
      solution.bestBound = solution.objective
    } else if let bound = call.bound, solution.status != .infeasible {
      solution.bestBound = safeBound(bound)
      if let objective = solution.objective, objective == solution.bestBound { solution.status = .optimal }
    }
    return solution
  }

  /// A bound that the solver's rounding cannot have made too good. Where every objective is whole, so is the bound.
  private func safeBound(_ bound: Double) -> Double {
    let isWhole = zip(costs, isInteger).allSatisfy { $0.0 == 0 || $0.1 != 0 }
    // Ten times GLPK's own tolerance of 10⁻⁷, and for large bounds 10⁷ times the rounding of a `Double`.
    let slack = max(1e-6, 1e-9 * abs(bound))
    return isWhole ? (bound - slack).rounded(.up) : bound - slack
  }
}
