import Palmares
import Testing
import Workbooks

@testable import AdmissionFiles
@testable import GradingFiles
@testable import PlatformImport

/// Checks that both wordings are there, and that French typography is kept.
func expectWorded(_ worded: any Worded) {
  let message = worded.message
  #expect(!message.english.isEmpty && !message.french.isEmpty, "\(type(of: worded))")
  #expect(message.french != message.english)
  #expect(message.french.firstMatch(of: #/ [:;?!%»]|« /#) == nil, "\(message.french)")
}

struct DefectWordingTests {
  private static let cells: [CellDefect] = [
    .emptyFile, .missingColumn, .columnNotFound(header: ["a", ""], delimiter: 9, nearest: "a"), .noHeader,
    .nearMiss(of: "secteur"), .repeatedColumn, .tooFewFields(1, expected: 2), .tooManyFields(3, expected: 2),
    .decimalCommas(3, expected: 2), .unterminatedQuote, .strayQuote, .strayCarriageReturn, .nulByte,
    .notUTF8(byte: 0xE9, offset: 1_234), .notWindows1252(byte: 0x81, offset: 12), .notUTF16(offset: 12),
    .emptyIdentifier, .identifierTooLong, .controlCharacterInIdentifier,
    .invisibleCharacterInIdentifier("\u{FEFF}"), .formulaInIdentifier, .repeatedIdentifier(firstLine: 2),
    .empty,
    .notADecimal, .notAMark(words: ["V"], missing: ["N"]), .statutInMark("ABI"), .outOfTwenty,
    .spreadsheetDate(.notADecimal), .tooManyDecimals, .notInRange(from: "0", to: "20"),
    .notInRange(from: "1", to: nil), .notABoolean("x"), .notADate,
    .dayNumber, .noSuchDay, .notAnInteger, .notAFraction, .unknownWord("x", known: ["y"]),
    .ambiguousWord("x", ["y"]), .columnNotInSheet(header: ["a"], nearest: "a", row: 3), .errorValue("#N/A"),
    .uncalculatedFormula, .longNumber, .mergedCells("A1:B2"), .beyondHeader("x"),
  ]
  private static let foreign: [ForeignFile] = [
    .workbook, .openDocument, .zip, .pdf, .html, .json, .excel97, .apogee,
  ]
  private static let workbooks: [WorkbookDefect] =
    [
      WorkbookDefect.Damage.archive, .missingPart("a"), .unreadablePart("a"), .xml(part: "a", line: 2),
      .sharedString("a"), .cell("A1"), .order("A1"),
    ].map(WorkbookDefect.damaged)
    + [WorkbookDefect.Excess.entries, .size, .nesting, .rows, .columns, .cell, .parts].map(
      WorkbookDefect.tooLarge)
    + [
      .documentType, .passwordProtected, .binaryWorkbook, .otherDocument, .emptySheetName,
      .noSuchSheet("a", sheets: ["b"]), .ambiguousSheet("a", sheets: ["A", "a"]), .notATableSheet("a"),
      .noVisibleSheet(hidden: ["a"]), .emptySheet, .emptyHeaderRow(2), .notAWorkbook,
    ]

  private static let seeds: [SeedFileDefect] = [
    .empty, .notUTF8, .spaceAround, .controlCharacter, .notJSON, .noSeed, .severalSeeds, .otherCommitment,
  ]
  private static let lists: [ListDefect] = [
    .tooManyColumns, .reservedColumn, .repeatedColumn, .repeatedRank, .scoreContradictsExact,
    .betterThanRankBefore, .notOnTheList, .notConvoked, .noVerdict,
  ]
  private static let calls: [CallFileDefect] = [
    .repeatedRank(firstLine: 2), .repeatedOrder(firstLine: 2), .quotaWithoutColumn, .insertedAlready,
    .beyondTheEnd(last: 12), .notInTheOrder, .contradiction(.cannotFollow(.resigned)),
    .contradiction(.neverCalled),
  ]
  private static let mappings: [MappingDefect] = [
    .neitherHeaderNorPosition, .notAPlace, .reservedName, .noEvaluation, .noTerm, .tooManyTerms, .noDoublette,
    .wrongNumber(2), .sameSpecialities("SVT+PC"), .notABoolean, .noWord, .noCondition, .sameWord("x"),
    .noOccurrence, .placeOfItsOwn, .neverRead, .noSource,
  ]
  private static let exports: [ExportDefect] = [
    .noSuchColumn(near: ["a"], columns: 3, delimiter: 9), .severalColumns(2), .tooFewColumns(1),
    .noSuchPosition(3), .otherHeader("a"), .identifiesAPerson, .usedOtherwise("svt"),
    .neitherYesNorNo("x", yes: ["oui", ""], no: ["non"]), .unknownSpecialities(["a", ""]), .missingTerm,
  ]

  private static let grading: [GradingDefect] = [
    .missingMark, .markBesideStatut("ABI"), .twoStatuts("V", "W"), .rattrapageAndFirstSession(firstLine: 2),
    .repeatedStudent(firstLine: 2), .unknownUE, .unknownECUE(isSecond: true), .unknownECUE(isSecond: false),
    .noECUE(isSecond: true), .noECUE(isSecond: false), .columnForECUE(2), .secondHeader,
    .repeatedMark(firstLine: 2), .missingECUE("td"), .noFirstSession, .secondOfExempted(firstLine: 2),
    .secondOfFailed(firstLine: 2), .notValidated, .resultsGiven, .mentionWithoutValue, .ueWithoutECTS,
    .tooManyDigits,
  ]
  private static let gradingSchemes: [GradingSchemeDefect] = [
    .notAMark, .valueTooLarge, .mentionWithoutWeight, .otherECTS,
  ]
  private static let allocations: [AllocationFileDefect] = [
    .emptyCode, .emptyModule, .emptySlot, .repeatedOffer(firstLine: 2), .severalSlots, .unknownStudent,
    .unknownModule, .unknownDestination, .unknownSlot, .repeatedWish(firstLine: 2),
    .rankWithoutCost(largest: 4),
    .repeatedSeat(firstLine: 2), .missingSeat(slot: "a"), .notWished, .rankWithoutModule,
    .rankContradictsWish,
    .notALevel, .levelWithoutLanguage, .repeatedLanguage, .repeatedQuota(firstLine: 2), .unknownSemester,
    .everySemester, .neededColumn(by: "x"), .repeatedDestination(firstLine: 2),
    .repeatedStudent(firstLine: 2),
    .destinationNotWished, .rankWithoutDestination, .reasonOfPlaced, .otherReason("x"),
    .repeatedWithdrawal(firstLine: 2), .repeatedImprovement(firstLine: 2), .whichSlot, .sameStudent,
    .unknownMark(["x"]), .markWithoutPlace, .markOfUnwished, .rankOfComplement, .notEligible, .missingOrigin,
    .originWithoutExchange, .unknownOrigin, .originIsPlace,
  ]
  private static let certificates: [CertificateFileDefect] = [
    .notJSON, .notOneOf(["x"]), .notRankCosts, .unknownOffer, .repeatedOffer, .unknownQuota, .repeatedQuota,
    .valueContradictsLevels, .searchedContradictsRelaxation, .repeatedKey, .unknownKey, .notAsWritten,
  ]

  @Test func `everything that can be wrong with a file is worded in French and English`() {
    let reasons =
      [
        Self.cells, Self.foreign.map(CellDefect.notATable), Self.workbooks, Self.seeds, Self.lists,
        Self.calls,
        [AdmissionSchemeDefect.reservedName, AdmissionSchemeDefect.scheme(.noEvaluation)],
        [ExactMarkDefect.contradictsRounded],
        Self.mappings, Self.exports, Self.grading, Self.gradingSchemes, Self.allocations, Self.certificates,
      ] as [[any DefectReason]]
    for reason in reasons.joined() {
      expectWorded(reason)
      expectWorded(reason.kind)
      if let hint = reason.hint { expectWorded(hint) }
    }
  }

  @Test func `what a reader notes is worded in French and English`() {
    let notes: [ReadingNote] = [
      .ignoredColumns(["NOM"], unnamed: [5]), .blankRows(1), .readAsUTF8(insteadOf: .windows1252),
      .similarIdentifiers([]), .hiddenRows(2),
    ]
    for note in notes { expectWorded(note) }
    #expect(
      notes.map(\.message.french) == [
        "colonnes non utilisées\u{A0}: NOM, (colonne 5)", "1 ligne vide ignorée",
        "ce fichier est en UTF-8, et il a été lu comme tel, non en windows-1252",
        "des identifiants différents qui se ressemblent\u{A0}: ",
        "2 lignes masquées ou filtrées, lues comme les autres",
      ])
  }
}
