import Palmares
import TestSupport
import Testing

struct GPATests {
  private let values: [Mention: FixedDecimal] = [.aPlus: "4.3", .a: 4, .b: 3, .c: 2, .f: 0, .fx: 1]

  @Test func `a GPA is that of sums written out slowly`() throws {
    var random = SeededGenerator(61)
    for _ in 0..<2_000 {
      // Now and then of all decimals.
      let fine: Int128 = Bool.random(using: &random) ? .random(in: 0...9, using: &random) : 0
      let values = values.mapValues { FixedDecimal(units: $0.units + fine) }
      let ects = (0..<6).map { _ in
        FixedDecimal(units: fine + Int128.random(in: 0...12, using: &random) * FixedDecimal("0.5").units)
      }
      var (students, ues, mentions): ([Int32], [Int32], [Mention]) = ([], [], [])
      for student in Int32(0)..<5 {
        for ue in Int32(0)..<6 where Bool.random(using: &random) {
          students.append(student)
          ues.append(ue)
          // The last UE is pass/fail.
          let all: [Mention] = ue == 5 ? [.passed, .passed, .f, .v] : [.aPlus, .a, .b, .c, .v, .w, .f, .fx]
          mentions.append(all.randomElement(using: &random) ?? .a)
        }
      }
      let gpas = try MentionColumns(students: students, ues: ues, mentions: mentions)
        .gpas(studentCount: 5, ects: ects, values: values)
      let isPassFail = zip(ues, mentions).contains { $0 == 5 && $1 == .passed }
      for student in 0..<5 {
        let rows = students.indices.filter { students[$0] == student }
        let counted = rows.filter {
          ![.v, .w, .passed].contains(mentions[$0]) && !(ues[$0] == 5 && isPassFail)
        }
        let weight = counted.reduce(Int128(0)) { $0 + ects[Int(ues[$1])].units }
        let sum = counted.reduce(Int128(0)) {
          $0 + ects[Int(ues[$1])].units * (values[mentions[$1]]?.units ?? 0)
        }
        #expect(gpas[student].value == (weight > 0 ? Fraction(sum, FixedDecimal.unitsPerOne * weight) : nil))
        let credited = rows.filter { ![.v, .f, .fx].contains(mentions[$0]) }
        #expect(gpas[student].ects.units == credited.reduce(0) { $0 + ects[Int(ues[$1])].units })
      }
    }
  }
}
