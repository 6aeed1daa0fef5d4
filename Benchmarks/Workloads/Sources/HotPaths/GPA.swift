import Palmares
import SyntheticData

extension HotPath {
  /// The GPA of students with twelve UEs each.
  static let gpa = HotPath("GPA", sizes: [1_000, 10_000, 100_000], guarded: (5_000, 12)) { size, _ in
    let ues = 12
    var numbers = SeededNumbers(seed: seed, subject: "mentions", row: 0)
    let mentions = (0..<size * ues).map { _ in Mention.allCases[numbers.below(Mention.allCases.count)] }
    let columns = MentionColumns(
      students: mentions.indices.map { Int32($0 / ues) }, ues: mentions.indices.map { Int32($0 % ues) },
      mentions: mentions)
    let ects = (0..<ues).map { FixedDecimal(integerLiteral: Int64(4 + $0 % 3)) }
    let values = Dictionary(uniqueKeysWithValues: GradesData.values.map { ($0.key, $0.value) })
    return { _ in try columns.gpas(studentCount: size, ects: ects, values: values).count { $0.value != nil } }
  }
}
