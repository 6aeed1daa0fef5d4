import ExactValues

/// The wishes of all students, in columns; a collection of ``Wish``es.
///
/// They belong to the students and the places that they were made for: ``AllocationInput`` takes them with no others.
///
/// ```swift
/// let wishes = try Wishes(
///   [Wish("E1", "IA", rank: 1), Wish("E2", "IA", rank: 1)], students: students, catalogue: catalogue)
/// ```
public struct Wishes: Sendable {
  /// By position in ``Students``.
  package let students: [Int32]
  /// From 1; equal ranks are ties, and ranks may be left out.
  package let ranks: [Int32]
  /// By position in ``Catalogue/modules``.
  package let modules: [Int32]
  private let identifiers: IdentifierColumn
  private let names: [String]

  /// Makes the wishes for modules.
  ///
  /// - Parameters:
  ///   - wishes: In any order; no student names a module twice.
  ///   - students: All students, also those without a wish.
  ///   - catalogue: The modules.
  /// - Throws: ``AllocationInputError`` for the first wish of an unknown student, for an unknown module, with a rank
  ///   below 1, or for a module that the student has named before.
  /// - Complexity: O(*n*) expected, students, modules and wishes.
  public init(
    _ wishes: some Sequence<Wish>, students: Students, catalogue: Catalogue
  ) throws(AllocationInputError) {
    try self.init(wishes, students, catalogue) { .unknownModule($0, student: $1) }
  }

  /// Makes the wishes for destinations.
  ///
  /// - Parameters:
  ///   - wishes: In any order; no student names a destination twice.
  ///   - students: All students, also those without a wish.
  ///   - mobility: The destinations.
  /// - Throws: ``AllocationInputError`` for the first wish of an unknown student, for an unknown destination, with a
  ///   rank below 1, or for a destination that the student has named before.
  /// - Complexity: O(*n*) expected, students, destinations and wishes.
  public init(
    _ wishes: some Sequence<Wish>, students: Students, mobility: Mobility
  ) throws(AllocationInputError) {
    try self.init(wishes, students, mobility.catalogue) { .unknownDestination($0, student: $1) }
  }

  private init(
    _ wishes: some Sequence<Wish>, _ students: Students, _ catalogue: Catalogue,
    unknown: (_ module: String, _ student: String) -> AllocationInputError
  ) throws(AllocationInputError) {
    let rows = StudentRows(students.identifiers)
    var (owners, ranks, modules): ([Int32], [Int32], [Int32]) = ([], [], [])
    var seen: Set<Int64> = []
    for wish in wishes {
      guard let owner = rows.row(of: wish.student) else { throw .unknownStudent(wish.student) }
      guard let module = catalogue.number(ofModule: Array(wish.module.utf8)) else {
        throw unknown(wish.module, wish.student)
      }
      guard 1...Wish.largestRank ~= wish.rank else {
        throw .rankOutOfRange(student: wish.student, module: wish.module, rank: wish.rank)
      }
      guard seen.insert(Int64(owner) << 32 | Int64(module)).inserted else {
        throw .repeatedWish(student: wish.student, module: wish.module)
      }
      owners.append(Int32(owner))
      ranks.append(Int32(wish.rank))
      modules.append(Int32(module))
    }
    self.init(checked: owners, ranks: ranks, modules: modules, of: students, for: catalogue)
  }

  /// Wishes whose columns have been checked, as a reader does with line numbers.
  package init(
    checked owners: [Int32], ranks: [Int32], modules: [Int32], of students: Students, for catalogue: Catalogue
  ) {
    self.init(
      owners, ranks, modules, identifiers: students.identifiers, names: catalogue.modules)
  }

  private init(
    _ students: [Int32], _ ranks: [Int32], _ modules: [Int32], identifiers: IdentifierColumn, names: [String]
  ) {
    precondition(students.count == ranks.count && ranks.count == modules.count)
    self.students = students
    self.ranks = ranks
    self.modules = modules
    self.identifiers = identifiers
    self.names = names
  }

  /// The wishes of the other students.
  package func without(_ isLeftOut: (_ student: Int) -> Bool) -> Wishes {
    let kept = students.indices.filter { !isLeftOut(Int(students[$0])) }
    return kept.count == count
      ? self
      : Wishes(
        kept.map { students[$0] }, kept.map { ranks[$0] }, kept.map { modules[$0] },
        identifiers: identifiers, names: names)
  }

  /// Refuses other students, or other places, than the wishes were made for.
  ///
  /// - Complexity: O(1) where they are the very same; else the number of their bytes.
  func check(_ students: Students, _ catalogue: Catalogue) throws(AllocationInputError) {
    guard students.identifiers == identifiers else { throw .wishesOfOtherStudents }
    guard catalogue.modules == names else { throw .wishesForOtherModules }
  }

  /// Refuses a rank that has no cost.
  ///
  /// - Throws: ``AllocationInputError/rankWithoutCost(_:largest:)`` for the first wish.
  package func check(_ costs: RankCosts) throws(AllocationInputError) {
    let largest = costs.largestRank
    guard let wish = ranks.firstIndex(where: { $0 > largest }) else { return }
    throw .rankWithoutCost(self[wish], largest: largest)
  }

  /// The wishes in order of their students, those of student *s* at `starts[s]..<starts[s + 1]`.
  func byStudent(_ studentCount: Int) -> (starts: [Int], wishes: [Int]) {
    var starts = [Int](repeating: 0, count: studentCount + 1)
    for student in students { starts[Int(student) + 1] += 1 }
    for student in 0..<studentCount { starts[student + 1] += starts[student] }
    var cursor = starts
    var wishes = [Int](repeating: 0, count: count)
    for wish in 0..<count {
      let student = Int(students[wish])
      wishes[cursor[student]] = wish
      cursor[student] += 1
    }
    return (starts, wishes)
  }
}

extension Wishes: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of wishes.
  public var endIndex: Int { students.count }
  /// The number of wishes.
  public var count: Int { students.count }

  /// A wish, in the order given.
  public subscript(wish: Int) -> Wish {
    Wish(identifiers[Int(students[wish])], names[Int(modules[wish])], rank: Int(ranks[wish]))
  }
}
