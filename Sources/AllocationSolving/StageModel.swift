import Allocation
import LinearProgramming

/// A stage of a transport problem as GLPK takes it: a column for each option of a face, a row for each seat and
/// each offer.
struct StageModel {
  private var model = LinearModel()
  private let face: Face
  private let seats: [Int]

  /// - Parameter seats: whose options are columns; the others keep what they hold.
  init(_ face: Face, costs: [Int64], seats: [Int], holding: [Int32]) {
    self.face = face
    self.seats = seats
    var taken = [Int](repeating: 0, count: face.nodeCount)
    var columnsOfNode = [[Int]](repeating: [], count: face.nodeCount - 1)
    let ground = face.nodeCount - 1
    if seats.count < face.seatCount {
      for held in holding { taken[Int(face.options[Int(held)].node)] += 1 }
      for seat in seats { taken[Int(face.options[Int(holding[seat])].node)] -= 1 }
    }
    for seat in seats {
      let options = face.options(ofSeat: seat)
      var first: Int?
      for index in options {
        let option = face.options[index]
        let column = model.addColumn(cost: costs[Int(option.rank)], bounds: .between(0, 1))
        first = first ?? column
        if Int(option.node) != ground { columnsOfNode[Int(option.node)].append(column) }
      }
      model.addRow(bounds: .equal(1))
      for offset in 0..<options.count { model.addTerm(1, column: first! + offset) }
    }
    for (node, columns) in columnsOfNode.enumerated() {
      model.addRow(
        bounds: .between(Int64(face.least[node] - taken[node]), Int64(face.most[node] - taken[node])))
      for column in columns { model.addTerm(1, column: column) }
    }
  }

  /// A basis whose point is what the seats hold and, where all columns cost the same at some prices of full
  /// offers, whose duals are these prices.
  ///
  /// Besides what each seat holds, the basic columns are a forest of moves that ties every full offer to one
  /// with room, or to one of its own tree.
  private func basis(_ holding: [Int32]) -> Basis {
    var columns: [Basis.Status] = []
    var rows = [Basis.Status](repeating: .basic, count: seats.count + face.nodeCount - 1)
    var forest = Forest(count: face.nodeCount)
    let ground = face.nodeCount - 1
    for node in 0..<ground where face.least[node] < face.most[node] { _ = forest.join(node, ground) }
    for (row, seat) in seats.enumerated() {
      rows[row] = .fixed
      let held = Int(face.options[Int(holding[seat])].node)
      for index in face.options(ofSeat: seat) {
        let isBasic =
          index == Int(holding[seat]) || forest.join(Int(face.options[index].node), held)
        columns.append(isBasic ? .basic : .atLower)
      }
    }
    for node in 0..<ground where face.least[node] == face.most[node] && forest.root(of: node) != node {
      rows[seats.count + node] = .fixed
    }
    return Basis(rows: rows, columns: columns)
  }

  struct Answer {
    var holding: [Int32]
    /// By node, the last one 0.
    var prices: [Int64]
    var pivots: Int
  }

  /// - Parameter holding: what the seats hold; where the search starts if `isStart`.
  /// - Throws: ``AllocationError`` where GLPK fails, or its answer does not hold in whole numbers.
  func solve(holding: [Int32], isStart: Bool, deadline: Deadline) throws(AllocationError) -> Answer? {
    var options = SolverOptions()
    options.startingBasis = isStart ? basis(holding) : nil
    options.timeLimit = deadline.remaining ?? options.timeLimit
    let solution: LinearSolution
    do {
      solution = try model.solve(options)
    } catch {
      throw AllocationError(code: .solver, context: "\(error)")
    }
    guard solution.termination == .completed else {
      throw AllocationError(code: .timeLimit, context: "")
    }
    if solution.status == .infeasible { return nil }
    guard solution.status == .optimal, solution.certainty == .proven,
      let values = solution.exact?.wholeValues
    else { throw AllocationError(code: .solver, context: "GLPK's optimum is not proven in whole numbers") }
    var holding = holding
    var column = 0
    for seat in seats {
      for index in face.options(ofSeat: seat) {
        if values[column] == 1 { holding[seat] = Int32(index) }
        column += 1
      }
    }
    // A dual says what a place saves; a price what it costs.
    let duals = solution.rowDuals[seats.count...]
    return Answer(
      holding: holding, prices: duals.map { Int64((-$0).rounded()) } + [0], pivots: solution.iterations)
  }
}

/// Sets of nodes that grow together (Tarjan 1975).
private struct Forest {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of node: Int) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }

  /// - Returns: false where they were together before.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (root(of: a), root(of: b))
    // The last node, which stands for all with room, is the root of its own set.
    parents[min(a, b)] = max(a, b)
    return a != b
  }
}
