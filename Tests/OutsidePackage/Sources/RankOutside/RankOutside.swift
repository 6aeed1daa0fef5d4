import PalmaresAdmission

/// Ranks the candidates of a folder, from files and from a program, with the admission product alone.
@main
enum RankOutside {
  static func main() throws {
    let folder = CommandLine.arguments[1]
    let scheme = try AdmissionScheme(contentsOf: "\(folder)/scheme.yaml")
    let candidates = try Candidates(contentsOf: "\(folder)/candidates.csv", scheme: scheme)
    let list = AdmissibilityList(
      Scores(of: candidates), generalBarre: 12, scientificBarre: "11.5", draw: Draw(seed: "graine"))
    for entry in list.prefix(3) { print(entry.rank, entry.candidate, entry.generalScore) }
    print(list.count, "admissible")
  }
}
