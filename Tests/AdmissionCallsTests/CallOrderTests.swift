import Palmares
import SyntheticData
import TestSupport
import Testing

@testable import AdmissionCalls

struct CallOrderTests {
  @Test(arguments: [
    ("CCCCCBBC", 20, 0, [6, 1, 2, 3, 4, 7, 5, 8]),
    ("CCCCCBCC", 2, 0, [6, 1, 2, 3, 4, 5, 7, 8]),
    ("CBBCCCCBCC", 10, 0, [2, 1, 3, 4, 5, 6, 7, 8, 9, 10]),
    (
      "CCBCCCBCCCCCCCCCBCCC", 25, 0,
      [3, 1, 2, 4, 7, 5, 6, 8, 17, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20]
    ),
    (
      "SSCSSSSSSSSSBSBSSTSS", 20, 90,
      [18, 1, 2, 4, 5, 13, 6, 7, 8, 9, 15, 10, 11, 12, 14, 16, 17, 19, 20, 3]
    ),
    ("SB", 50, 50, [2, 1]), ("CBSTSB", 100, 100, [4, 2, 6, 3, 5, 1]), ("CCBS", 0, 0, [1, 2, 3, 4]),
    ("", 20, 20, []),
  ])
  func `the call order is that of the published examples`(
    kinds: String, boursierMinimum: Int, secteurMinimum: Int, expected: [Int]
  )
    throws
  {
    let order = try CallOrder(Array(kinds), boursierMinimum, secteurMinimum)
    #expect(order.ranks == expected)
    #expect(order.violation() == nil)
  }

  @Test func `the call order is that of the definition, on small lists of every composition`() throws {
    var random = SeededGenerator(61)
    for round in 0..<4_000 {
      let weights = (0..<4).map { _ in Int.random(in: 0...5, using: &random) }
      let letters: [Character] =
        ["C"] + zip("CBST", weights).flatMap { Array(repeating: $0.0, count: $0.1) }
      let kinds = (0..<Int.random(in: 0...25, using: &random)).map { _ in
        letters.randomElement(using: &random)!
      }
      let quotas = [0, 1, 5, 20, 25, 33, 50, 67, 90, 99, 100]
      let (boursiers, secteur) = (
        quotas.randomElement(using: &random)!, round % 3 == 0 ? 0 : quotas.randomElement(using: &random)!
      )
      let order = try CallOrder(kinds, boursiers, secteur)
      let expected = referenceOrder(kinds, boursiers, secteur)
      #expect(order.ranks == expected, "\(String(kinds)) \(boursiers) \(secteur)")
      #expect(order.violation() == nil, "\(String(kinds)) \(boursiers) \(secteur)")
    }
  }

  @Test(arguments: [(20, 0), (7, 30), (60, 60), (0, 45), (100, 100)])
  func `the call order of a long list has every stated property`(boursierMinimum: Int, secteurMinimum: Int)
    throws
  {
    var random = SeededGenerator(62)
    let kinds = (0..<200_000).map { _ in "CCCCCBSST".randomElement(using: &random)! }
    let order = try CallOrder(kinds, boursierMinimum, secteurMinimum)
    #expect(order.violation() == nil)
  }

  @Test(arguments: [
    ("CCB", 0, 0, [1, 3], CallOrderProperty.everyoneOnce, 2), ("CCB", 0, 0, [1, 3, 3], .everyoneOnce, 3),
    ("CCCCCBBC", 20, 0, [1, 6, 2, 3, 4, 7, 5, 8], .boursierShare, 1),
    ("CCCCCBBC", 20, 0, [6, 1, 2, 3, 4, 5, 7, 8], .boursierShare, 6),
    ("CCSS", 0, 50, [3, 1, 2, 4], .secteurShare, 3), ("BTC", 0, 30, [1, 3, 2], .secteurShare, 1),
    ("TBSC", 20, 20, [2, 1, 3, 4], .boursierOfSecteurOvertaken, 2),
    ("SCB", 20, 0, [3, 2, 1], .overtakesAsNeither, 2), ("CSB", 20, 0, [3, 2, 1], .overtakenByNonBoursier, 3),
    ("CBBC", 20, 0, [2, 3, 1, 4], .calledTooLate, 3), ("CBS", 10, 10, [2, 3, 1], nil, 0),
    ("BCS", 10, 10, [2, 1, 3], .boursierShare, 1), ("SCBT", 0, 10, [2, 1, 3, 4], .secteurShare, 1),
    ("SCBT", 0, 0, [1, 2, 4, 3], nil, 0),
  ])
  func `an order that lacks a property is told`(
    kinds: String, boursierMinimum: Int, secteurMinimum: Int, ranks: [Int], property: CallOrderProperty?,
    call: Int
  ) throws {
    let order = CallOrder(
      unchecked: ranks.map { UInt32($0 - 1) }, of: FinalRanking(Array(kinds)),
      boursierMinimum: try CallQuota(percent: boursierMinimum),
      secteurMinimum: try CallQuota(percent: secteurMinimum))
    let violation = order.violation()
    #expect(violation?.property == property)
    if property != nil, property != .everyoneOnce { #expect(violation?.call == call) }
  }

  @Test func `the order of an admissibility list follows its candidates' files`() throws {
    let data = PDISData(size: 3_000, seed: "calls")
    let list = AdmissibilityList(
      Scores(of: data.candidates), generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
    let ranking = FinalRanking(list)
    let kinds = list.rows.map { row -> Character in
      switch (data.candidates.boursiers[Int(row)], data.candidates.secteurs?[Int(row)] ?? false) {
      case (false, false): "C"
      case (true, false): "B"
      case (false, true): "S"
      case (true, true): "T"
      }
    }
    let order = try CallOrder(ranking, boursierMinimum: 40, secteurMinimum: 60)
    #expect(order.ranks == referenceOrder(kinds, 40, 60))
    #expect(order.violation() == nil)
    #expect(order.map(\.candidate) == order.ranks.map { list[$0 - 1].candidate })
    #expect(order.map(\.rank) == order.ranks)
  }

  @Test func `the queues hold every candidate once, best-ranked first`() {
    var random = SeededGenerator(64)
    for count in [0, 1, 2, 500] {
      let flags = (0..<2).map { _ in (0..<count).map { _ in Bool.random(using: &random) } }
      let queues = CallQueues(boursiers: flags[0], secteurs: flags[1])
      let isRight = queues.checkInvariants()
      #expect(isRight)
    }
  }

  @Test func `a final list names the candidate who is repeated, nameless or without a rank of their own`() {
    func entry(_ rank: Int, _ candidate: String) -> FinalRanking.Entry {
      FinalRanking.Entry(rank: rank, candidate: candidate)
    }
    #expect(throws: CallError.repeatedCandidate("a")) { try FinalRanking([entry(1, "a"), entry(2, "a")]) }
    #expect(throws: CallError.repeatedRank(1, candidate: "b")) {
      try FinalRanking([entry(1, "a"), entry(1, "b")])
    }
    #expect(throws: CallError.rankOutOfRange(0, candidate: "a")) { try FinalRanking([entry(0, "a")]) }
    #expect(throws: CallError.emptyIdentifier) { try FinalRanking([entry(1, "")]) }
    #expect(throws: CallError.boursiersNotKnown) {
      try CallOrder(FinalRanking([entry(1, "a")]), boursierMinimum: 20)
    }
    #expect(throws: CallError.secteursNotKnown) {
      try CallOrder(FinalRanking([entry(1, "a")]), secteurMinimum: 20)
    }
  }

  @Test func `ranks may have gaps, and rows come in any order`() throws {
    let ranking = try FinalRanking([
      FinalRanking.Entry(rank: 9, candidate: "b", isBoursier: true),
      FinalRanking.Entry(rank: 4, candidate: "a", isBoursier: false),
    ])
    #expect(ranking.map(\.candidate) == ["a", "b"] && ranking.map(\.rank) == [4, 9])
    let order = try CallOrder(ranking, boursierMinimum: 1)
    #expect(order.map(\.candidate) == ["b", "a"] && order.map(\.rank) == [9, 4])
  }
}
