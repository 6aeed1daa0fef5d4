import ArgumentParser
import Palmares
import Wording

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract:
        "The platform's candidate export as a candidates file: the columns of a mapping, means exact.",
      discussion: """
        Only the columns that the mapping names are kept in memory; one that identifies a person (name, address, \
        e-mail, …) is refused. A mean is written with at most 6 decimals, and beside it in *_exacte as a fraction, \
        which is what rank and its like read.
        """)
  }

  @Argument(help: "The export; - for standard input.")
  var export: String

  @Option(help: ArgumentHelp("What is read of which column, in YAML.", valueName: "file"))
  var mapping: String

  @Flag(
    help: """
      List on standard error the columns that were kept, each with its use, and the words of each column of few \
      words, with how many rows hold each and how it was read.
      """)
  var audit = false

  @Option(
    help: ArgumentHelp(
      "Write the candidates and marks that the mapping leaves out here, with the reason, a row each.",
      valueName: "file"))
  var leftOut: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkIsFile(mapping, named: "--mapping")
    try checkIsFile(leftOut, named: "--left-out")
  }

  func run() throws {
    let run = CommandRun("admission import", input, output, beside: ["--left-out": leftOut])
    let imported = try run.phase("read") {
      let rules = try run.gather {
        try run.withBytes(mapping) { bytes throws(InputDefects) in
          try ExportMapping(yaml: bytes, file: mapping)
        }
      }
      let imported = try run.gatherText(
        export, with: rules,
        read: { try ImportedCandidates($0, mapping: $1, workers: run.workers) },
        cells: ImportedCandidates.checkRows)
      return try run.gathered(imported)
    }
    try run.writeTableBeside("--left-out", leftOut) {
      try imported.omissions.write($0, workers: run.workers, to: $1)
    }
    try run.write {
      try imported.table.write(output.format, workers: run.workers, to: $0)
    }
    summarise(imported, run)
    if audit { list(imported.audit) }
  }

  private func summarise(_ imported: ImportedCandidates, _ run: CommandRun) {
    let count = imported.count
    if count + imported.leftOut == 0 {
      run.sayEmpty(export, "candidate")
    }
    let counts = imported.omissions.counts
    let others = counts.filter { $0.reason == .doublette }.map(\.count).reduce(0, +)
    run.say("\(count) candidates imported, \(others) left out for specialities without a doublette")
    for omission in counts where omission.reason != .doublette { run.say(describe(omission)) }
    if count == 0, imported.leftOut > 0 {
      run.say("the mapping leaves everyone out; --audit lists the words of its columns")
    }
    for note in imported.notes { run.say(describe(note)) }
    let kept = imported.audit.kept.count
    run.say("\(kept) of \(imported.audit.columnCount) columns kept, the others never stored")
  }

  private func describe(_ omission: ExportOmissions.Count) -> String {
    switch omission.reason {
    case .condition: "\(omission.count) left out by rows: \(omission.column)"
    case .doublette: "\(omission.count) left out for specialities without a doublette"
    case .outOfRange:
      "\(omission.count) left out for a mark outside 0 to 20: \(omission.evaluation)"
    case .markWithoutBlock:
      "\(omission.evaluation): missing for \(omission.count) without a block that meets its where"
    case .markOutOfRange:
      "\(omission.evaluation): \(omission.count) cells that are not a mark from 0 to 20, read as missing"
    }
  }

  private func describe(_ note: ExportNote) -> String {
    switch note {
    case .blocksByOccurrence(let names):
      "\(names.joined(separator: ", ")): taken by occurrence alone, which of a candidate who repeated or changed a "
        + "year may be another year; where: {column: …, equals: …} says which"
    case .unconfirmedWishes(let column):
      "all rows are read, whatever \(column) says; rows: {where: {column: …, equals: …}} leaves some out"
    }
  }

  /// Asked for, and so printed with --quiet too.
  private func list(_ audit: ExportAudit) {
    for column in audit.kept {
      writeToStandardError("\(column.position): \(column.header) → \(column.uses.joined(separator: ", "))\n")
    }
    for words in audit.words {
      writeToStandardError("\(words.use): \(words.header)\n")
      for value in words.values {
        let text = value.text.isEmpty ? "(empty)" : value.text
        let reading = value.readings.isEmpty ? "nothing" : value.readings.joined(separator: ", ")
        writeToStandardError("  \(value.count) × \(text) → \(reading)\n")
      }
      if words.others > 0 { writeToStandardError("  and \(words.others) more, not listed\n") }
    }
  }
}
