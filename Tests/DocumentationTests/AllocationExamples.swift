import Palmares
import Testing

/// The examples in the documentation of allocations.
struct AllocationExamples {
  private func electives() throws -> AllocationInput {
    let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
    let catalogue = try Catalogue([Elective("IA", places: 1), Elective("BIO", places: 2)])
    let wishes = try Wishes(
      [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)],
      students: students, catalogue: catalogue)
    return try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
  }

  @Test func `students are made from rows`() throws {
    do {
      // example: Student
      let students = try Students([
        Student("E1", gpa: "3.5", validated: ["INFO1"]),
        Student("E2", gpa: "3.1", absences: 2, ects: 60, languages: ["anglais": .b2]),
      ])
      // end
      #expect(students.map(\.identifier) == ["E1", "E2"])
    }
    var printed: [String] = []
    func print(_ item: Any) { printed.append("\(item)") }
    // example: Students
    let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1", absences: 2)])
    print(students[1].absences)  // 2
    // end
    #expect(printed == ["2"])
  }

  @Test func `an allocation is made from students, modules and wishes`() throws {
    // example: AllocationInput
    let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
    let catalogue = try Catalogue([Elective("IA", places: 1), Elective("BIO", places: 2)])
    let wishes = try Wishes(
      [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)],
      students: students, catalogue: catalogue)
    let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
    // end
    #expect(input.ineligibleWishes.isEmpty && input.wishes.count == 3)
    do {
      // example: Wish
      let wishes = try Wishes(
        [Wish("E1", "IA", rank: 1), Wish("E1", "BIO", rank: 2)], students: students, catalogue: catalogue)
      // end
      #expect(wishes.map(\.rank) == [1, 2])
    }
    do {
      // example: Wishes
      let wishes = try Wishes(
        [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1)], students: students, catalogue: catalogue)
      // end
      #expect(wishes.map(\.student) == ["E1", "E2"])
    }
    // example: MeritOrder
    let order = MeritOrder(of: students, draw: Draw(seed: "graine"))
    let other = try MeritOrder(["E2", "E1"], of: students)
    // end
    #expect(order != other)
  }

  @Test func `modules and destinations are made from rows`() throws {
    var printed: [String] = []
    func print(_ item: Any) { printed.append("\(item)") }
    do {
      // example: Elective
      let catalogue = try Catalogue([
        Elective("IA", creneau: "lundi", places: 30, prerequisites: ["INFO1"]),
        Elective("BIO", creneau: "mardi", places: 20, minimum: 8, mostAbsences: 5),
      ])
      // end
      #expect(catalogue.creneaux == ["lundi", "mardi"])
    }
    // example: Catalogue
    let catalogue = try Catalogue([Elective("IA", places: 30), Elective("BIO", places: 20, minimum: 8)])
    print(catalogue.modules)  // ["BIO", "IA"]
    // end
    do {
      // example: Destination
      let mobility = try Mobility([
        Destination(
          "KTH", country: "Suède", semester: "S8", type: .creditTransfer, places: 2, language: "anglais",
          leastLevel: .b2)
      ])
      // end
      #expect(mobility[0].language == "anglais")
    }
    // example: Mobility
    let mobility = try Mobility(
      [Destination("KTH", country: "Suède", semester: "S8", type: .creditTransfer, places: 2)],
      quotas: [DepartureQuota(semester: "S8", most: 1)])
    // end
    #expect(mobility.count == 1)
    // example: DepartureQuota
    let quota = DepartureQuota(semester: "S8", most: 12)  // of both types
    print(quota.name)  // S8/*
    // end
    // example: RankCosts
    let costs = try RankCosts([0, 1, 3, 6])  // a fourth wish costs six times as much as a second one
    print(costs.cost(rank: 3))  // 3
    // end
    #expect(printed == [#"["BIO", "IA"]"#, "S8/*", "3"])
  }

  @Test func `an allocation says who gets what`() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    do {
      // example: AllocationSolver
      let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
      let catalogue = try Catalogue([Elective("IA", places: 1), Elective("BIO", places: 2)])
      let wishes = try Wishes(
        [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2)],
        students: students, catalogue: catalogue)
      let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
      let result = try AllocationSolver().allocate(input)
      for place in result.assignments { print(place.student, place.module) }  // E1 IA, E2 BIO
      // end
    }
    let input = try electives()
    let (students, wishes, catalogue) = (input.students, input.wishes, input.catalogue)
    do {
      // example: AllocationResult
      let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
      let result = try AllocationSolver().allocate(input, policy: .satisfaction)
      for place in result.assignments { print(place.student, place.module) }
      for left in result.unplaced { print(left.student, left.reason) }
      // end
    }
    let solution = try AllocationSolver().solve(input)
    // example: AllocationMeasures
    let measures = try AllocationMeasures(solution.allocation, of: input)
    if let mean = measures.meanRank { print(mean) }  // 3/2
    // end
    #expect(printed == ["E1 IA", "E2 BIO", "E1 IA", "E2 BIO", "3/2"])
  }

  @Test func `a certificate proves an allocation, and a published one changes`() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    let input = try electives()
    do {
      // example: CertificateFile
      let solution = try AllocationSolver().solve(input)
      let certificate = try CertificateFile(solution.certificate, of: solution.allocation, in: input)
      try print(certificate.verify(solution.allocation, of: input).verdict)  // optimal
      // end
    }
    let solution = try AllocationSolver().solve(input)
    // example: Explanation
    if let explanation = try input.explanation(of: "E2", in: solution.allocation) {
      for wish in explanation.places.flatMap(\.preferred) {
        print(wish.module, wish.holders.map(\.student))  // IA ["E1"]
      }
    }
    // end
    do {
      // example: Repair
      let published = try PublishedAllocation(solution.allocation, of: input)
      let repair = try Repair(of: published, withdrawn: ["E1"], improving: ["E2"])
      let repaired = try AllocationSolver().repair(repair)
      for place in repaired.assignments { print(place.student, place.module) }  // E2 IA
      // end
    }
    // example: PublishedAllocation
    var published = try PublishedAllocation(solution.allocation, of: input)
    try published.swap("E1", with: "E2")
    for place in published.assignments { print(place.student, place.module) }  // E1 BIO, E2 IA
    // end
    #expect(printed == ["optimal", #"IA ["E1"]"#, "E2 IA", "E1 BIO", "E2 IA"])
  }

  /// Compiled and not run: there are no such files.
  private func files(_ input: AllocationInput) throws {
    do {
      // example: StudentsFile
      let students = try StudentsFile(contentsOf: "students.csv").students
      // end
      // example: ModulesFile
      let catalogue = try ModulesFile(contentsOf: "modules.csv").catalogue
      // end
      // example: WishesFile
      let wishes = try WishesFile(contentsOf: "wishes.csv", students: students, catalogue: catalogue).wishes
      // end
      // example: DestinationsFile
      let mobility = try Mobility(DestinationsFile(contentsOf: "destinations.csv").destinations)
      // end
      _ = (wishes, mobility)
    }
    do {
      // example: AllocationTable
      let solution = try AllocationSolver().solve(input)
      try AllocationTable(solution.allocation, of: input).write(to: "allocation.csv")
      // end
    }
    do {
      // example: MobilityTable
      let solution = try AllocationSolver().solve(input, policy: .generous)
      if let table = try MobilityTable(solution.allocation, of: input) {
        try table.write(to: "departures.csv")
      }
      // end
    }
    do {
      // example: AllocationFile
      let file = try AllocationFile(contentsOf: "allocation.csv", of: input)
      let certificate = try CertificateDocument(contentsOf: "certificate.json")
      let verified = try certificate.verify(file, of: input)
      // end
      _ = verified
    }
    // example: CertificateDocument
    let document = try CertificateDocument(contentsOf: "certificate.json")
    let file = try AllocationFile(contentsOf: "allocation.csv", of: input)
    let verified = try document.verify(file, of: input, policy: .satisfaction)
    // end
    _ = verified
  }
}
