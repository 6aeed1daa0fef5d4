import LinearProgramming
import Testing

struct RefusalTests {
  private let large = LinearModel.largestNumber

  @Test func `each bad model is refused with its own error`() {
    expect(.crossedBounds(.column(1))) { $0.addColumn(cost: 0, bounds: .between(2, 1)) }
    expect(.crossedBounds(.row(1))) { $0.addRow(bounds: .between(0, -1)) }
    expect(.numberTooLarge(.column(1))) { $0.addColumn(cost: 0, bounds: .atMost(large + 1)) }
    expect(.numberTooLarge(.column(1))) { $0.addColumn(cost: 0, bounds: .atLeast(.max)) }
    expect(.numberTooLarge(.row(1))) { $0.addRow(bounds: .equal(-large - 1)) }
    expect(.numberTooLarge(.cost(column: 1))) { $0.addColumn(cost: .min, bounds: .free) }
    expect(.numberTooLarge(.term(row: 1, column: 0))) { $0.addRow(bounds: .free, [(0, large + 1)]) }
    expect(.unknownColumn(row: 1, column: 1)) { $0.addRow(bounds: .free, [(0, 1), (1, 1)]) }
    expect(.unknownColumn(row: 1, column: -1)) { $0.addRow(bounds: .free, [(-1, 1)]) }
    expect(.unknownColumn(row: 1, column: Int(Int32.max))) { $0.addRow(bounds: .free, [(.max, 1)]) }
    expect(.repeatedColumn(row: 1, column: 0)) { $0.addRow(bounds: .free, [(0, 1), (0, 1)]) }
  }

  @Test func `a basis of another model is refused, a singular one too`() throws {
    var model = LinearModel()
    for _ in 0..<2 { model.addColumn(cost: 1, bounds: .atLeast(0)) }
    for _ in 0..<2 { model.addRow(bounds: .atLeast(1), [(0, 1), (1, 1)]) }
    func code(_ basis: Basis) -> LinearProgrammingError.Code? {
      var options = SolverOptions()
      options.startingBasis = basis
      do throws(LinearProgrammingError) {
        _ = try model.solve(options)
        return nil
      } catch { return error.code }
    }
    #expect(code(Basis(rows: [.basic, .basic], columns: [.atLower])) == .basisDoesNotFit)
    #expect(code(Basis(rows: [.basic], columns: [.basic, .atLower])) == .basisDoesNotFit)
    #expect(code(Basis(rows: [.basic, .basic], columns: [.basic, .atLower])) == .basisDoesNotFit)
    #expect(code(Basis(rows: [.atLower, .atLower], columns: [.basic, .basic])) == .singularBasis)
    #expect(code(Basis(rows: [.basic, .basic], columns: [.atUpper, .free])) == nil)
  }

  @Test func `an error inside the solver is reported with the solver's own words`() {
    var options = SolverOptions()
    options.provokesError = true
    let error = #expect(throws: LinearProgrammingError.self) { try dense(3).solve(options) }
    #expect(error?.code == .solverFailure)
    #expect(error?.solverText.contains("row number out of range") == true)
    #expect(error.map { "\($0)".hasPrefix("the solver failed: ") } == true)
  }

  @Test func `a thousand solves at once, half of them broken, each have their own result`() async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<1_000 {
        group.addTask { check(number) }
      }
    }
  }

  private func check(_ number: Int) {
    var model = LinearModel()
    model.addColumn(cost: 1, bounds: .atLeast(0), isInteger: true)
    model.addColumn(cost: 2, bounds: .between(0, 7), isInteger: true)
    // 2 x + 2 y ≥ an odd number: half a unit more where x must be whole.
    model.addRow(bounds: .atLeast(Int64(2 * number + 1)), [(0, 2), (1, 2)])
    var options = SolverOptions()
    do throws(LinearProgrammingError) {
      switch number % 4 {
      case 0:
        let solution = try model.solve(options)
        #expect(solution.exact?.objectiveNumerator == Int128(2 * number + 1))
        #expect(solution.exact?.denominator == 2)
      case 1:
        let solution = try model.solveInteger(options)
        #expect(solution.exact?.wholeValues == [Int64(number + 1), 0])
      case 2:
        options.provokesError = true
        _ = try model.solve(options)
        Issue.record("the provoked error \(number) was lost")
      default:
        model.addRow(bounds: .free, [(number, 1)])
        _ = try model.solve(options)
        Issue.record("the unknown column \(number) was accepted")
      }
    } catch {
      #expect(number % 4 >= 2)
      #expect(
        error.code == (number % 4 == 2 ? .solverFailure : .unknownColumn(row: 1, column: number)))
      #expect(error.solverText.isEmpty == (number % 4 == 3))
    }
  }

  private func expect(_ code: LinearProgrammingError.Code, _ change: (inout LinearModel) -> Void) {
    var model = LinearModel()
    model.addColumn(cost: 1, bounds: .atLeast(0))
    model.addRow(bounds: .atLeast(1), [(0, 1)])
    change(&model)
    for solve in [{ _ = try model.solve() }, { _ = try model.solveInteger() }] {
      let error = #expect(throws: LinearProgrammingError.self) { try solve() }
      #expect(error?.code == code && error?.solverText.isEmpty == true)
    }
  }
}
