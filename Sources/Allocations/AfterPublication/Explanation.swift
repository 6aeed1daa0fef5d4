import ExactValues

/// Why a student has their places and not better wishes, by identifier.
///
/// Nothing is solved for it: what a change would cost or gain is read off the chains of moves of the allocation.
///
/// ```swift
/// if let explanation = try input.explanation(of: "E2", in: solution.allocation) {
///   for wish in explanation.places.flatMap(\.preferred) {
///     print(wish.module, wish.holders.map(\.student))  // IA ["E1"]
///   }
/// }
/// ```
public struct Explanation: Sendable, Hashable, Codable {
  /// A student who gets another place, or none.
  public struct Move: Sendable, Hashable, Codable {
    /// The student's identifier.
    public let student: String
    /// The module that the student leaves; nil for none.
    public let from: String?
    /// The module that the student gets; nil for none.
    public let to: String?
  }

  /// Moves that go together, and what they are worth.
  public struct Change: Sendable, Hashable, Codable {
    /// By level of the objective, how much lower its value would be; below 0 where it costs something.
    public let gains: [Int64]
    /// In the order in which one makes room for the next.
    public let moves: [Move]
  }

  /// A student who has a place that the explained student wished for.
  public struct Holder: Sendable, Hashable, Codable {
    /// The holder's identifier.
    public let student: String
    /// The rank of the holder's own wish, from 1.
    public let rank: Int
    /// The holder's position in the merit order, from 1.
    public let meritPosition: Int
    /// What would move if this place went to the explained student; nil for holders of better merit, and where no chain
    /// of moves leads there.
    public let handover: Change?
  }

  /// What keeps everyone from a place, beside its holders.
  public enum Obstacle: Sendable, Hashable, Codable {
    /// The module does not run, since it has too few students for its minimum.
    case closed
    /// The student has the module in another créneau.
    case elsewhere
    /// These quotas, by their names, have no departure left.
    case quotas(names: [String])
  }

  /// A wish ranked better than what the student got.
  public struct Preferred: Sendable, Hashable, Codable {
    /// The module, or the destination.
    public let module: String
    /// The rank of the wish, from 1.
    public let rank: Int
    /// What keeps everyone from a place; nil where only the holders do.
    public let obstacle: Obstacle?
    /// The students who have the places: those of lower merit first, each group by merit.
    public let holders: [Holder]
    /// The cheapest change that gives the student a place; nil where no chain of moves does.
    public let cheapest: Change?
    /// What one more place would change for the better; without moves where it would change nothing.
    public let oneMore: Change?
    /// Whether one more place could go to the student.
    public let isWithinReach: Bool
  }

  /// What the student got in one créneau.
  public struct Place: Sendable, Hashable, Codable {
    /// Empty where there is a single créneau without a name.
    public let creneau: String
    /// The module, or the destination; nil for none.
    public let module: String?
    /// The wishes ranked better, best rank first.
    public let preferred: [Preferred]
  }

  /// The student's identifier.
  public let student: String
  /// The student's position in the merit order, from 1.
  public let meritPosition: Int
  /// The student's places, by créneau.
  public let places: [Place]
  /// False where swaps alone would better the objective: then nothing is said of what changes cost.
  public let isOptimal: Bool
  /// Whether chains of moves find the cheapest change; where whole numbers are searched for, they may miss it.
  public let isExact: Bool
}

extension AllocationInput {
  /// Explains a student's places.
  ///
  /// - Parameters:
  ///   - student: The student's identifier.
  ///   - allocation: An allocation of ``problem``.
  ///   - policy: The policy that the allocation follows.
  ///   - costs: What ranks cost, for ``AllocationPolicy/satisfaction``.
  /// - Returns: nil for an unknown student.
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where the allocation is not of ``problem``;
  ///   `CancellationError` once the task is cancelled.
  /// - Complexity: O(*k*) for *k* options, and shortest paths for each preferred wish.
  public func explanation(
    of student: String, in allocation: Allocation, policy: AllocationPolicy = .satisfaction,
    costs: RankCosts = .linear
  ) throws -> Explanation? {
    try check(allocation)
    guard let creneau = catalogue.creneaux.first, let seat = seat(of: student, in: creneau) else {
      return nil
    }
    let explained = try AllocationExplanation(
      of: problem.student(ofSeat: seat.index), in: allocation, problem,
      AllocationObjective(policy, costs: costs, for: problem))
    return Explanation(
      student: student, meritPosition: explained.meritPosition,
      places: explained.places.map { place in
        Explanation.Place(
          creneau: catalogue.creneaux[place.slot], module: place.option.map(moduleName),
          preferred: place.preferred.map(named))
      }, isOptimal: explained.isOptimal, isExact: explained.isExact)
  }

  private func moduleName(_ option: Int) -> String {
    catalogue.modules[problem.offer(ofOption: option).module]
  }

  private func named(_ wish: AllocationExplanation.Preferred) -> Explanation.Preferred {
    Explanation.Preferred(
      module: moduleName(wish.option), rank: problem.rank(ofOption: wish.option),
      obstacle: wish.obstacle.map { obstacle in
        switch obstacle {
        case .closed: .closed
        case .elsewhere: .elsewhere
        case .quotas(let numbers): .quotas(names: numbers.map { catalogue.quotaNames[$0] })
        }
      },
      holders: wish.holders.map { holder in
        Explanation.Holder(
          student: students.identifiers[holder.student], rank: holder.rank,
          meritPosition: holder.meritPosition, handover: holder.handover.map(named))
      }, cheapest: wish.cheapest.map(named), oneMore: wish.oneMore.map(named),
      isWithinReach: wish.isWithinReach)
  }

  private func named(_ change: AllocationExplanation.Change) -> Explanation.Change {
    func name(_ choice: Int) -> String? { choice == Allocation.unplaced ? nil : moduleName(choice) }
    return Explanation.Change(
      gains: change.gains,
      moves: change.moves.map {
        Explanation.Move(
          student: students.identifiers[$0.student], from: name($0.from), to: name($0.to))
      })
  }
}
