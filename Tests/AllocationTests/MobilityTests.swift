import Palmares
import TestSupport
import Testing

@Suite struct MobilityTests {
  private struct Person {
    var gpa: Fraction = 4
    var ects: Fraction? = 60
    var away = 0
    var languages: [String: LanguageLevel] = [:]
  }

  private typealias Wish = (student: Int, rank: Int, destination: String)

  /// `E0`, `E1`, …; without ECTS where nobody has any.
  private func students(_ people: [Person]) -> Students {
    Students(
      checked: IdentifierColumn(people.indices.map { "E\($0)" }), gpas: people.map(\.gpa),
      absences: people.map { _ in 0 },
      mobility: MobilityRecord(
        ects: people.contains { $0.ects == nil } ? nil : people.map { $0.ects! },
        semestersAway: people.map(\.away), languages: people.map(\.languages)))
  }

  private func destination(
    _ name: String = "D", semester: String = "S8", _ type: MobilityType = .creditTransfer, places: Int = 1,
    gpa: Fraction = 0, ects: Fraction = 60, language: String? = nil, level: LanguageLevel = .a1,
    duration: Int = 1, priority: Int = 0
  ) -> Destination {
    Destination(
      name, country: "Chili", semester: semester, type: type, places: places, leastGPA: gpa,
      leastECTS: ects, language: language, leastLevel: level, duration: duration, priority: priority)
  }

  private func shortfall(_ person: Person, _ destination: Destination) -> Shortfall? {
    Mobility(checked: [destination]).shortfall(0, students([person]), destination)
  }

  private func wishes(_ rows: [Wish], _ mobility: Mobility) -> Wishes {
    Wishes(
      checked: rows.map { Int32($0.student) }, ranks: rows.map { Int32($0.rank) },
      modules: rows.map { row in Int32(mobility.destinations.firstIndex { $0.name == row.destination }!) },
      of: students([]), for: mobility.catalogue)
  }

  /// What everyone gets, by name, and why not.
  private func solve(
    _ mobility: Mobility, _ people: [Person], _ rows: [Wish],
    required: [Int] = [], policy: AllocationPolicy = .satisfaction
  ) throws -> (places: [String?], reasons: [UnplacedReason?]) {
    let wishes = wishes(rows, mobility)
    let (problem, _) = mobility.problem(
      students(people), wishes, required: required, draw: Draw(seed: "graine"))
    let result = try AllocationSolver().solve(problem, policy: policy)
    try result.certificate.verify(result.allocation, of: problem, costs: .linear)
    return (
      (0..<people.count).map { student in
        result.allocation[student].map { mobility.destinations[Int(problem.optionOffers[$0])].name }
      }, mobility.reasons(result.allocation, problem, wishes)
    )
  }

  // MARK: Eligibility

  @Test(arguments: [
    (Fraction(33, 10), true), (Fraction(10, 3), true), (Fraction(329, 100), false),
    (Fraction(32_999_999_999, 10_000_000_000), false), (Fraction(5, 1), true), (Fraction(0, 1), false),
  ])
  func `a GPA is enough from the one asked for, to the last fraction`(gpa: Fraction, isEnough: Bool) {
    let found = shortfall(Person(gpa: gpa), destination(gpa: Fraction(33, 10)))
    #expect(found == (isEnough ? nil : .gpa(gpa, least: Fraction(33, 10))))
  }

  @Test(arguments: [(Fraction(60, 1), true), (Fraction(599_999, 10_000), false), (Fraction(0, 1), false)])
  func `ECTS are enough from the number asked for, sixty where the destination does not say`(
    ects: Fraction, isEnough: Bool
  ) {
    let plain = Destination(
      "D", country: "Chili", semester: "S8", type: .creditTransfer, places: 1)
    #expect(shortfall(Person(ects: ects), plain) == (isEnough ? nil : .ects(ects, least: 60)))
  }

  @Test func `ECTS nobody knows are none, and enough where none are asked for`() {
    #expect(shortfall(Person(ects: nil), destination(ects: 1)) == .ects(0, least: 1))
    #expect(shortfall(Person(ects: nil), destination(ects: 0)) == nil)
  }

  @Test(arguments: ["A1", "A2", "B1", "B2", "C1", "C2"].enumerated().map { ($0, $1) })
  func `a language is enough from the level asked for`(order: Int, word: String) throws {
    let asked = try #require(LanguageLevel(rawValue: word))
    for (other, known) in LanguageLevel.allCases.enumerated() {
      let found = shortfall(
        Person(languages: ["anglais": known, "allemand": .c2]),
        destination(language: "anglais", level: asked))
      #expect(found == (other >= order ? nil : .language("anglais", known, least: asked)), "\(known)")
    }
    #expect(
      shortfall(Person(languages: ["allemand": .c2]), destination(language: "anglais", level: asked))
        == .language("anglais", nil, least: asked))
  }

  @Test(arguments: [(0, 3), (1, 2), (2, 1), (0, 4), (1, 3), (2, 2), (3, 1), (4, 1)])
  func `a stay must leave three of the last six semesters at school`(away: Int, duration: Int) {
    #expect(
      shortfall(Person(away: away), destination(duration: duration))
        == (away + duration <= 3 ? nil : .semestersAway(away, duration: duration)))
  }

  @Test func `wishes without a right are dropped, each with its first reason, and the others hold`() {
    let mobility = Mobility(checked: [
      destination("A", gpa: 3), destination("B", ects: 90), destination("C", language: "anglais", level: .b2),
      destination("D", duration: 4), destination("E"), destination("F", gpa: 3, ects: 90, duration: 4),
    ])
    let person = Person(gpa: 2, languages: ["anglais": .b1])
    let names = ["F", "E", "D", "C", "B", "A"]
    let wishes = wishes(names.enumerated().map { (0, $0 + 1, $1) }, mobility)
    let (problem, dropped) = mobility.problem(students([person]), wishes, draw: Draw(seed: "graine"))
    #expect(problem.optionOffers == [4] && problem.rank(ofOption: 0) == 2)
    #expect(
      dropped == [
        DroppedWish(wish: 0, shortfall: .gpa(2, least: 3)),
        DroppedWish(wish: 2, shortfall: .semestersAway(0, duration: 4)),
        DroppedWish(wish: 3, shortfall: .language("anglais", .b1, least: .b2)),
        DroppedWish(wish: 4, shortfall: .ects(60, least: 90)),
        DroppedWish(wish: 5, shortfall: .gpa(2, least: 3)),
      ])
  }

  // MARK: Reasons, quotas, favours

  @Test func `everyone without a place has the reason for it`() throws {
    let mobility = Mobility(
      checked: [
        destination("FULL"), destination("HIGH", gpa: 4), destination("WIDE", .doubleDegree, places: 9),
        destination("NONE", places: 0),
      ],
      quotas: [DepartureQuota(semester: nil, type: .doubleDegree, most: 1)])
    let people = [4, 3, 2, 2, 2, 2, 1, 1].map { Person(gpa: $0) }
    let (places, reasons) = try solve(
      mobility, people,
      [
        (0, 1, "FULL"), (1, 1, "WIDE"),
        // 2 has no wish.
        (3, 1, "HIGH"), (4, 1, "FULL"), (5, 1, "WIDE"),
        // One of the conditions is enough to be eligible somewhere, and one free place to lack a departure.
        (6, 1, "HIGH"), (6, 2, "NONE"), (7, 1, "FULL"), (7, 2, "WIDE"),
      ])
    #expect(places == ["FULL", "WIDE", nil, nil, nil, nil, nil, nil])
    #expect(reasons == [nil, nil, .noWish, .ineligible, .full, .quota, .full, .quota])
    #expect(
      UnplacedReason.allCases.map(\.csvWord) == ["aucun_voeu", "ineligible", "complet", "quota"])
  }

  @Test func `a quota covers its semester and type, and a star all of them`() {
    let types = MobilityType.allCases
    let destinations = ["S8", "S9"].flatMap { semester in
      types.map { destination("\(semester)-\($0.rawValue)", semester: semester, $0) }
    }
    let quotas = ["S8", "S9", nil].flatMap { semester in
      ([nil] + types).map { DepartureQuota(semester: semester, type: $0, most: 1) }
    }
    let mobility = Mobility(checked: destinations, quotas: quotas)
    let (problem, _) = mobility.problem(students([]), wishes([], mobility), draw: Draw(seed: "graine"))
    for (quota, members) in zip(quotas, problem.quotas) {
      let names = members.offers.map { mobility.destinations[$0].name }
      let expected = destinations.filter {
        (quota.semester ?? $0.semester) == $0.semester && (quota.type ?? $0.type) == $0.type
      }.map(\.name)
      #expect(names.sorted() == expected.sorted(), "\(quota.name)")
    }
    #expect(problem.nesting == nil, "a type over semesters crosses a semester over types")
  }

  @Test func `a favoured partner comes after satisfaction and before merit`() throws {
    // With P for the first student, the second has R and the third the favoured S: worse for both.
    let mobility = Mobility(checked: [
      destination("P"), destination("Q"), destination("R"), destination("S", priority: 9),
    ])
    let rows: [Wish] = [(0, 1, "P"), (0, 2, "Q"), (1, 1, "P"), (1, 2, "R"), (2, 1, "R"), (2, 2, "S")]
    let people = [Person(gpa: 4), Person(gpa: 3), Person(gpa: 2)]
    for policy in [AllocationPolicy.satisfaction, .generous, .rankMaximal] {
      #expect(try solve(mobility, people, rows, policy: policy).places == ["Q", "P", "R"], "\(policy)")
    }
    #expect(try solve(mobility, people, rows, policy: .merit).places == ["P", "R", "S"])
    func tie(_ favour: Int, _ policy: AllocationPolicy = .satisfaction) throws -> [String?] {
      let mobility = Mobility(checked: [
        destination("P"), destination("Q", priority: favour), destination("R"),
      ])
      return try solve(
        mobility, [Person(gpa: 4), Person(gpa: 3)],
        [(0, 1, "P"), (0, 2, "Q"), (1, 1, "P"), (1, 2, "R")], policy: policy
      ).places
    }
    #expect(try tie(0) == ["P", "R"])
    #expect(try tie(1) == ["Q", "P"], "favour comes before merit")
    #expect(try tie(-1) == ["P", "R"])
    #expect(try tie(1, .merit) == ["P", "R"], "nothing is left to favour where merit decides")
  }

  @Test func `who owes the quitus is placed first where that can be`() throws {
    let mobility = Mobility(
      checked: [destination("A"), destination("B", gpa: 3)],
      quotas: [DepartureQuota(semester: "S8", type: nil, most: 2)])
    let people = [Person(gpa: 4), Person(gpa: 3), Person(gpa: 1), Person(gpa: 1)]
    let rows: [Wish] = [(0, 1, "A"), (1, 1, "B"), (2, 1, "A"), (3, 1, "B")]
    #expect(try solve(mobility, people, rows).places == ["A", "B", nil, nil])
    for policy in AllocationPolicy.allCases {
      let owed = try solve(mobility, people, rows, required: [2, 3], policy: policy)
      #expect(owed.places == [nil, "B", "A", nil], "\(policy)")
      #expect(owed.reasons == [.full, nil, nil, .ineligible], "\(policy)")
    }
  }

  // MARK: Nesting

  @Test func `quotas nest unless two have offers in common and each has others`() {
    var random = SeededGenerator(70)
    var crossing = 0
    for number in 0..<3_000 {
      let offers = Int.random(in: 1...6, using: &random)
      let quotas = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        AllocationProblem.Quota(
          offers: (0..<offers).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }, most: 1)
      }
      let problem = AllocationProblem(
        studentCount: 0, slotCount: 1,
        offers: (0..<offers).map { .init(module: $0, slot: 0, places: 1, minimum: 0) }, quotas: quotas,
        meritOrder: []
      ) { _, _ in }
      let sets = quotas.map { Set($0.offers) }
      let cross = sets.contains { a in
        sets.contains { !a.isDisjoint(with: $0) && !a.isSubset(of: $0) && !$0.isSubset(of: a) }
      }
      #expect((problem.nesting == nil) == cross, "case \(number): \(sets)")
      crossing += cross ? 1 : 0
      guard let nesting = problem.nesting else { continue }
      // An offer counts in the quotas it stands in, and in no other.
      for offer in 0..<offers {
        var above: [Int] = []
        var node = nesting.parents[offer]
        while node != nesting.outside {
          above.append(node - offers)
          node = nesting.parents[node]
        }
        #expect(above.sorted() == sets.indices.filter { sets[$0].contains(offer) }, "case \(number): \(sets)")
      }
    }
    #expect(500...2_500 ~= crossing, "too few of one kind to say much")
  }
}
