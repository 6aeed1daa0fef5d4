import ExactValues
public import Lottery

/// The mobility places of a year (règlement 2.4.5): destinations with their conditions, and quotas.
public struct Mobility: Sendable {
  /// Semesters that must be at school, of the last six (règlement 2.4.5).
  public static let semestersAtSchool = 3
  public static let lastSemesters = 6

  /// Ascending by the bytes of their names, as in ``catalogue``.
  public let destinations: [Destination]
  public let quotas: [DepartureQuota]
  /// The destinations as modules of a single créneau.
  public let catalogue: Catalogue

  /// - Parameter destinations: in any order, no two of one name.
  public init(_ destinations: [Destination], quotas: [DepartureQuota] = []) {
    self.quotas = quotas
    catalogue = Catalogue(
      destinations.map { Elective(module: $0.name, places: $0.places) },
      quotaNames: quotas.map(\.name))
    let byName = Dictionary(uniqueKeysWithValues: destinations.map { (Array($0.name.utf8), $0) })
    self.destinations = catalogue.modules.map { byName[Array($0.utf8)]! }
  }

  /// The first of ``shortfalls(_:_:_:)``; nil where nothing speaks against it.
  public func shortfall(_ student: Int, _ students: Students, _ destination: Destination) -> Shortfall? {
    shortfalls(student, students, destination).first
  }

  /// All that speaks against a student's leaving for a destination: GPA, absences, ECTS, language, semesters
  /// away, in this order (règlement 2.4.5).
  public func shortfalls(_ student: Int, _ students: Students, _ destination: Destination) -> [Shortfall] {
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
  ///   - wishes: no student names a destination twice.
  ///   - required: students who still owe their semester abroad (annexe 3, quitus international).
  ///   - draw: settles the merit order of students equal in GPA and absences.
  /// - Returns: the problem, and the wishes dropped since the student is not eligible, in order.
  /// - Complexity: O((*s* + *w*) log *w* + *d* · *q*), students, wishes, destinations and quotas.
  public func problem(
    _ students: Students, _ wishes: Wishes, required: [Int] = [], draw: Draw
  ) -> (problem: AllocationProblem, dropped: [DroppedWish]) {
    let byStudent = wishes.byStudent(students.count)
    var dropped: [DroppedWish] = []
    let problem = AllocationProblem(
      studentCount: students.count, slotCount: catalogue.slots.count,
      offers: destinations.enumerated().map {
        .init(module: $0, slot: 0, places: $1.places, minimum: 0, priority: $1.priority)
      },
      quotas: quotas.map { quota in
        .init(offers: destinations.indices.filter { quota.covers(destinations[$0]) }, most: quota.most)
      },
      required: required,
      meritOrder: meritOrder(
        identifiers: students.identifiers, gpas: students.gpas, absences: students.absences, draw: draw)
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

  public typealias Reason = UnplacedReason

  /// For each student without a place, why.
  ///
  /// - Complexity: O(*n*), *n* options and wishes.
  public func reasons(
    _ allocation: Allocation, _ problem: AllocationProblem, _ wishes: Wishes
  ) -> [Reason?] {
    var reasons = [Reason?](repeating: nil, count: problem.studentCount)
    for seat in catalogue.unplaced(allocation, problem, wishes) { reasons[seat.student] = seat.reason }
    return reasons
  }
}
