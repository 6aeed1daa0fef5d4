public import Allocations
import ExactValues
import Lottery

/// A made-up year of mobility: students, destinations, quotas, wishes, and who owes the quitus.
///
/// The same size and seed give the same data on every machine. There are 70 destinations in 25 countries for up to
/// 600 students, more for more; demand is skewed, and about a sixth of all departures are double degrees. Quotas
/// nest: all departures of a semester, and its double degrees.
public struct MobilityData: Sendable {
  /// The most students.
  public static let largestSize = 1_000_000

  /// The students, with their ECTS, languages and semesters abroad.
  public let students: Students
  /// The destinations and the quotas.
  public let mobility: Mobility
  /// The wishes of the students for the destinations.
  public let wishes: Wishes
  /// Students who still owe their semester abroad, ascending.
  public let owingQuitus: [Int]

  private static let semesters = ["S8", "S9"]
  private static let countries: [(name: String, language: String)] = [
    ("Allemagne", "allemand"), ("Australie", "anglais"), ("Autriche", "allemand"), ("Belgique", "français"),
    ("Brésil", "portugais"), ("Canada", "anglais"), ("Chili", "espagnol"), ("Chine", "anglais"),
    ("Corée du Sud", "anglais"), ("Danemark", "anglais"), ("Espagne", "espagnol"), ("Estonie", "anglais"),
    ("Finlande", "anglais"), ("Hongrie", "anglais"), ("Irlande", "anglais"), ("Italie", "italien"),
    ("Japon", "anglais"), ("Mexique", "espagnol"), ("Norvège", "anglais"), ("Pays-Bas", "anglais"),
    ("Pologne", "anglais"), ("Portugal", "portugais"), ("Royaume-Uni", "anglais"), ("Suède", "anglais"),
    ("Suisse", "allemand"),
  ]

  /// Makes the data of a seed.
  ///
  /// - Parameters:
  ///   - size: how many students, 0 to ``largestSize``.
  ///   - seed: any text.
  /// - Precondition: the size is in its range.
  public init(size: Int, seed: String) {
    precondition(0...Self.largestSize ~= size, "from 0 to \(Self.largestSize) students")
    students = Self.students(size, seed)
    let count = min(max(70, size / 10), 2_000)
    let destinations = (0..<count).map { Self.destination($0, of: count, students: size, seed) }
    mobility = Mobility(checked: destinations, quotas: Self.quotas(destinations))
    (wishes, owingQuitus) = Self.wishes(students, mobility, seed)
  }

  private static func students(_ size: Int, _ seed: String) -> Students {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var gpas: [FixedDecimal] = []
    var absences: [Int] = []
    var ects: [Fraction] = []
    var away: [Int] = []
    var languages: [[String: LanguageLevel]] = []
    for row in 0..<size {
      var numbers = SeededNumbers(seed: seed, subject: "mobility student", row: row)
      bytes += pseudonym("E", row)
      ends.append(bytes.count)
      gpas.append(
        FixedDecimal(tenThousandths: Int64(min(max(310 + numbers.bell(deviation: 45), 0), 430)) * 100))
      absences.append(numbers.chance(60) ? 0 : 1 + numbers.below(6))
      let credits = numbers.chance(92) ? 60 + numbers.below(7) * 5 : 40 + numbers.below(20)
      ects.append(Fraction(Int128(credits), 1))
      away.append(numbers.chance(80) ? 0 : 1 + numbers.below(3))
      var known: [String: LanguageLevel] = ["français": .c2]
      known["anglais"] = level(numbers.below(100), [5, 25, 75, 97])
      for (language, percent) in [("allemand", 35), ("espagnol", 40), ("italien", 6), ("portugais", 4)]
      where numbers.chance(percent) {
        known[language] = level(numbers.below(100), [30, 70, 93, 99])
      }
      languages.append(known)
    }
    return Students(
      checked: IdentifierColumn(bytes: bytes, ends: ends), gpas: gpas.map(\.fraction), absences: absences,
      mobility: MobilityRecord(ects: ects, semestersAway: away, languages: languages))
  }

  /// - Parameter bounds: in percent, of those at A2, B1, B2 and C1 at most.
  private static func level(_ draw: Int, _ bounds: [Int]) -> LanguageLevel {
    let levels: [LanguageLevel] = [.a2, .b1, .b2, .c1, .c2]
    return levels[bounds.firstIndex { draw < $0 } ?? 4]
  }

  private static func destination(
    _ index: Int, of count: Int, students: Int, _ seed: String
  ) -> Destination {
    var numbers = SeededNumbers(seed: seed, subject: "destination", row: index)
    let country = countries[index % countries.count]
    let isDouble = numbers.chance(18)
    let width = count < 100 ? 2 : 4
    let number = String(index + 1)
    let share = max(1, students * 90 / (100 * count))
    let needsLanguage = country.language == "français" || numbers.chance(85)
    return Destination(
      "D" + String(repeating: "0", count: width - number.utf8.count) + number, country: country.name,
      semester: semesters[numbers.below(2)], type: isDouble ? .doubleDegree : .creditTransfer,
      places: isDouble ? max(1, share / 2) : share + numbers.below(share + 1),
      leastGPA: isDouble
        ? Fraction(33, 10) : numbers.chance(40) ? Fraction(Int128(26 + numbers.below(6)), 10) : 0,
      leastECTS: isDouble ? 90 : Destination.defaultECTS, language: needsLanguage ? country.language : nil,
      leastLevel: needsLanguage ? (isDouble ? .b2 : [.b1, .b1, .b2][numbers.below(3)]) : .a1,
      duration: isDouble ? 2 : 1, priority: numbers.chance(20) ? 1 : 0)
  }

  /// Half of a semester's places, and a third of those of its double degrees.
  private static func quotas(_ destinations: [Destination]) -> [DepartureQuota] {
    semesters.flatMap { semester in
      let places = destinations.filter { $0.semester == semester }
      func sum(_ type: MobilityType?) -> Int {
        places.filter { $0.type == type || type == nil }.reduce(0) { $0 + $1.places }
      }
      return [
        DepartureQuota(semester: semester, type: nil, most: (sum(nil) + 1) / 2),
        DepartureQuota(semester: semester, type: .doubleDegree, most: (sum(.doubleDegree) + 2) / 3),
      ]
    }
  }

  private static func wishes(
    _ students: Students, _ mobility: Mobility, _ seed: String
  ) -> (Wishes, owingQuitus: [Int]) {
    let demand = Demand(mobility.destinations.count, seed: seed, slot: 2)
    var (owners, ranks, chosen): ([Int32], [Int32], [Int32]) = ([], [], [])
    var owing: [Int] = []
    for student in 0..<students.count {
      var numbers = SeededNumbers(seed: seed, subject: "mobility wishes", row: student)
      if numbers.chance(8) { owing.append(student) }
      guard numbers.chance(95) else { continue }
      var mine: Set<Int> = []
      for _ in 0..<(3 + numbers.below(6)) {
        var destination = demand.module(&numbers)
        // Most students know what they are eligible for.
        for _ in 0..<6 where numbers.chance(85) {
          guard mobility.shortfall(student, students, mobility.destinations[destination]) != nil else {
            break
          }
          destination = demand.module(&numbers)
        }
        guard mine.insert(destination).inserted else { continue }
        owners.append(Int32(student))
        ranks.append(Int32(mine.count))
        chosen.append(Int32(destination))
      }
    }
    return (
      Wishes(checked: owners, ranks: ranks, modules: chosen, of: students, for: mobility.catalogue), owing
    )
  }
}
