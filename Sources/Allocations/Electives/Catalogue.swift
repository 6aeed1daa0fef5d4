import ExactValues
package import Lottery

/// The modules of a year, each in the créneaux that offer it; a collection of ``Elective``s.
///
/// ```swift
/// let catalogue = try Catalogue([Elective("IA", places: 30), Elective("BIO", places: 20, minimum: 8)])
/// print(catalogue.modules)  // ["BIO", "IA"]
/// ```
public struct Catalogue: Sendable {
  /// The distinct modules, ascending by the bytes of their identifiers.
  public let modules: [String]
  /// The distinct créneaux, ascending by bytes: output does not depend on the order of rows.
  public let creneaux: [String]
  /// Each module in each créneau that offers it, ascending by module, then créneau.
  public let offers: [Elective]
  /// What quotas on modules are called, in their order.
  package let quotaNames: [String]
  private let numbered: [AllocationProblem.Offer]
  private let numbers: [[UInt8]: Int]
  /// By offer.
  private let prerequisites: [[[UInt8]]]

  /// Makes the catalogue of some modules.
  ///
  /// - Parameter electives: In any order; no module twice in the same créneau.
  /// - Throws: ``AllocationInputError`` for the first row without an identifier, without a créneau where others have
  ///   one, with a number out of its range, or with a module and créneau that stand before.
  /// - Complexity: O(*n* log *n*), rows.
  public init(_ electives: some Sequence<Elective>) throws(AllocationInputError) {
    let electives = Array(electives)
    let hasCreneaux = electives.contains { !$0.creneau.isEmpty }
    var seen: Set<[[UInt8]]> = []
    for (row, elective) in electives.enumerated() {
      guard !elective.module.isEmpty else { throw .emptyIdentifier(row: row) }
      guard !hasCreneaux || !elective.creneau.isEmpty else { throw .missingCreneau(module: elective.module) }
      try elective.check()
      guard seen.insert([Array(elective.module.utf8), Array(elective.creneau.utf8)]).inserted else {
        throw .repeatedModule(elective.module, creneau: elective.creneau)
      }
    }
    self.init(checked: electives)
  }

  /// The catalogue of rows that have been checked, as a reader does with line numbers.
  package init(checked offers: [Elective], quotaNames: [String] = []) {
    self.quotaNames = quotaNames
    func distinct(_ names: [String]) -> [String] {
      Set(names.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    func numbers(_ names: [String]) -> [[UInt8]: Int] {
      Dictionary(uniqueKeysWithValues: names.enumerated().map { (Array($1.utf8), $0) })
    }
    modules = distinct(offers.map(\.module))
    creneaux = distinct(offers.map(\.creneau))
    let moduleNumbers = numbers(modules)
    let slotNumbers = numbers(creneaux)
    let numbered = offers.map { offer in
      (
        offer,
        AllocationProblem.Offer(
          module: moduleNumbers[Array(offer.module.utf8)]!, slot: slotNumbers[Array(offer.creneau.utf8)]!,
          places: offer.places, minimum: offer.minimum)
      )
    }.sorted { ($0.1.module, $0.1.slot) < ($1.1.module, $1.1.slot) }
    self.offers = numbered.map(\.0)
    self.numbered = numbered.map(\.1)
    self.numbers = moduleNumbers
    prerequisites = self.offers.map { $0.prerequisites.map { Array($0.utf8) } }
  }

  /// The number of a module, or nil; by bytes.
  package func number(ofModule name: [UInt8]) -> Int? { numbers[name] }

  /// Why a student may not have an offer; nil where nothing speaks against it (règlement 2.4.3).
  package func shortfall(_ student: Int, _ students: Students, offer: Int) -> Shortfall? {
    if !prerequisites[offer].isEmpty {
      let validated = students.validated?[student] ?? []
      if let code = prerequisites[offer].first(where: { !validated.contains($0) }) {
        return .prerequisite(String(decoding: code, as: UTF8.self))
      }
    }
    return students.excessOfAbsences(student, most: offers[offer].mostAbsences)
  }

  /// Every reason why a student may not take a module, over all its créneaux (règlement 2.4.3).
  package func shortfalls(_ student: Int, _ students: Students, module: Int) -> [Shortfall] {
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
  ///   - students: Those the wishes are of.
  ///   - wishes: For these modules.
  ///   - order: Of these students.
  /// - Returns: The problem, and the wishes dropped since their student is not eligible, in order.
  /// - Complexity: O((*s* + *w*) log *w*), students and wishes times créneaux.
  package func problem(
    _ students: Students, _ wishes: Wishes, _ order: MeritOrder
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    var offersOfModule = modules.map { _ in [Int]() }
    for (offer, row) in numbered.enumerated() { offersOfModule[row.module].append(offer) }
    let byStudent = wishes.byStudent(students.count)
    var dropped: [DroppedWish] = []
    let problem = AllocationProblem(
      studentCount: students.count, slotCount: creneaux.count, offers: numbered, meritOrder: order.students
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

extension Catalogue {
  /// The problem in the merit order that a draw settles.
  package func problem(
    _ students: Students, _ wishes: Wishes, draw: Draw
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    problem(students, wishes, MeritOrder(of: students, draw: draw))
  }
}

extension Catalogue: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of ``offers``.
  public var endIndex: Int { offers.count }

  /// One of ``offers``.
  public subscript(offer: Int) -> Elective { offers[offer] }
}
