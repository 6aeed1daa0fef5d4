/// Who may get what: students, places offered by créneau, and what each student wishes.
///
/// A *seat* is a student in a créneau; a student gets at most one module for each seat and never the same
/// module twice (règlement 2.4.3). Students, créneaux and offers are numbered; offers ascend by the bytes of
/// their module's identifier, then by créneau, so that a lower number is a lower identifier.
public struct AllocationProblem: Sendable {
  /// The places of one module in one créneau.
  public struct Offer: Sendable, Equatable {
    public let module: Int
    public let slot: Int
    /// The most students.
    public let places: Int
    /// The fewest students with whom it runs; with fewer, nobody gets it. 0 where there is no such rule.
    public let minimum: Int
    /// How much it is favoured, where students are equally satisfied; more is better.
    public let priority: Int

    public init(module: Int, slot: Int, places: Int, minimum: Int, priority: Int = 0) {
      precondition(module >= 0 && slot >= 0 && places >= 0 && minimum >= 0)
      self.module = module
      self.slot = slot
      self.places = places
      self.minimum = minimum
      self.priority = priority
    }
  }

  /// The most students of several offers together.
  public struct Quota: Sendable, Equatable {
    /// Ascending, each once.
    public let offers: [Int]
    public let most: Int

    public init(offers: [Int], most: Int) {
      precondition(most >= 0 && zip(offers, offers.dropFirst()).allSatisfy(<))
      self.offers = offers
      self.most = most
    }
  }

  public let studentCount: Int
  public let slotCount: Int
  public let offers: [Offer]
  public let quotas: [Quota]
  /// Where students count: offers, then quotas, one inside the other; nil where two quotas cross.
  public let nesting: LaminarQuotas?
  /// Students to place before all others are satisfied, ascending.
  public let required: [Int]
  /// By seat, whether it may not stay empty; empty where each may.
  public let mustHold: [Bool]
  /// Students, the best merit first.
  public let meritOrder: [Int32]
  /// Seat *s* has the options `optionStarts[s]..<optionStarts[s + 1]`, best rank first, then lower offer.
  public let optionStarts: [Int]
  /// The offer of each option.
  public let optionOffers: [Int32]
  /// The rank of each option's wish, as a position in ``ranks``.
  public let optionRanks: [Int32]
  /// The distinct ranks of all wishes, ascending.
  public let ranks: [Int]
  /// The rank of options that nobody wished for, come by in an exchange; nil where there are none.
  public internal(set) var unwishedRank: Int?
  /// Whether some student may have one module in several créneaux; the seats are then not independent.
  public let sharesModules: Bool

  /// - Parameters:
  ///   - offers: ascending by module, then by créneau; no two alike.
  ///   - meritOrder: every student once, the best first.
  ///   - wishes: for each student its wishes as (module, rank ≥ 1, whether each offer of the module is open to
  ///     the student); no module twice.
  /// - Complexity: O(*w* log *w*) for *w* options, a student's options at a time.
  public init(
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
    var mine: [Wish] = []
    var largest = 0
    for student in 0..<studentCount {
      mine.removeAll(keepingCapacity: true)
      options(student) { offer, rank in
        precondition(1...Int(Int32.max) ~= rank, "a rank is 1 or more")
        mine.append(Wish(slot: offers[offer].slot, rank: rank, offer: offer))
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

  private struct Wish: Comparable {
    let slot: Int
    let rank: Int
    let offer: Int

    static func < (a: Wish, b: Wish) -> Bool {
      if a.slot != b.slot { return a.slot < b.slot }
      return a.rank != b.rank ? a.rank < b.rank : a.offer < b.offer
    }
  }

  private static func counted(_ ranks: [Int32], upTo largest: Int) -> [Int] {
    var isThere = [Bool](repeating: false, count: largest + 1)
    for rank in ranks { isThere[Int(rank)] = true }
    return isThere.indices.filter { isThere[$0] }
  }

  public var seatCount: Int { studentCount * slotCount }

  public func seat(student: Int, slot: Int) -> Int { student * slotCount + slot }

  func seats(ofStudent student: Int) -> Range<Int> { student * slotCount..<(student + 1) * slotCount }

  /// All seats, those of the best merit first, a student's by créneau.
  public var seatsByMerit: [Int] {
    var seats: [Int] = []
    seats.reserveCapacity(seatCount)
    for student in meritOrder { seats += self.seats(ofStudent: Int(student)) }
    return seats
  }

  public func student(ofSeat seat: Int) -> Int { slotCount == 1 ? seat : seat / slotCount }

  public func options(ofSeat seat: Int) -> Range<Int> { optionStarts[seat]..<optionStarts[seat + 1] }

  /// Whether a seat may stay empty.
  public func mayStayOut(_ seat: Int) -> Bool { mustHold.isEmpty || !mustHold[seat] }

  /// The rank of an option's wish, from 1.
  public func rank(ofOption option: Int) -> Int { ranks[Int(optionRanks[option])] }

  public func offer(ofOption option: Int) -> Offer { offers[Int(optionOffers[option])] }

  /// Whether seats depend on each other through more than places and nested quotas.
  public var isSearched: Bool { hasMinimums || sharesModules || nesting == nil }

  /// The quotas that nothing nests in: nodes of no tree.
  public var crossingQuotas: [Quota] { nesting == nil ? quotas : [] }

  public var hasMinimums: Bool { offers.contains { $0.minimum > 1 } }
}

extension Array where Element: Comparable {
  fileprivate var ascends: Bool {
    for index in indices.dropFirst() where self[index] < self[index - 1] { return false }
    return true
  }
}
