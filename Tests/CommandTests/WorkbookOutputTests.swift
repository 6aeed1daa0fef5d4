import Foundation
import TestSupport
import Testing

/// Workbooks as commands write them.
struct WorkbookOutputTests {
  /// The commands whose answer may be a table.
  private static let runs = ShippedRuns.first.filter { $0.testDescription != "admission explain" }

  /// The tables beside a command's own.
  private static func tables(of run: ShippedRuns.Run) -> [String] {
    run.beside.filter { $0 != "--certificate" }
  }

  private func paths(_ run: ShippedRuns.Run, _ ending: String) -> [String] {
    Self.tables(of: run).flatMap { [$0, "beside\($0)\(ending)"] } + ["-o", "out\(ending)"]
  }

  @Test(arguments: runs)
  func `a name that ends in xlsx makes a workbook with the cells of the CSV`(run: ShippedRuns.Run) throws {
    let shipped = try ShippedRuns()
    let csv = run.isRecorded ? [] : ["--format", "csv"]
    try shipped.execute(run.arguments + paths(run, ".csv") + csv)
    try shipped.execute(run.arguments + paths(run, ".XLSX"))
    let names =
      [("out", run.command[1])] + Self.tables(of: run).map { ("beside\($0)", String($0.dropFirst(2))) }
    for (name, sheet) in names {
      let workbook = try WrittenWorkbook(shipped.folder.url.appendingPathComponent("\(name).XLSX"))
      #expect(workbook.sheets == [sheet])
      let rows = try shipped.folder.text("\(name).csv").split(separator: "\n").map(fields)
      #expect(workbook.rows.map { $0.map(\.text) } == rows, "\(name)")
      try checkKinds(workbook.rows)
    }
  }

  /// Numbers are numbers where people compute, and nowhere else.
  private func checkKinds(_ rows: [[WrittenWorkbook.Cell]]) throws {
    let header = rows[0].map(\.text)
    for (column, name) in header.enumerated() {
      let cells = rows.dropFirst().map { $0[column] }.filter { !$0.text.isEmpty }
      if name.hasPrefix("note_") && !name.hasSuffix("exacte")
        || ["rang", "ordre", "gpa", "places", "rank"].contains(name)
      {
        #expect(cells.allSatisfy { $0.isNumber }, "\(name)")
      }
      if ["candidat", "eleve", "naissance", "module", "destination", "ue"].contains(name)
        || name.hasSuffix("exacte")
      {
        #expect(cells.allSatisfy { !$0.isNumber }, "\(name)")
      }
    }
  }

  private func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(arguments: ["out.xls", "out.ODS", "out.xlsx#rank"])
  func `the name of another spreadsheet's file, or of a sheet, is refused`(name: String) throws {
    let shipped = try ShippedRuns()
    let run = try #require(Self.runs.first)
    let refused = try Execution(run.arguments + ["-o", name], in: shipped.folder.url)
    #expect(refused.status == 64 && refused.errors.contains("\(name): of all files"), "\(refused.errors)")
  }

  @Test(arguments: runs)
  func `a name contradicts a format that it does not open as`(run: ShippedRuns.Run) throws {
    let shipped = try ShippedRuns()
    let before = shipped.folder.names
    let refused = try Execution(
      run.arguments + ["-o", "out.xlsx", "--format", "csv"], in: shipped.folder.url)
    #expect(
      refused.status == 64 && refused.errors.contains("out.xlsx is the name of a workbook"),
      "\(refused.errors)")
    let workbook = try Execution(
      run.arguments + ["-o", "out.csv", "--format", "xlsx"], in: shipped.folder.url)
    #expect(workbook.status == 64 && workbook.errors.contains("out.csv is no name"), "\(workbook.errors)")
    #expect(shipped.folder.names == before)
  }

  @Test func `an answer in words is no workbook`() throws {
    let shipped = try ShippedRuns()
    let before = shipped.folder.names
    func refuse(_ command: String, _ more: [String]) throws {
      let run = ShippedRuns.all.first { $0.testDescription == command }!
      let refused = try Execution(run.arguments + more, in: shipped.folder.url)
      #expect(refused.status == 64, "\(command) \(more): \(refused.errors)")
    }
    try refuse("admission explain", ["-o", "out.xlsx"])
    try refuse("admission explain", ["--format", "xlsx"])
    try refuse("admission bars", ["--matrix", "-o", "out.xlsx"])
    try refuse("allocate explain", ["--letter", "-o", "out.xlsx"])
    #expect(shipped.folder.names == before)
  }

  @Test func `tables beside a workbook are what their names say`() throws {
    let workspace = try Workspace()
    let first = try workspace.rank(["-o", "list.xlsx", "--not-admitted", "others.csv"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(try workspace.folder.text("others.csv").hasPrefix("candidat,"))
    let second = try workspace.rank(["-o", "list.csv", "--not-admitted", "others.xlsx"])
    #expect(second.status == 0, "\(second.errors)")
    #expect(try workspace.folder.text("list.csv").hasPrefix("rang,"))
    #expect(try workbook(workspace, "others.xlsx").sheets == ["not-admitted"])
    let third = try workspace.rank(["-o", "list.xlsx", "--not-admitted", "others"])
    #expect(third.status == 0, "\(third.errors)")
    #expect(try workbook(workspace, "others").sheets == ["not-admitted"])
  }

  private func workbook(_ workspace: Workspace, _ name: String) throws -> WrittenWorkbook {
    try WrittenWorkbook(workspace.folder.url.appendingPathComponent(name))
  }

  @Test
  func `a workbook has the same bytes in another place, time zone and number of threads, and is replayed`()
    throws
  {
    let workspace = try Workspace()
    let arguments = [
      "admission", "rank", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "12",
      "--science-bar", "11",
      "--seed", "graine", "--manifest", "m.json", "-q",
    ]
    let here = try Execution(arguments + ["-o", "list.xlsx"], in: workspace.folder.url)
    #expect(here.status == 0, "\(here.errors)")
    let there = try Execution(
      arguments + ["-o", "there.xlsx", "--threads", "1"], in: workspace.folder.url,
      environment: [
        "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1", "TMPDIR": "/var/tmp",
      ])
    #expect(there.status == 0, "\(there.errors)")
    let files = try ["list.xlsx", "there.xlsx"].map {
      try Data(contentsOf: workspace.folder.url.appendingPathComponent($0))
    }
    #expect(files[0] == files[1])
    #expect(try workspace.folder.text("m.json").contains("\"format\" : \"xlsx\""))
    let replay = try workspace.run(["replay", "m.json", "--seed", "graine"])
    #expect(replay.output == "identical: there.xlsx\n", "\(replay.errors)")
  }

  @Test func `a workbook goes to standard output where it is asked for`() throws {
    let workspace = try Workspace()
    let run = try workspace.rank(["--format", "xlsx", "-q"])
    #expect(run.status == 0 && run.output.hasPrefix("PK"))
  }

  @Test func `a full disk leaves nothing, whichever file it is that does not fit`() throws {
    let shipped = try ShippedRuns()
    let run = ShippedRuns.all.first { $0.testDescription == "admission score" }!
    try shipped.execute(run.arguments + ["-o", "whole.xlsx", "-q"])
    let package = shipped.folder.url.appendingPathComponent("whole.xlsx")
    let size = try Data(contentsOf: package).count / 1_024
    let before = shipped.folder.names
    // First a part of the workbook does not fit, then all of them, then the rows.
    for limit in [1, 3, 6, 9, size / 2, size] {
      let script = "ulimit -f \(limit * Self.blocksPerKilobyte); exec \"$0\" \"$@\""
      let limited = try Execution(
        URL(fileURLWithPath: "/bin/sh"),
        ["-c", script, Execution.command.path] + run.arguments + ["-o", "out.xlsx"], in: shipped.folder.url)
      #expect(limited.status == 73, "\(limit): \(limited.errors)")
      #expect(shipped.folder.names == before, "\(limit)")
    }
  }

  /// `ulimit -f` of a POSIX shell counts 512 bytes.
  private static let blocksPerKilobyte = 2
}
