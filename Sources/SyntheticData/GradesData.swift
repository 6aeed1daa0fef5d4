public import ExactValues
public import Grading
import Lottery

/// A made-up year of marks: twelve UEs, both sessions, absences, V, W and F.
///
/// The same size and seed give the same data on every machine, and a smaller year is the beginning of a
/// larger one; students are those of ``ElectivesData``. Marks follow an ability, a level in each UE, and the
/// habits of the UE: its mean, its spread, whether it marks at quarters or at hundredths.
public struct GradesData: Sendable {
  /// The most students.
  public static let largestSize = 1_000_000

  /// The twelve UEs and their ECUEs.
  public let scheme: UEScheme
  /// The identifiers of the students.
  public let students: [String]
  /// By student, then UE.
  package let entries: [StudentMarks]

  /// What mentions are worth in a GPA.
  public static let values: KeyValuePairs<Mention, FixedDecimal> = [
    .aPlus: "4.3", .a: 4, .b: "3.3", .c: "2.7", .fx: 1, .f: 0,
  ]

  private static let subjects: [(name: String, ects: FixedDecimal, ecues: [(String, FixedDecimal)])] = [
    ("ANALYSE", 6, [("examen", 3), ("partiel", 2), ("td", 1)]),
    ("ALGEBRE", 5, [("examen", 2), ("td", 1)]),
    ("PROBAS", 5, [("examen", 3), ("partiel", 2)]),
    ("STAT1", 5, [("examen", 2), ("projet", 1)]),
    ("INFO1", 6, [("examen", 2), ("tp", 2), ("projet", 1)]),
    ("MECA", 5, [("examen", 3), ("tp", 1)]),
    ("THERMO", 5, [("examen", 2), ("tp", 1)]),
    ("MATERIAUX", 5, [("examen", 1), ("tp", 1)]),
    ("GESTION", 5, [("examen", 1), ("dossier", 1)]),
    ("ECONOMIE", 4, [("examen", 1)]),
    ("ANGLAIS", 5, [("ecrit", 1), ("oral", 1)]),
    ("PROJET", 4, [("rapport", "1.5"), ("soutenance", 1)]),
  ]

  /// Makes the data of a seed.
  ///
  /// - Parameters:
  ///   - size: how many students, 0 to ``largestSize``.
  ///   - seed: any text.
  /// - Precondition: the size is in its range.
  public init(size: Int, seed: String) {
    precondition(0...Self.largestSize ~= size, "from 0 to \(Self.largestSize) students")
    let scheme = Self.scheme()
    self.scheme = scheme
    students = (0..<size).map { String(decoding: pseudonym("E", $0), as: UTF8.self) }
    entries = (0..<size).flatMap { student in
      var numbers = SeededNumbers(seed: seed, subject: "grades", row: student)
      // In hundredths.
      let ability = numbers.bell(deviation: 160)
      return scheme.ues.indices.map { ue in
        Self.entry(student, ue, scheme, ability, seed)
      }
    }
  }

  package static func scheme() -> UEScheme {
    let ues = subjects.enumerated().map { index, subject in
      UE(
        subject.name, ects: subject.ects, threshold: index % 4 == 3 ? "9.5" : 10,
        ecues: subject.ecues.enumerated().map { place, ecue in
          ECUE(ecue.0, weight: ecue.1, minimum: place == 0 ? 8 : 7)
        })
    }
    do throws(UESchemeError) {
      return try UEScheme(ues: ues, finalMark: .mean(first: 1, second: 2))
    } catch {
      preconditionFailure("the scheme of made-up data is wrong: \(error)")
    }
  }

  private static func entry(
    _ student: Int, _ ue: Int, _ scheme: UEScheme, _ ability: Int, _ seed: String
  ) -> StudentMarks {
    var numbers = SeededNumbers(seed: seed, subject: "marks of a UE", row: student * subjects.count + ue)
    var habits = SeededNumbers(seed: seed, subject: "UE", row: ue)
    let mean = 1_230 + habits.bell(deviation: 70)
    let marksAtQuarters = habits.chance(50)
    let ecues = scheme.ues[ue].ecues.count
    let level = mean + ability + numbers.bell(deviation: 120)
    func mark(_ hundredths: Int) -> SessionMark {
      let rounded = marksAtQuarters ? (hundredths + 12) / 25 * 25 : hundredths
      let units = Int32(min(max(rounded, 0), 2_000)) * 100
      return Mark(tenThousandths: units).map(SessionMark.mark) ?? .unexcused
    }
    let isExempted = numbers.below(1_000) < 8
    let isFailed = numbers.below(1_000) < 2
    var levels: [Int] = []
    var first: [SessionMark] = []
    for ecue in 0..<ecues {
      levels.append(level + numbers.bell(deviation: 110))
      let chance = numbers.below(1_000)
      switch chance {
      case _ where isExempted, ..<3: first.append(.exempted)
      case ..<8: first.append(.unexcused)
      case ..<18: first.append(.excused)
      default: first.append(isFailed && ecue == 0 ? .failed : mark(levels[ecue]))
      }
    }
    let none = [SessionMark?](repeating: nil, count: ecues)
    let outcome = scheme.ues[ue].outcome(first: first, second: none, finalMark: scheme.finalMark)
    var second = none
    func resit(_ ecue: Int) {
      let isAway = numbers.chance(3)
      second[ecue] = isAway ? .unexcused : mark(levels[ecue] + 150 + numbers.bell(deviation: 150))
    }
    switch outcome.result {
    case .rattrapage where !numbers.chance(4): outcome.resits.forEach(resit)
    case .waiting where !numbers.chance(10):
      for ecue in first.indices where first[ecue] == .excused || outcome.resits.contains(ecue) { resit(ecue) }
    // Whoever wishes may resit too (règlement 2.5.2), but for what they are exempted from (3.4).
    case .validated where numbers.below(1_000) < 4:
      if let ecue = first.indices.first(where: { first[$0] != .exempted }) { resit(ecue) }
    default: break
    }
    return StudentMarks(student: student, ue: ue, first: first, second: second)
  }
}
