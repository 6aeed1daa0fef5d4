import ArgumentParser
import Palmares

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "The platform's candidate export as a candidates file: the columns of a mapping, means exact.",
    discussion: """
      Only the columns that the mapping names are kept in memory; one that says who a person is (name, address, \
      e-mail, …) is refused. A mean is written with at most 6 decimals, and beside it in *_exacte as a fraction, \
      which is what rank and its like read.
      """)

  @Argument(help: "The export; - for standard input.")
  var export: String

  @Option(help: ArgumentHelp("What is read of which column, in YAML.", valueName: "file"))
  var mapping: String

  @Flag(help: "List on standard error the columns that were kept, each with its use.")
  var audit = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if mapping == "-" { throw ValidationError("--mapping must be a file.") }
  }

  func run() throws {
    let session = Session("admission import", input, output)
    let imported = try session.phase("read") {
      let rules = try session.gather {
        try session.withBytes(mapping) { bytes throws(InputDefects) in
          try ExportMapping(yaml: bytes, file: mapping)
        }
      }
      let imported = try session.gatherText(
        export, with: rules,
        read: { try ExportedCandidates($0, mapping: $1, workers: session.workers) },
        cells: ExportedCandidates.checkRows)
      return try session.gathered(imported)
    }
    let count = imported.candidates.count
    if count + imported.leftOut == 0 {
      session.say("\(export): a header and no candidate: the result is empty")
    }
    try session.write {
      try imported.table.write(output.format, workers: session.workers, to: $0)
    }
    session.say(
      "\(count) candidates imported, \(imported.leftOut) left out for specialities without a doublette")
    let kept = imported.audit.kept.count
    session.say("\(kept) of \(imported.audit.columnCount) columns kept, the others never stored")
    if audit { list(imported.audit) }
  }

  /// Asked for, and so printed with --quiet too.
  private func list(_ audit: ExportAudit) {
    for column in audit.kept {
      writeToStandardError("\(column.position): \(column.header) → \(column.uses.joined(separator: ", "))\n")
    }
  }
}
