import Palmares

/// The wording of an explanation.
struct ExplanationText: CustomStringConvertible {
  private let explanation: AllocationExplanation
  private let objective: AllocationObjective
  private let data: ElectivesInput
  private let merits: [Int32]
  private let quotaLoads: [Int]
  private var problem: AllocationProblem { data.problem }

  private static let mostHolders = 10

  init(
    _ explanation: AllocationExplanation, _ allocation: Allocation, _ objective: AllocationObjective,
    _ data: ElectivesInput
  ) {
    quotaLoads = allocation.quotaLoads(data.problem)
    self.explanation = explanation
    self.objective = objective
    self.data = data
    merits = data.problem.meritPositions
  }

  var description: String {
    let student = explanation.student
    let heading =
      "\(data.students.identifiers[student]): \(standing(student)) of \(problem.studentCount) students"
    // Without a destination there is no créneau either.
    let places =
      explanation.places.isEmpty ? [Self.nothing(data.subject)] : explanation.places.flatMap(lines(of:))
    let lines = [heading] + places + droppedWishes()
    return lines.joined(separator: "\n") + "\n"
  }

  private static func nothing(_ subject: WishesFile.Subject) -> String {
    "no \(subject.rawValue), and no wish that holds"
  }

  /// GPA, absences and place in the merit order.
  private func standing(_ student: Int) -> String {
    "GPA \(data.students.gpas[student].decimalText()), absences \(data.students.absences[student]), "
      + "merit \(merits[student] + 1)"
  }

  private func lines(of place: AllocationExplanation.Place) -> [String] {
    let name = data.electives.slots[place.slot]
    let slot = name.isEmpty ? "" : "créneau \(name): "
    let options = problem.options(ofSeat: problem.seat(student: explanation.student, slot: place.slot))
    let outcome =
      if let option = place.option {
        "has \(data.name(ofOption: option)), "
          + (problem.wishedRank(ofOption: option).map { "wish of rank \($0)" } ?? "which was no wish")
      } else if options.isEmpty {
        Self.nothing(data.subject)
      } else {
        "no \(data.subject.rawValue)"
      }
    return ["\(slot)\(outcome)"] + place.preferred.flatMap { lines(of: $0, place) }
  }

  private func lines(
    of preferred: AllocationExplanation.Preferred, _ place: AllocationExplanation.Place
  ) -> [String] {
    let offer = problem.offer(ofOption: preferred.option)
    let rank = problem.rank(ofOption: preferred.option)
    let held = preferred.holders.count
    let offerNumber = Int(problem.optionOffers[preferred.option])
    var head =
      "  rank \(rank), \(data.name(ofOption: preferred.option)): \(held) of \(offer.places) places taken"
    if held == 0, offer.minimum > 0 { head += ", does not run (minimum \(offer.minimum))" }
    var lines = [head]
    for holder in preferred.holders.prefix(Self.mostHolders) {
      let rank = holder.rank == problem.unwishedRank ? "no wish" : "rank \(holder.rank)"
      lines.append(
        "    \(data.students.identifiers[holder.student]): \(rank), \(standing(holder.student))")
    }
    if held > Self.mostHolders { lines.append("    … and \(held - Self.mostHolders) more") }
    for (number, (quota, load)) in zip(problem.quotas, quotaLoads).enumerated()
    where quota.offers.contains(offerNumber) && load == quota.most {
      lines.append("    quota \(data.electives.quotaNames[number]): \(load) of \(quota.most) departures")
    }
    lines.append("    one more place: \(change(preferred.gain, place))")
    return lines
  }

  private func change(
    _ gain: AllocationExplanation.Gain, _ place: AllocationExplanation.Place
  ) -> String {
    let student =
      switch gain.option {
      case place.option: "nothing changes for this student here"
      case let option?:
        "this student would have \(data.name(ofOption: option)), rank \(problem.rank(ofOption: option))"
      case nil: "this student would have no \(data.subject.rawValue) here"
      }
    guard !objective.levels.isEmpty else { return student }
    return "in all, \(describe(objective.levels, gains: gain.levels)); \(student)"
  }

  private func droppedWishes() -> [String] {
    let wishes = data.wishes.wishes
    return data.dropped.filter { Int(wishes.students[$0.wish]) == explanation.student }.map {
      "dropped: rank \(wishes.ranks[$0.wish]), \(data.electives.modules[Int(wishes.modules[$0.wish])]): "
        + data.shortfalls(explanation.student, module: Int(wishes.modules[$0.wish])).map(reason)
        .joined(separator: ", ")
    }
  }

  private func reason(_ shortfall: Shortfall) -> String {
    if case .prerequisite(let code) = shortfall { return "UE \(code) is not validated" }
    return describe(shortfall)
  }
}
