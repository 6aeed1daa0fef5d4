import GLPKShim

extension LinearModel {
  /// Calls `body` with pointers to this model's own storage.
  func withShimProblem<Result>(
    isInteger: Bool, _ body: (UnsafePointer<shim_problem>) -> Result
  ) -> Result {
    var problem = shim_problem()
    problem.rows = Int32(rowCount)
    problem.columns = Int32(columnCount)
    return costs.withUnsafeBufferPointer { costs in
      problem.costs = costs.baseAddress
      return columnLower.withUnsafeBufferPointer { lower in
        problem.column_lower = lower.baseAddress
        return columnUpper.withUnsafeBufferPointer { upper in
          problem.column_upper = upper.baseAddress
          return self.isInteger.withUnsafeBufferPointer { flags in
            problem.is_integer = isInteger ? flags.baseAddress : nil
            return withRows(&problem, body)
          }
        }
      }
    }
  }

  private func withRows<Result>(
    _ problem: inout shim_problem, _ body: (UnsafePointer<shim_problem>) -> Result
  ) -> Result {
    rowLower.withUnsafeBufferPointer { lower in
      problem.row_lower = lower.baseAddress
      return rowUpper.withUnsafeBufferPointer { upper in
        problem.row_upper = upper.baseAddress
        return rowStarts.withUnsafeBufferPointer { starts in
          problem.row_starts = starts.baseAddress
          return termColumns.withUnsafeBufferPointer { columns in
            problem.term_columns = columns.baseAddress
            return coefficients.withUnsafeBufferPointer { coefficients in
              problem.coefficients = coefficients.baseAddress
              return body(&problem)
            }
          }
        }
      }
    }
  }
}

extension SolverOptions {
  /// Calls `body` with these options, which stop the solver once the `Task` of the calling thread is cancelled.
  func withShimOptions<Result>(_ body: (UnsafePointer<shim_options>) -> Result) -> Result {
    var options = shim_options()
    options.time_limit_ms = Self.milliseconds(timeLimit)
    options.provoke_error = provokesError
    // Called on the thread that solves, which is the one that the task runs on.
    options.should_stop = { Task.isCancelled }
    let rows = startingBasis?.rows.map(\.rawValue) ?? []
    let columns = startingBasis?.columns.map(\.rawValue) ?? []
    let hasBasis = startingBasis != nil
    return rows.withUnsafeBufferPointer { rows in
      columns.withUnsafeBufferPointer { columns in
        options.row_basis = hasBasis ? rows.baseAddress : nil
        options.column_basis = hasBasis ? columns.baseAddress : nil
        return body(&options)
      }
    }
  }

  /// Rounded up, so that no limit but 0 is 0.
  private static func milliseconds(_ limit: Duration?) -> Int32 {
    guard let limit, limit < .milliseconds(Int32.max) else { return .max }
    return Int32(clamping: Int64((max(limit, .zero) / .milliseconds(1)).rounded(.up)))
  }
}
