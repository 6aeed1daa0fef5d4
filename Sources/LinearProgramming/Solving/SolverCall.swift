import GLPKShim

/// One call of the solver, from a model that was validated to an answer that was not checked.
struct SolverCall {
  let termination: Termination
  let status: SolutionStatus
  let values: [Double]
  let rowDuals: [Double]
  let bound: Double?
  let iterations: Int

  init(
    _ model: LinearModel, isInteger: Bool, _ options: SolverOptions
  ) throws(LinearProgrammingError) {
    try model.validate()
    if let basis = options.startingBasis { try model.validate(basis) }
    let buffers = AnswerBuffers(rows: model.rowCount, columns: model.columnCount)
    let result = model.withShimProblem(isInteger: isInteger) { problem in
      options.withShimOptions { options in
        shim_solve(problem, options, &buffers.answer)
      }
    }
    switch result {
    case SHIM_DONE: termination = .completed
    case SHIM_TIME_LIMIT: termination = .timeLimit
    case SHIM_CANCELLED: termination = .cancelled
    case SHIM_BAD_BASIS: throw LinearProgrammingError(.singularBasis, solverText: buffers.text)
    case SHIM_UNSTABLE: throw LinearProgrammingError(.numericallyDoubtful, solverText: buffers.text)
    default: throw LinearProgrammingError(.solverFailure, solverText: buffers.text)
    }
    status =
      switch UInt32(buffers.answer.status) {
      case SHIM_OPTIMAL.rawValue: .optimal
      case SHIM_FEASIBLE.rawValue: .feasible
      case SHIM_INFEASIBLE.rawValue: .infeasible
      case SHIM_UNBOUNDED.rawValue: .unbounded
      default: .undefined
      }
    values = Array(buffers.columnValues)
    rowDuals = Array(buffers.rowDuals)
    bound = buffers.answer.has_bound ? buffers.answer.bound : nil
    iterations = Int(buffers.answer.iterations)
  }
}

/// What the solver writes to.
private final class AnswerBuffers {
  let columnValues, rowDuals: UnsafeMutableBufferPointer<Double>
  private let textBuffer: UnsafeMutableBufferPointer<CChar>
  var answer = shim_answer()

  init(rows: Int, columns: Int) {
    func zeros<Element: Numeric>(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
      let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    columnValues = zeros(columns)
    rowDuals = zeros(rows)
    textBuffer = zeros(Int(SHIM_TEXT_SIZE))
    answer.column_values = columnValues.baseAddress
    answer.row_duals = rowDuals.baseAddress
    answer.text = textBuffer.baseAddress
  }

  deinit {
    columnValues.deallocate()
    rowDuals.deallocate()
    textBuffer.deallocate()
  }

  var text: String {
    let bytes = textBuffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
