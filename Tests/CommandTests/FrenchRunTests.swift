import Foundation
import TestSupport
import Testing

/// What every command says in French, on the shipped data and on broken data.
struct FrenchRunTests {
  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases/french")

  /// Compares with the file of that name, or writes it where `PALMARES_RECORD` is set.
  private func compare(_ text: String, with name: String) throws {
    let file = Self.cases.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PALMARES_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == known, "\(name); PALMARES_RECORD=1 swift test --filter FrenchRunTests writes it anew")
  }

  /// Words that English sentences have, and French ones, columns and values have not.
  private static let english: Set<Substring> = [
    "the", "and", "not", "with", "which", "is", "are", "this", "that", "from", "of", "was", "has", "have",
    "by",
    "more", "than", "give", "only", "students", "candidates", "row", "rows", "file", "without", "where",
  ]

  /// Words of a text that are English, but file names, flags and paths.
  private func englishWords(_ text: String) -> Set<Substring> {
    let words = text.split { !$0.isLetter && !"._-/#".contains($0) }
    return Set(words.map { $0.lowercased() }.map { Substring($0) }).intersection(Self.english)
  }

  /// Commands that write no table, after the folder of the shipped runs.
  private static let answers = [
    "admission draw check --seed graine --commitment "
      + "9712315c8f2f00925b0aa029a4fc764c82a19fa8004721121928868c19fbfeca",
    "allocate verify --students e-students.csv --modules modules.csv --wishes e-wishes.csv --seed-file seed.csv "
      + "--allocation allocation.csv --certificate proof.json",
    "allocate explain E14159265 --students e-students.csv --modules modules.csv --wishes e-wishes.csv "
      + "--seed-file seed.csv --allocation allocation.csv --certificate proof.json --letter",
    "replay record.json --seed-file seed.csv",
    "generate pdis --size 10 --seed 1 -o made", "generate export --size 10 --seed 1 -o made-export",
    "generate electives --size 10 --seed 1 -o made-electives",
    "generate mobility --size 10 --seed 1 -o made-mobility",
    "generate grades --size 10 --seed 1 -o made-grades",
  ]

  @Test func `every command says in French what it says`() throws {
    let runs = try ShippedRuns()
    var said = ""
    for run in ShippedRuns.all {
      let french = try runs.execute(run.arguments + ["--lang", "fr"])
      let isText = run.command.last == "explain"
      said += "$ palmares \(run.arguments.joined(separator: " "))\n"
      said += (isText ? french.output : "") + french.errors + "\n"
    }
    for line in Self.answers {
      let run = try runs.execute(line.split(separator: " ").map(String.init) + ["--lang", "fr"])
      said += "$ palmares \(line)\n\(run.output)\(run.errors)\n"
    }
    let seed = try runs.execute(["admission", "draw", "new", "--lang", "fr"])
    said += "$ palmares admission draw new\n\(seed.errors)"
    #expect(englishWords(said) == [])
    try compare(said, with: "runs.txt")
  }

  @Test func `every trouble is told in French`() throws {
    let troubles = Self.cases.appendingPathComponent("../troubles").standardized
    var said = ""
    for line in try String(contentsOf: troubles.appendingPathComponent("commands.tsv"), encoding: .utf8)
      .split(separator: "\n")
    {
      let fields = line.split(separator: "\t").map(String.init)
      let folder = try TemporaryFolder()
      let copy = folder.url.appendingPathComponent("case")
      try FileManager.default.copyItem(at: troubles.appendingPathComponent(fields[0]), to: copy)
      let run = try Execution(
        fields[1].split(separator: " ").dropFirst().map(String.init) + ["--lang", "fr"], in: copy)
      guard run.status != 0 else { continue }
      said += "$ cd \(fields[0]); \(fields[1])\n\(run.errors)\n"
    }
    #expect(englishWords(said) == [])
    try compare(said, with: "troubles.txt")
  }
}
