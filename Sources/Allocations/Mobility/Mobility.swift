import ExactValues
package import Lottery

/// The places at partners of a year (règlement 2.4.5), and quotas of departures; a collection of ``Destination``s.
///
/// ```swift
/// let mobility = try Mobility(
///   [Destination("KTH", country: "Suède", semester: "S8", type: .creditTransfer, places: 2)],
///   quotas: [DepartureQuota(semester: "S8", most: 1)])
/// ```
public struct Mobility: Sendable {
  /// How many of the last six semesters must be at school (règlement 2.4.5).
  public static let semestersAtSchool = 3
  /// How many semesters the rule of ``semestersAtSchool`` looks at.
  public static let lastSemesters = 6

  /// Ascending by the bytes of their names.
  public let destinations: [Destination]
  /// The most departures of semesters and types, in the order given.
  public let quotas: [DepartureQuota]
  /// The destinations as modules of a single créneau.
  public let catalogue: Catalogue

  /// Makes the places of a year.
  ///
  /// - Parameters:
  ///   - destinations: In any order, no two of one name.
  ///   - quotas: No two of one semester and type; each semester is that of some destination.
  /// - Throws: ``AllocationInputError`` for the first destination without a name, with the name of another, or with a
  ///   number out of its range, and for the first quota of an unknown semester, of the semester and type of another, or
  ///   with a number out of its range.
  /// - Complexity: O(*d* log *d* + *q*), destinations and quotas.
  public init(
    _ destinations: some Sequence<Destination>, quotas: [DepartureQuota] = []
  ) throws(AllocationInputError) {
    let destinations = Array(destinations)
    var names: Set<[UInt8]> = []
    for (row, destination) in destinations.enumerated() {
      guard !destination.name.isEmpty else { throw .emptyIdentifier(row: row) }
      guard names.insert(Array(destination.name.utf8)).inserted else {
        throw .repeatedDestination(destination.name)
      }
      try destination.check()
    }
    let semesters = Set(destinations.map(\.semester))
    var quotaNames: Set<String> = []
    for quota in quotas {
      guard quota.semester.map(semesters.contains) ?? true else { throw .quotaOfUnknownSemester(quota.name) }
      guard quotaNames.insert(quota.name).inserted else { throw .repeatedQuota(quota.name) }
      guard 0...Destination.largestNumber ~= quota.most else {
        throw .quotaOutOfRange(quota.name, quota.most)
      }
    }
    self.init(checked: destinations, quotas: quotas)
  }

  /// The places of rows that have been checked, as a reader does with line numbers.
  package init(checked destinations: [Destination], quotas: [DepartureQuota] = []) {
    self.quotas = quotas
    catalogue = Catalogue(
      checked: destinations.map { Elective($0.name, places: $0.places) }, quotaNames: quotas.map(\.name))
    let byName = Dictionary(uniqueKeysWithValues: destinations.map { (Array($0.name.utf8), $0) })
    self.destinations = catalogue.modules.map { byName[Array($0.utf8)]! }
  }

  /// The first of ``shortfalls(_:_:_:)``; nil for an eligible student.
  package func shortfall(_ student: Int, _ students: Students, _ destination: Destination) -> Shortfall? {
    shortfalls(student, students, destination).first
  }

  /// Every reason why a student may not leave for a destination: GPA, absences, ECTS, language, semesters away, in
  /// this order (règlement 2.4.5).
  package func shortfalls(_ student: Int, _ students: Students, _ destination: Destination) -> [Shortfall] {
    var shortfalls: [Shortfall] = []
    let gpa = students.gpas[student]
    if gpa < destination.leastGPA { shortfalls.append(.gpa(gpa, least: destination.leastGPA)) }
    if let absences = students.excessOfAbsences(student, most: destination.mostAbsences) {
      shortfalls.append(absences)
    }
    let ects = students.mobility?.ects?[student] ?? 0
    if ects < destination.leastECTS { shortfalls.append(.ects(ects, least: destination.leastECTS)) }
    if let language = destination.language {
      let level = students.mobility?.languages[student][language]
      if level.map({ $0 < destination.leastLevel }) ?? true {
        shortfalls.append(.language(language, level, least: destination.leastLevel))
      }
    }
    let away = students.mobility?.semestersAway[student] ?? 0
    if away + destination.duration > Self.lastSemesters - Self.semestersAtSchool {
      shortfalls.append(.semestersAway(away, duration: destination.duration))
    }
    return shortfalls
  }

  /// The problem of these destinations for some students.
  ///
  /// - Parameters:
  ///   - students: Those the wishes are of.
  ///   - wishes: For these destinations.
  ///   - required: Students who still owe their semester abroad (annexe 3, quitus international).
  ///   - order: Of these students.
  /// - Returns: The problem, and the wishes dropped since their student is not eligible, in order.
  /// - Complexity: O((*s* + *w*) log *w* + *d* · *q*), students, wishes, destinations and quotas.
  package func problem(
    _ students: Students, _ wishes: Wishes, required: [Int] = [], _ order: MeritOrder
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    let byStudent = wishes.byStudent(students.count)
    var dropped: [DroppedWish] = []
    let problem = AllocationProblem(
      studentCount: students.count, slotCount: catalogue.creneaux.count,
      offers: destinations.enumerated().map {
        .init(module: $0, slot: 0, places: $1.places, minimum: 0, priority: $1.priority)
      },
      quotas: quotas.map { quota in
        .init(offers: destinations.indices.filter { quota.covers(destinations[$0]) }, most: quota.most)
      },
      required: required,
      meritOrder: order.students
    ) { student, add in
      for wish in byStudent.wishes[byStudent.starts[student]..<byStudent.starts[student + 1]] {
        let destination = Int(wishes.modules[wish])
        if let shortfall = shortfall(student, students, destinations[destination]) {
          dropped.append(DroppedWish(wish: wish, shortfall: shortfall))
        } else {
          add(destination, Int(wishes.ranks[wish]))
        }
      }
    }
    return (problem, dropped.sorted { $0.wish < $1.wish })
  }

  /// For each student without a place, why.
  ///
  /// - Complexity: O(*n*), *n* options and wishes.
  package func reasons(
    _ allocation: Allocation, _ problem: AllocationProblem, _ wishes: Wishes
  ) -> [UnplacedReason?] {
    var reasons = [UnplacedReason?](repeating: nil, count: problem.studentCount)
    for seat in catalogue.unplaced(allocation, problem, wishes) { reasons[seat.student] = seat.reason }
    return reasons
  }
}

extension Mobility {
  /// The problem in the merit order that a draw settles.
  package func problem(
    _ students: Students, _ wishes: Wishes, required: [Int] = [], draw: Draw
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    problem(students, wishes, required: required, MeritOrder(of: students, draw: draw))
  }
}

extension Mobility: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of ``destinations``.
  public var endIndex: Int { destinations.count }

  /// One of ``destinations``.
  public subscript(destination: Int) -> Destination { destinations[destination] }
}
