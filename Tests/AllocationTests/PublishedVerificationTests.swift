import Palmares
import TestSupport
import Testing

@Suite struct PublishedVerificationTests {
  /// A year of electives in two créneaux, its allocation with the certificate, and exchanges made since.
  private struct Year {
    let students: Students
    let electives: Catalogue
    let problem: AllocationProblem
    let certificate: CertificateFile
    let original: Allocation
    var places: PublishedPlaces

    static let seed: DrawSeed = "graine"

    init(using generator: inout SeededGenerator) throws {
      let count = Int.random(in: 4...8, using: &generator)
      students = Students(
        checked: IdentifierColumn((0..<count).map { "E\($0)" }),
        gpas: (0..<count).map { _ in Fraction(Int128(Int.random(in: 0...3, using: &generator)), 1) },
        absences: [Int](repeating: 0, count: count))
      electives = Catalogue(
        checked: (0..<6).map { module in
          Elective(
            "M\(module)", creneau: module < 3 ? "lundi" : "mardi",
            places: Int.random(in: 1...3, using: &generator))
        })
      var wishes: [(student: Int32, rank: Int32, module: Int32)] = []
      for student in 0..<Int32(count) {
        for (rank, module) in (0..<6).shuffled(using: &generator).enumerated() {
          wishes.append((student, Int32(rank + 1), Int32(module)))
        }
      }
      problem =
        electives.problem(
          students,
          Wishes(
            checked: wishes.map(\.student), ranks: wishes.map(\.rank), modules: wishes.map(\.module),
            of: students, for: electives),
          draw: Draw(seed: Self.seed)
        ).problem
      let result = try AllocationSolver().solve(problem, policy: .satisfaction)
      original = result.allocation
      certificate = CertificateFile(
        result.certificate, costs: .linear,
        seedCommitment: Self.seed.commitment,
        levelValues: result.objective.stages.map { [original, problem] stage in
          stage.levels.map { $0.value(original, problem) }
        },
        seal: CertificateFile.seal(
          original, certificate: result.certificate, problem: problem, students: students,
          catalogue: electives))
      places = PublishedPlaces(original, problem)
      let swaps = (0..<4).map { _ in
        let pair = Array((0..<count).shuffled(using: &generator).prefix(2))
        return Swap(pair[0], pair[1], slot: Int.random(in: 0..<2, using: &generator))
      }
      _ = places.make(swaps)
    }

    func verified(
      _ allocation: Allocation, _ marks: PlaceMarks, seed: DrawSeed = Self.seed
    ) throws -> VerifiedAllocation {
      try certificate.verify(
        allocation, marks: marks, of: problem, students: students, catalogue: electives, seed: seed)
    }

    func offer(_ seat: Int, _ allocation: Allocation) -> Int? {
      allocation[seat].map { Int(problem.optionOffers[$0]) }
    }
  }

  @Test func `after exchanges an allocation is valid, and says how many places are from them`() throws {
    var generator = SeededGenerator(101)
    var exchanged = 0
    for number in 0..<200 {
      let year = try Year(using: &generator)
      let verified = try year.verified(year.places.allocation, year.places.marks)
      #expect(verified.verdict == .optimal && verified.complements == 0, "case \(number)")
      #expect(
        verified.exchanged
          == year.original.choices.indices.count {
            year.offer($0, year.original) != year.offer($0, year.places.allocation)
          }, "case \(number)")
      exchanged += verified.exchanged
      #expect(throws: CertificateDefect.seed) {
        try year.verified(year.places.allocation, year.places.marks, seed: "autre")
      }
    }
    #expect(exchanged > 300, "\(exchanged)")
  }

  @Test func `another place before the exchanges, a mark too few or too many is not valid`() throws {
    var generator = SeededGenerator(102)
    var forged = 0
    for number in 0..<80 {
      let year = try Year(using: &generator)
      let (allocation, marks) = (year.places.allocation, year.places.marks)
      func expectRefusal(_ change: (inout [Int: Int]) -> Void) {
        var before = marks.before
        change(&before)
        guard before != marks.before else { return }
        forged += 1
        #expect(throws: CertificateDefect.self, "case \(number): \(before)") {
          try year.verified(allocation, PlaceMarks(before: before))
        }
      }
      for seat in allocation.choices.indices where allocation[seat] != nil {
        expectRefusal { $0[seat] = nil }
        for offer in year.problem.offers.indices
        where year.problem.offers[offer].slot == seat % 2 && offer != year.offer(seat, allocation) {
          expectRefusal { $0[seat] = offer }
        }
        #expect(throws: CertificateDefect.self) {
          try year.verified(allocation, PlaceMarks(before: marks.before, complements: [seat]))
        }
      }
    }
    #expect(forged > 1_000, "\(forged)")
  }

  @Test func `another place after the exchanges, of whoever, is not valid`() throws {
    var generator = SeededGenerator(103)
    for number in 0..<80 {
      let year = try Year(using: &generator)
      for seat in year.places.allocation.choices.indices {
        for option in Array(year.problem.options(ofSeat: seat)) + [Allocation.unplaced]
        where option != year.places.allocation.choices[seat] {
          var changed = year.places.allocation
          changed.choices[seat] = option
          #expect(throws: CertificateDefect.self, "case \(number)") {
            try year.verified(changed, year.places.marks)
          }
        }
      }
    }
  }

  @Test func `a false seed, level or seal is refused by the library itself`() throws {
    var generator = SeededGenerator(104)
    let year = try Year(using: &generator)
    func refusal(
      commitment: String? = nil, levels: [[Int64]]? = nil, seal: String? = nil
    ) -> CertificateDefect? {
      let file = CertificateFile(
        year.certificate.certificate, costs: .linear,
        seedCommitment: commitment ?? year.certificate.seedCommitment,
        levelValues: levels ?? year.certificate.levelValues, seal: seal ?? year.certificate.seal)
      do {
        _ = try file.verify(
          year.original, of: year.problem, students: year.students, catalogue: year.electives, seed: Year.seed
        )
        return nil
      } catch {
        return error as? CertificateDefect
      }
    }
    #expect(refusal() == nil)
    #expect(refusal(commitment: DrawSeed(stringLiteral: "autre").commitment) == .seed)
    #expect(refusal(seal: String(repeating: "0", count: 64)) == .seal)
    #expect(refusal(levels: []) == .otherProblem)
    var levels = year.certificate.levelValues
    levels[0][1] += 1
    let rankCost = year.certificate.levelValues[0][1]
    #expect(
      refusal(levels: levels) == .levelValue(.rankCost, stated: rankCost + 1, found: rankCost))
  }
}
