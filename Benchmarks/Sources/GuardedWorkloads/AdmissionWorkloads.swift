import Palmares

private let seed = "guard"
private let size = 12_000

func countReading(_ count: inout Count) throws {
  let data = PDISData(size: size, seed: seed)
  var bytes: [UInt8] = []
  try CandidatesTable(data.candidates, scheme: data.scheme).write(.csv, workers: .one) { bytes += $0 }
  try count.part("reading a table", times: 4) {
    try bytes.withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "candidates.csv", workers: .one) {
        try CandidatesFile($0, scheme: data.scheme).candidates.count
      }
    }
  }
}

func countScoring(_ count: inout Count) throws {
  let data = PDISData(size: size, seed: seed)
  try count.part("scoring", times: 30) {
    try Notes(data.candidates, scheme: data.scheme, workers: .one).count
  }
}

func countRanking(_ count: inout Count) throws {
  let data = PDISData(size: size, seed: seed)
  let notes = try Notes(data.candidates, scheme: data.scheme, workers: .one)
  count.part("ranking", times: 40) {
    AdmissibilityList(
      data.candidates, notes: notes, generalBar: PDISData.generalBar, scienceBar: PDISData.scienceBar,
      draw: Draw(seed: drawSeed), workers: .one
    ).count
  }
}

func countDraw(_ count: inout Count) {
  let draw = Draw(seed: drawSeed)
  let identifiers = (0..<size).map { "C\(1_000_000 + $0)" }
  count.part("draw") {
    identifiers.count { draw.ticket(for: $0).words.0 & 1 == 1 }
  }
}

func countCallOrder(_ count: inout Count) {
  var numbers = SeededNumbers(seed: seed, subject: "call order", row: 0)
  let boursiers = (0..<200_000).map { _ in numbers.chance(15) }
  let secteurs = boursiers.map { _ in numbers.chance(40) }
  let ranking = FinalRanking(boursiers: boursiers, secteurs: secteurs)
  count.part("call order", times: 5) {
    CallOrder(ranking, boursierMinimum: 20, secteurMinimum: 50).count
  }
}

/// The same for every count.
var drawSeed: DrawSeed {
  guard let drawSeed = DrawSeed(seed) else { preconditionFailure("the seed is empty") }
  return drawSeed
}
