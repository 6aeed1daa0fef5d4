import Palmares
import TestSupport

/// The rule of mentions written out slowly, a student at a time, with fractions: nothing shared with the
/// library but the exact types.
enum ReferenceMentions {
  struct Student {
    var mark: Fraction?
    var standing: Standing
    /// What the student had validated with before, where that stays in the ranking.
    var first: Fraction?
  }

  struct Placed: Equatable {
    var mention: Mention
    var position: Int?
  }

  /// How many students the shares are of.
  static func size(_ students: [Student], _ base: MentionBase) -> Int {
    switch base {
    case .validated: students.count { $0.standing == .firstSession || $0.first != nil }
    case .promotion: students.count { $0.standing != .w }
    }
  }

  static func cuts(_ count: Int, _ shares: [Int], _ rounding: CutRounding) -> [Int] {
    var sum = 0
    return shares.map { share in
      sum += share
      let (quotient, rest) = (count * sum).quotientAndRemainder(dividingBy: 100)
      return switch rounding {
      case .nearest: quotient + (rest >= 50 ? 1 : 0)
      case .up: quotient + (rest > 0 ? 1 : 0)
      case .down: quotient
      }
    }
  }

  static func place(
    _ students: [Student], cuts: [Int], mentions: [Mention], ties: TieRule
  ) -> [Placed] {
    return students.indices.map { row in
      let student = students[row]
      if let fixed = student.standing.fixedMention { return Placed(mention: fixed, position: nil) }
      guard let mark = student.mark else { preconditionFailure("who validated has a mark") }
      // The other students' marks of the first session.
      let others = students.indices.filter { $0 != row }.compactMap { other in
        students[other].first ?? (students[other].standing == .firstSession ? students[other].mark : nil)
      }
      let better = others.count { $0 > mark }
      let atLeast = others.count { $0 >= mark } + (student.standing == .firstSession ? 1 : 0)
      let position = ties == .up ? 1 + better : max(1 + better, atLeast)
      let band = cuts.dropLast().firstIndex { position <= $0 } ?? cuts.count - 1
      return Placed(mention: mentions[band], position: position)
    }
  }

  /// Tries every move of a cut, position by position.
  static func movedToGap(_ cut: Int, _ marks: [Fraction], tolerance: Int) -> Int {
    let ranking = marks.sorted(by: >)
    var best: (width: Double, distance: Int, position: Int)?
    for position in max(1, cut - tolerance)...max(1, min(ranking.count - 1, cut + tolerance))
    where position < ranking.count {
      let width = value(ranking[position - 1]) - value(ranking[position])
      guard abs(position - cut) <= tolerance, width > 0 else { continue }
      let candidate = (width: width, distance: abs(position - cut), position: position)
      if let known = best,
        (known.width, -known.distance, known.position)
          >= (candidate.width, -candidate.distance, candidate.position)
      {
        continue
      }
      best = candidate
    }
    return best?.position ?? cut
  }

  /// The marks of these tests are multiples of a quarter: exact as floats.
  static func value(_ mark: Fraction) -> Double { Double(mark.numerator) / Double(mark.denominator) }

  /// A small cohort full of ties, and some who are not ranked.
  static func random(_ random: inout SeededGenerator, exact: Bool = false) -> [Student] {
    let values = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      exact
        ? Fraction(.random(in: 0...60, using: &random), .random(in: 3...7, using: &random))
        : Fraction(.random(in: 0...80, using: &random), 4)
    }
    return (0..<Int.random(in: 0...25, using: &random)).map { _ in
      let isPlain = Int.random(in: 0..<4, using: &random) > 0
      let standing = isPlain ? .firstSession : Standing.allCases.randomElement(using: &random) ?? .v
      let isKept = ![.firstSession, .w].contains(standing) && Bool.random(using: &random)
      return Student(
        mark: values.randomElement(using: &random), standing: standing,
        first: isKept ? values.randomElement(using: &random) : nil)
    }
  }
}

extension GradedMarks {
  /// What the library gives each row.
  var placed: [ReferenceMentions.Placed] { map { .init(mention: $0.mention, position: $0.position) } }
}

extension UEMarks {
  /// The rows of a single UE.
  init(_ students: [ReferenceMentions.Student]) {
    let rows = students.enumerated().map { index, student in
      UEMark("E\(index)", mean: student.mark, standing: student.standing, firstMean: student.first)
    }
    do {
      try self.init(rows)
    } catch {
      preconditionFailure("\(error)")
    }
  }

}

/// The lines of the mentions that a file of notes gets.
func mentions(_ text: String, _ rules: MentionRules) throws -> [String] {
  let bytes = Array(text.utf8)
  let file = try bytes.withUnsafeBytes { bytes in
    try SourceText.withText(bytes, file: "notes.csv") { try UEMarksFile($0) }
  }
  var output: [UInt8] = []
  try MentionsTable(rules.graded(file.marks)).write(.csv) { output += Array($0) }
  return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
}
