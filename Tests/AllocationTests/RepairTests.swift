import Palmares
import Testing

@Suite struct RepairTests {
  private let input: AllocationInput
  private let published: PublishedAllocation

  /// E1 has BIO and E2 has IA on Monday; E2 would have liked BIO as well. Both have SON on Tuesday.
  init() throws {
    let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "3.1")])
    let catalogue = try Catalogue([
      Elective("BIO", creneau: "lundi", places: 1), Elective("IA", creneau: "lundi", places: 1),
      Elective("SON", creneau: "mardi", places: 2),
    ])
    let wishes = try Wishes(
      [
        Wish("E1", "BIO", rank: 1), Wish("E2", "BIO", rank: 1), Wish("E2", "IA", rank: 1),
        Wish("E1", "SON", rank: 1), Wish("E2", "SON", rank: 2),
      ], students: students, catalogue: catalogue)
    input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
    published = try PublishedAllocation(
      try AllocationSolver().solve(input, policy: .merit).allocation, of: input)
  }

  private func refusal(_ body: () throws -> Repair) -> AllocationInputError? {
    #expect(throws: AllocationInputError.self) { try body() }
  }

  private func places(_ repair: Repair, _ policy: AllocationPolicy = .merit) throws -> [String] {
    let result = try AllocationSolver().repair(repair, policy: policy)
    #expect(result.isProven)
    return result.assignments.map { "\($0.student) \($0.module) \($0.rank ?? 0)" }
  }

  @Test(arguments: AllocationPolicy.allCases)
  func `a student who asks for better does not move to an equal wish, whatever the policy`(
    _ policy: AllocationPolicy
  ) throws {
    #expect(published.assignments.map(\.module) == ["BIO", "SON", "IA", "SON"])
    let repair = try Repair(
      of: published, withdrawn: [Repair.Holding("E1", creneau: "lundi")], improving: ["E2"])
    #expect(try places(repair, policy) == ["E1 SON 1", "E2 IA 1", "E2 SON 2"])
  }

  @Test func `a student withdraws from every créneau unless one is named, and places may be taken away`()
    throws
  {
    #expect(try places(Repair(of: published, withdrawn: ["E1", "E1"])) == ["E2 IA 1", "E2 SON 2"])
    let fewer = [Repair.Places("SON", places: 1), Repair.Places("IA", creneau: "lundi", places: 0)]
    #expect(try places(Repair(of: published, places: fewer)) == ["E1 BIO 1", "E1 SON 1"])
  }

  @Test func `a repair follows the swaps made since the publication`() throws {
    var swapped = published
    try swapped.swap("E1", with: "E2", creneau: "lundi")
    #expect(
      try places(Repair(of: swapped, withdrawn: [Repair.Holding("E2", creneau: "mardi")]))
        == ["E1 IA 0", "E1 SON 1", "E2 BIO 1"])
  }

  @Test func `unknown names and places out of range are refused, not trapped on`() throws {
    #expect(refusal { try Repair(of: published, withdrawn: ["X"]) } == .unknownStudent("X"))
    let elsewhere = Repair.Holding("E1", creneau: "jeudi")
    #expect(refusal { try Repair(of: published, improving: [elsewhere]) } == .unknownCreneau("jeudi"))
    func places(_ module: String, _ creneau: String? = nil, _ number: Int = 1) -> AllocationInputError? {
      refusal { try Repair(of: published, places: [Repair.Places(module, creneau: creneau, places: number)]) }
    }
    #expect(places("X") == .noSuchModule("X", creneau: nil))
    #expect(places("SON", "lundi") == .noSuchModule("SON", creneau: "lundi"))
    #expect(places("SON", "jeudi") == .unknownCreneau("jeudi"))
    #expect(places("SON", nil, -1) == .placesOutOfRange(module: "SON", -1))
    #expect(places("SON", nil, 1_000_001) == .placesOutOfRange(module: "SON", 1_000_001))
    let twice = [Repair.Places("SON", places: 1), Repair.Places("SON", creneau: "mardi", places: 2)]
    #expect(
      refusal { try Repair(of: published, places: twice) } == .repeatedModule("SON", creneau: "mardi"))
    let catalogue = try Catalogue([
      Elective("IA", creneau: "lundi", places: 1), Elective("IA", creneau: "mardi", places: 1),
    ])
    let wishes = try Wishes([], students: input.students, catalogue: catalogue)
    let other = try AllocationInput(input.students, wishes, catalogue: catalogue, seed: "graine")
    let none = try PublishedAllocation(try other.allocation([]), of: other)
    #expect(
      refusal { try Repair(of: none, places: [Repair.Places("IA", places: 1)]) }
        == .missingCreneau(module: "IA"))
  }

  private func read<R>(_ text: String, _ body: (SourceText) throws -> R) throws -> R {
    try Array(text.utf8).withUnsafeBytes { try SourceText.withText($0, file: "f.csv", body) }
  }

  @Test func `the files of changes give what a repair takes`() throws {
    let withdrawn = try read("eleve,creneau\nE1,\n") { try WithdrawalsFile($0, of: input).withdrawals }
    #expect(withdrawn == [Repair.Holding("E1", creneau: "lundi"), Repair.Holding("E1", creneau: "mardi")])
    let improving = try read("eleve,creneau\nE2,lundi\n") { try ImprovementsFile($0, of: input).improvements }
    #expect(improving == [Repair.Holding("E2", creneau: "lundi")])
    let changes = try read("module,places\nSON,1\n") { try PlacesFile($0, of: input).changes }
    #expect(changes == [Repair.Places("SON", creneau: "mardi", places: 1)])
    #expect(
      try places(Repair(of: published, withdrawn: withdrawn, improving: improving, places: changes))
        == ["E2 IA 1", "E2 SON 2"])
  }
}
