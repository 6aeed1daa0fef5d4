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

    @Option(help: "How many candidates, 0 to \(PDISData.largestSize).")
    var size: Int

    @Option(help: "Any text; the data depend on it alone.")
    var seed: String

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "folder"))
    var folder: String

    @Option(help: "Threads to use; the result is the same for any number. Default: one per processor.")
    var threads: Int?

    func validate() throws {
      guard 0...PDISData.largestSize ~= size else {
        throw ValidationError("--size must be 0 to \(PDISData.largestSize).")
      }
      if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
    }

    func run() throws {
      try makeFolder(folder)
      let workers = Workers(count: threads)
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
