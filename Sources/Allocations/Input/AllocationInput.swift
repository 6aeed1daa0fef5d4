import ExactValues
public import Lottery

/// What an allocation is made from: students, places, wishes and the seed of the draw.
///
/// It is what a solver takes, and what a certificate is held against afterwards.
///
/// ```swift
/// let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
/// let catalogue = try Catalogue([Elective("IA", places: 1), Elective("BIO", places: 2)])
/// let wishes = try Wishes(
///   [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)],
///   students: students, catalogue: catalogue)
/// let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
/// ```
public struct AllocationInput: Sendable {
  /// All students, also those without a wish.
  public let students: Students
  /// The modules, or the destinations as modules of a single créneau.
  public let catalogue: Catalogue
  /// The destinations with their conditions and quotas; nil for electives.
  public let mobility: Mobility?
  /// The wishes, those included that do not hold.
  public let wishes: Wishes
  /// The seed of the draw, which settles the merit order of students equal in GPA and absences.
  public let seed: DrawSeed
  /// Who may get what.
  public let problem: AllocationProblem
  /// The wishes that do not hold.
  package let dropped: [DroppedWish]

  /// An allocation of electives (règlement 2.4.3), or of options: electives with a single créneau (règlement 5.4.3).
  ///
  /// - Parameters:
  ///   - students: All students.
  ///   - wishes: Wishes of these students for these modules.
  ///   - catalogue: The modules.
  ///   - seed: The seed of the draw.
  ///   - meritOrder: The order in which students take their turn; nil for GPA, absences and the draw.
  /// - Throws: ``AllocationInputError`` where the wishes or the merit order are of others.
  /// - Complexity: O((*s* + *w*) log *w*), students and wishes times créneaux.
  public init(
    _ students: Students, _ wishes: Wishes, catalogue: Catalogue, seed: DrawSeed,
    meritOrder: MeritOrder? = nil
  ) throws(AllocationInputError) {
    try wishes.check(students, catalogue)
    try meritOrder?.check(students)
    let order = meritOrder ?? MeritOrder(of: students, draw: Draw(seed: seed))
    let (problem, dropped) = catalogue.problem(students, wishes, order)
    self.init(
      students: students, catalogue: catalogue, mobility: nil, wishes: wishes, seed: seed, problem: problem,
      dropped: dropped)
  }

  /// An allocation of places at partners (règlement 2.4.5).
  ///
  /// - Parameters:
  ///   - students: All students.
  ///   - wishes: Wishes of these students for these destinations.
  ///   - mobility: The destinations, with their conditions and quotas.
  ///   - owingQuitus: Identifiers of the students who still owe their semester abroad (annexe 3, quitus
  ///     international): they are placed before all others.
  ///   - seed: The seed of the draw.
  ///   - meritOrder: The order in which students take their turn; nil for GPA, absences and the draw.
  /// - Throws: ``AllocationInputError`` where the wishes or the merit order are of others, and for an unknown student in
  ///   `owingQuitus`.
  /// - Complexity: O((*s* + *w*) log *w* + *d* · *q*), students, wishes, destinations and quotas.
  public init(
    _ students: Students, _ wishes: Wishes, mobility: Mobility, owingQuitus: [String] = [],
    seed: DrawSeed, meritOrder: MeritOrder? = nil
  ) throws(AllocationInputError) {
    try wishes.check(students, mobility.catalogue)
    try meritOrder?.check(students)
    let order = meritOrder ?? MeritOrder(of: students, draw: Draw(seed: seed))
    var required: Set<Int> = []
    if !owingQuitus.isEmpty {
      let rows = StudentRows(students.identifiers)
      for identifier in owingQuitus {
        guard let student = rows.row(of: identifier) else { throw .unknownStudent(identifier) }
        required.insert(student)
      }
    }
    let (problem, dropped) = mobility.problem(students, wishes, required: required.sorted(), order)
    self.init(
      students: students, catalogue: mobility.catalogue, mobility: mobility, wishes: wishes, seed: seed,
      problem: problem, dropped: dropped)
  }

  /// - Parameter problem: of the students, places and wishes.
  package init(
    students: Students, catalogue: Catalogue, mobility: Mobility?, wishes: Wishes, seed: DrawSeed,
    problem: AllocationProblem, dropped: [DroppedWish]
  ) {
    self.students = students
    self.catalogue = catalogue
    self.mobility = mobility
    self.wishes = wishes
    self.seed = seed
    self.problem = problem
    self.dropped = dropped
  }

  /// The wishes that do not hold, since their student is not eligible, in their order.
  public var ineligibleWishes: [IneligibleWish] {
    dropped.map { IneligibleWish(wish: wishes[$0.wish], shortfall: $0.shortfall) }
  }

  /// Why a student may not have a place, whatever they wish; nil for an eligible student.
  package func shortfall(_ student: Int, offer: Int) -> Shortfall? {
    mobility.map { $0.shortfall(student, students, $0.destinations[offer]) }
      ?? catalogue.shortfall(student, students, offer: offer)
  }

  /// What an allocation gives, by identifier: students in their order, a student's places by créneau.
  ///
  /// - Parameter allocation: An allocation of ``problem``.
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where it is not.
  /// - Complexity: O(*n*), options.
  public func assignments(_ allocation: Allocation) throws(AllocationInputError) -> [Assignment] {
    try check(allocation)
    return assignments(allocation, in: problem)
  }

  /// Makes sure that each seat has nothing or an option of its own.
  ///
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where it is not.
  /// - Complexity: O(*n*), options.
  package func check(_ allocation: Allocation) throws(AllocationInputError) {
    guard allocation.choices.count == problem.seatCount,
      allocation.choices.indices.allSatisfy({ seat in
        allocation[seat].map { problem.options(ofSeat: seat).contains($0) } ?? true
      })
    else { throw .allocationOfAnotherInput }
  }

  package func assignments(_ allocation: Allocation, in problem: AllocationProblem) -> [Assignment] {
    precondition(allocation.choices.count == problem.seatCount, "an allocation of other students")
    return allocation.choices.indices.compactMap { seat in
      guard let option = allocation[seat] else { return nil }
      let offer = problem.offer(ofOption: option)
      return Assignment(
        student: students.identifiers[problem.student(ofSeat: seat)], creneau: catalogue.creneaux[offer.slot],
        module: catalogue.modules[offer.module], rank: problem.wishedRank(ofOption: option))
    }
  }

  /// Who an allocation leaves without a place, in which créneau, and why: students in their order.
  ///
  /// - Parameter allocation: An allocation of ``problem``.
  /// - Throws: ``AllocationInputError/allocationOfAnotherInput`` where it is not.
  /// - Complexity: O(*n*), options, and wishes times créneaux.
  public func unplaced(_ allocation: Allocation) throws(AllocationInputError) -> [UnplacedStudent] {
    try check(allocation)
    return catalogue.unplaced(allocation, problem, wishes).map { seat in
      UnplacedStudent(
        student: students.identifiers[seat.student],
        creneau: catalogue.creneaux.isEmpty ? "" : catalogue.creneaux[seat.slot], reason: seat.reason,
        wishes: seat.wishes, full: seat.full, closed: seat.closed, ineligible: seat.ineligible)
    }
  }

  /// The allocation that gives these places.
  ///
  /// - Parameter assignments: At most one for a student in a créneau; ranks are not looked at.
  /// - Throws: ``AllocationInputError`` for an unknown student, and for a place that was no wish which holds, or is
  ///   given to a student who has one in the créneau.
  /// - Complexity: O(*s* + *a* · *k*) expected, seats, assignments, and the options of a seat.
  public func allocation(_ assignments: some Sequence<Assignment>) throws(AllocationInputError) -> Allocation
  {
    let rows = StudentRows(students.identifiers)
    var choices = [Int](repeating: Allocation.unplaced, count: problem.seatCount)
    for place in assignments {
      guard let student = rows.row(of: place.student) else { throw .unknownStudent(place.student) }
      let slot = catalogue.creneaux.firstIndex { $0.utf8.elementsEqual(place.creneau.utf8) }
      let module = catalogue.number(ofModule: Array(place.module.utf8))
      let option = slot.flatMap { slot in
        problem.options(ofSeat: problem.seat(student: student, slot: slot)).first {
          problem.offer(ofOption: $0).module == module
        }
      }
      guard let option, let slot else {
        throw .noSuchPlace(student: place.student, module: place.module, creneau: place.creneau)
      }
      let seat = problem.seat(student: student, slot: slot)
      guard choices[seat] == Allocation.unplaced else {
        throw .noSuchPlace(student: place.student, module: place.module, creneau: place.creneau)
      }
      choices[seat] = option
    }
    return Allocation(choices: choices)
  }
}

extension AllocationInput {
  /// The seat of a student in a créneau.
  ///
  /// - Parameters:
  ///   - student: The student's identifier.
  ///   - creneau: Empty where there is a single one without a name.
  /// - Returns: nil for an unknown student or créneau.
  /// - Complexity: O(*s*), students.
  public func seat(of student: String, in creneau: String = "") -> Position<Seat>? {
    let identifiers = students.identifiers
    let row = (0..<students.count).first {
      identifiers.bytes[identifiers.range($0)].elementsEqual(student.utf8)
    }
    let slot = catalogue.creneaux.firstIndex { $0.utf8.elementsEqual(creneau.utf8) }
    guard let row, let slot else { return nil }
    return Position(problem.seat(student: row, slot: slot))
  }

  /// The identifier of a seat's student.
  public func student(of seat: Position<Seat>) -> String {
    students.identifiers[problem.student(ofSeat: seat.index)]
  }

  /// The name of a seat's créneau; empty where there is a single one without a name.
  public func creneau(of seat: Position<Seat>) -> String {
    catalogue.creneaux[seat.index % problem.slotCount]
  }

  /// The position of a module in a créneau, or of a destination.
  ///
  /// - Parameters:
  ///   - module: The module's identifier, or the destination's name.
  ///   - creneau: Empty where there is a single one without a name.
  /// - Returns: nil where there is no such module in the créneau.
  /// - Complexity: O(*o*), offers.
  public func offer(_ module: String, in creneau: String = "") -> Position<Elective>? {
    catalogue.offers.firstIndex {
      $0.module.utf8.elementsEqual(module.utf8) && $0.creneau.utf8.elementsEqual(creneau.utf8)
    }.map { Position($0) }
  }
}
