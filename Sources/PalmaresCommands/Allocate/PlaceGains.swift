import Palmares
import Wording

/// What one more place in full offers, or one more departure in spent quotas, would bring, in students: how many would
/// be placed, how many would have a better rank.
struct PlaceGains {
  private let counts: [Int: StudentCounts]

  /// Above so many options the shortest paths take long, and gains are said by level alone.
  private static let mostOptions = 20_000

  /// - Parameter nodes: offers and, behind all offers, quotas with nothing left.
  init(_ nodes: [Int], of result: AllocationSolution, _ problem: AllocationProblem) {
    guard result.isProven, problem.optionOffers.count <= Self.mostOptions,
      let changes = try? AllocationExplanation.oneMore(
        at: nodes, of: result.allocation, problem, result.objective)
    else {
      counts = [:]
      return
    }
    var counts: [Int: StudentCounts] = [:]
    for case (let node, let change?) in zip(nodes, changes) where !change.moves.isEmpty {
      guard Self.agree(change, result, node) else { continue }
      counts[node] = StudentCounts(change.moves, problem)
    }
    self.counts = counts
  }

  /// nil where it is not known in students.
  subscript(node: Int) -> StudentCounts? { counts[node] }

  /// Whether the price of a node says the same of one more place; where whole numbers are searched for, chains of
  /// moves may miss the best change.
  private static func agree(
    _ change: AllocationExplanation.Change, _ result: AllocationSolution, _ node: Int
  ) -> Bool {
    var level = 0
    for (stage, proof) in zip(result.objective.stages, result.certificate.stages) {
      let gains = change.gains[level..<level + stage.levels.count]
      let gain = zip(gains, stage.weights).reduce(0) { $0 + $1.0 * $1.1 }
      if gain != proof.prices[node] { return false }
      if gain != 0 { return true }
      level += stage.levels.count
    }
    return true
  }
}

/// How many students a change places, or moves to another rank.
struct StudentCounts: Equatable {
  private(set) var placed = 0
  private(set) var better = 0
  private(set) var worse = 0
  private(set) var left = 0

  init(_ moves: [AllocationExplanation.Move], _ problem: AllocationProblem) {
    for move in moves {
      let before = move.from == Allocation.unplaced ? nil : problem.optionRanks[move.from]
      let after = move.to == Allocation.unplaced ? nil : problem.optionRanks[move.to]
      switch (before, after) {
      case (nil, nil): break
      case (nil, _): placed += 1
      case (_, nil): left += 1
      case (let before?, let after?):
        if after < before { better += 1 } else if after > before { worse += 1 }
      }
    }
  }
}

extension Message {
  /// What a change means for students: « 1 élève de plus placé, 2 à un meilleur rang ».
  ///
  /// - Parameter sum: what it means in all; nil where nothing else can decide.
  static func gain(_ counts: StudentCounts, inAll sum: Message?) -> Message {
    var parts: [Message] = []
    func add(_ count: Int, _ alone: Message, _ behind: Message) {
      if count > 0 { parts.append(parts.isEmpty ? alone : behind) }
    }
    let (placed, better, worse, left) = (counts.placed, counts.better, counts.worse, counts.left)
    let more = Message(
      fr: "\(placed, "élève de plus placé", "élèves de plus placés")", en: "\(placed) more placed")
    add(placed, more, more)
    add(
      better,
      Message(
        fr: "\(better, "élève", "élèves") à un meilleur rang",
        en: "\(better, "student", "students") at a better rank"),
      Message(fr: "\(better) à un meilleur rang", en: "\(better) at a better rank"))
    add(
      worse,
      Message(
        fr: "\(worse, "élève", "élèves") à un moins bon rang",
        en: "\(worse, "student", "students") at a worse rank"
      ), Message(fr: "\(worse) à un moins bon rang", en: "\(worse) at a worse rank"))
    add(
      left,
      Message(
        fr: "\(left, "élève", "élèves") sans place", en: "\(left, "student", "students") without a place"),
      Message(fr: "\(left) sans place", en: "\(left) without a place"))
    let students = parts.joined(separator: ", ")
    // Where some lose, it takes the sum to see the gain.
    guard worse + left > 0, let sum else { return students }
    return Message(fr: "\(students) (en tout, \(sum))", en: "\(students) (in all, \(sum))")
  }
}
