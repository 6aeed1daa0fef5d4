public import ExactValues
public import Lottery

/// Students who wish for modules or options.
public struct Students: Sendable {
  public let identifiers: IdentifierColumn
  /// From 0 to 5.
  public let gpas: [Fraction]
  public let absences: [Int]
  /// The UEs each has validated; nil where the file does not say: nobody then meets a prerequisite.
  public let validated: [Set<[UInt8]>]?
  /// What mobility asks about; nil where it was not read.
  public var mobility: MobilityRecord?

  /// The same, with GPAs that are decimals.
  public init(
    identifiers: IdentifierColumn, gpas: [FixedDecimal], absences: [Int], validated: [Set<[UInt8]>]? = nil
  ) {
    self.init(
      identifiers: identifiers, gpas: gpas.map(\.fraction), absences: absences, validated: validated)
  }

  public init(
    identifiers: IdentifierColumn, gpas: [Fraction], absences: [Int], validated: [Set<[UInt8]>]? = nil
  ) {
    precondition(identifiers.count == gpas.count && gpas.count == absences.count)
    precondition(validated.map { $0.count == gpas.count } ?? true)
    self.identifiers = identifiers
    self.gpas = gpas
    self.absences = absences
    self.validated = validated
  }

  public var count: Int { gpas.count }

  /// The absences of a student, where they are more than a place admits.
  func excessOfAbsences(_ student: Int, most: Int?) -> Shortfall? {
    guard let most, absences[student] > most else { return nil }
    return .absences(absences[student], most: most)
  }
}

/// One row of the modules file: a module in one of the créneaux that offer it.
public struct Elective: Sendable, Equatable {
  public let module: String
  /// Empty where the file has no créneaux.
  public let slot: String
  public let places: Int
  public let minimum: Int
  /// UE codes, all of them needed.
  public let prerequisites: [String]
  /// The most absences of a student who may have it; nil where there is no such condition.
  public let mostAbsences: Int?

  public init(
    module: String, slot: String = "", places: Int, minimum: Int = 0, prerequisites: [String] = [],
    mostAbsences: Int? = nil
  ) {
    self.module = module
    self.slot = slot
    self.places = places
    self.minimum = minimum
    self.prerequisites = prerequisites
    self.mostAbsences = mostAbsences
  }
}

/// The wishes of all students, in columns.
public struct Wishes: Sendable {
  /// By position in ``Students``.
  public let students: [Int32]
  /// From 1; equal ranks are ties, and ranks may be left out.
  public let ranks: [Int32]
  /// By position in ``Catalogue/modules``.
  public let modules: [Int32]

  public init(students: [Int32], ranks: [Int32], modules: [Int32]) {
    precondition(students.count == ranks.count && ranks.count == modules.count)
    self.students = students
    self.ranks = ranks
    self.modules = modules
  }

  public var count: Int { students.count }

  /// The wishes of the other students.
  public func without(_ isLeftOut: (_ student: Int) -> Bool) -> Wishes {
    let kept = students.indices.filter { !isLeftOut(Int(students[$0])) }
    return kept.count == count
      ? self
      : Wishes(
        students: kept.map { students[$0] }, ranks: kept.map { ranks[$0] }, modules: kept.map { modules[$0] })
  }

  /// The wishes in order of their students, those of student *s* at `starts[s]..<starts[s + 1]`.
  func byStudent(_ studentCount: Int) -> (starts: [Int], wishes: [Int]) {
    var starts = [Int](repeating: 0, count: studentCount + 1)
    for student in students { starts[Int(student) + 1] += 1 }
    for student in 0..<studentCount { starts[student + 1] += starts[student] }
    var cursor = starts
    var wishes = [Int](repeating: 0, count: count)
    for wish in 0..<count {
      let student = Int(students[wish])
      wishes[cursor[student]] = wish
      cursor[student] += 1
    }
    return (starts, wishes)
  }
}

/// The modules of a year, by créneau: names and numbers of ``AllocationProblem``'s modules, créneaux, offers.
public struct Catalogue: Sendable {
  /// The distinct modules, ascending by the bytes of their identifiers.
  public let modules: [String]
  /// The distinct créneaux, ascending by bytes: output does not depend on the order of rows.
  public let slots: [String]
  /// The rows, ascending by module, then créneau.
  public let offers: [Elective]
  /// What quotas on modules are called, in their order.
  public let quotaNames: [String]
  private let numbered: [AllocationProblem.Offer]
  private let numbers: [[UInt8]: Int]
  /// By offer.
  private let prerequisites: [[[UInt8]]]

  /// - Parameter offers: in any order; no module twice in the same créneau.
  public init(_ offers: [Elective], quotaNames: [String] = []) {
    self.quotaNames = quotaNames
    func distinct(_ names: [String]) -> [String] {
      Set(names.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    func numbers(_ names: [String]) -> [[UInt8]: Int] {
      Dictionary(uniqueKeysWithValues: names.enumerated().map { (Array($1.utf8), $0) })
    }
    modules = distinct(offers.map(\.module))
    slots = distinct(offers.map(\.slot))
    let moduleNumbers = numbers(modules)
    let slotNumbers = numbers(slots)
    let numbered = offers.map { offer in
      (
        offer,
        AllocationProblem.Offer(
          module: moduleNumbers[Array(offer.module.utf8)]!, slot: slotNumbers[Array(offer.slot.utf8)]!,
          places: offer.places, minimum: offer.minimum)
      )
    }.sorted { ($0.1.module, $0.1.slot) < ($1.1.module, $1.1.slot) }
    self.offers = numbered.map(\.0)
    self.numbered = numbered.map(\.1)
    self.numbers = moduleNumbers
    prerequisites = self.offers.map { $0.prerequisites.map { Array($0.utf8) } }
  }

  /// The number of a module, or nil; by bytes.
  public func number(ofModule name: [UInt8]) -> Int? { numbers[name] }

  /// Why a student may not have an offer; nil where nothing speaks against it (règlement 2.4.3).
  public func shortfall(_ student: Int, _ students: Students, offer: Int) -> Shortfall? {
    if !prerequisites[offer].isEmpty {
      let validated = students.validated?[student] ?? []
      if let code = prerequisites[offer].first(where: { !validated.contains($0) }) {
        return .prerequisite(String(decoding: code, as: UTF8.self))
      }
    }
    return students.excessOfAbsences(student, most: offers[offer].mostAbsences)
  }

  /// All that speaks against a student's having a module, in whichever créneau (règlement 2.4.3).
  public func shortfalls(_ student: Int, _ students: Students, module: Int) -> [Shortfall] {
    let validated = students.validated?[student] ?? []
    var missing: [[UInt8]] = []
    for (offer, row) in numbered.enumerated() where row.module == module {
      missing += prerequisites[offer].filter { !validated.contains($0) && !missing.contains($0) }
    }
    let mostAbsences = numbered.indices.filter { numbered[$0].module == module }
      .compactMap { offers[$0].mostAbsences }.filter { students.absences[student] > $0 }.max()
    return missing.map { .prerequisite(String(decoding: $0, as: UTF8.self)) }
      + [students.excessOfAbsences(student, most: mostAbsences)].compactMap(\.self)
  }

  /// The problem of these modules for some students.
  ///
  /// - Parameters:
  ///   - wishes: no student names a module twice.
  ///   - draw: settles the merit order of students equal in GPA and absences.
  /// - Returns: the problem, and the wishes dropped for their prerequisites, in order.
  /// - Complexity: O((*s* + *w*) log *w*), students and wishes times créneaux.
  public func problem(
    _ students: Students, _ wishes: Wishes, draw: Draw
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    var offersOfModule = modules.map { _ in [Int]() }
    for (offer, row) in numbered.enumerated() { offersOfModule[row.module].append(offer) }
    let byStudent = wishes.byStudent(students.count)
    var dropped: [DroppedWish] = []
    let problem = AllocationProblem(
      studentCount: students.count, slotCount: slots.count, offers: numbered,
      meritOrder: meritOrder(
        identifiers: students.identifiers, gpas: students.gpas, absences: students.absences, draw: draw)
    ) { student, add in
      for wish in byStudent.wishes[byStudent.starts[student]..<byStudent.starts[student + 1]] {
        var isOpen = false
        var reason: Shortfall?
        for offer in offersOfModule[Int(wishes.modules[wish])] {
          if let shortfall = shortfall(student, students, offer: offer) {
            reason = reason ?? shortfall
          } else {
            isOpen = true
            add(offer, Int(wishes.ranks[wish]))
          }
        }
        if !isOpen, let reason { dropped.append(DroppedWish(wish: wish, shortfall: reason)) }
      }
    }
    return (problem, dropped.sorted { $0.wish < $1.wish })
  }
}
