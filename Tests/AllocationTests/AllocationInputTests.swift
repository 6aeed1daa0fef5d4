import Foundation
import Palmares
import Testing

@Suite struct AllocationInputTests {
  private let students: Students
  private let catalogue: Catalogue
  private let mobility: Mobility

  init() throws {
    students = try Students([
      Student("E1", gpa: "3.5", ects: 60, languages: ["Anglais": .b2]),
      Student("E2", gpa: "3.1", absences: 2, ects: 60), Student("E3", gpa: "3.1", absences: 1),
    ])
    catalogue = try Catalogue([
      Elective("IA", creneau: "mardi", places: 1), Elective("BIO", creneau: "mardi", places: 1),
      Elective("SON", creneau: "lundi", places: 1),
    ])
    mobility = try Mobility([
      Destination(
        "KTH", semester: "S8", type: .creditTransfer, places: 2, language: "anglais", leastLevel: .b1),
      Destination("PUC", semester: "S9", type: .doubleDegree, places: 1),
    ])
  }

  private func refusal<T>(_ body: () throws -> T) -> AllocationInputError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? AllocationInputError
    }
  }

  private func wishes(_ rows: [Wish]) throws -> Wishes {
    try Wishes(rows, students: students, catalogue: catalogue)
  }

  @Test func `a student with an empty or repeated name, or a number out of range, is refused by name`() {
    #expect(refusal { try Students([Student("", gpa: 1)]) } == .emptyIdentifier(row: 0))
    #expect(refusal { try Students([Student("A", gpa: 1), Student("A", gpa: 2)]) } == .repeatedStudent("A"))
    #expect(
      refusal { try Students([Student("A", gpa: "5.1")]) }
        == .gpaOutOfRange(student: "A", Fraction(51, 10)))
    #expect(refusal { try Students([Student("A", gpa: 5)]) } == nil)
    #expect(
      refusal { try Students([Student("A", gpa: 1, absences: -1)]) }
        == .absencesOutOfRange(student: "A", -1))
    #expect(
      refusal { try Students([Student("A", gpa: 1, ects: 1_001)]) } == .ectsOutOfRange(student: "A", 1_001))
    #expect(
      refusal { try Students([Student("A", gpa: 1, semestersAway: -1)]) }
        == .semestersAwayOutOfRange(student: "A", -1))
    #expect(
      refusal { try Students(identifiers: IdentifierColumn(["A"]), gpas: [], absences: [0]) }
        == .columnsOfDifferentLengths)
  }

  @Test func `names are compared byte by byte`() throws {
    // Composed and decomposed letters are equal to Unicode.
    let both = try Students([Student("\u{e9}", gpa: 1), Student("e\u{301}", gpa: 2)])
    let modules = try Catalogue([Elective("\u{e9}", places: 1), Elective("e\u{301}", places: 1)])
    let wishes = try Wishes([Wish("e\u{301}", "\u{e9}", rank: 1)], students: both, catalogue: modules)
    #expect(wishes[0].student.utf8.count == 3 && wishes[0].module.utf8.count == 2)
  }

  @Test func `a module twice in a créneau, without one, or with places out of range is refused`() {
    #expect(
      refusal { try Catalogue([Elective("IA", places: 1), Elective("IA", places: 2)]) }
        == .repeatedModule("IA", creneau: ""))
    #expect(
      refusal { try Catalogue([Elective("IA", places: 1), Elective("BIO", creneau: "lundi", places: 2)]) }
        == .missingCreneau(module: "IA"))
    #expect(refusal { try Catalogue([Elective("IA", places: -1)]) } == .placesOutOfRange(module: "IA", -1))
    #expect(
      refusal { try Catalogue([Elective("IA", places: 1, minimum: 1_000_001)]) }
        == .placesOutOfRange(module: "IA", 1_000_001))
  }

  @Test func `a destination or a quota out of range, repeated or unknown is refused`() {
    func destination(_ name: String, duration: Int = 1, places: Int = 1) -> Destination {
      Destination(name, semester: "S8", type: .creditTransfer, places: places, duration: duration)
    }
    func quotas(_ quotas: DepartureQuota...) -> AllocationInputError? {
      refusal { try Mobility([destination("A")], quotas: quotas) }
    }
    #expect(refusal { try Mobility([destination("A"), destination("A")]) } == .repeatedDestination("A"))
    #expect(refusal { try Mobility([destination("A", duration: 13)]) } == .destinationOutOfRange("A"))
    #expect(refusal { try Mobility([destination("A", places: -3)]) } == .placesOutOfRange(module: "A", -3))
    #expect(quotas(DepartureQuota(semester: "S9", most: 1)) == .quotaOfUnknownSemester("S9/*"))
    #expect(quotas(DepartureQuota(most: 1), DepartureQuota(most: 2)) == .repeatedQuota("*/*"))
    #expect(quotas(DepartureQuota(most: -1)) == .quotaOutOfRange("*/*", -1))
  }

  @Test func `a wish of an unknown student, for an unknown module, twice or of rank 0 is refused`() {
    #expect(refusal { try wishes([Wish("X", "IA", rank: 1)]) } == .unknownStudent("X"))
    #expect(refusal { try wishes([Wish("E1", "X", rank: 1)]) } == .unknownModule("X", student: "E1"))
    #expect(
      refusal { try wishes([Wish("E1", "IA", rank: 0)]) }
        == .rankOutOfRange(student: "E1", module: "IA", rank: 0))
    #expect(
      refusal { try wishes([Wish("E1", "IA", rank: 1), Wish("E1", "IA", rank: 2)]) }
        == .repeatedWish(student: "E1", module: "IA"))
    #expect(
      refusal { try Wishes([Wish("E1", "IA", rank: 1)], students: students, mobility: mobility) }
        == .unknownDestination("IA", student: "E1"))
  }

  @Test func `wishes, merit orders and the quitus are of the students they are given with`() throws {
    let others = try Students([Student("E1", gpa: 1)])
    let wishes = try wishes([])
    #expect(
      refusal { try AllocationInput(others, wishes, catalogue: catalogue, seed: "s") }
        == .wishesOfOtherStudents)
    #expect(
      refusal { try AllocationInput(students, wishes, mobility: mobility, seed: "s") }
        == .wishesForOtherModules)
    let departures = try Wishes([], students: students, mobility: mobility)
    #expect(
      refusal {
        try AllocationInput(students, departures, mobility: mobility, owingQuitus: ["X"], seed: "s")
      } == .unknownStudent("X"))
    #expect(refusal { try MeritOrder(["E1", "E1", "E2"], of: students) } == .repeatedInMeritOrder("E1"))
    #expect(refusal { try MeritOrder(["E1", "E3"], of: students) } == .missingInMeritOrder("E2"))
    #expect(refusal { try MeritOrder(["X"], of: students) } == .unknownStudent("X"))
  }

  @Test func `an allocation of another input is refused wherever one is named, of as many seats too`() throws
  {
    let input = try AllocationInput(students, wishes([]), catalogue: catalogue, seed: "s")
    let allWish = try AllocationInput(
      students, wishes(students.map { Wish($0.identifier, "BIO", rank: 1) }), catalogue: catalogue, seed: "s")
    let one = try Students([Student("E1", gpa: 1)])
    let smaller = try AllocationInput(
      one, Wishes([], students: one, catalogue: catalogue), catalogue: catalogue, seed: "s")
    for other in [allWish, smaller] {
      let solution = try AllocationSolver().solve(other)
      let foreign = solution.allocation
      #expect(refusal { _ = try input.assignments(foreign) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try input.unplaced(foreign) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try AllocationMeasures(foreign, of: input) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try PublishedAllocation(foreign, of: input) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try AllocationResult(solution, of: input) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try AllocationTable(foreign, of: input) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try UnplacedTable(foreign, of: input) } == .allocationOfAnotherInput)
      #expect(refusal { _ = try MobilityTable(foreign, of: input) } == .allocationOfAnotherInput)
      #expect(
        refusal { _ = try CertificateFile(solution.certificate, of: foreign, in: input) }
          == .allocationOfAnotherInput)
      #expect(throws: AllocationInputError.allocationOfAnotherInput) {
        try input.explanation(of: "E1", in: foreign)
      }
    }
  }

  @Test func `a merit order of other students is refused, of as many too, with the first who differs`() throws
  {
    let (wishes, departures) = try (wishes([]), Wishes([], students: students, mobility: mobility))
    for (identifiers, first) in [
      (["E1"], "E2"), (["E1", "X"], "E2"), (["E2", "E1"], "E1"), (["E1", "E2", "X"], "E3"),
      (["E1", "E2", "E3", "X"], "X"),
    ] {
      let others = try Students(identifiers.map { Student($0, gpa: 1) })
      let order = try MeritOrder(identifiers, of: others)
      #expect(
        refusal { try AllocationInput(students, wishes, catalogue: catalogue, seed: "s", meritOrder: order) }
          == .meritOrderOfOtherStudents(first))
      #expect(
        refusal {
          try AllocationInput(students, departures, mobility: mobility, seed: "s", meritOrder: order)
        }
          == .meritOrderOfOtherStudents(first))
    }
  }

  @Test func `rank costs rise, and a wish of a rank without one is refused`() throws {
    #expect(refusal { try RankCosts([]) } == .rankCostOutOfRange(rank: 1))
    #expect(refusal { try RankCosts([0, 2, 1]) } == .rankCostOutOfRange(rank: 3))
    #expect(refusal { try RankCosts([0, 1_000_001]) } == .rankCostOutOfRange(rank: 2))
    let input = try AllocationInput(
      students, try wishes([Wish("E1", "IA", rank: 3)]), catalogue: catalogue, seed: "s")
    let costs = try RankCosts([0, 1])
    #expect(
      refusal { try AllocationSolver().allocate(input, costs: costs) }
        == .rankWithoutCost(Wish("E1", "IA", rank: 3), largest: 2))
  }

  @Test func `rows give the result that files give, by identifier`() throws {
    let wishes = try wishes([
      Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2),
      Wish("E3", "SON", rank: 1), Wish("E3", "IA", rank: 1),
    ])
    let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "s")
    let result = try AllocationSolver().allocate(input)
    #expect(
      result.assignments == [
        Assignment(student: "E1", creneau: "mardi", module: "IA", rank: 1),
        Assignment(student: "E2", creneau: "mardi", module: "BIO", rank: 2),
        Assignment(student: "E3", creneau: "lundi", module: "SON", rank: 1),
      ])
    #expect(
      result.unplaced.map { "\($0.student) \($0.creneau) \($0.reason)" } == [
        "E1 lundi noWish", "E2 lundi noWish", "E3 mardi full",
      ])
    #expect(result.isProven && result.levels.map(\.value) == [3, 1])
    let solution = try AllocationSolver().solve(input)
    #expect(try input.allocation(result.assignments) == solution.allocation)
    #expect(
      try AllocationTable(solution.allocation, of: input).text()
        == """
        eleve,creneau,module,rang_voeu
        E1,lundi,,
        E1,mardi,IA,1
        E2,lundi,,
        E2,mardi,BIO,2
        E3,lundi,SON,1
        E3,mardi,,

        """)
  }

  @Test func `rows of mobility give the result by identifier, with ineligible wishes`() throws {
    let wishes = try Wishes(
      [Wish("E1", "KTH", rank: 1), Wish("E2", "KTH", rank: 1), Wish("E3", "PUC", rank: 1)],
      students: students, mobility: mobility)
    let input = try AllocationInput(students, wishes, mobility: mobility, owingQuitus: ["E1"], seed: "s")
    let result = try AllocationSolver().allocate(input, policy: .merit)
    #expect(result.assignments == [Assignment(student: "E1", module: "KTH", rank: 1)])
    #expect(
      result.ineligibleWishes.map(\.shortfall) == [
        .language("anglais", nil, least: .b1), .ects(0, least: 60),
      ])
    #expect(result.unplaced.map(\.reason) == [.ineligible, .ineligible])
  }

  @Test func `results and certificates come back from JSON as they were`() throws {
    let input = try AllocationInput(
      students, try wishes([Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 2)]), catalogue: catalogue,
      seed: "s")
    for policy in AllocationPolicy.allCases {
      let result = try AllocationSolver().allocate(input, policy: policy)
      let read = try JSONDecoder().decode(AllocationResult.self, from: JSONEncoder().encode(result))
      #expect(read == result, "\(policy)")
      let certificate = try AllocationSolver().solve(input, policy: policy).certificate
      let proof = try JSONDecoder().decode(
        AllocationCertificate.self, from: JSONEncoder().encode(certificate))
      #expect(proof == certificate, "\(policy)")
    }
    let costs = try JSONDecoder().decode([RankCosts].self, from: Data("[null, [0, 2]]".utf8))
    #expect(try costs == [.linear, RankCosts([0, 2])])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([RankCosts].self, from: Data("[[2, 0]]".utf8))
    }
  }

  @Test func `an explanation names the holders of better wishes, and comes back from JSON`() throws {
    let input = try AllocationInput(
      students,
      try wishes([Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)]),
      catalogue: catalogue, seed: "s")
    let allocation = try AllocationSolver().solve(input).allocation
    let explanation = try #require(try input.explanation(of: "E2", in: allocation))
    #expect(explanation.meritPosition == 3 && explanation.isOptimal && explanation.isExact)
    #expect(explanation.places.map(\.module) == [nil, "BIO"])
    let wish = try #require(explanation.places[1].preferred.first)
    #expect(wish.module == "IA" && wish.holders.map(\.student) == ["E1"] && wish.obstacle == nil)
    #expect(wish.oneMore?.moves.map { "\($0.student) \($0.from ?? "") \($0.to ?? "")" } == ["E2 BIO IA"])
    #expect(try input.explanation(of: "X", in: allocation) == nil)
    let read = try JSONDecoder().decode(Explanation.self, from: JSONEncoder().encode(explanation))
    #expect(read == explanation)
  }

  @Test func `places that are given twice, to strangers, or were no wishes make no allocation`() throws {
    let input = try AllocationInput(
      students, try wishes([Wish("E1", "IA", rank: 1)]), catalogue: catalogue, seed: "s")
    let place = Assignment(student: "E1", creneau: "mardi", module: "IA")
    #expect(refusal { try input.allocation([place]) } == nil)
    #expect(
      refusal { try input.allocation([place, place]) }
        == .noSuchPlace(student: "E1", module: "IA", creneau: "mardi"))
    #expect(
      refusal { try input.allocation([Assignment(student: "X", module: "IA")]) } == .unknownStudent("X"))
    #expect(
      refusal { try input.allocation([Assignment(student: "E2", creneau: "mardi", module: "IA")]) }
        == .noSuchPlace(student: "E2", module: "IA", creneau: "mardi"))
  }

  @Test func `two students swap their places, and who cannot is told why`() throws {
    let input = try AllocationInput(
      students,
      try wishes([
        Wish("E1", "IA", rank: 1), Wish("E2", "BIO", rank: 1), Wish("E3", "SON", rank: 1),
      ]), catalogue: catalogue, seed: "s")
    let solution = try AllocationSolver().solve(input)
    var published = try PublishedAllocation(solution.allocation, of: input)
    func refusal(_ student: String, _ other: String, _ creneau: String = "mardi") -> SwapError? {
      do throws(SwapError) {
        try published.swap(student, with: other, creneau: creneau)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("E1", "X") == .unknownStudent("X"))
    #expect(refusal("E1", "E2", "jeudi") == .unknownCreneau("jeudi"))
    #expect(refusal("E1", "E1") == .sameStudent("E1"))
    #expect(refusal("E1", "E3") == .noPlace(student: "E3"))
    #expect(refusal("E1", "E2") == nil)
    #expect(
      published.assignments.map { "\($0.student) \($0.module) \($0.rank ?? 0)" } == [
        "E1 BIO 0", "E2 IA 0", "E3 SON 1",
      ])
    #expect(refusal("E1", "E2") == .alreadyMade("E1", "E2"))
    #expect(try AllocationTable(published).text().contains("E1,mardi,BIO,,echange,IA\n"))
  }
}
