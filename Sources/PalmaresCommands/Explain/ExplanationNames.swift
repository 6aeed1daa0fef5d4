import Palmares
import Wording

/// Puts names to an explanation.
struct ExplanationNames {
  let data: CatalogueInput
  let policy: AllocationPolicy
  let objective: AllocationObjective
  /// Whether nothing of other students may be in it but counts.
  let isLetter: Bool
  /// What everyone has by now, where that is known.
  var since: (allocation: Allocation, problem: AllocationProblem, marks: PlaceMarks)?
  private let merits: [Int32]
  private let loads: [Int]
  private var problem: AllocationProblem { data.problem }

  init(
    _ data: CatalogueInput, _ allocation: Allocation, _ policy: AllocationPolicy,
    _ objective: AllocationObjective, isLetter: Bool
  ) {
    self.data = data
    self.policy = policy
    self.objective = objective
    self.isLetter = isLetter
    merits = data.problem.meritPositions
    loads = allocation.loads(data.problem)
  }

  func facts(_ explanation: AllocationExplanation) -> ExplanationFacts {
    let student = explanation.student
    return ExplanationFacts(
      student: data.students.identifiers[student], gpa: data.students.gpas[student].decimalText(),
      absences: data.students.absences[student], meritPosition: explanation.meritPosition,
      studentCount: problem.studentCount, policy: policy.rawValue,
      places: explanation.places.map { place($0, explanation) }, withoutEffect: withoutEffect(student),
      isOptimal: explanation.isOptimal, isExact: explanation.isExact)
  }

  private func place(
    _ place: AllocationExplanation.Place, _ explanation: AllocationExplanation
  ) -> ExplanationFacts.Place {
    let seat = problem.seat(student: explanation.student, slot: place.slot)
    let others = problem.options(ofSeat: seat).dropFirst(place.preferred.count)
    return ExplanationFacts.Place(
      slot: data.electives.creneaux[place.slot], module: place.option.map(module),
      rank: place.option.flatMap(problem.wishedRank(ofOption:)), since: since(seat, place.option),
      wishes: place.preferred.map { wish($0, explanation) }
        + others.compactMap { option in
          problem.wishedRank(ofOption: option).map {
            ExplanationFacts.Wish(
              rank: $0, module: module(option),
              outcome: option == place.option ? .obtained : .lower)
          }
        })
  }

  private func since(_ seat: Int, _ option: Int?) -> ExplanationFacts.Since? {
    guard let since else { return nil }
    let held = since.allocation[seat].map { Int(since.problem.optionOffers[$0]) }
    guard held != option.map({ Int(problem.optionOffers[$0]) }) else { return nil }
    return ExplanationFacts.Since(
      module: held.map { data.electives.offers[$0].module }, mark: since.marks.mark(ofSeat: seat))
  }

  private func wish(
    _ preferred: AllocationExplanation.Preferred, _ explanation: AllocationExplanation
  ) -> ExplanationFacts.Wish {
    let offer = problem.offer(ofOption: preferred.option)
    let number = Int(problem.optionOffers[preferred.option])
    func facts(_ change: AllocationExplanation.Change) -> ExplanationFacts.Change {
      self.change(change, of: explanation)
    }
    var wish = ExplanationFacts.Wish(
      rank: problem.rank(ofOption: preferred.option), module: module(preferred.option),
      outcome: outcome(preferred, isFull: loads[number] >= offer.places))
    if case .quotas(let quotas) = preferred.obstacle {
      wish.quotas = quotas.map { "\(data.electives.quotaNames[$0])" }
    }
    wish.places = offer.places
    wish.taken = loads[number]
    wish.minimum = offer.minimum > 1 ? offer.minimum : nil
    wish.betterCount = preferred.holders.count - preferred.lowerCount
    wish.lowerCount = preferred.lowerCount
    if !isLetter {
      wish.holders = preferred.holders.map { holder in
        ExplanationFacts.Holder(
          student: data.students.identifiers[holder.student],
          rank: holder.rank == problem.unwishedRank ? nil : holder.rank,
          gpa: data.students.gpas[holder.student].decimalText(),
          absences: data.students.absences[holder.student], meritPosition: holder.meritPosition,
          handover: holder.handover.map(facts))
      }
    }
    wish.cost = preferred.cheapest.map(facts)
    wish.oneMore = preferred.oneMore.map(facts)
    wish.isWithinReach = preferred.oneMore.map { _ in preferred.isWithinReach }
    return wish
  }

  /// Without its créneau.
  private func module(_ option: Int) -> String {
    data.electives.offers[Int(problem.optionOffers[option])].module
  }

  private func outcome(
    _ preferred: AllocationExplanation.Preferred, isFull: Bool
  ) -> ExplanationFacts.Outcome {
    switch preferred.obstacle {
    case .closed: .closed
    case .elsewhere: .elsewhere
    case .quotas where !isFull: .quota
    case .quotas, nil: isFull ? .full : .free
    }
  }

  /// The counts leave the student's own move out.
  private func change(
    _ change: AllocationExplanation.Change, of explanation: AllocationExplanation
  ) -> ExplanationFacts.Change {
    var facts = ExplanationFacts.Change(
      objective: zip(objective.levels, change.gains).filter { $0.1 != 0 }.map {
        .init(level: $0.subject.name, gain: $1)
      },
      moves: isLetter ? nil : change.moves.map(move),
      words: .gains(change.gains, objective.levels, of: problem)
    )
    facts.hasOwnMove = change.moves.contains { $0.student == explanation.student }
    for move in change.moves where move.student != explanation.student {
      let before = move.from == Allocation.unplaced ? .max : problem.optionRanks[move.from]
      let after = move.to == Allocation.unplaced ? .max : problem.optionRanks[move.to]
      if after < before {
        if before == .max { facts.placed += 1 } else { facts.better += 1 }
      } else if after > before {
        if after == .max { facts.left += 1 } else { facts.worse += 1 }
        if merits[move.student] < explanation.meritPosition - 1 { facts.betterMeritLosers += 1 }
      }
    }
    return facts
  }

  private func move(_ move: AllocationExplanation.Move) -> ExplanationFacts.Move {
    func name(_ choice: Int) -> String? {
      choice == Allocation.unplaced ? nil : data.name(ofOption: choice)
    }
    return ExplanationFacts.Move(
      student: data.students.identifiers[move.student], from: name(move.from), to: name(move.to),
      rank: move.to == Allocation.unplaced ? nil : problem.wishedRank(ofOption: move.to))
  }

  private func withoutEffect(_ student: Int) -> [ExplanationFacts.Wish] {
    let wishes = data.wishes.wishes
    return data.dropped.filter { Int(wishes.students[$0.wish]) == student }.map {
      var wish = ExplanationFacts.Wish(
        rank: Int(wishes.ranks[$0.wish]), module: data.electives.modules[Int(wishes.modules[$0.wish])],
        outcome: .ineligible)
      wish.conditions = data.shortfalls(student, module: Int(wishes.modules[$0.wish])).map { shortfall in
        if case .prerequisite(let code) = shortfall {
          return Message(fr: "l'UE \(code) n'est pas validée", en: "UE \(code) is not validated")
        }
        return shortfall.message
      }
      return wish
    }
  }
}
