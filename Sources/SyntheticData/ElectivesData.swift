public import Allocations
import ExactValues
import Lottery

/// A made-up choice of electives: students, modules in two créneaux, and wishes.
///
/// The same size and seed give the same data on every machine. Demand is skewed: a module is wished for in
/// inverse proportion to one more than its popularity's rank, and nearly a third of a student's wishes are
/// turned to one theme in four. There are about a twentieth more places than students in each créneau, so that popular modules are full and
/// some students get a late wish or none. No module is in both créneaux.
public struct ElectivesData: Sendable {
  /// The most students.
  public static let largestSize = 1_000_000

  /// The students.
  public let students: Students
  /// The modules and their places.
  public let electives: Catalogue
  /// The wishes of the students for the modules.
  public let wishes: Wishes

  private static let slots = ["jeudi", "mardi"]
  private static let codes = ["ANALYSE", "INFO1", "PROBAS", "STAT1"].map { Array($0.utf8) }
  private static let themes = 4

  /// Makes the data of a seed.
  ///
  /// - Parameters:
  ///   - size: how many students, 0 to ``largestSize``.
  ///   - seed: any text.
  /// - Precondition: the size is in its range.
  public init(size: Int, seed: String) {
    precondition(0...Self.largestSize ~= size, "from 0 to \(Self.largestSize) students")
    students = Self.students(size, seed)
    let perSlot = min(max(24, size / 100), 1_000) / 2
    electives = Catalogue(
      checked: Self.slots.indices.flatMap { Self.offers(ofSlot: $0, perSlot, students: size, seed) })
    wishes = Self.wishes(students, electives, perSlot, seed)
  }

  private static func students(_ size: Int, _ seed: String) -> Students {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var gpas: [FixedDecimal] = []
    var absences: [Int] = []
    var validated: [Set<[UInt8]>] = []
    for row in 0..<size {
      var numbers = SeededNumbers(seed: seed, subject: "student", row: row)
      bytes += pseudonym("E", row)
      ends.append(bytes.count)
      // In hundredths.
      let gpa = min(max(310 + numbers.bell(deviation: 45), 0), 430)
      gpas.append(FixedDecimal(tenThousandths: Int64(gpa) * 100))
      let isOftenAway = numbers.chance(8)
      absences.append(numbers.chance(60) ? 0 : 1 + numbers.below(isOftenAway ? 12 : 3))
      validated.append(Set(codes.filter { _ in numbers.chance(90) }))
    }
    return Students(
      checked: IdentifierColumn(bytes: bytes, ends: ends), gpas: gpas.map(\.fraction), absences: absences,
      validated: validated)
  }

  /// The modules of a créneau, `A01`… and `B01`…: of each twelve, two have a minimum; the second, the sixth
  /// and, in the first créneau only, the tenth module ask for a UE.
  private static func offers(
    ofSlot slot: Int, _ count: Int, students: Int, _ seed: String
  ) -> [Elective] {
    // Sizes are shares of a créneau's places.
    var numbers = SeededNumbers(seed: seed, subject: "modules", row: slot)
    let shares = (0..<count).map { _ in 60 + numbers.below(81) }
    let total = shares.reduce(0, +)
    return (0..<count).map { index in
      let places = max(1, students * 105 * shares[index] / (100 * total))
      let number = String(index + 1)
      let width = count < 100 ? 2 : 3
      let padded = String(repeating: "0", count: width - number.utf8.count) + number
      let hasMinimum = index % 12 == 3 || index % 12 == 8
      return Elective(
        (slot == 0 ? "A" : "B") + padded, creneau: slots[slot], places: places,
        minimum: hasMinimum ? max(1, places / 3) : 0,
        prerequisites: prerequisites(ofModule: index, slot: slot))
    }
  }

  private static func prerequisites(ofModule index: Int, slot: Int) -> [String] {
    switch (slot, index) {
    case (0, 1): ["INFO1"]
    case (0, 9): ["ANALYSE", "PROBAS"]
    case (1, 5): ["STAT1"]
    default: []
    }
  }

  /// Three or four wishes a créneau, ranked from 1 in each: wishes of two créneaux never compete. One student
  /// in a hundred names none.
  private static func wishes(
    _ students: Students, _ electives: Catalogue, _ perSlot: Int, _ seed: String
  ) -> Wishes {
    let demand = slots.indices.map { Demand(perSlot, seed: seed, slot: $0) }
    var owners: [Int32] = []
    var ranks: [Int32] = []
    var modules: [Int32] = []
    for student in 0..<students.count {
      var numbers = SeededNumbers(seed: seed, subject: "wishes", row: student)
      if numbers.chance(1) { continue }
      let theme = numbers.below(themes)
      for slot in slots.indices {
        var chosen: [Int] = []
        let count = 3 + numbers.below(2)
        while chosen.count < count {
          var module = demand[slot].module(&numbers)
          if numbers.chance(30) { module = module / themes * themes + theme }
          if module < perSlot, !chosen.contains(module) { chosen.append(module) }
        }
        for (place, module) in chosen.enumerated() {
          owners.append(Int32(student))
          ranks.append(Int32(place + 1))
          // Modules ascend by name: those of the first créneau, then those of the second.
          modules.append(Int32(slot * perSlot + module))
        }
      }
    }
    return Wishes(checked: owners, ranks: ranks, modules: modules, of: students, for: electives)
  }
}

/// How much each module of a créneau is wished for.
struct Demand {
  /// The modules, the most popular first.
  private let order: [Int]
  /// Sums of the weights up to each.
  private let sums: [Int]

  init(_ count: Int, seed: String, slot: Int) {
    var numbers = SeededNumbers(seed: seed, subject: "demand", row: slot)
    var order = Array(0..<count)
    for index in order.indices.dropFirst().reversed() {
      order.swapAt(index, numbers.below(index + 1))
    }
    self.order = order
    var sum = 0
    sums = (0..<count).map { rank in
      sum += 1_000_000 / (rank + 2)
      return sum
    }
  }

  /// A module, by its popularity.
  func module(_ numbers: inout SeededNumbers) -> Int {
    let draw = numbers.below(sums[sums.count - 1])
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > draw { high = middle } else { low = middle + 1 }
    }
    return order[low]
  }
}
