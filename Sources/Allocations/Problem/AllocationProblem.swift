/// Who may get what: students, places by créneau, and the options that each student has by their wishes.
///
/// ``AllocationInput`` makes it. A *seat* is a student in a créneau: a student gets at most one module for each seat,
/// and never the same module twice (règlement 2.4.3). An *offer* is a module in a créneau; an *option* is a wish for an
/// offer that its student is eligible for. All of them are numbered; offers ascend by the bytes of their module's
/// identifier, then by créneau, so that a lower number is a lower identifier.
public struct AllocationProblem: Sendable {
  /// The places of one module in one créneau.
  @usableFromInline package struct Offer: Sendable, Equatable {
    /// By position in ``Catalogue/modules``.
    package let module: Int
    /// The number of the créneau, by position in ``Catalogue/creneaux``.
    package let slot: Int
    /// The most students.
    package let places: Int
    /// The fewest students with whom the module runs; with fewer, nobody gets it. 0 where there is no such rule.
    package let minimum: Int
    /// How much the offer is favoured where students are equally satisfied; more is better.
    package let priority: Int

    package init(module: Int, slot: Int, places: Int, minimum: Int, priority: Int = 0) {
      precondition(module >= 0 && slot >= 0 && places >= 0 && minimum >= 0)
      self.module = module
      self.slot = slot
      self.places = places
      self.minimum = minimum
      self.priority = priority
    }
  }

  /// The most students of several offers together.
  package struct Quota: Sendable, Equatable {
    /// Ascending, each once.
    package let offers: [Int]
    /// How many students.
    package let most: Int

    package init(offers: [Int], most: Int) {
      precondition(most >= 0 && zip(offers, offers.dropFirst()).allSatisfy(<))
      self.offers = offers
      self.most = most
    }
  }

  /// How many students there are, those without a wish included.
  public let studentCount: Int
  /// How many créneaux there are; 1 for mobility.
  @usableFromInline package let slotCount: Int
  /// The places of modules in créneaux.
  @usableFromInline package let offers: [Offer]
  /// The most students of several offers together.
  package let quotas: [Quota]
  /// Where students count: offers, then quotas, one inside the other; nil where two quotas cross.
  package let nesting: LaminarQuotas?
  /// Students to place before all others are satisfied, ascending.
  package let required: [Int]
  /// By seat, whether it may not stay empty; empty where each may.
  @usableFromInline package let mustHold: [Bool]
  /// Students, the best merit first.
  package let meritOrder: [Int32]
  /// Seat *s* has the options `optionStarts[s]..<optionStarts[s + 1]`, best rank first, then lower offer.
  @usableFromInline package let optionStarts: [Int]
  /// The offer of each option.
  @usableFromInline package let optionOffers: [Int32]
  /// The rank of each option's wish, as a position in ``ranks``.
  @usableFromInline package let optionRanks: [Int32]
  /// The distinct ranks of all wishes, ascending.
  @usableFromInline package let ranks: [Int]
  /// The rank of options that nobody wished for, which an exchange or a complement gives; nil where there are none.
  package internal(set) var unwishedRank: Int?
  /// Whether some student may have one module in several créneaux; the seats are then not independent.
  package let sharesModules: Bool

  /// - Parameters:
  ///   - studentCount: How many students there are.
  ///   - slotCount: How many créneaux there are.
  ///   - offers: Ascending by module, then by créneau; no two alike.
  ///   - quotas: The most students of several offers together.
  ///   - required: Students to place before all others are satisfied.
  ///   - mustHold: By seat, whether it may not stay empty; empty where each may.
  ///   - meritOrder: Every student once, the best first.
  ///   - options: Called once for each student, in order; adds each option of the student as an offer and the rank of
  ///     the wish, from 1. No offer twice.
  /// - Complexity: O(*w* log *w*) for *w* options, a student's options at a time.
  package init(
    studentCount: Int, slotCount: Int, offers: [Offer], quotas: [Quota] = [],
    required: [Int] = [], mustHold: [Bool] = [], meritOrder: [Int32],
    options: (_ student: Int, _ add: (_ offer: Int, _ rank: Int) -> Void) -> Void
  ) {
    precondition(meritOrder.count == studentCount, "a merit order of other students")
    precondition(
      zip(offers, offers.dropFirst()).allSatisfy { ($0.module, $0.slot) < ($1.module, $1.slot) },
      "offers do not ascend")
    precondition(offers.allSatisfy { $0.slot < slotCount })
    precondition(mustHold.isEmpty || mustHold.count == studentCount * slotCount)
    self.studentCount = studentCount
    self.slotCount = slotCount
    precondition(quotas.allSatisfy { $0.offers.allSatisfy(offers.indices.contains) })
    self.offers = offers
    self.quotas = quotas
    self.required = required.sorted()
    self.mustHold = mustHold
    nesting = LaminarQuotas(offers: offers.count, quotas)
    self.meritOrder = meritOrder
    var starts = [0]
    starts.reserveCapacity(studentCount * slotCount + 1)
    var optionOffers: [Int32] = []
    var ranks: [Int32] = []
    var sharesModules = false
    var mine: [Option] = []
    var largest = 0
    for student in 0..<studentCount {
      mine.removeAll(keepingCapacity: true)
      options(student) { offer, rank in
        precondition(1...Int(Int32.max) ~= rank, "a rank is 1 or more")
        mine.append(Option(slot: offers[offer].slot, rank: rank, offer: offer))
      }
      // As they come from another problem, in most cases from a file too.
      if !mine.ascends { mine.sort() }
      if slotCount > 1, !sharesModules {
        sharesModules = Set(mine.map { offers[$0.offer].module }).count < mine.count
      }
      var next = 0
      for slot in 0..<slotCount {
        while next < mine.count, mine[next].slot == slot {
          optionOffers.append(Int32(mine[next].offer))
          ranks.append(Int32(mine[next].rank))
          largest = max(largest, mine[next].rank)
          next += 1
        }
        starts.append(optionOffers.count)
      }
    }
    optionStarts = starts
    self.optionOffers = optionOffers
    self.sharesModules = sharesModules
    // Ranks are small numbers in practice; a set serves the others.
    let distinct = largest <= 4_096 ? Self.counted(ranks, upTo: largest) : Set(ranks.map(Int.init)).sorted()
    self.ranks = distinct
    if distinct.count == largest {
      optionRanks = ranks.map { $0 - 1 }
    } else {
      let positions = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { (Int32($1), Int32($0)) })
      optionRanks = ranks.map { positions[$0]! }
    }
  }

  private struct Option: Comparable {
    let slot: Int
    let rank: Int
    let offer: Int

    static func < (a: Option, b: Option) -> Bool {
      if a.slot != b.slot { return a.slot < b.slot }
      return a.rank != b.rank ? a.rank < b.rank : a.offer < b.offer
    }
  }

  private static func counted(_ ranks: [Int32], upTo largest: Int) -> [Int] {
    var isThere = [Bool](repeating: false, count: largest + 1)
    for rank in ranks { isThere[Int(rank)] = true }
    return isThere.indices.filter { isThere[$0] }
  }

  /// How many seats there are: students times créneaux.
  @inlinable package var seatCount: Int { studentCount * slotCount }

  /// A student's seat in a créneau.
  @inlinable package func seat(student: Int, slot: Int) -> Int { student * slotCount + slot }

  func seats(ofStudent student: Int) -> Range<Int> { student * slotCount..<(student + 1) * slotCount }

  /// All seats, those of the best merit first, a student's by créneau.
  package var seatsByMerit: [Int] {
    var seats: [Int] = []
    seats.reserveCapacity(seatCount)
    for student in meritOrder { seats += self.seats(ofStudent: Int(student)) }
    return seats
  }

  /// Whose seat it is.
  @inlinable package func student(ofSeat seat: Int) -> Int { slotCount == 1 ? seat : seat / slotCount }

  /// A seat's options, best rank first, then lower offer.
  @inlinable package func options(ofSeat seat: Int) -> Range<Int> {
    optionStarts[seat]..<optionStarts[seat + 1]
  }

  /// Whether a seat may stay empty.
  @inlinable package func mayStayOut(_ seat: Int) -> Bool { mustHold.isEmpty || !mustHold[seat] }

  /// The rank of an option's wish, from 1.
  @inlinable package func rank(ofOption option: Int) -> Int { ranks[Int(optionRanks[option])] }

  /// The offer that an option is for.
  @inlinable package func offer(ofOption option: Int) -> Offer { offers[Int(optionOffers[option])] }

  /// Whether seats depend on each other through more than places and laminar quotas: whole numbers are then searched
  /// for.
  package var isSearched: Bool { hasMinimums || sharesModules || nesting == nil }

  /// The quotas that nothing nests in: nodes of no tree.
  package var crossingQuotas: [Quota] { nesting == nil ? quotas : [] }

  /// Whether an offer needs more than one student to run.
  package var hasMinimums: Bool { offers.contains { $0.minimum > 1 } }
}

extension Array where Element: Comparable {
  fileprivate var ascends: Bool {
    for index in indices.dropFirst() where self[index] < self[index - 1] { return false }
    return true
  }
}
