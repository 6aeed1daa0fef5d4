import Palmares
import TestSupport

/// The rule of mentions written out slowly, a student at a time, with fractions: nothing shared with the
/// library but the exact types.
enum ReferenceMentions {
  struct Student {
    var mark: Fraction?
    var standing: Standing
  }

  struct Placed: Equatable {
    var mention: Mention
    var position: Int?
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
    let ranking = students.filter { $0.standing == .firstSession }.compactMap(\.mark)
    return students.map { student in
      if let fixed = student.standing.fixedMention { return Placed(mention: fixed, position: nil) }
      guard let mark = student.mark else { preconditionFailure("who validated has a mark") }
      let better = ranking.count { $0 > mark }
      let atLeast = ranking.count { $0 >= mark }
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
      return Student(mark: values.randomElement(using: &random), standing: standing)
    }
  }
}

extension UEMarks {
  init(_ students: [ReferenceMentions.Student]) {
    self.init(MarkColumn(exact: students.map(\.mark)), standings: students.map(\.standing))
  }

  /// What the library gives each row of a single UE.
  func placed(_ cohort: GradedCohort) -> [ReferenceMentions.Placed] {
    marks.withCodes { codes in
      (0..<count).map {
        .init(
          mention: cohort.mention(standings[$0], codes[$0]),
          position: cohort.position(standings[$0], codes[$0]))
      }
    }
  }
}
