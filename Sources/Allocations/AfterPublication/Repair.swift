import ExactValues

/// What can be reallocated once an allocation is published and some withdraw, or places change.
///
/// A student who keeps a place keeps that very place. Only these may change: students without a place; students
/// of a module that has fewer places now than students, of whom as many stay as it has places; and students
/// who asked for better, who keep their place or get one of no worse rank. A module that runs goes on running,
/// whatever its minimum; a module that does not run still asks for it.
///
/// ```swift
/// let published = try PublishedAllocation(solution.allocation, of: input)
/// let repair = try Repair(of: published, withdrawn: ["E1"], improving: ["E2"])
/// let repaired = try AllocationSolver().repair(repair)
/// for place in repaired.assignments { print(place.student, place.module) }  // E2 IA
/// ```
public struct Repair: Sendable {
  /// What a student has in a créneau, or in all of them.
  public struct Holding: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The student's identifier.
    public var student: String
    /// nil for all créneaux.
    public var creneau: String?

    /// - Parameters:
    ///   - student: The student's identifier.
    ///   - creneau: nil for all créneaux.
    public init(_ student: String, creneau: String? = nil) {
      self.student = student
      self.creneau = creneau
    }

    /// What a student has in all créneaux.
    public init(stringLiteral student: String) { self.init(student) }
  }

  /// How many places a module or destination has now.
  public struct Places: Sendable, Hashable {
    /// The module's identifier, or the destination's name.
    public var module: String
    /// nil for the only créneau of the module.
    public var creneau: String?
    /// From 0, which closes the module, to 1 000 000.
    public var places: Int

    /// - Parameters:
    ///   - module: The module's identifier, or the destination's name.
    ///   - creneau: nil for the only créneau of the module.
    ///   - places: From 0, which closes the module, to 1 000 000.
    public init(_ module: String, creneau: String? = nil, places: Int) {
      self.module = module
      self.creneau = creneau
      self.places = places
    }
  }

  /// What the published allocation was made from.
  package let input: AllocationInput
  package let problem: RepairProblem

  /// What can be reallocated.
  ///
  /// - Parameters:
  ///   - published: The allocation, with the swaps made since.
  ///   - withdrawn: What students give up; they get nothing there any more, whether they ask for better or not.
  ///   - improving: Where students ask for better.
  ///   - places: How many places there are now, where that changes; each module in a créneau once.
  /// - Throws: ``AllocationInputError`` for an unknown student, créneau or module, for a module in several créneaux of
  ///   which none is named, for one that is named twice, and for a number of places out of range.
  /// - Complexity: O(*n*) expected, options, students and changes.
  public init(
    of published: PublishedAllocation, withdrawn: some Sequence<Holding> = [],
    improving: some Sequence<Holding> = [], places: some Sequence<Places> = []
  ) throws(AllocationInputError) {
    input = published.input
    let names = RepairNames(input)
    problem = RepairProblem(
      of: published.allocation, published.problem, withdrawn: try names.seats(withdrawn),
      places: try names.places(places), improving: try names.seats(improving))
  }
}

/// Finds what changes by identifier are about.
private struct RepairNames {
  let input: AllocationInput
  private let rows: StudentRows

  init(_ input: AllocationInput) {
    self.input = input
    rows = StudentRows(input.students.identifiers)
  }

  func seats(_ holdings: some Sequence<Repair.Holding>) throws(AllocationInputError) -> Set<Int> {
    var seats: Set<Int> = []
    for holding in holdings {
      guard let row = rows.row(of: holding.student) else { throw .unknownStudent(holding.student) }
      guard let creneau = holding.creneau else {
        seats.formUnion(input.problem.seats(ofStudent: row))
        continue
      }
      seats.insert(input.problem.seat(student: row, slot: try slot(creneau)))
    }
    return seats
  }

  func places(_ changes: some Sequence<Repair.Places>) throws(AllocationInputError) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for change in changes {
      let slot: Int? = if let creneau = change.creneau { try slot(creneau) } else { nil }
      guard let module = input.catalogue.number(ofModule: Array(change.module.utf8)) else {
        throw .noSuchModule(change.module, creneau: change.creneau)
      }
      let offers = input.problem.offers.indices.filter {
        let offer = input.problem.offers[$0]
        return offer.module == module && slot ?? offer.slot == offer.slot
      }
      guard let offer = offers.first else {
        throw .noSuchModule(change.module, creneau: change.creneau)
      }
      guard offers.count == 1 else { throw .missingCreneau(module: change.module) }
      guard 0...Elective.mostPlaces ~= change.places else {
        throw .placesOutOfRange(module: change.module, change.places)
      }
      guard places.updateValue(change.places, forKey: offer) == nil else {
        throw .repeatedModule(change.module, creneau: input.catalogue.offers[offer].creneau)
      }
    }
    return places
  }

  private func slot(_ creneau: String) throws(AllocationInputError) -> Int {
    guard let slot = input.catalogue.creneaux.firstIndex(where: { $0.utf8.elementsEqual(creneau.utf8) })
    else {
      throw .unknownCreneau(creneau)
    }
    return slot
  }
}
