import ArgumentParser
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

struct GeneratePDISCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pdis",
      abstract: Message(
        fr: """
          Une session d'admission : candidates.csv, scheme.yaml, et orals.csv pour des barres vraisemblables.
          """,
        en: "An admission session: candidates.csv, scheme.yaml, and orals.csv for plausible barres."))
  }

  static let example = "palmares generate pdis --size 1000 --seed essai -o essai-pdis"

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
      Message.madeUpSession(folder, candidates: size, orals: verdicts.count).text + "\n")
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
