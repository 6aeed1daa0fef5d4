import FileStore
import Foundation
import Palmares
import Wording
import Workbooks

/// One run of a command: what it read, how long each phase took, and where its result goes.
final class CommandRun {
  typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private let command: String
  private let input: InputOptions
  private let output: OutputOptions
  private let started = ContinuousClock.now
  private let progress = ProgressLine()
  private var timings: [(phase: String, seconds: Double)] = []
  private var underWay: (phase: String, start: ContinuousClock.Instant)?
  private var inputs: [Manifest.File] = []
  /// Notes on the files read, not yet printed.
  private var readingNotes: [Message] = []
  /// See ``gather(_:)``.
  var failures = InputFailures()
  private var files = OutputGuard()
  /// Outputs that ``files`` has not checked yet.
  private var declared: [(flag: String, path: String?)]
  /// What is written beside the table.
  private var beside: [(flag: String, file: OutputFile)] = []
  private let rehearsal = Rehearsal.current

  /// - Parameters:
  ///   - beside: the paths of all outputs but the table and the manifest, by flag.
  ///   - isDry: whether the table goes to standard output, and no file is written; outputs are checked all the same.
  init(
    _ command: String, _ input: InputOptions, _ output: OutputOptions,
    beside: KeyValuePairs<String, String?> = [:], isDry: Bool = false
  ) {
    self.command = command
    self.input = input
    self.output = isDry ? output.onTerminal : output
    declared = [("-o", output.path)] + [("--manifest", output.manifest)].filter { $0.1 != nil }
    declared += beside.filter { $0.value != nil }.map { ($0.key, $0.value) }
  }

  var workers: Workers { input.workers }

  /// What the rows of the table are written in.
  var format: TableFormat { output.format }

  /// Whether a record of the run is wanted.
  private var isRecorded: Bool { output.manifest != nil || rehearsal != nil }

  /// Reads a file, and notes it for the manifest.
  func read(_ path: String) throws -> InputFile { try read(path, in: path) }

  /// Reads a file, and notes it for the manifest by a path that may name a part of it too.
  private func read(_ path: String, in file: String) throws -> InputFile {
    let file = try open(file)
    if isRecorded { inputs.append(Manifest.File(path: path, sha256: file.sha256, bytes: file.count)) }
    return file
  }

  /// Reads a file that no output may be.
  ///
  /// - Throws: ``UsageError`` where it is one, before anything is written.
  func open(_ path: String) throws -> InputFile {
    try checkOutputs()
    try files.add(input: path)
    return try InputFile(path: path, access: .mapped, workers: workers)
  }

  private func checkOutputs() throws {
    // A rehearsal writes nothing.
    if rehearsal == nil {
      for (flag, path) in declared { try files.add(output: path, flag: flag) }
      if output.fileFormat == .xlsx, output.path == nil, isatty(1) == 1 {
        throw UsageError(.workbookOnTerminal)
      }
    }
    declared = []
  }

  /// Opens an output, which ``write(flags:seed:placement:_:)`` publishes.
  private func open(
    output path: String?, _ flag: String, _ placement: OutputFile.Placement = .replacing
  ) throws -> OutputFile {
    if rehearsal != nil { return OutputFile(unwritten: path) }
    try checkOutputs()
    try files.add(output: path, flag: flag)
    return try OutputFile(path: path, hashing: isRecorded, placement: placement)
  }

  /// Reads a file that is not a table.
  func withBytes<R>(_ path: String, _ body: (UnsafeRawBufferPointer) throws(InputDefects) -> R) throws -> R {
    try read(path).withContents(body)
  }

  /// Reads a table: delimited text, or a sheet of a workbook.
  func withText<R>(_ path: String, _ body: (SourceText) throws -> R) throws -> R {
    let table = TablePath(path)
    let file = try read(path, in: table.file)
    let notes = ReadingNotes()
    var name = path
    let result = try SourceText.withTable(
      of: file, sheet: table.sheet, encoding: input.encoding, workers: workers,
      ignoring: input.ignoredColumns, notes: notes
    ) { source in
      name = source.file
      return try body(source)
    }
    readingNotes += notes.all.map { Message(verbatim: "\(name): ") + FlagAdvice.wording(of: $0) }
    return result
  }

  /// Runs a phase, or several that follow each other by ``begin(_:)``, and notes how long each took.
  func phase<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
    begin(name)
    defer { endPhase() }
    return try body()
  }

  /// Ends the phase under way, if any, and begins another.
  func begin(_ name: String) {
    endPhase()
    progress.begin(Message.phase(name).text)
    underWay = (name, ContinuousClock.now)
  }

  /// Ends the phase under way, and begins one of a solver.
  func begin(_ phase: SolvingPhase) { begin(phase.rawValue) }

  private func endPhase() {
    guard let (name, start) = underWay else { return }
    underWay = nil
    let spent = seconds(since: start)
    if let known = timings.firstIndex(where: { $0.phase == name }) {
      timings[known].seconds += spent
    } else {
      timings.append((name, spent))
    }
  }

  /// Writes a table beside the command's own, where one is asked for; it appears with that one.
  ///
  /// - Parameters:
  ///   - flag: the flag that names it.
  ///   - body: writes the rows in a format.
  func writeTableBeside(
    _ flag: String, _ path: String?, _ body: (TableFormat, @escaping Sink) throws -> Void
  ) throws {
    guard let path else { return }
    try write(output.fileFormat.ofTable(beside: path), flag, path, body)
  }

  /// Writes a table beside the command's own in plain CSV, or as a workbook where its name says so.
  func writePlainTableBeside(
    _ flag: String, _ path: String?, _ body: (TableFormat, @escaping Sink) throws -> Void
  ) throws {
    guard let path else { return }
    try write(OutputFormat(nameOf: path) == .xlsx ? .xlsx : .csv, flag, path, body)
  }

  private func write(
    _ format: OutputFormat, _ flag: String, _ path: String,
    _ body: (TableFormat, @escaping Sink) throws -> Void
  ) throws {
    try writeBeside(flag, path) { sink in
      try write(format, sheet: String(flag.drop { $0 == "-" }), to: sink) { try body(format.table, $0) }
    }
  }

  /// Writes rows to a file, by way of a workbook where that is the format.
  private func write(
    _ format: OutputFormat, sheet: String, to file: @escaping Sink, _ rows: (@escaping Sink) throws -> Void
  ) throws {
    guard format == .xlsx else { return try rows(file) }
    let writer = try WorkbookWriter(sheet: sheet, workers: workers)
    try rows { try writer.append($0) }
    try writer.finish(to: file)
  }

  /// Writes a file beside the table, where one is asked for; it appears with the table.
  ///
  /// - Parameter flag: the flag that names it.
  func writeBeside(_ flag: String, _ path: String?, _ body: (@escaping Sink) throws -> Void) throws {
    guard let path else { return }
    let file = try open(output: path, flag)
    try body { try file.write($0) }
    try file.settle()
    beside.append((flag, file))
  }

  /// Writes the result, the manifest, and the timings: files appear only when all is written.
  ///
  /// - Parameters:
  ///   - flags: what the manifest says of the command's own flags.
  ///   - placement: what becomes of a table that is there already.
  func write(
    flags: [String: String] = [:], seed: DrawSeed? = nil, placement: OutputFile.Placement = .replacing,
    _ body: (@escaping Sink) throws -> Void
  ) throws {
    let table = try open(output: output.path, "-o", placement)
    try phase("write") {
      let sheet = command.split(separator: " ").last.map(String.init) ?? command
      try write(output.fileFormat, sheet: sheet, to: { try table.write($0) }, body)
      try table.settle()
      let outputs = [("-o", table)] + beside
      let record = try record(outputs, flags, seed)
      // The table first: one without its certificate or manifest misleads nobody, and an older one of those has
      // other digests than the new table.
      for (_, file) in outputs { try file.publish() }
      try record?.publish()
    }
    finish()
  }

  /// The manifest, written and yet to be published, where there is to be one.
  private func record(
    _ outputs: [(flag: String, file: OutputFile)], _ flags: [String: String], _ seed: DrawSeed?
  ) throws -> OutputFile? {
    guard isRecorded else { return nil }
    var flags = flags
    flags["format"] = output.fileFormat.rawValue
    flags["encoding"] = input.encoding.rawValue
    let manifest = Manifest(
      command: command, arguments: Manifest.recordable(Array(CommandLine.arguments.dropFirst())),
      flags: flags, inputs: inputs,
      outputs: outputs.map { flag, file in
        Manifest.Output(
          flag: flag, path: file.path ?? "-", sha256: file.sha256 ?? "", bytes: file.count)
      }, seedCommitment: seed?.commitment)
    rehearsal?.note(manifest)
    guard rehearsal == nil, let path = output.manifest else { return nil }
    if let seed { noteCommitment(of: seed) }
    let record = try OutputFile(path: path)
    try record.write(manifest.json())
    try record.settle()
    return record
  }

  /// Ends the progress line and prints the timings.
  func finish() {
    progress.end()
    sayReadingNotes()
    guard output.timings, rehearsal == nil else { return }
    timings.append(("total", seconds(since: started)))
    for (phase, seconds) in timings {
      writeToStandardError("{\"phase\":\"\(phase)\",\"seconds\":\(decimal(seconds))}\n")
    }
  }

  /// A line to begin the summary with; a run that ends in an error does not show it.
  func note(_ line: Message) { readingNotes.append(line) }

  /// A line of the summary.
  func say(_ line: Message) {
    progress.end()
    sayReadingNotes()
    if !output.quiet, rehearsal == nil { writeToStandardError(line.text + "\n") }
  }

  /// Says of a file that has a header and nothing below it what that makes of the result.
  ///
  /// - Parameters:
  ///   - subject: what the rows would be, in French with its `de`: `de candidat`, `d'élève`.
  func sayEmpty(
    _ path: String, _ subject: Message, _ consequence: Message = .emptyResult
  ) {
    say(.headerAlone(path, subject, consequence))
  }

  private func sayReadingNotes() {
    let lines = readingNotes
    readingNotes = []
    if !output.quiet, rehearsal == nil { for line in lines { writeToStandardError(line.text + "\n") } }
  }

  /// A line that is no summary but part of the answer: --quiet keeps it.
  func warn(_ line: Message) {
    progress.end()
    if rehearsal == nil { writeToStandardError(line.text + "\n") }
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private func decimal(_ seconds: Double) -> String {
    FixedDecimal(tenThousandths: Int64((seconds * 10_000).rounded())).description
  }
}
