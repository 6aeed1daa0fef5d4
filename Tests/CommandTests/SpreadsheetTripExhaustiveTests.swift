import Foundation
import TestSupport
import Testing

/// What a command writes in `csv-fr` is what it writes in `csv`, to every command that reads it, also when a French
/// spreadsheet has opened and saved it in between.
struct SpreadsheetTripExhaustiveTests {
  private let folder: TemporaryFolder
  private let data: String

  init() throws {
    folder = try TemporaryFolder()
    data =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Datasets")
      .path
  }

  private typealias Step = (file: String, command: String)

  /// How the files of one step come to the next.
  enum Trip: CaseIterable {
    case csv, csvFr, saved
  }

  private func run(_ command: String) throws -> Execution {
    let words = command.split(separator: " ").map { String($0).replacing("DATA", with: data) }
    let run = try Execution(words, in: folder.url)
    #expect(run.status == 0, "\(command): \(run.errors)")
    return run
  }

  /// Runs one command after the other; each writes its file, which later ones read by its name.
  ///
  /// - Returns: the last one's table in csv.
  private func chain(_ trip: Trip, _ steps: [Step]) throws -> String {
    var output = ""
    for (index, step) in steps.enumerated() {
      let format = trip == .csv || index == steps.count - 1 ? "csv" : "csv-fr"
      _ = try run("\(step.command) --format \(format) -o \(step.file)")
      output = try folder.text(step.file)
      if trip == .saved, format == "csv-fr" { try folder.write(step.file, saved(output)) }
    }
    return output
  }

  /// The file as a French spreadsheet saves it: days by day, month, year, what looks like a day or month as a date,
  /// numbers without leading zeros, line ends of its own.
  private func saved(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        if let date = cell.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/) { return "\(date.3)/\(date.2)/\(date.1)" }
        if cell.wholeMatch(of: /\d{1,2}\/\d{1,2}/) != nil { return "25-févr" }
        return cell.wholeMatch(of: /0+\d+/) == nil ? String(cell) : String(cell.drop { $0 == "0" })
      }.joined(separator: ";")
    }.joined(separator: "\r\n") + "\r\n"
  }

  private func expectSame(
    _ steps: [Step], _ location: SourceLocation = #_sourceLocation
  ) throws {
    let plain = try chain(.csv, steps)
    #expect(plain.split(separator: "\n").count > 3, sourceLocation: location)
    #expect(try chain(.csvFr, steps) == plain, sourceLocation: location)
    // A date in a list is written as the spreadsheet has it.
    let dates = /(\d\d)\/(\d\d)\/(\d{4})/
    let saved = try chain(.saved, steps).replacing(dates) { "\($0.3)-\($0.2)-\($0.1)" }
    #expect(saved == plain, sourceLocation: location)
  }

  private let ranking: [Step] = [
    (
      file: "list.csv",
      command: "admission rank DATA/pdis/candidates.csv --scheme DATA/pdis/scheme.yaml --general-bar 16 "
        + "--science-bar 11.5 --seed graine"
    )
  ]

  @Test func `an admission by way of a French spreadsheet is the same from the list to the calls`() throws {
    try expectSame(ranking + [("convoked.csv", "admission convoke list.csv --admission-bar 16.5")])
    let convoked = try folder.text("convoked.csv").split(separator: "\n").dropFirst()
    let verdicts = convoked.map { $0.split(separator: ",")[1] + ",satisfaisant\n" }.joined()
    try folder.write("orals.csv", "candidat,verdict\n" + verdicts)
    try expectSame(
      ranking + [
        ("final.csv", "admission admit list.csv --admission-bar 16.5 --orals orals.csv"),
        ("order.csv", "admission call-order final.csv --boursier-min 20 --secteur-min 30"),
        ("calls.csv", "admission calls order.csv --places 20 --block-rank 25 --next day1.csv"),
        ("calls2.csv", "admission calls order.csv --places 30 --state day1.csv"),
      ])
    try expectSame(
      ranking + [("final.csv", "admission admit list.csv --admission-bar 16.5 --orals orals.csv")])
  }

  @Test func `an import by way of a French spreadsheet gives the same list`() throws {
    try expectSame([
      ("candidates.csv", "admission import DATA/export/export.csv --mapping DATA/export/mapping.yaml"),
      (
        "list.csv",
        "admission rank candidates.csv --scheme DATA/export/scheme.yaml --general-bar 12 --science-bar 11.5 --seed g"
      ),
    ])
  }

  @Test func `grades by way of a French spreadsheet give the same electives and the same repair`() throws {
    let grades: [Step] = [
      (
        file: "results.csv", command: "grades validate DATA/grades/marks.csv --scheme DATA/grades/scheme.yaml"
      ),
      ("mentions.csv", "grades mentions results.csv"),
      ("gpa.csv", "grades gpa mentions.csv --scheme DATA/grades/scheme.yaml --valides"),
      (
        "allocation.csv",
        "allocate electives --students gpa.csv --modules DATA/electives/modules.csv --wishes DATA/electives/wishes.csv "
          + "--seed graine"
      ),
    ]
    let inputs =
      "--students gpa.csv --modules DATA/electives/modules.csv --wishes DATA/electives/wishes.csv --seed graine"
    let wishes = try String(contentsOfFile: data + "/electives/wishes.csv", encoding: .utf8)
    try folder.write("withdrawals.csv", "eleve\n\(wishes.split(separator: "\n")[1].prefix { $0 != "," })\n")
    let repair =
      "allocate repair \(inputs) --allocation allocation.csv --withdrawals withdrawals.csv"
    var expected: (allocation: String, repaired: String)?
    for trip in Trip.allCases {
      let repaired = try chain(trip, grades + [("repaired.csv", repair)])
      _ = try run(grades[3].command + " --certificate c.json -o proven.csv")
      let allocation = try folder.text("proven.csv")
      #expect(repaired != allocation && repaired.split(separator: "\n").count > 3)
      #expect(allocation == expected?.allocation ?? allocation, "\(trip)")
      #expect(repaired == expected?.repaired ?? repaired, "\(trip)")
      expected = (allocation, repaired)
      #expect(
        try run("allocate verify \(inputs) --allocation allocation.csv --certificate c.json").output
          == "valid\n")
    }
  }
}
