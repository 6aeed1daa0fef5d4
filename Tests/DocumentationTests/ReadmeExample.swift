import Palmares

/// The README's example, as it stands there.
func example() throws -> [String] {
  var lines: [String] = []
  func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }

  // README
  let scheme = try AdmissionScheme(
    evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
    coefficients: ["SVT+MATHS": ["maths": 3, "lettre": "1.5"]])
  let born: CalendarDate = "2008-03-15"
  let marks: [String: Mark] = ["maths": "15.5", "lettre": 12]
  let candidates = try Candidates(
    [
      Candidate("K1", born: born, genre: .male, doublette: "SVT+MATHS", marks: marks),
      Candidate("K2", born: born, isBoursier: true, genre: .female, doublette: "SVT+MATHS", marks: marks),
    ], scheme: scheme)
  let list = AdmissibilityList(
    Scores(of: candidates), generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
  for entry in list { print(entry.rank, entry.candidate, entry.generalScore, entry.decidedBy) }
  // README

  return lines
}
