package import Admission
package import ExactValues
import Lottery

/// One made-up candidate, from a stream of numbers of its own.
package struct PDISPerson {
  package let identifier: [UInt8]
  package let birthDate: CalendarDate
  package let isBoursier: Bool
  package let genre: Genre
  package let isOfSecteur: Bool
  package let doublette: Int
  package let marks: [OptionalMark]

  package init(row: Int, seed: String) {
    var numbers = SeededNumbers(seed: seed, subject: "person", row: row)
    identifier = pseudonym("P", row)
    // One in forty shares a file's marks, doublette and often birthday with the candidate before.
    let isEcho = row > 0 && numbers.below(40) == 0
    let sharesBirthday = isEcho && numbers.chance(50)
    isBoursier = numbers.chance(25)
    genre =
      switch numbers.below(100) {
      case ..<56: .female
      case ..<99: .male
      default: .other
      }
    isOfSecteur = numbers.chance(40)
    let own = PDISPerson.birthDate(row, seed)
    birthDate = sharesBirthday ? PDISPerson.birthDate(row - 1, seed) : own
    (doublette, marks) = PDISPerson.marks(isEcho ? row - 1 : row, seed)
  }

  /// Nine in ten born in the year of the class, some a year before or after, a few from other systems older.
  private static func birthDate(_ row: Int, _ seed: String) -> CalendarDate {
    var numbers = SeededNumbers(seed: seed, subject: "birth", row: row)
    let year =
      switch numbers.below(100) {
      case ..<88: 2008
      case ..<96: 2007
      case ..<98: 2009
      default: 2006 - numbers.below(6)
      }
    let month = 1 + numbers.below(12)
    let day = 1 + numbers.below(CalendarDate.days(inMonth: month, year: year))
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("a day of its month always exists")
    }
    return date
  }

  /// Marks around an ability, a leaning to science and a level in each subject, at 0.01 or at half points.
  /// The mark in an evaluation, in hundredths; nil where there is none.
  package func hundredths(_ evaluation: Int) -> Int? {
    let units = Int(marks[evaluation].units)
    return units < 0 ? nil : units / 100
  }

  private static func marks(_ row: Int, _ seed: String) -> (Int, [OptionalMark]) {
    var numbers = SeededNumbers(seed: seed, subject: "marks", row: row)
    let doublette =
      switch numbers.below(100) {
      case ..<45: 0
      case ..<80: 1
      default: 2
      }
    // In hundredths.
    let ability = 1_260 + numbers.bell(deviation: 190)
    let leaning = numbers.bell(deviation: 90)
    let atHalfPoints = numbers.chance(35)
    let subjects = (0..<6).map { _ in numbers.bell(deviation: 90) }
    let dropped = [5, 3, 1][doublette]
    let marks = PDISData.evaluations.enumerated().map { index, evaluation in
      let subject = index < 6 ? subjects[index / 2] : subjects[3 + (index - 6) / 2 % 3]
      var hundredths =
        ability + (evaluation.isScientific ? leaning : -leaning) + subject + numbers.bell(deviation: 110)
      // Examinations and the letter are marked at half points everywhere.
      let isExamination = index == 6 || index == 7 || index == 11
      if atHalfPoints || isExamination { hundredths = (hundredths + 25) / 50 * 50 }
      hundredths = min(max(hundredths, 0), 2_000)
      return index == dropped ? OptionalMark.missing : OptionalMark(uncheckedUnits: Int32(hundredths) * 100)
    }
    return (doublette, marks)
  }
}
