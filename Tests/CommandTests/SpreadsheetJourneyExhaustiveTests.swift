import Foundation
import TestSupport
import Testing

/// Tables that LibreOffice has opened and saved, on their way from one command to the next.
struct SpreadsheetJourneyExhaustiveTests {
  /// CSV with points and commas. Cells that look like dates become dates.
  private static let english = "CSV:44,34,76,1,,1033,false,true"
  /// The platform's export: its codes of candidates, in the fifth column, have leading zeros.
  private static let export = "CSV:59,34,76,1,5/2,1036,false,true"
  /// CSV as a French LibreOffice saves it.
  private static let frenchCSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true"

  private let runs: ShippedRuns
  private let folder: URL

  init() throws {
    runs = try ShippedRuns()
    folder = runs.folder.url
  }

  /// Files that one command writes for another, and their command.
  private static let made = [
    "list.csv": "admission rank", "final.csv": "admission admit", "order.csv": "admission call-order",
    "allocation.csv": "allocate electives", "departures.csv": "allocate mobility",
    "results.csv": "grades validate", "mentions.csv": "grades mentions",
  ]

  private func convert(
    _ files: [String], to format: String, reading: String? = nil, into name: String
  ) throws {
    let output = folder.appendingPathComponent(name)
    let done = try SpreadsheetPrograms.convert(files, to: format, reading: reading, in: folder, into: output)
    #expect(done.status == 0, "\(done.errors)")
  }

  private func with(_ ending: String, _ files: [String]) -> [String] {
    files.map { $0.prefix { $0 != "." } + ending }
  }

  /// What a run writes, by the name of the file, or what it answers.
  private func outputs(
    of run: ShippedRuns.Run, _ arguments: [String], table: String = "table.csv"
  ) throws -> [String: String] {
    if run.command.last == "explain" { return ["": try runs.execute(arguments).output] }
    var names = [table]
    var flags = ["-o", table]
    for (number, flag) in run.beside.enumerated() where flag != "--certificate" {
      names.append("beside-\(number).csv")
      flags += [flag, "beside-\(number).csv"]
    }
    try runs.execute(arguments + flags + ["-q"])
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try runs.folder.text($0)) })
  }

  /// The arguments of a run with its tables in another folder.
  private func arguments(of run: ShippedRuns.Run, in folder: String, _ ending: String) -> [String] {
    run.arguments.map { $0.hasSuffix(".csv") ? "\(folder)/\(with(ending, [$0])[0])" : $0 }
  }

  @Test(SpreadsheetPrograms.needLibreOffice, SpreadsheetPrograms.needPython)
  func `every table comes through LibreOffice as it was, for Python and for every command`() throws {
    let tables = runs.folder.names.filter { $0.hasSuffix(".csv") }
    for (name, command) in Self.made {
      let run = ShippedRuns.first.first { $0.testDescription == command }!
      try runs.execute(run.arguments + ["-o", with(".xlsx", [name])[0], "-q"])
    }
    var plain: [[String: String]] = []
    var written: [(workbook: String, table: String)] = []
    for (number, run) in ShippedRuns.first.enumerated() {
      plain.append(try outputs(of: run, run.arguments, table: "out-\(number).csv"))
      guard run.command.last != "explain" else { continue }
      try runs.execute(run.arguments + ["-o", "out-\(number).xlsx", "-q"])
      written.append(("out-\(number).xlsx", "out-\(number).csv"))
    }
    let shipped = tables.filter { Self.made[$0] == nil && $0 != "export.csv" }
    try convert(shipped, to: "xlsx", reading: Self.english, into: "opened")
    try convert(["export.csv"], to: "xlsx", reading: Self.export, into: "opened")
    let opened = tables.map { (Self.made[$0] == nil ? "opened/" : "") + with(".xlsx", [$0])[0] }
    let workbooks = opened + written.map(\.workbook)
    try convert(workbooks, to: "ods", into: "saved")
    let documents = workbooks.map { "saved/" + with(".ods", [($0 as NSString).lastPathComponent])[0] }
    try convert(documents, to: "xlsx", into: "saved")
    try convert(opened, to: Self.frenchCSV, into: "saved")

    for (number, run) in ShippedRuns.first.enumerated() {
      for ending in [".xlsx", ".csv"] {
        // A French LibreOffice saves the days of the platform's export with two figures for the year.
        if ending == ".csv", run.testDescription == "admission import" { continue }
        let after = try outputs(
          of: run, arguments(of: run, in: "saved", ending), table: "out-\(number).csv")
        #expect(after == plain[number], "\(run.testDescription), \(ending)")
      }
    }
    for (flags, place) in [([], ""), (["--values"], "saved/")] {
      let read = try SpreadsheetPrograms.runPython(
        "read.py", flags + written.flatMap { [place + $0.workbook, $0.table] }, in: folder)
      #expect(read.status == 0, "\(read.errors)")
      #expect(read.output.split(separator: "\n").count == written.count)
    }
  }
}
