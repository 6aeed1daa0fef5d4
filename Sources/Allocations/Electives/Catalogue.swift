import ExactValues
public import Lottery

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
