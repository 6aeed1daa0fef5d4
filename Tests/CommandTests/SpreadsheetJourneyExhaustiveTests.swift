import Foundation
import TestSupport
import Testing

/// Tables that LibreOffice has opened and saved, on their way from one command to the next.
@Suite(.serialized) struct SpreadsheetJourneyExhaustiveTests {
  /// The forms in which LibreOffice saves the inputs.
  enum Form: String, CaseIterable {
    /// A workbook, saved as OpenDocument and as a workbook again.
    case workbook = "xlsx"
    /// What a French LibreOffice saves as CSV.
    case frenchCSV = "csv"
  }

  /// CSV with points and commas. Cells that look like dates become dates.
  private static let english = "CSV:44,34,76,1,,1033,false,true"
  /// The platform's export: its codes of candidates, in the fifth column, have leading zeros.
  private static let export = "CSV:59,34,76,1,5/2,1036,false,true"

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
    guard !files.isEmpty else { return }
    let output = folder.appendingPathComponent(name)
    let done = try SpreadsheetPrograms.convert(files, to: format, reading: reading, in: folder, into: output)
    #expect(done.status == 0, "\(done.errors)")
  }

  /// A folder with all tables that commands read, after their journey.
  private func travelled(_ form: Form) throws -> String {
    for (name, command) in Self.made {
      let run = ShippedRuns.all.first { $0.testDescription == command }!
      try runs.execute(run.arguments + ["-o", name.replacing(".csv", with: ".xlsx"), "-q"])
    }
    let tables = runs.folder.names.filter { $0.hasSuffix(".csv") }
    let shipped = tables.filter { Self.made[$0] == nil && $0 != "export.csv" }
    try convert(shipped, to: "xlsx", reading: Self.english, into: "opened")
    try convert(["export.csv"], to: "xlsx", reading: Self.export, into: "opened")
    let workbooks = tables.map { $0.replacing(".csv", with: ".xlsx") }
    let opened = workbooks.map {
      Self.made[$0.replacing(".xlsx", with: ".csv")] == nil ? "opened/\($0)" : $0
    }
    switch form {
    case .workbook:
      try convert(opened, to: "ods", into: "saved")
      try convert(workbooks.map { "saved/\($0.replacing(".xlsx", with: ".ods"))" }, to: "xlsx", into: "saved")
    case .frenchCSV:
      try convert(opened, to: "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true", into: "saved")
    }
    return "saved"
  }

  /// What a run writes, by the name of the file.
  private func outputs(of run: ShippedRuns.Run, _ arguments: [String]) throws -> [String: String] {
    var names = ["table.csv"]
    var flags = ["-o", "table.csv"]
    if run.command.last == "explain" { return ["": try runs.execute(arguments).output] }
    for (number, flag) in run.beside.enumerated() where flag != "--certificate" {
      names.append("beside-\(number).csv")
      flags += [flag, "beside-\(number).csv"]
    }
    try runs.execute(arguments + flags + ["-q"])
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try runs.folder.text($0)) })
  }

  @Test(SpreadsheetPrograms.needLibreOffice, arguments: Form.allCases)
  func `every command gives the same from tables that LibreOffice has opened and saved`(_ form: Form) throws {
    let saved = try travelled(form)
    // A French LibreOffice saves the days of the platform's export with two figures for the year.
    for run in ShippedRuns.all where form == .workbook || run.testDescription != "admission import" {
      let plain = try outputs(of: run, run.arguments)
      let journey = run.arguments.map { word in
        word.hasSuffix(".csv") ? "\(saved)/\(word.replacing(".csv", with: "." + form.rawValue))" : word
      }
      let after = try outputs(of: run, journey)
      for (name, text) in plain { #expect(after[name] == text, "\(run.testDescription): \(name)") }
    }
  }

  @Test(SpreadsheetPrograms.needLibreOffice, SpreadsheetPrograms.needPython)
  func `every workbook holds what the CSV holds, for Python too, and after LibreOffice has saved it`() throws
  {
    var written: [(workbook: String, table: String)] = []
    for (number, run) in ShippedRuns.all.enumerated() where run.command.last != "explain" {
      for format in ["xlsx", "csv"] {
        try runs.execute(run.arguments + ["-o", "out-\(number).\(format)", "-q"])
      }
      written.append(("out-\(number).xlsx", "out-\(number).csv"))
    }
    let read = try SpreadsheetPrograms.runPython(
      "read.py", written.flatMap { [$0.workbook, $0.table] }, in: folder)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.split(separator: "\n").count == written.count)
    try convert(written.map(\.workbook), to: "ods", into: "saved")
    try convert(
      written.map { "saved/\($0.workbook.replacing(".xlsx", with: ".ods"))" }, to: "xlsx", into: "saved")
    let again = try SpreadsheetPrograms.runPython(
      "read.py", ["--values"] + written.flatMap { ["saved/\($0.workbook)", $0.table] }, in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.split(separator: "\n").count == written.count)
  }
}
