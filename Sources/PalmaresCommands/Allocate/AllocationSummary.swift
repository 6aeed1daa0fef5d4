import Palmares
import Wording

/// What `electives` says of its result on standard error.
struct AllocationSummary {
  private let result: AllocationSolution
  private let data: CatalogueInput
  private var problem: AllocationProblem { data.problem }

  /// Above this many offers only the most demanded are listed.
  private static let mostOffers = 40
  private static let fewOffers = 10
  private static let fewDropped = 3

  init(_ result: AllocationSolution, _ data: CatalogueInput) {
    self.result = result
    self.data = data
  }

  func lines(_ method: AllocationSolver.Method) -> [String] {
    let placed = result.allocation.placed
    let unplaced = problem.seatCount - placed
    let seats = problem.slotCount > 1 ? "places" : "students"
    let proof =
      !result.isProven ? "stopped" : result.certificate.isSearched ? "proven by search" : "proven by prices"
    let filled = data.mobility == nil ? "\(seats) filled" : "students placed"
    return ["\(placed) of \(problem.seatCount) \(filled), \(unplaced) without a \(data.subject.rawValue)"]
      + ranks(placed) + required() + reasons() + offers() + quotas() + notRun() + droppedWishes() + values()
      + [
        "policy \(result.certificate.policy.rawValue), "
          + (result.arbitrated.map { "arbitration by merit decided for \($0) students; " } ?? "")
          + "solver \(method.rawValue), \(proof)"
      ]
  }

  private func ranks(_ placed: Int) -> [String] {
    guard placed > 0 else { return [] }
    let profile = zip(problem.ranks, result.allocation.rankProfile(problem)).filter { $0.1 > 0 }
    let sum = profile.reduce(0) { $0 + $1.0 * $1.1 }
    let mean = Fraction(Int128(sum), Int128(placed)).decimalText(digits: 2)
    let counts = profile.map { "rank \($0.0): \($0.1)" }.joined(separator: ", ")
    return [counts, "mean rank \(mean), worst \(profile.last?.0 ?? 0)"]
  }

  private func offers() -> [String] {
    let loads = result.allocation.loads(problem)
    var demand = [Int](repeating: 0, count: problem.offers.count)
    for offer in problem.optionOffers { demand[Int(offer)] += 1 }
    var shown = Array(problem.offers.indices)
    if shown.count > Self.mostOffers {
      shown = Array(shown.sorted { (demand[$1], $0) < (demand[$0], $1) }.prefix(Self.fewOffers))
    }
    var lines = shown.map { offer in
      let fill = "\(data.name(ofOffer: offer)): \(loads[offer])/\(problem.offers[offer].places)"
      guard result.certificate.decisions[offer] != .closed else { return fill }
      // What its quotas cost is in their own lines.
      return fill + (loads[offer] == problem.offers[offer].places ? gain("place here", of: offer) : "")
        + gainBelowMinimum(of: offer)
    }
    let others = problem.offers.count - shown.count
    if others > 0 {
      let full = problem.offers.indices.count { loads[$0] == problem.offers[$0].places }
      let subject = data.mobility == nil ? "modules" : "destinations"
      lines.append("… and \(others) more \(subject), less in demand; \(full) of all are full")
    }
    return lines
  }

  /// Students who owe their semester abroad and cannot be placed.
  private func required() -> [String] {
    let left = problem.required.filter { problem.slotCount == 0 || result.allocation[$0] == nil }
    guard !problem.required.isEmpty else { return [] }
    let names = left.map { data.students.identifiers[$0] }.joined(separator: ", ")
    return ["\(problem.required.count - left.count) of \(problem.required.count) who owe their quitus placed"]
      + (left.isEmpty ? [] : ["cannot be placed: \(names)"])
  }

  /// Why students have no destination.
  private func reasons() -> [String] {
    guard let mobility = data.mobility else { return [] }
    let reasons = mobility.reasons(result.allocation, problem, data.wishes.wishes)
    let counts = Dictionary(grouping: reasons.compactMap(\.self)) { $0.csvWord }.mapValues(\.count)
    guard !counts.isEmpty else { return [] }
    return [counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")]
  }

  private func quotas() -> [String] {
    let loads = result.allocation.quotaLoads(problem)
    return problem.quotas.indices.map { quota in
      let most = problem.quotas[quota].most
      let fill = "quota \(data.electives.quotaNames[quota]): \(loads[quota])/\(most)"
      return fill + (loads[quota] == most ? gain("departure", of: problem.offers.count + quota) : "")
    }
  }

  /// What one more at an offer or quota would gain.
  ///
  /// Its price is what one more gains that counts in no quota around it, so the spent ones must give way as well.
  private func gain(_ what: String, of node: Int) -> String {
    guard let (stage, price) = decidingPrice(of: node), price > 0 else { return "" }
    let loads = result.allocation.quotaLoads(problem)
    let spent = (problem.nesting?.quotas(around: node, offers: problem.offers.count) ?? [])
      .filter { loads[$0] == problem.quotas[$0].most }.map { data.electives.quotaNames[$0] }
    let others = spent.isEmpty ? "" : ", and in \(spent.joined(separator: ", ")),"
    return ", one more \(what)\(others) would gain: \(describe(stage, gain: price))"
  }

  /// The price at the first stage that has one.
  ///
  /// Where one more changes nothing at a stage, its optimal face only grows by it, and the next price is again
  /// what one more gains. Beyond a stage that it betters, prices say nothing.
  private func decidingPrice(of node: Int) -> (stage: ObjectiveStage, price: Int64)? {
    zip(result.objective.stages, result.certificate.stages).lazy.map { ($0, $1.prices[node]) }
      .first { $0.1 != 0 }
  }

  private func gainBelowMinimum(of offer: Int) -> String {
    guard let (stage, price) = decidingPrice(of: offer), price < 0 else { return "" }
    return ", a minimum lower by one would gain: \(describe(stage, gain: -price))"
  }

  private func notRun() -> [String] {
    let loads = result.allocation.loads(problem)
    let closed = problem.offers.indices.filter { loads[$0] == 0 && problem.offers[$0].minimum > 0 }
    guard !closed.isEmpty else { return [] }
    let shown = closed.prefix(Self.fewOffers).map(data.name(ofOffer:)).joined(separator: ", ")
    let more = closed.count > Self.fewOffers ? ", … and \(closed.count - Self.fewOffers) more" : ""
    return ["not run, for their minimum: \(shown)\(more)"]
  }

  /// The objective, where the ranks alone do not show it.
  private func values() -> [String] {
    let levels = result.objective.levels
    guard levels.contains(where: { $0.subject == .required || $0.subject == .priority }) else { return [] }
    let values = levels.compactMap { reading($0, $0.value(result.allocation, problem)) }
    return ["objective: " + values.joined(separator: ", ")]
  }

  /// nil for a rank that nobody has.
  private func reading(_ level: ObjectiveLevel, _ value: Int64) -> String? {
    switch level.subject {
    case .unplaced: "\(value) without a \(data.subject.rawValue)"
    case .rankCost: "rank cost \(value)"
    case .most(let rank): value == 0 ? nil : "\(-value) at rank \(rank)"
    case .fewest(let rank): value == 0 ? nil : "\(value) at rank \(rank)"
    case .required: "\(value) who owe their quitus not placed"
    case .priority: "priority \(-value)"
    case .moves: "\(value) moves"
    }
  }

  private func droppedWishes() -> [String] {
    guard !data.dropped.isEmpty else { return [] }
    let shown = data.dropped.prefix(Self.fewDropped).map {
      "line \(data.wishes.line(ofWish: $0.wish)) \(describe($0.shortfall))"
    }
    let more = data.dropped.count > Self.fewDropped ? ", …" : ""
    let wishes = data.dropped.count == 1 ? "wish" : "wishes"
    let isPrerequisite = data.dropped.allSatisfy {
      if case .prerequisite = $0.shortfall { true } else { false }
    }
    let reason = isPrerequisite ? "prerequisite missing" : "not eligible"
    return ["\(data.dropped.count) \(wishes) dropped: \(reason) (\(shown.joined(separator: ", "))\(more))"]
  }
}
