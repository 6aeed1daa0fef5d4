import ArgumentParser
import FileStore
import Palmares
import SyntheticData
import SyntheticFiles
import Wording

struct GenerateExportCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Message(
        fr: """
          L'export des candidats de la plateforme, pour une session : export.csv, mapping.yaml, scheme.yaml et \
          orals.csv.
          """,
        en: "The platform's candidate export of a session: export.csv, mapping.yaml, scheme.yaml, orals.csv.")
    )
  }

  static let example = "palmares generate export --size 300 --seed essai -o essai-export"

  @OptionGroup var options: GenerateOptions<ExportData>
  @OptionGroup var threads: GenerateThreads
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let (size, seed, folder) = (options.size, options.seed, options.folder)
    let workers = threads.workers
    let data = ExportData(size: size, seed: seed)
    let names = ["export.csv", "mapping.yaml", "scheme.yaml", "orals.csv"]
    let paths = names.map { "\(folder)/\($0)" }
    let files = try GeneratedFiles(folder, names)
    try writeTable(.csvFr, columns: ExportData.headers, rows: size, workers: workers) {
      try files.write(0, $0)
    } _: { text, rows in
      for row in rows {
        for cell in data.cells(row) { text.verbatim(cell) }
        text.endRow()
      }
    }
    try files.write(1, ExportData.mappingText)
    try files.write(2, ExportData.schemeText)
    try files.publish(0..<3)
    let verdicts = try verdicts(paths, workers)
    try writeOrals(verdicts, workers) { try files.write(3, $0) }
    try files.publish(3..<4)
    writeToStandardError(
      Message.madeUpSession(folder, candidates: size, orals: verdicts.count).text + "\n")
  }

  /// What the jury says of those convoked, from the export as it is read again.
  private func verdicts(
    _ paths: [String], _ workers: Workers
  ) throws -> [Oral] {
    func withBytes<R>(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
      try InputFile(path: path, access: .mapped, workers: workers).withUnsafeBytes(body)
    }
    let mapping = try withBytes(paths[1]) { try ExportMapping(yaml: $0, file: paths[1]) }
    let scheme = try withBytes(paths[2]) { try AdmissionScheme(yaml: $0, file: paths[2]) }
    let imported = try withBytes(paths[0]) { bytes in
      try SourceText.withText(bytes, file: paths[0], workers: workers) {
        try ImportedCandidates($0, mapping: mapping, workers: workers)
      }
    }
    let candidates = try imported.candidates(for: scheme, workers: workers)
    return PDISData.orals(Scores(of: candidates, workers: workers), seed: options.seed)
  }
}
