import Foundation
import Palmares
import Testing

@testable import Admission
@testable import AdmissionCalls
@testable import FileStore
@testable import Grading
@testable import LinearProgramming

struct ErrorWordingTests {
  private static let decimals: [any LocalizedError] =
    [DecimalDefect.notADecimal, .tooManyDecimals, .tooLarge, .overTwenty] + [DateDefect.notADate, .noSuchDay]

  private static let files: [any LocalizedError] =
    [FileStoreError(cannotMake: "folder"), FileStoreError(keeping: "file")]
    + [FileStoreError.Code.cannotOpen, .cannotRead, .cannotWrite].flatMap {
      [FileStoreError($0, "file", errorNumber: 2), FileStoreError($0, "file", errorNumber: 0)]
    }

  private static let admission: [any LocalizedError] =
    [
      AdmissionSchemeError.noEvaluation, .tooManyEvaluations, .noDoublette, .tooManyDoublettes,
      .repeatedEvaluation("svt"), .repeatedDoublette("SVT+MATHS"),
      .unknownEvaluation("svt", doublette: "SVT+MATHS"), .coefficientTooLarge("svt", doublette: "SVT+MATHS"),
    ]
    + admissionDefects.map { defect in
      var error = AdmissionError()
      error.add(3, defect)
      return error
    }
    + [CallContradiction.neverCalled, .cannotFollow(.resigned)]
    + [OralError.unknownCandidate("K1"), .notConvoked("K1"), .repeatedCandidate("K1"), .noVerdict("K1")]
    + [UnknownCandidate("K1")] + [ImportError.missingEvaluations(["svt"])]
    + [
      CallError.emptyIdentifier, .repeatedCandidate("K1"), .rankOutOfRange(0, candidate: "K1"),
      .repeatedRank(1, candidate: "K1"), .unknownCandidate("K1"),
      .contradiction(.neverCalled, candidate: "K1"), .boursiersNotKnown, .secteursNotKnown,
      .placesOutOfRange(-1), .blockRankOutOfRange(-1), .simulationOutOfRange(seasons: 0, days: 1),
      .quotaOutOfRange(101), .chanceOutOfRange(101), .chancesAboveAll(accept: 51, refuse: 50),
      .deadlineOutOfRange(0),
    ]
    + [BarreGridError.stepTooFine("0.001"), .targetOutOfRange(0)]
    + CallOrderProperty.allCases.map { CallOrder.Violation(property: $0, call: 2) }

  private static let admissionDefects: [AdmissionDefect] = [
    .emptyIdentifier, .repeatedIdentifier, .unknownDoublette, .unknownSecteur, .unknownEvaluation("svt"),
    .missingMark(evaluation: 0), .noWeight,
    .noScientificWeight, .tooManyDigits, .bornTooEarly, .bornTooLate,
  ]

  private static let gradingRules: [GradingError] = [
    .shareCount(5), .sharesNotHundred, .classCount(5), .strengthTooLarge(11), .gapTolerance(-1),
    .promotionCount(1, cohorts: 2), .promotionSize(-1),
    .exactMarksTooFine, .valueTooLarge(.a), .valueWithoutWeight(.v), .tooManyECTS(ue: "A"), .tooManyDigits,
  ]

  private static let schemes: [UESchemeError] = [
    .noUE, .repeatedUE("A"), .noECUE(ue: "A"), .repeatedECUE("td", ue: "A"), .weight(ecue: "td", ue: "A"),
    .thresholdAboveTen(ue: "A", ecue: nil), .tooManyECTS(ue: "A"), .finalWeights, .tooManyDigits(ue: "A"),
  ]

  private static let marks: [MarksError] = [
    MarkDefect.Reason.emptyStudent, .repeatedStudent(firstRow: 1), .missingMark, .markAboveTwenty,
    .notValidated,
    .unknownUE, .unknownECUE("td"), .unknownSession(3), .repeatedMark(ecue: "td", firstRow: 1),
    .missingECUE("td"),
    .noFirstSession(ecue: "td"), .secondOfExempted(ecue: "td", firstRow: 1), .secondOfFailed(firstRow: 1),
    .tooManyDigits, .ueWithoutECTS, .mentionWithoutValue(.a),
  ].compactMap { MarksError([MarkDefect(row: 2, student: "E1", ue: "A", reason: $0)]) }

  private static let violations: [AllocationViolation] = [
    .notAnOption(seat: Position(1)), .nothing(seat: Position(1)), .overfull(offer: Position(1), count: 2),
    .belowMinimum(offer: Position(1), count: 2), .beyondQuota(quota: Position(1), count: 2),
    .moduleTwice(student: Position(1), module: Position(2)),
  ]

  private static let certificates: [CertificateDefect] =
    violations.map(CertificateDefect.violation) + levels.map { .levelValue($0, stated: 1, found: 2) } + [
      .otherProblem, .decision(offer: Position(1)), .wrongValue(stage: 0, stated: 1, found: 2),
      .wrongBound(stage: 0, stated: 1, found: 2), .notCheapest(stage: 0, seat: Position(1)),
      .priceOfFreePlaces(stage: 0, offer: Position(1)), .priceWithoutCause(stage: 0, offer: Position(1)),
      .priceOfFreeDepartures(stage: 0, quota: Position(1)),
      .quotaPriceWithoutCause(stage: 0, quota: Position(1)),
      .notArbitrated(seat: Position(1)), .tieNotLowest(seat: Position(1)), .policy(.merit), .rankCosts, .seed,
      .seal,
      .exchangesOutOfBalance(offer: Position(1)), .originNotWished(seat: Position(1)),
      .openedByComplement(offer: Position(1)),
    ]

  private static let levels: [ObjectiveLevel.Subject] = [
    .unplaced, .rankCost, .most(rank: 1), .fewest(rank: 1), .required, .priority, .moves,
  ]

  private static let refusals: [SwapRefusal] = [
    .noPlace(student: 1), .samePlace(offer: 1), .notAnOption(student: 1, offer: 2),
    .moduleTwice(student: 1, module: 2), .alreadyMade(student: 1, other: 2), .notMade(student: 1, other: 2),
  ]

  private static let allocationInputs: [AllocationInputError] = [
    .columnsOfDifferentLengths, .emptyIdentifier(row: 1), .repeatedStudent("E1"),
    .gpaOutOfRange(student: "E1", 6), .absencesOutOfRange(student: "E1", -1),
    .ectsOutOfRange(student: "E1", 1),
    .semestersAwayOutOfRange(student: "E1", 9), .repeatedModule("M", creneau: "a"),
    .missingCreneau(module: "M"), .placesOutOfRange(module: "M", -1), .repeatedDestination("D"),
    .destinationOutOfRange("D"), .quotaOfUnknownSemester("s"), .repeatedQuota("q"), .quotaOutOfRange("q", -1),
    .unknownStudent("E1"), .unknownModule("M", student: "E1"), .unknownDestination("D", student: "E1"),
    .noSuchModule("M", creneau: nil), .noSuchModule("M", creneau: "a"), .unknownCreneau("a"),
    .repeatedWish(student: "E1", module: "M"), .rankOutOfRange(student: "E1", module: "M", rank: 0),
    .rankWithoutCost(Wish("E1", "M", rank: 3), largest: 2), .wishesOfOtherStudents, .wishesForOtherModules,
    .repeatedInMeritOrder("E1"), .missingInMeritOrder("E1"), .meritOrderOfOtherStudents("E1"),
    .allocationOfAnotherInput, .rankCostOutOfRange(rank: 1),
    .noSuchPlace(student: "E1", module: "M", creneau: "a"),
  ]

  private static let solving: [AllocationError] = [
    AllocationError(code: .solver, context: Message(fr: "pas de réponse", en: "no answer")), .timeLimit,
  ]

  private static let programming: [any LocalizedError] = [
    LinearProgrammingError.Code.numberTooLarge(.row(1)), .numberTooLarge(.column(1)),
    .numberTooLarge(.cost(column: 1)), .numberTooLarge(.term(row: 1, column: 2)), .crossedBounds(.row(1)),
    .unknownColumn(row: 1, column: 2), .repeatedColumn(row: 1, column: 2), .modelTooLarge, .basisDoesNotFit,
    .singularBasis, .solverFailure, .numericallyDoubtful,
  ].map { LinearProgrammingError($0, solverText: "") }

  /// Reasons of which the command says which flag helps, and a few others.
  private static let reasons: [any DefectReason] = [
    CellDefect.nearMiss(of: "secteur"), CellDefect.notUTF8(byte: 0xE9, offset: 12),
    CellDefect.notWindows1252(byte: 0x81, offset: 12), GradingDefect.notValidated, GradingDefect.resultsGiven,
    AllocationFileDefect.rankWithoutCost(largest: 4), CellDefect.emptyFile,
    SeedFileDefect.notJSON, ListDefect.reservedColumn, CallFileDefect.quotaWithoutColumn,
  ]

  private static let inputs: [any LocalizedError] = reasons.flatMap { reason -> [any LocalizedError] in
    let defects = InputDefects(file: "file.csv", InputDefect(line: 2, column: "note", reason: reason))
    return [defects, InputRejection([defects])]
  }

  private static let errors =
    [
      decimals, files, admission, gradingRules, schemes, marks, certificates, refusals, allocationInputs,
      solving,
      programming, inputs,
    ] as [[any LocalizedError]]

  @Test func `every error says in a sentence what is wrong, and names no flag of a command`() {
    for error in Self.errors.joined() {
      let sentence = error.errorDescription ?? ""
      #expect(!sentence.isEmpty, "\(type(of: error))")
      #expect(!sentence.contains("--"), "\(sentence)")
      #expect((error as any Error).localizedDescription == sentence)
      #expect(!(error.recoverySuggestion ?? "").contains("--"))
    }
  }

  @Test func `every error is worded in French and English`() throws {
    for error in Self.errors.joined() {
      expectWorded(try #require(error as? any Worded, "\(type(of: error))"))
    }
  }

  @Test func `no text of a library module names a flag of the command`() throws {
    let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
    let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !["PalmaresCommands", "PalmaresTool"].contains($0) }
    #expect(modules.count > 15)
    for module in modules {
      let files = FileManager.default.enumerator(atPath: sources.appending(path: module).path)
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        let text = try String(contentsOf: sources.appending(path: "\(module)/\(file)"), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
          #expect(line.firstMatch(of: /"[^"]*--[a-z]/) == nil, "\(module)/\(file): \(line)")
        }
      }
    }
  }
}
