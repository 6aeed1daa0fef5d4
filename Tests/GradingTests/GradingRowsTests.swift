import Foundation
import Palmares
import TestSupport
import Testing

struct GradingRowsTests {
  private let scheme: UEScheme

  init() throws {
    scheme = try UEScheme(
      ues: [
        UE("MATHS", ects: 5, ecues: [ECUE("examen", weight: 2, minimum: 7), ECUE("td", weight: 1)]),
        UE("SPORT", ects: 2, ecues: [ECUE("note", weight: 1)]),
      ])
  }

  private func defects(_ rows: [ECUEMark]) -> [MarkDefect.Reason] {
    do throws(MarksError) {
      _ = try ECUEMarks(rows, scheme: scheme)
      return []
    } catch {
      return error.defects.map(\.reason)
    }
  }

  private func defects(_ rows: [UEMark], _ validation: MarkValidation? = nil) -> [MarkDefect.Reason] {
    do throws(MarksError) {
      _ = try UEMarks(rows, validation: validation)
      return []
    } catch {
      return error.defects.map(\.reason)
    }
  }

  @Test func `marks in memory become results, mentions and GPAs, by identifiers`() throws {
    let marks = try ECUEMarks(
      [
        ECUEMark("E2", ue: "MATHS", ecue: "td", mark: 12),
        ECUEMark("E2", ue: "MATHS", ecue: "examen", mark: "10.5"),
        ECUEMark("E1", ue: "MATHS", ecue: "examen", mark: 6),
        ECUEMark("E1", ue: "MATHS", ecue: "td", mark: 18),
        ECUEMark("E1", ue: "MATHS", ecue: "examen", mark: 9, session: 2),
        ECUEMark("E1", ue: "SPORT", ecue: "note", mark: .exempted),
      ], scheme: scheme)
    #expect(marks.map(\.student) == ["E1", "E1", "E1", "E1", "E2", "E2"])
    #expect(marks.map(\.session) == [1, 2, 1, 1, 1, 1])
    let outcomes = UEOutcomes(marks)
    #expect(outcomes.map(\.result) == [.validated, .exempted, .validated])
    #expect(outcomes.map(\.mean) == [12, nil, 11])
    let graded = try MentionRules().graded(UEMarks(outcomes))
    #expect(
      graded.map { "\($0.student) \($0.ue) \($0.mention)" } == ["E1 MATHS B", "E1 SPORT W", "E2 MATHS B"])
    #expect(graded.map(\.position) == [1, nil, 1])
    let values: [Mention: FixedDecimal] = [.aPlus: "4.3", .a: 4, .b: 3, .c: 2]
    let gpas = try GPAs(
      UEMentions(graded), scheme: GPAScheme(values: values, ects: ["MATHS": 5, "SPORT": 2]))
    #expect(gpas.map(\.student) == ["E1", "E2"])
    #expect(gpas.map(\.gpa) == [3, 3])
    #expect(gpas.map(\.ects) == [7, 5])
  }

  @Test func `whoever leaves the second session out gets the results of the first`() throws {
    let rows = [
      ECUEMark("E1", ue: "SPORT", ecue: "note", mark: 6),
      ECUEMark("E1", ue: "SPORT", ecue: "note", mark: 14, session: 2),
    ]
    #expect(try UEOutcomes(ECUEMarks(rows, scheme: scheme)).map(\.result) == [.validated])
    let first = try ECUEMarks(rows, scheme: scheme, isFirstSessionOnly: true)
    #expect(UEOutcomes(first).map(\.result) == [.rattrapage])
  }

  @Test func `each contradiction among marks of ECUEs is an error that names it`() {
    func mark(_ mark: SessionMark = 12, _ ecue: String = "note", ue: String = "SPORT", session: Int = 1)
      -> ECUEMark
    {
      ECUEMark("E1", ue: ue, ecue: ecue, mark: mark, session: session)
    }
    #expect(defects([mark()]) == [])
    #expect(defects([mark(ue: "CHIMIE")]) == [.unknownUE])
    #expect(defects([mark(12, "tp")]) == [.unknownECUE("tp")])
    #expect(defects([mark(session: 3), mark(session: 0)]) == [.unknownSession(3), .unknownSession(0)])
    #expect(defects([ECUEMark("", ue: "SPORT", ecue: "note", mark: 12)]) == [.emptyStudent])
    #expect(defects([mark(), mark(13)]) == [.repeatedMark(ecue: "note", firstRow: 0)])
    #expect(defects([mark(12, "td", ue: "MATHS")]) == [.missingECUE("examen")])
    #expect(defects([mark(session: 2)]) == [.noFirstSession(ecue: "note")])
    #expect(defects([mark(.exempted), mark(session: 2)]) == [.secondOfExempted(ecue: "note", firstRow: 0)])
    #expect(defects([mark(.failed), mark(session: 2)]) == [.secondOfFailed(firstRow: 0)])
  }

  @Test func `each contradiction among marks of UEs is an error that names it`() {
    func mark(_ mark: Mark?, _ standing: Standing = .firstSession) -> UEMark {
      UEMark("E1", ue: "MATHS", mark: mark, standing: standing)
    }
    #expect(defects([mark(12)]) == [])
    #expect(defects([mark(nil, .v)]) == [])
    #expect(defects([mark(nil, .rattrapage)]) == [.missingMark])
    #expect(defects([mark(12), mark(13, .rattrapage)]) == [.repeatedStudent(firstRow: 0)])
    #expect(defects([UEMark("", mark: 12)]) == [.emptyStudent])
    #expect(defects([UEMark("E1", mean: Fraction(61, 3))]) == [.markAboveTwenty])
    #expect(
      defects([UEMark("E1", mean: 12, standing: .rattrapage, firstMean: 21)]) == [.markAboveTwenty])
    #expect(defects([mark("9.99")], MarkValidation(from: 10)) == [.notValidated])
    #expect(defects([mark("9.99")], MarkValidation(from: 10, below: .fx)) == [])
  }

  @Test func `an error of marks names the student and the UE`() {
    let error = #expect(throws: MarksError.self) {
      try ECUEMarks([ECUEMark("E1", ue: "CHIMIE", ecue: "td", mark: 12)], scheme: scheme)
    }
    #expect(error?.description == "E1, CHIMIE: no such UE in the scheme")
    #expect(error?.defects[0].row == 0)
  }

  @Test func `a GPA needs credits, values, and each student once in a UE`() throws {
    let scheme = try GPAScheme(values: [.a: 4], ects: ["MATHS": 5])
    #expect(throws: MarksError.self) {
      try UEMentions([UEMention("E1", ue: "MATHS", mention: .a), UEMention("E1", ue: "MATHS", mention: .b)])
    }
    let mentions = try UEMentions([
      UEMention("E1", ue: "MATHS", mention: .b), UEMention("E1", ue: "SPORT", mention: .w),
    ])
    let error = #expect(throws: MarksError.self) { try GPAs(mentions, scheme: scheme) }
    #expect(error?.defects.map(\.reason) == [.mentionWithoutValue(.b), .ueWithoutECTS])
    #expect(throws: GradingError.valueTooLarge(.a)) { try GPAScheme(values: [.a: 6], ects: [:]) }
    #expect(throws: GradingError.valueWithoutWeight(.w)) { try GPAScheme(values: [.w: 1], ects: [:]) }
    #expect(throws: GradingError.tooManyECTS(ue: "X")) { try GPAScheme(values: [:], ects: ["X": 1_001]) }
  }

  @Test func `rules that no jury can mean are errors`() throws {
    let marks = try UEMarks([UEMark("E1", mark: 12)])
    var rules = MentionRules()
    rules.classes = 5
    #expect(throws: GradingError.classCount(5)) { try rules.graded(marks) }
    rules = MentionRules()
    rules.strength = 101
    #expect(throws: GradingError.strengthTooLarge(101)) { try rules.graded(marks) }
    rules = MentionRules()
    rules.gapTolerance = -1
    #expect(throws: GradingError.gapTolerance(-1)) { try rules.graded(marks) }
  }

  @Test func `percentages of the promotions need the size of each`() throws {
    let cohorts = try UEMarks([UEMark("E1", ue: "MATHS", mark: 12), UEMark("E2", ue: "INFO", mark: 12)])
      .cohorts()
    var rules = MentionRules()
    rules.base = .promotion
    #expect(throws: GradingError.promotionCount(0, cohorts: 2)) { try rules.graded(cohorts) }
    #expect(throws: GradingError.promotionCount(1, cohorts: 2)) { try rules.graded(cohorts, promotions: [4]) }
    #expect(throws: GradingError.promotionSize(-1)) { try rules.graded(cohorts, promotions: [4, -1]) }
    #expect(try rules.graded(cohorts, promotions: [4, 1]).map(\.size) == [4, 1])
  }

  @Test func `results are coded and read back the same`() throws {
    func copy<Row: Codable & Equatable>(_ rows: [Row]) throws {
      #expect(try JSONDecoder().decode([Row].self, from: JSONEncoder().encode(rows)) == rows)
    }
    let marks = try UEMarks([
      UEMark("E1", ue: "MATHS", mean: Fraction(37, 3)), UEMark("E2", ue: "MATHS", mark: nil, standing: .v),
    ])
    var rules = MentionRules()
    rules.classes = 3
    let graded = try rules.graded(marks)
    try copy(Array(graded))
    try copy(graded.cohorts.flatMap(\.steps))
    try copy(Array(graded.changes.joined().joined()))
    let scheme = try GPAScheme(values: [.b: 3], ects: ["MATHS": "2.5"])
    try copy(Array(GPAs(UEMentions(graded), scheme: scheme)))
    try copy(Mention.allCases)
    try copy(
      Standing.allCases.map { UEMark("E1", ue: "MATHS", mean: 12, standing: $0, firstMean: Fraction(31, 3)) })
    try copy(
      [SessionMark.mark("12.25"), .unexcused, .excused, .exempted, .failed].map {
        ECUEMark("E1", ue: "MATHS", ecue: "td", mark: $0, session: 2)
      })
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SessionMark].self, from: Data("[\"21\"]".utf8))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Standing].self, from: Data("[\"X\"]".utf8))
    }
  }

  @Test func `a file of marks is refused for what its rows are refused for in memory`() throws {
    var random = SeededGenerator(62)
    var (refused, accepted) = (0, 0)
    for _ in 0..<2_000 {
      var rows: [ECUEMark] = []
      for student in ["E1", "E2", "E3"] {
        for ue in scheme.ues where Int.random(in: 0..<4, using: &random) > 0 {
          for ecue in ue.ecues {
            for session in 1...2 where session == 1 || Int.random(in: 0..<4, using: &random) == 0 {
              let marks: [SessionMark] = [12, 8, .excused, .unexcused, .exempted, .failed]
              let mark =
                Int.random(in: 0..<8, using: &random) > 0 ? 12 : marks.randomElement(using: &random) ?? 12
              rows.append(ECUEMark(student, ue: ue.name, ecue: ecue.name, mark: mark, session: session))
            }
          }
        }
      }
      rows.shuffle(using: &random)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !rows.isEmpty {
        let row = rows.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: rows.remove(at: row)
        case 1: rows.append(rows[row])
        case 2: rows[row].ecue = "tp"
        default: rows[row].ue = "CHIMIE"
        }
      }
      let text = rows.map { row in
        let mark =
          switch row.mark {
          case .mark(let mark): "\(mark)"
          case .unexcused: "ABI"
          case .excused: "V"
          case .exempted: "W"
          case .failed: "F"
          }
        return "\(row.student),\(row.ue),\(row.ecue),\(mark),\(row.session)\n"
      }
      let bytes = Array(("eleve,ue,ecue,note,session\n" + text.joined()).utf8)
      let file = Result {
        try bytes.withUnsafeBytes { bytes in
          try SourceText.withText(bytes, file: "marks.csv") { try ECUEMarksFile($0, scheme: scheme) }
        }
      }
      do throws(MarksError) {
        let memory = try ECUEMarks(rows, scheme: scheme)
        let read = try? file.get()
        #expect(read?.marks.elementsEqual(memory) == true)
        accepted += 1
      } catch {
        guard case .failure(let other as InputDefects) = file else {
          Issue.record("a file that memory refuses: \(error)")
          continue
        }
        #expect(other.count == error.defects.count, "\(other)\n\(error)")
        refused += 1
      }
    }
    #expect(refused > 500 && accepted > 200, "\(refused) \(accepted)")
  }
}
