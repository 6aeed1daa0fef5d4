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

  func lines(_ method: AllocationSolver.Method) -> [Message] {
    let placed = result.allocation.placed
    let unplaced = problem.seatCount - placed
    let first = Message.placed(placed, of: problem.seatCount, bySlot: problem.slotCount > 1)
    return [[first, .without(unplaced, data.subject)].joined(separator: ", ")]
      + ranks(placed) + required() + reasons() + offers() + quotas() + notRun() + wishesWithoutEffect()
      + values()
      + [
        .made(
          by: result.certificate.policy, arbitrated: result.arbitrated, isPlain: method == .plain),
        proof(),
      ]
  }

  private func proof() -> Message {
    guard result.isProven else { return .notProven }
    return .proven(
      bySearch: result.certificate.isSearched,
      .optimal(result.certificate.policy, result.objective, of: problem))
  }

  private func ranks(_ placed: Int) -> [Message] {
    guard placed > 0 else { return [] }
    let profile = zip(problem.ranks, result.allocation.rankProfile(problem)).filter { $0.1 > 0 }
    let sum = profile.reduce(0) { $0 + $1.0 * $1.1 }
    let mean = Fraction(Int128(sum), Int128(placed)).decimalText(digits: 2)
    return [
      .profile(profile.map { (rank: $0.0, count: $0.1) }), .meanRank(mean, worst: profile.last?.0 ?? 0),
    ]
  }

  private func offers() -> [Message] {
    let loads = result.allocation.loads(problem)
    var demand = [Int](repeating: 0, count: problem.offers.count)
    for offer in problem.optionOffers { demand[Int(offer)] += 1 }
    var shown = Array(problem.offers.indices)
    if shown.count > Self.mostOffers {
      shown = Array(shown.sorted { (demand[$1], $0) < (demand[$0], $1) }.prefix(Self.fewOffers))
    }
    let full = shown.filter {
      loads[$0] == problem.offers[$0].places && result.certificate.decisions[$0] != .closed
    }
    let gains = PlaceGains(full, of: result, problem)
    var lines = shown.map { offer in
      let places = problem.offers[offer].places
      let fill = Message.fill(data.name(ofOffer: offer), loads[offer], of: places)
      guard result.certificate.decisions[offer] != .closed else { return fill }
      // What its quotas cost is in their own lines.
      let gain =
        loads[offer] == places ? gain(of: offer, gains).map { Message.oneMorePlace($0, andIn: $1) } : nil
      return [fill, gain, gainBelowMinimum(of: offer)].compactMap(\.self).joined()
    }
    let others = problem.offers.count - shown.count
    if others > 0 {
      let full = problem.offers.indices.count { loads[$0] == problem.offers[$0].places }
      lines.append(.otherOffers(others, full: full, data.subject))
    }
    return lines
  }

  /// Students who owe their semester abroad and cannot be placed.
  private func required() -> [Message] {
    let left = problem.required.filter { problem.slotCount == 0 || result.allocation[$0] == nil }
    guard !problem.required.isEmpty else { return [] }
    return [.requiredPlaced(problem.required.count - left.count, of: problem.required.count)]
      + (left.isEmpty ? [] : [.cannotBePlaced(left.map { data.students.identifiers[$0] })])
  }

  /// Why students have no destination.
  private func reasons() -> [Message] {
    guard let mobility = data.mobility else { return [] }
    let reasons = mobility.reasons(result.allocation, problem, data.wishes.wishes)
    let counts = Dictionary(grouping: reasons.compactMap(\.self)) { $0.csvWord }.mapValues(\.count)
    guard !counts.isEmpty else { return [] }
    return [.reasons(counts.sorted { $0.key < $1.key }.map { (word: $0.key, count: $0.value) }, data.subject)]
  }

  private func quotas() -> [Message] {
    let loads = result.allocation.quotaLoads(problem)
    let spent = problem.quotas.indices.filter { loads[$0] == problem.quotas[$0].most }
    let gains = PlaceGains(spent.map { problem.offers.count + $0 }, of: result, problem)
    return problem.quotas.indices.map { quota in
      let most = problem.quotas[quota].most
      let node = problem.offers.count + quota
      let fill = Message.fill(data.name(ofOffer: node), loads[quota], of: most)
      guard loads[quota] == most, let (gain, others) = gain(of: node, gains) else { return fill }
      return fill + .oneMoreDeparture(gain, andIn: others)
    }
  }

  /// What one more at an offer or quota would gain, and the quotas that must have one more as well.
  ///
  /// Its price is what one more gains that counts in no quota around it, so the spent ones must give way as well.
  private func gain(of node: Int, _ gains: PlaceGains) -> (gain: Message, quotas: [String])? {
    let price = decidingPrice(of: node)
    if let price, price.price < 0 { return nil }
    let sum = price.map { Message.gain($0.price, $0.stage, of: problem) }
    guard let gain = gains[node].map({ Message.gain($0, inAll: sum) }) ?? sum else { return nil }
    let loads = result.allocation.quotaLoads(problem)
    let spent = (problem.nesting?.quotas(around: node, offers: problem.offers.count) ?? [])
      .filter { loads[$0] == problem.quotas[$0].most }.map { data.electives.quotaNames[$0] }
    return (gain, spent)
  }

  /// The price at the first stage that has one.
  ///
  /// Where one more changes nothing at a stage, its optimal face only grows by it, and the next price is again
  /// what one more gains. Beyond a stage that it betters, prices say nothing.
  private func decidingPrice(of node: Int) -> (stage: ObjectiveStage, price: Int64)? {
    zip(result.objective.stages, result.certificate.stages).lazy.map { ($0, $1.prices[node]) }
      .first { $0.1 != 0 }
  }

  private func gainBelowMinimum(of offer: Int) -> Message? {
    guard let (stage, price) = decidingPrice(of: offer), price < 0 else { return nil }
    return .lowerMinimum(.gain(-price, stage, of: problem))
  }

  private func notRun() -> [Message] {
    let loads = result.allocation.loads(problem)
    let closed = problem.offers.indices.filter { loads[$0] == 0 && problem.offers[$0].minimum > 0 }
    return closed.isEmpty ? [] : [.notRun(closed.map(data.name(ofOffer:)), most: Self.fewOffers)]
  }

  /// The objective, where the ranks alone do not show it.
  private func values() -> [Message] {
    let levels = result.objective.levels
    guard levels.contains(where: { $0.subject == .required || $0.subject == .priority }) else { return [] }
    let values = levels.compactMap {
      Message.value($0.value(result.allocation, problem), $0, of: problem, data.subject)
    }
    return [.objective(values)]
  }

  private func wishesWithoutEffect() -> [Message] {
    guard !data.dropped.isEmpty else { return [] }
    let shown = data.dropped.prefix(Self.fewDropped).map {
      (line: data.wishes.line(ofWish: $0.wish), shortfall: $0.shortfall)
    }
    let isPrerequisite = data.dropped.allSatisfy {
      if case .prerequisite = $0.shortfall { true } else { false }
    }
    return [.wishesWithoutEffect(data.dropped.count, isPrerequisite: isPrerequisite, shown)]
  }
}
