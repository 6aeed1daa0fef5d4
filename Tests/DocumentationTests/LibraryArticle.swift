import Foundation
import Palmares

/// The programs of the article `Library.md`, as they stand there. Each prints what the article says.
final class LibraryArticle {
  private(set) var lines: [String] = []

  private func print(_ items: Any...) {
    lines += items.map { "\($0)" }.joined(separator: " ").split(separator: "\n").map { String($0) }
  }

  func admission() throws {
    // article
    let scheme = try AdmissionScheme(
      evaluations: [
        Evaluation("maths", isScientific: true), Evaluation("svt", isScientific: true),
        Evaluation("lettre", isScientific: false),
      ],
      coefficients: ["SVT+MATHS": ["maths": 3, "svt": 4, "lettre": "1.5"]])
    func candidate(_ name: String, isBoursier: Bool = false, _ marks: [String: Mark]) -> Candidate {
      Candidate(
        name, born: "2008-03-15", isBoursier: isBoursier, genre: .female, doublette: "SVT+MATHS",
        marks: marks)
    }
    let candidates = try Candidates(
      [
        candidate("K1", ["maths": "15.5", "svt": 14, "lettre": 12]),
        candidate("K2", isBoursier: true, ["maths": "15.5", "svt": 14, "lettre": 12]),
        candidate("K3", ["maths": 16, "svt": 15, "lettre": 11]),
        candidate("K4", ["maths": 11, "svt": 13, "lettre": 14]),
      ], scheme: scheme)
    // end
    // article
    let scores = Scores(of: candidates)
    for score in scores { print(score.candidate, score.general, score.scientific) }
    // end
    // article
    let draw = Draw(seed: "graine")
    let list = AdmissibilityList(scores, generalBarre: 12, scientificBarre: "12.5", draw: draw)
    for entry in list {
      print(entry.rank, entry.candidate, entry.generalScore.decimalText(), entry.decidedBy)
    }
    for entry in NotAdmissible(scores, generalBarre: 12, scientificBarre: "12.5", draw: draw) {
      print(entry.candidate, "misses the barre:", entry.missed)
    }
    // end
    // article
    let phase = OralPhase(list, admissionBarre: "14.5")
    print("convoked:", phase.filter(\.isConvoked).map(\.candidate))
    let verdicts = try OralVerdicts([Oral("K2", .satisfactory), Oral("K1", .insufficient)], of: phase)
    let final = try FinalList(verdicts)
    for entry in final { print(entry.rank, entry.candidate, entry.decision) }
    for entry in final.notAdmitted { print(entry.candidate, entry.verdict) }
    // end
    // article
    let order = try CallOrder(FinalRanking(final), boursierMinimum: 50)
    var season = CallSeason(order)
    let first = try season.call(places: 1)
    print("called:", first.called.map(\.candidate))
    try season.answer([CallAnswer("K2", .refused)])
    let second = try season.call(places: 1)
    print("called:", second.called.map(\.candidate))
    // end
  }

  func electives() throws {
    // article
    let students = try Students([
      Student("E1", gpa: "3.5", validated: ["INFO1"]),
      Student("E2", gpa: "3.1"),
      Student("E3", gpa: "2.8", absences: 2, validated: ["INFO1"]),
    ])
    let catalogue = try Catalogue([
      Elective("IA", creneau: "lundi", places: 1),
      Elective("BIO", creneau: "lundi", places: 2),
      Elective("ROBOT", creneau: "mardi", places: 1, prerequisites: ["INFO1"]),
    ])
    let wishes = try Wishes(
      [
        Wish("E1", "IA", rank: 1), Wish("E1", "BIO", rank: 2), Wish("E1", "ROBOT", rank: 3),
        Wish("E2", "IA", rank: 1), Wish("E2", "BIO", rank: 2), Wish("E2", "ROBOT", rank: 3),
        Wish("E3", "ROBOT", rank: 1), Wish("E3", "BIO", rank: 2),
      ], students: students, catalogue: catalogue)
    // end
    // article
    let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
    for wish in input.ineligibleWishes { print(wish.wish.student, wish.wish.module, "not eligible") }
    let result = try AllocationSolver().allocate(input)
    for place in result.assignments {
      print(place.student, place.creneau, place.module, place.rank ?? 0)
    }
    for left in result.unplaced { print(left.student, left.creneau, left.reason) }
    // end
    // article
    let solution = try AllocationSolver().solve(input)
    let certificate = try CertificateFile(solution.certificate, of: solution.allocation, in: input)
    print(try certificate.verify(solution.allocation, of: input).verdict)
    print(try AllocationResult(solution, of: input) == result)
    // end
  }

  func mobility() throws {
    // article
    let students = try Students([
      Student("E1", gpa: "3.5", ects: 60, languages: ["anglais": .c1]),
      Student("E2", gpa: "3.1", ects: 60, languages: ["anglais": .b1]),
      Student("E3", gpa: "2.8", ects: 60, languages: ["anglais": .b2]),
    ])
    let mobility = try Mobility(
      [
        Destination(
          "KTH", country: "Suède", semester: "S8", type: .creditTransfer, places: 2, language: "anglais",
          leastLevel: .b2),
        Destination("UPM", country: "Espagne", semester: "S8", type: .creditTransfer, places: 2),
      ], quotas: [DepartureQuota(semester: "S8", most: 2)])
    let wishes = try Wishes(
      [
        Wish("E1", "KTH", rank: 1), Wish("E2", "KTH", rank: 1), Wish("E2", "UPM", rank: 2),
        Wish("E3", "KTH", rank: 1),
      ], students: students, mobility: mobility)
    let input = try AllocationInput(
      students, wishes, mobility: mobility, owingQuitus: ["E3"], seed: "graine")
    let result = try AllocationSolver().allocate(input, policy: .generous)
    for place in result.assignments { print(place.student, place.module, place.rank ?? 0) }
    for left in result.unplaced { print(left.student, left.reason) }
    // end
  }

  func grading() throws {
    // article
    let scheme = try UEScheme(ues: [
      UE("MATHS", ects: 5, ecues: [ECUE("examen", weight: 2, minimum: 7), ECUE("td", weight: 1)])
    ])
    let marks = try ECUEMarks(
      [
        ECUEMark("E1", ue: "MATHS", ecue: "examen", mark: "16.5"),
        ECUEMark("E1", ue: "MATHS", ecue: "td", mark: 14),
        ECUEMark("E2", ue: "MATHS", ecue: "examen", mark: 12),
        ECUEMark("E2", ue: "MATHS", ecue: "td", mark: 13),
        ECUEMark("E3", ue: "MATHS", ecue: "examen", mark: 6),
        ECUEMark("E3", ue: "MATHS", ecue: "td", mark: 18),
      ], scheme: scheme)
    let outcomes = UEOutcomes(marks)
    for row in outcomes { print(row.student, row.ue, row.result, row.resits) }
    // end
    // article
    let graded = try MentionRules().graded(UEMarks(outcomes))
    for row in graded { print(row.student, row.ue, row.mention, row.position ?? "-") }
    // end
    // article
    let gpaScheme = try GPAScheme(
      values: [.aPlus: 4, .a: 4, .b: 3, .c: 2, .fx: 0, .f: 0], ects: ["MATHS": 5])
    for row in try GPAs(UEMentions(graded), scheme: gpaScheme) {
      print(row.student, row.gpa ?? "-", row.ects)
    }
    // end
  }

  /// Compiled and not run: it writes files.
  func files() throws {
    // article
    let scheme = try AdmissionScheme(contentsOf: "Datasets/pdis/scheme.yaml")
    let candidates = try Candidates(contentsOf: "Datasets/pdis/candidates.csv", scheme: scheme)
    let list = AdmissibilityList(
      Scores(of: candidates), generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
    try RankingTable(list).write(to: "list.csv")
    // end
    // article
    let students = try StudentsFile(contentsOf: "Datasets/electives/students.csv").students
    let catalogue = try ModulesFile(contentsOf: "Datasets/electives/modules.csv").catalogue
    let wishes = try WishesFile(
      contentsOf: "Datasets/electives/wishes.csv", students: students, catalogue: catalogue
    ).wishes
    let input = try AllocationInput(students, wishes, catalogue: catalogue, seed: "graine")
    let solution = try AllocationSolver().solve(input)
    try AllocationTable(solution.allocation, of: input).write(to: "electives.csv")
    try UnplacedTable(solution.allocation, of: input).write(to: "unplaced.json", format: .json)
    try CertificateFile(solution.certificate, of: solution.allocation, in: input)
      .write(to: "certificate.json", of: input)
    // end
    // article
    let published = try AllocationFile(contentsOf: "electives.csv", of: input)
    let document = try CertificateDocument(contentsOf: "certificate.json")
    print(try document.verify(published, of: input, policy: .satisfaction).verdict)
    // end
  }

  func errors() throws {
    // article
    do {
      let students = try Students([Student("E1", gpa: "3.5"), Student("E2", gpa: "5.5")])
      print(students.count)
    } catch AllocationInputError.gpaOutOfRange(let student, let gpa) {
      print(student, "has GPA", gpa)
    }

    do {
      let marks = try UEMarks([UEMark("E1", ue: "MATHS", mark: 14), UEMark("E1", ue: "MATHS", mark: 12)])
      print(marks.count)
    } catch {
      for defect in error.defects { print(defect.row, defect.student, defect.reason) }
    }

    do {
      let file = try StudentsFile(contentsOf: "no-such-file.csv")
      print(file.students.count)
    } catch let error as FileStoreError {
      print(error.path, error.code)
    } catch let defects as InputDefects {
      for defect in defects.first { print(defect.line, defect.column, defect.reason) }
    }

    do {
      let typed = "fifteen"
      let mark = try Mark(typed)
      print(mark)
    } catch {
      print(error.localizedDescription)
    }
    // end
  }

  /// Compiled and not run: what comes first, the end or the cancellation, is open.
  func cancellation(_ input: AllocationInput) async throws {
    // article
    let solving = Task {
      try AllocationSolver(timeLimit: .seconds(600)).allocate(input)
    }
    // Where the user gives up: solving.cancel()
    do {
      let result = try await solving.value
      print(result.assignments.count, "places")
    } catch is CancellationError {
      print("cancelled")
    }
    // end
  }

  /// Compiled and not run: there is no such file.
  func threads() throws {
    // article
    let workers = Workers(count: 2)
    let scheme = try AdmissionScheme(contentsOf: "Datasets/pdis/scheme.yaml")
    let candidates = try Candidates(
      contentsOf: "Datasets/pdis/candidates.csv", scheme: scheme, workers: workers)
    let scores = Scores(of: candidates, workers: workers)
    // end
    print(scores.count)
  }

  func coding() throws {
    // article
    let wishes = try JSONDecoder().decode(
      [Wish].self, from: Data(#"[{"student": "E1", "module": "IA", "rank": 1}]"#.utf8))
    print(wishes[0].student, wishes[0].module)

    let entry = FinalRanking.Entry(rank: 1, candidate: "K1", isBoursier: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(entry), as: UTF8.self))

    let mean = try JSONDecoder().decode(Fraction.self, from: Data(#""241/17""#.utf8))
    print(mean.decimalText())
    // end
  }
}
