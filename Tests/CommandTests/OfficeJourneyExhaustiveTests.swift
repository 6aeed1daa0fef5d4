import Foundation
import Synchronization
import TestSupport
import Testing

/// What offices do to files between two commands changes no result.
struct OfficeJourneyExhaustiveTests {
  /// One command on shipped data, or on what other commands made of them.
  struct Journey: CustomTestStringConvertible {
    let command: String
    /// The tables it reads, by the names that `command` has them under.
    let tables: [String]

    init(_ command: String, _ tables: String...) {
      self.command = command
      self.tables = tables
    }

    var testDescription: String { command }
    var arguments: [String] { command.split(separator: " ").map(String.init) }
  }

  static let electives = "--students students.csv --modules modules.csv --wishes wishes.csv --seed graine"
  static let mobility =
    "--students away.csv --destinations destinations.csv --wishes places.csv --quotas quotas.csv "
    + "--require-quitus quitus.csv --seed graine"

  static let journeys = [
    Journey("admission score candidates.csv --scheme scheme.yaml", "candidates.csv"),
    Journey("admission bars candidates.csv --scheme scheme.yaml --places 60 --target 200", "candidates.csv"),
    Journey(
      "admission rank candidates.csv --scheme scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine",
      "candidates.csv"),
    Journey("admission convoke list.csv --admission-bar 13.5", "list.csv"),
    Journey("admission admit list.csv --admission-bar 13.5 --orals orals.csv", "list.csv", "orals.csv"),
    Journey("admission call-order final.csv --boursier-min 20 --secteur-min 50", "final.csv"),
    Journey("admission calls order.csv --places 60 --state day1.csv", "order.csv", "day1.csv"),
    Journey("admission import export.csv --mapping mapping.yaml", "export.csv"),
    Journey("allocate electives \(electives)", "students.csv", "modules.csv", "wishes.csv"),
    Journey(
      "allocate verify \(electives) --allocation electives.csv --certificate electives.json", "students.csv",
      "modules.csv", "wishes.csv", "electives.csv"),
    Journey(
      "allocate repair \(electives) --allocation electives.csv --withdrawals withdrawals.csv",
      "electives.csv",
      "withdrawals.csv"),
    Journey(
      "allocate swap \(electives) --allocation electives.csv --swaps swaps.csv", "electives.csv", "swaps.csv"),
    Journey("allocate compare \(electives)", "students.csv", "wishes.csv"),
    Journey(
      "allocate mobility \(mobility)", "away.csv", "destinations.csv", "places.csv", "quotas.csv",
      "quitus.csv"),
    Journey(
      "allocate verify \(mobility) --allocation away-places.csv --certificate away.json", "away-places.csv",
      "destinations.csv"),
    Journey("grades validate marks.csv --scheme grades.yaml", "marks.csv"),
    Journey("grades mentions results.csv", "results.csv"),
    Journey("grades gpa mentions.csv --scheme grades.yaml --valides", "mentions.csv"),
  ]

  /// Shipped data and what comes of them, made once and only read afterwards.
  nonisolated(unsafe) private static let folder = Result { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder(removedAtExit: true)
    let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Datasets")
    for (name, source) in [
      "candidates.csv": "pdis/candidates.csv", "scheme.yaml": "pdis/scheme.yaml",
      "orals.csv": "pdis/orals.csv",
      "export.csv": "export/export.csv", "mapping.yaml": "export/mapping.yaml",
      "students.csv": "electives/students.csv", "modules.csv": "electives/modules.csv",
      "wishes.csv": "electives/wishes.csv", "away.csv": "mobility/students.csv",
      "destinations.csv": "mobility/destinations.csv", "places.csv": "mobility/wishes.csv",
      "quotas.csv": "mobility/quotas.csv", "quitus.csv": "mobility/quitus.csv",
      "marks.csv": "grades/marks.csv",
      "grades.yaml": "grades/scheme.yaml",
    ] {
      try folder.write(name, try String(contentsOf: datasets.appendingPathComponent(source), encoding: .utf8))
    }
    for command in [
      journeys[2].command + " -o list.csv", journeys[4].command + " -o final.csv",
      journeys[5].command + " -o order.csv",
      "admission calls order.csv --places 60 --block-rank 80 --next day1.csv -o calls.csv",
      "allocate electives \(electives) --certificate electives.json -o electives.csv",
      "allocate mobility \(mobility) --certificate away.json -o away-places.csv",
      "grades validate marks.csv --scheme grades.yaml -o results.csv",
      "grades mentions results.csv -o mentions.csv",
    ] {
      let run = try Execution(command.split(separator: " ").map(String.init), in: folder.url)
      try #require(run.status == 0, "\(command): \(run.errors)")
    }
    let placed = try folder.text("electives.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")
    }
    let (one, two) = (placed[0], placed.first { $0[1] == placed[0][1] && $0[2] != placed[0][2] } ?? placed[1])
    try folder.write("withdrawals.csv", "eleve,creneau\n\(one[0]),\(one[1])\n\(two[0]),\(two[1])\n")
    try folder.write("swaps.csv", "eleve_1,eleve_2,creneau\n\(one[0]),\(two[0]),\(one[1])\n")
    return folder
  }

  /// What each journey prints as its files were made.
  private static let printed = Mutex<[String: String]>([:])

  private static func expected(_ journey: Journey, in folder: TemporaryFolder) throws -> String {
    if let known = printed.withLock({ $0[journey.command] }) { return known }
    let run = try Execution(journey.arguments, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    printed.withLock { $0[journey.command] = run.output }
    return run.output
  }

  private func expectSame(_ journey: Journey, _ change: (String) -> String) throws {
    let folder = try Self.folder.get()
    let expected = try Self.expected(journey, in: folder)
    var arguments = journey.arguments
    let changed = try TemporaryFolder()
    for table in journey.tables {
      try changed.write(table, change(try folder.text(table)))
      arguments = arguments.map { $0 == table ? changed.url.appendingPathComponent(table).path : $0 }
    }
    let run = try Execution(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == expected)
  }

  @Test(arguments: journeys)
  func `headers in another case, with accents, spaces or dashes, change no byte`(_ journey: Journey) throws {
    var random = SeededGenerator(11)
    try expectSame(journey) { text in
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      var header = ""
      for character in text[..<end] {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: header += character.uppercased()
        case 1 where character == "e": header += "e\u{301}"
        case 1 where character == "a": header += "à"
        case 1 where character == "_": header += ["", " ", "-", "\u{A0}"].randomElement(using: &random)!
        case 2 where character.isLetter && header.last?.isLetter ?? false: header += "_\(character)"
        default: header.append(character)
        }
      }
      return header + text[end...]
    }
  }

  @Test(arguments: journeys)
  func `blank rows and no-break spaces at the ends of cells change no byte`(_ journey: Journey) throws {
    var random = SeededGenerator(12)
    try expectSame(journey) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let delimiter: Character = lines[0].contains(";") ? ";" : ","
      return lines.map { line in
        var line = String(line)
        if !line.contains("\""), !line.isEmpty {
          line = line.split(separator: delimiter, omittingEmptySubsequences: false).map { cell in
            guard Int.random(in: 0..<5, using: &random) == 0 else { return String(cell) }
            return ["\u{A0}\(cell)", "\(cell)\u{A0}", " \(cell)\u{202F}"].randomElement(using: &random)!
          }.joined(separator: String(delimiter))
        }
        guard Int.random(in: 0..<8, using: &random) == 0 else { return line }
        return line + ["\n", "\n\(delimiter)\(delimiter)", "\n \u{A0}"].randomElement(using: &random)!
      }.joined(separator: "\n")
    }
  }

  @Test(arguments: journeys)
  func `line ends, byte order marks, delimiters and UTF-16 change no byte`(_ journey: Journey) throws {
    var random = SeededGenerator(13)
    try expectSame(journey) { text in
      let isPlain = !text.contains("\"") && !text.contains(";")
      var text = text
      if isPlain, Bool.random(using: &random) {
        text = text.replacingOccurrences(of: ",", with: Bool.random(using: &random) ? ";" : "\t")
      }
      if Bool.random(using: &random) { text = text.replacingOccurrences(of: "\n", with: "\r\n") }
      return "\u{FEFF}" + text
    }
  }
}
