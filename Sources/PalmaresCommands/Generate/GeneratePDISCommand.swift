import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

struct GeneratePDISCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pdis",
      abstract: "An admission session: candidates.csv, scheme.yaml, and orals.csv for plausible barres.")
  }

  @OptionGroup var options: GenerateOptions<PDISData>
  @OptionGroup var threads: GenerateThreads
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    let files = try GeneratedFiles(folder, ["candidates.csv", "scheme.yaml", "orals.csv"])
    let workers = threads.workers
    let data = PDISData(size: size, seed: seed)
    try CandidatesTable(data.candidates).write(.csv, workers: workers) {
      try files.write(0, $0)
    }
    try files.write(1, PDISData.schemeText)
    let verdicts = data.orals()
    try writeOrals(verdicts, workers) { try files.write(2, $0) }
    try files.publish()
    writeToStandardError(
      "\(folder): \(size) candidates, \(verdicts.count) orals for a barre générale of "
        + "\(PDISData.generalBarre), scientifique \(PDISData.scientificBarre), d'admission "
        + "\(PDISData.admissionBarre)\n")
  }
}

/// Writes verdicts, `candidat,verdict`.
func writeOrals(
  _ orals: [Oral], _ workers: Workers,
  to sink: (UnsafeRawBufferPointer) throws -> Void
) throws {
  let columns = [AdmissionColumn.candidate, AdmissionColumn.verdict]
  try writeTable(.csv, columns: columns, rows: orals.count, workers: workers, to: sink) { text, rows in
    for oral in orals[rows] {
      text.text(oral.candidate)
      text.word(oral.verdict.csvWord)
      text.endRow()
    }
  }
}
