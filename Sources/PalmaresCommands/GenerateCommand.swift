import ArgumentParser
import Foundation
import Palmares

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Made-up data of realistic shape, the same bytes on every machine.",
    subcommands: [
      PDIS.self, GenerateExportCommand.self, GenerateElectivesCommand.self, GenerateMobilityCommand.self,
      GenerateGradesCommand.self,
    ])

  struct PDIS: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pdis",
      abstract: "An admission session: candidates.csv, scheme.yaml, and orals.csv for plausible barres.")

    @OptionGroup var options: GenerateOptions<PDISData>
    @OptionGroup var threads: GenerateThreads

    func run() throws {
      let (size, seed, folder) = (options.size, options.seed, options.folder)
      try makeFolder(folder)
      let workers = threads.workers
      let data = PDISData(size: size, seed: seed)
      let candidates = try OutputFile(path: "\(folder)/candidates.csv")
      try CandidatesTable(data.candidates, scheme: data.scheme).write(.csv, workers: workers) {
        try candidates.write($0)
      }
      let scheme = try OutputFile(path: "\(folder)/scheme.yaml")
      try scheme.write(PDISData.schemeText)
      let orals = try OutputFile(path: "\(folder)/orals.csv")
      let verdicts = try data.orals()
      try writeOrals(verdicts, to: orals, workers)
      for file in [candidates, scheme, orals] { try file.publish() }
      writeToStandardError(
        "\(folder): \(size) candidates, \(verdicts.count) orals for a barre générale of "
          + "\(PDISData.generalBar), scientifique \(PDISData.scienceBar), d'admission "
          + "\(PDISData.admissionBar)\n")
    }
  }
}

/// Writes verdicts, `candidat,verdict`.
func writeOrals(
  _ verdicts: [(identifier: String, verdict: OralVerdict)], to file: OutputFile, _ workers: Workers
) throws {
  try writeTable(.csv, columns: ["candidat", "verdict"], rows: verdicts.count, workers: workers) {
    try file.write($0)
  } _: { text, rows in
    for (identifier, verdict) in verdicts[rows] {
      text.text(identifier)
      text.text(verdict.rawValue)
      text.endRow()
    }
  }
}

/// Makes a folder that may exist already; its parent must.
func makeFolder(_ path: String) throws {
  if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileStoreError(cannotMake: path) }
}
