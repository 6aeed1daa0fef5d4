import ArgumentParser
import Palmares

struct GenerateExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "The platform's candidate export of a session: export.csv, mapping.yaml, scheme.yaml, orals.csv.")

  @Option(help: "How many candidates, 0 to \(ExportData.largestSize).")
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
    guard 0...ExportData.largestSize ~= size else {
      throw ValidationError("--size must be 0 to \(ExportData.largestSize).")
    }
    if let threads, !(1...1024 ~= threads) { throw ValidationError("--threads must be 1 to 1024.") }
  }

  func run() throws {
    try makeFolder(folder)
    let workers = Workers(count: threads)
    let data = ExportData(size: size, seed: seed)
    let names = ["export.csv", "mapping.yaml", "scheme.yaml", "orals.csv"]
    let paths = names.map { "\(folder)/\($0)" }
    let files = try paths.map { try OutputFile(path: $0) }
    try writeTable(.csvFr, columns: ExportData.headers, rows: size, workers: workers) {
      try files[0].write($0)
    } _: { text, rows in
      for row in rows {
        for cell in data.cells(row) { text.text(cell) }
        text.endRow()
      }
    }
    try files[1].write(ExportData.mappingText)
    try files[2].write(ExportData.schemeText)
    for file in files.dropLast() { try file.publish() }
    let verdicts = try verdicts(paths, workers)
    try writeOrals(verdicts, to: files[3], workers)
    try files[3].publish()
    writeToStandardError(
      "\(folder): \(size) candidates, \(verdicts.count) orals for a barre générale of "
        + "\(PDISData.generalBar), scientifique \(PDISData.scienceBar), d'admission "
        + "\(PDISData.admissionBar)\n")
  }

  /// What the jury says of those convoked, from the export as it is read again.
  private func verdicts(
    _ paths: [String], _ workers: Workers
  ) throws -> [(identifier: String, verdict: OralVerdict)] {
    func withBytes<R>(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
      try InputFile(path: path, access: .mapped, workers: workers).withUnsafeBytes(body)
    }
    let mapping = try withBytes(paths[1]) { try ExportMapping(yaml: $0, file: paths[1]) }
    let scheme = try withBytes(paths[2]) { try AdmissionScheme(yaml: $0, file: paths[2]) }
    let imported = try withBytes(paths[0]) { bytes in
      try SourceText.withText(bytes, file: paths[0], workers: workers) {
        try ExportedCandidates($0, mapping: mapping, workers: workers)
      }
    }
    guard let candidates = imported.candidates(for: scheme) else {
      preconditionFailure("the mapping of made-up data has every evaluation of their scheme")
    }
    return PDISData.orals(candidates, try Notes(candidates, scheme: scheme, workers: workers), seed: seed)
  }
}
