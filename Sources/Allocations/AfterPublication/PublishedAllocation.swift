import ExactValues

/// A published allocation, in which students may swap their places (règlement 2.4.3, « permutation de gré à gré »).
///
/// ```swift
/// var published = try PublishedAllocation(solution.allocation, of: input)
/// try published.swap("E1", with: "E2")
/// for place in published.assignments { print(place.student, place.module) }  // E1 BIO, E2 IA
/// ```
public struct PublishedAllocation: Sendable {
  /// What the allocation was made from.
  public let input: AllocationInput
  /// The input's problem, with what swaps gave beyond the wishes.
  package private(set) var problem: AllocationProblem
  package private(set) var allocation: Allocation
  /// The places that swaps gave, with what their students had at first.
  package private(set) var marks = PlaceMarks()

  /// An allocation as it is published.
  ///
  /// - Parameters:
  ///   - allocation: An allocation of the input's problem.
  ///   - input: What it was made from.
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where it is not.
  public init(_ allocation: Allocation, of input: AllocationInput) throws(AllocationInputError) {
    try input.check(allocation)
    self.input = input
    self.allocation = allocation
    problem = input.problem
  }

  /// Who has what now: students in their order, a student's places by créneau. A place that was no wish has no rank.
  ///
  /// - Complexity: O(*s*), seats.
  public var assignments: [Assignment] { input.assignments(allocation, in: problem) }

  /// Gives two students each other's places in a créneau, whether they were wishes or not.
  ///
  /// How many students a module has does not change, so that places and minimums hold.
  ///
  /// - Parameters:
  ///   - student: A student's identifier.
  ///   - other: Another student's identifier.
  ///   - creneau: Empty where there is a single one without a name.
  /// - Throws: ``SwapError``; nothing has then changed.
  /// - Complexity: O(*n*), options.
  public mutating func swap(
    _ student: String, with other: String, creneau: String = ""
  ) throws(SwapError) {
    let names = input.catalogue
    guard let slot = names.creneaux.firstIndex(where: { $0.utf8.elementsEqual(creneau.utf8) }) else {
      throw .unknownCreneau(creneau)
    }
    guard let first = input.seat(of: student, in: creneau) else { throw .unknownStudent(student) }
    guard let second = input.seat(of: other, in: creneau) else { throw .unknownStudent(other) }
    guard first != second else { throw .sameStudent(student) }
    let swap = Swap(problem.student(ofSeat: first.index), problem.student(ofSeat: second.index), slot: slot)
    let reach = allocation.placesWithinReach([swap], problem) { input.shortfall($0, offer: $1) == nil }
    let extended = problem.addingUnwished(reach)
    guard let translated = allocation.translated(from: problem, to: extended) else {
      preconditionFailure("options are only added")
    }
    var places = PublishedPlaces(translated, extended, marks: marks)
    if let refusal = places.make([swap])[0] { throw named(refusal) }
    (problem, allocation, marks) = (extended, places.allocation, places.marks)
  }

  private func named(_ refusal: SwapRefusal) -> SwapError {
    let (students, catalogue) = (input.students.identifiers, input.catalogue)
    return switch refusal {
    case .noPlace(let student): .noPlace(student: students[student])
    case .samePlace(let offer): .samePlace(module: catalogue.offers[offer].module)
    case .notAnOption(let student, let offer):
      .notEligible(student: students[student], module: catalogue.offers[offer].module)
    case .moduleTwice(let student, let module):
      .moduleTwice(student: students[student], module: catalogue.modules[module])
    case .alreadyMade(let student, let other), .notMade(let student, let other):
      .alreadyMade(students[student], students[other])
    }
  }
}
