import Allocations
import LinearProgramming
import Wording

/// A stage of a transportation problem as GLPK takes it: a column for each option of a face, a row for each seat and
/// each node.
///
/// The linear program has whole optima (its matrix is a network's, hence totally unimodular; Hoffman and Kruskal 1956),
/// so the simplex method of GLPK ends at an allocation. The point and the duals are checked in whole numbers by
/// ``LinearModel``; what is not proven there is an error, never a result.
struct StageModel {
  private var model = LinearModel()
  private let face: Face

  init(_ face: Face, costs: [Int64]) {
    self.face = face
    let taken = face.loads
    var columnsOfNode = [[Int]](repeating: [], count: face.nodeCount - 1)
    let outside = face.nodeCount - 1
    func forEachNode(from node: Int, _ body: (Int) -> Void) {
      var node = node
      while node != outside {
        body(node)
        node = face.parents[node]
      }
    }
    for seat in 0..<face.seatCount {
      let options = face.options(ofSeat: seat)
      var first: Int?
      for index in options {
        let option = face.options[index]
        let column = model.addColumn(cost: costs[Int(option.costIndex)], bounds: .between(0, 1))
        first = first ?? column
        forEachNode(from: Int(option.node)) { columnsOfNode[$0].append(column) }
      }
      model.addRow(bounds: .equal(1))
      for offset in 0..<options.count { model.addTerm(1, column: first! + offset) }
    }
    for (node, columns) in columnsOfNode.enumerated() {
      model.addRow(
        bounds: .between(
          Int64(face.lowerQuota[node] - taken[node]), Int64(face.upperQuota[node] - taken[node])))
      for column in columns { model.addTerm(1, column: column) }
    }
  }

  /// A basis whose point is what the seats hold and, where all columns cost the same at some prices of full
  /// offers, whose duals are these prices.
  ///
  /// Besides what each seat holds, the basic columns and the rows of nodes with room are a tree of moves over
  /// the nodes; where these do not reach, a full node's own row does.
  private func basis(_ holding: [Int32]) -> Basis {
    var columns: [Basis.Status] = []
    var rows = [Basis.Status](repeating: .basic, count: face.seatCount + face.nodeCount - 1)
    var forest = Forest(count: face.nodeCount)
    // A node with room costs what the one it counts in does.
    for (node, parent) in face.parents.enumerated() where face.lowerQuota[node] < face.upperQuota[node] {
      _ = forest.join(node, parent)
    }
    for seat in 0..<face.seatCount {
      rows[seat] = .fixed
      let held = Int(face.options[Int(holding[seat])].node)
      for index in face.options(ofSeat: seat) {
        let isBasic =
          index == Int(holding[seat]) || forest.join(Int(face.options[index].node), held)
        columns.append(isBasic ? .basic : .atLower)
      }
    }
    for (node, parent) in face.parents.enumerated()
    where face.lowerQuota[node] == face.upperQuota[node] && !forest.join(node, parent) {
      rows[face.seatCount + node] = .fixed
    }
    return Basis(rows: rows, columns: columns)
  }

  struct Answer {
    var holding: [Int32]
    /// By node, the last one 0.
    var prices: [Int64]
  }

  /// - Parameter holding: where the search starts: what the seats hold.
  /// - Throws: where GLPK fails or is stopped, or its answer does not hold in whole numbers.
  func solve(from holding: [Int32]? = nil, deadline: Deadline) throws(SolverStop) -> Answer? {
    let solution: LinearSolution
    do {
      solution = try model.solve(deadline.options(startingAt: holding.map(basis)))
    } catch {
      throw .failure(error.message)
    }
    try solution.termination.check()
    if solution.status == .infeasible { return nil }
    guard solution.status == .optimal, solution.certainty == .proven,
      let values = solution.exact?.wholeValues
    else {
      throw .failure(
        Message(
          fr: "l'optimum de GLPK n'est pas prouvé en nombres entiers",
          en: "GLPK's optimum is not proven in whole numbers"))
    }
    var holding = [Int32](repeating: 0, count: face.seatCount)
    var column = 0
    for seat in 0..<face.seatCount {
      for index in face.options(ofSeat: seat) {
        if values[column] == 1 { holding[seat] = Int32(index) }
        column += 1
      }
    }
    // A dual says what a place saves; a price what it costs, with all the nodes it counts in.
    let duals = Array(solution.rowDuals[face.seatCount...])
    var prices = [Int64](repeating: 0, count: face.nodeCount)
    for node in duals.indices {
      var above = node
      while above < duals.count {
        prices[node] -= Int64(duals[above].rounded())
        above = face.parents[above]
      }
    }
    return Answer(holding: holding, prices: prices)
  }
}

/// Sets of nodes that grow together (union–find; Tarjan 1975, doi:10.1145/321879.321884), by path halving alone.
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
    parents[a] = b
    return a != b
  }
}
