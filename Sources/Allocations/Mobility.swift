public import ExactValues
public import Lottery

/// What decides whether students may leave for a destination, beside their GPA.
public struct MobilityRecord: Sendable, Equatable {
  /// nil where the file does not say.
  public let ects: [Fraction]?
  /// Semesters away already.
  public let semestersAway: [Int]
  /// Whether the file says so; else all are 0.
  public let hasSemestersAway: Bool
  /// By student, the level of each language; names in lower case.
  public let languages: [[String: LanguageLevel]]

  public init(
    ects: [Fraction]?, semestersAway: [Int], languages: [[String: LanguageLevel]],
    hasSemestersAway: Bool = true
  ) {
    self.ects = ects
    self.hasSemestersAway = hasSemestersAway
    self.semestersAway = semestersAway
    self.languages = languages
  }
}

/// The types of mobility (règlement 2.4.5).
public enum MobilityType: String, Sendable, CaseIterable {
  case creditTransfer = "transfert"
  case doubleDegree = "double_diplome"
}

/// Places at a partner for a semester, and who may have them.
public struct Destination: Sendable, Equatable {
  public let name: String
  public let country: String
  public let semester: String
  public let type: MobilityType
  public let places: Int
  /// 0 where the partner asks for none.
  public let leastGPA: Fraction
  /// « Après avoir accompli au moins une année de scolarité (60 ECTS validés) ».
  public let leastECTS: Fraction
  /// In lower case; nil where none is asked for.
  public let language: String?
  public let leastLevel: LanguageLevel
  /// In semesters.
  public let duration: Int
  /// Favoured partners have more.
  public let priority: Int
  /// The most absences of a student who may leave; nil where there is no such condition.
  public let mostAbsences: Int?

  public static let defaultECTS: Fraction = 60

  public init(
    name: String, country: String, semester: String, type: MobilityType, places: Int,
    leastGPA: Fraction = 0, leastECTS: Fraction = Destination.defaultECTS, language: String? = nil,
    leastLevel: LanguageLevel = .a1, duration: Int = 1, priority: Int = 0, mostAbsences: Int? = nil
  ) {
    self.name = name
    self.country = country
    self.semester = semester
    self.type = type
    self.places = places
    self.leastGPA = leastGPA
    self.leastECTS = leastECTS
    self.language = language
    self.leastLevel = leastLevel
    self.duration = duration
    self.priority = priority
    self.mostAbsences = mostAbsences
  }
}

/// The most departures of a semester and type together; nil for all of them (règlement 2.4.5).
public struct DepartureQuota: Sendable, Equatable {
  public let semester: String?
  public let type: MobilityType?
  public let most: Int

  public init(semester: String?, type: MobilityType?, most: Int) {
    self.semester = semester
    self.type = type
    self.most = most
  }

  /// `S8/transfert`, `*/double_diplome`.
  public var name: String { "\(semester ?? "*")/\(type?.rawValue ?? "*")" }

  func covers(_ destination: Destination) -> Bool {
    (semester ?? destination.semester) == destination.semester
      && (type ?? destination.type) == destination.type
  }
}

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
