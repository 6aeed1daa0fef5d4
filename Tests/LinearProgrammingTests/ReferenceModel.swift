import LinearProgramming
import TestSupport

/// A model small enough to try every corner of, without the solver.
struct ReferenceModel {
  var columns: [(cost: Int64, bounds: LinearBounds, isInteger: Bool)]
  var rows: [(bounds: LinearBounds, coefficients: [Int64])]

  /// Two parts of a fraction, the second > 0.
  struct Ratio: Comparable {
    var numerator, denominator: Int128
    static func < (a: Ratio, b: Ratio) -> Bool {
      a.numerator * b.denominator < b.numerator * a.denominator
    }
    static func == (a: Ratio, b: Ratio) -> Bool {
      a.numerator * b.denominator == b.numerator * a.denominator
    }
  }

  enum Outcome: Equatable {
    case optimal(Ratio)
    case infeasible
    case unbounded
  }

  init(_ random: inout SeededGenerator, columns: Int, isBoxed: Bool = false) {
    func bounds(_ random: inout SeededGenerator, isBoxed: Bool) -> LinearBounds {
      let lower = Int64.random(in: -4...4, using: &random)
      let upper = lower + Int64.random(in: 0...3, using: &random)
      switch isBoxed ? 0 : Int.random(in: 0...7, using: &random) {
      case 0...2: return .between(lower, upper)
      case 3...4: return .atLeast(lower)
      case 5: return .atMost(upper)
      case 6: return .equal(lower)
      default: return .free
      }
    }
    self.columns = (0..<columns).map { _ in
      (
        Int64.random(in: -5...5, using: &random), bounds(&random, isBoxed: isBoxed),
        Bool.random(using: &random)
      )
    }
    rows = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (
        bounds(&random, isBoxed: false),
        (0..<columns).map { _ in Int64.random(in: -4...4, using: &random) }
      )
    }
  }

  var model: LinearModel {
    var model = LinearModel()
    for column in columns {
      model.addColumn(cost: column.cost, bounds: column.bounds, isInteger: column.isInteger)
    }
    for row in rows {
      model.addRow(bounds: row.bounds)
      for (column, coefficient) in row.coefficients.enumerated() where coefficient != 0 {
        model.addTerm(coefficient, column: column)
      }
    }
    return model
  }

  /// The best corner, of this model in a box far larger than any corner of it and in one twice as large.
  var outcome: Outcome {
    guard let first = best(within: 1_000_000), let second = best(within: 2_000_000) else {
      return .infeasible
    }
    return first == second ? .optimal(first) : .unbounded
  }

  /// The best of ``outcome`` for each choice of the integer columns, which must be boxed.
  var integerOutcome: Outcome {
    guard let column = columns.firstIndex(where: \.isInteger) else { return outcome }
    var best: Outcome = .infeasible
    for value in columns[column].bounds.lower...columns[column].bounds.upper {
      var fixed = self
      fixed.columns[column].bounds = .equal(value)
      fixed.columns[column].isInteger = false
      switch (fixed.integerOutcome, best) {
      case (.infeasible, _): break
      case (.optimal(let new), .optimal(let old)) where new >= old: break
      case (let new, _): best = new
      }
    }
    return best
  }

  private func best(within box: Int128) -> Ratio? {
    typealias Plane = (coefficients: [Int128], lower: Int128, upper: Int128)
    var planes: [Plane] = []
    for (index, column) in columns.enumerated() {
      let unit: [Int128] = columns.indices.map { $0 == index ? 1 : 0 }
      let (lower, upper) = (Int128(column.bounds.lower), Int128(column.bounds.upper))
      planes.append((unit, max(-box, lower), min(box, upper)))
    }
    for row in rows {
      planes.append((row.coefficients.map { Int128($0) }, Int128(row.bounds.lower), Int128(row.bounds.upper)))
    }
    var sides: [(plane: Int, bound: Int128)] = []
    for (index, plane) in planes.enumerated() {
      for bound in Set([plane.lower, plane.upper]) where bound.magnitude < 1 << 62 {
        sides.append((index, bound))
      }
    }
    var best: Ratio?
    func visit(_ chosen: [(plane: Int, bound: Int128)], from next: Int) {
      if chosen.count < columns.count {
        for side in next..<max(next, sides.count) { visit(chosen + [sides[side]], from: side + 1) }
        return
      }
      let matrix = chosen.map { planes[$0.plane].coefficients }
      var divisor = determinant(matrix)
      guard divisor != 0 else { return }
      // Cramer's rule.
      var point: [Int128] = columns.indices.map { column in
        var replaced = matrix
        for row in matrix.indices { replaced[row][column] = chosen[row].bound }
        return determinant(replaced)
      }
      if divisor < 0 {
        divisor = -divisor
        point = point.map { -$0 }
      }
      let isInside = planes.allSatisfy { plane in
        let sum = product(plane.coefficients, point)
        return (plane.lower == Int128(Int64.min) || sum >= plane.lower * divisor)
          && (plane.upper == Int128(Int64.max) || sum <= plane.upper * divisor)
      }
      guard isInside else { return }
      let objective = Ratio(
        numerator: product(columns.map { Int128($0.cost) }, point), denominator: divisor)
      best = best.map { min($0, objective) } ?? objective
    }
    visit([], from: 0)
    return best
  }

  private func product(_ a: [Int128], _ b: [Int128]) -> Int128 {
    var sum: Int128 = 0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private func determinant(_ matrix: [[Int128]]) -> Int128 {
    guard let first = matrix.first else { return 1 }
    var sum: Int128 = 0
    for (column, value) in first.enumerated() where value != 0 {
      let minor = matrix.dropFirst().map { row in row.indices.filter { $0 != column }.map { row[$0] } }
      sum += (column.isMultiple(of: 2) ? 1 : -1) * value * determinant(minor)
    }
    return sum
  }
}
