import Foundation
import TestSupport
import Testing

struct ImportCaseTests {
  let folder: TemporaryFolder

  /// A made-up export, made once.
  nonisolated(unsafe) private static let made = Result {
    let folder = try TemporaryFolder(removedAtExit: true)
    let run = try Execution(
      ["generate", "export", "--size", "300", "--seed", "s", "-o", "."], in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  init() throws {
    folder = try TemporaryFolder()
    let made = try Self.made.get()
    for name in made.names {
      try FileManager.default.copyItem(
        at: made.url.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
  }

  private func run(_ arguments: String) throws -> Execution {
    try Execution(arguments.split(separator: " ").map(String.init), in: folder.url)
  }

  private let importing = "admission import export.csv --mapping mapping.yaml"
  private let ranking =
    "admission rank candidates.csv --scheme scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine"

  @Test func `an export goes the whole way to the calls, and no name goes with it`() throws {
    let chain = [
      "\(importing) --audit -o candidates.csv", "\(ranking) -o list.csv",
      "admission admit list.csv --admission-bar 13.5 --orals orals.csv -o final.csv",
      "admission call-order final.csv --boursier-min 25 -o order.csv",
      "admission calls order.csv --places 20 --block-rank 25 --next day1.csv -o calls.csv",
    ]
    for command in chain {
      let run = try run(command)
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(!run.errors.contains("NOM") && !run.errors.contains("Prénom"))
    }
    #expect(try folder.text("calls.csv").split(separator: "\n").count == 26)
    for name in folder.names where name != "export.csv" {
      let text = try folder.text(name)
      #expect(!text.contains("NOM") && !text.contains("Prénom") && !text.contains("Lycée"), "\(name)")
    }
  }

  @Test func `the audit lists the columns kept, each with its use`() throws {
    let run = try run("\(importing) --audit -q -o candidates.csv")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count { $0.first?.isNumber ?? false } == 42)
    #expect(lines.first == "5: Candidat - Code → candidat")
    #expect(
      lines.contains(
        "325: Moyenne du Candidat - Mathématiques Spécialité - Trimestre 1 → maths_premiere, maths_terminale")
    )
    #expect(lines.contains("568: Vœu confirmé - Libellé → rows"))
    #expect(try self.run("\(importing) -o candidates.csv").errors.contains("42 of 576 columns kept"))
  }

  @Test func `threads, encodings and line ends change no byte of an import`() throws {
    let expected = try run("\(importing) --threads 1").output
    #expect(try run("\(importing) --threads 3").output == expected)
    let text = try folder.text("export.csv")
    try folder.write("export.csv", text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(try run(importing).output == expected)
    let bytes = try #require(text.dropFirst().data(using: .windowsCP1252))
    try folder.write("export.csv", Array(bytes))
    #expect(try run(importing).status == 65)
    #expect(try run("\(importing) --encoding windows-1252").output == expected)
  }

  @Test func `rank reads the exact means of an import, which must be what stands beside them`() throws {
    #expect(try run("\(importing) -o candidates.csv").status == 0)
    let list = try run(ranking).output
    #expect(try run("\(importing) --format csv-fr -o candidates.csv").status == 0)
    #expect(try run(ranking).output == list)
    // A mean that was edited no longer goes with its fraction.
    var lines = try folder.text("candidates.csv").split(separator: "\n").map(String.init)
    let header = lines[0].split(separator: ";")
    let place = try #require(header.firstIndex(of: "maths_premiere"))
    var cells = lines[3].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    cells[place] = "0,5"
    lines[3] = cells.joined(separator: ";")
    try folder.write("candidates.csv", lines.joined(separator: "\n") + "\n")
    let refused = try run(ranking)
    #expect(refused.status == 65)
    #expect(
      refused.errors
        == "candidates.csv:4: maths_premiere_exacte: the mark beside it is not this one rounded to 6 decimals (\(cells[0]))\n"
    )
    // Without the rounded columns the exact ones are enough.
    let kept = header.indices.filter { !header.contains("\(header[$0])_exacte") }
    let exact = lines.map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      return kept.map { String(cells[$0]) }.joined(separator: ";")
    }
    try folder.write("candidates.csv", exact.joined(separator: "\n") + "\n")
    #expect(try run(ranking).output == list)
  }

  @Test(arguments: [
    ("21", "out of range: 0 to 20"), ("20.000000000000001", "out of range: 0 to 20"),
    ("-1", "out of range: 0 to 20"), ("1/0", "not an exact value"), ("12.5/2", "not an exact value"),
    ("12.1234567890123456", "more than 15 decimals"),
    ("1/1000000000000000000000000000000000000000", "not an exact value"),
  ])
  func `an exact mark that cannot be read is told with its line and column`(cell: String, message: String)
    throws
  {
    try folder.write(
      "c.csv",
      "candidat,naissance,boursier,genre,doublette,m_exacte\nA,2008-01-01,oui,F,D,10/7\nB,2008-01-01,oui,F,D,\(cell)\n"
    )
    try folder.write("s.yaml", "evaluations: {m: {scientific: true}}\ncoefficients: {D: {m: 1}}\n")
    let score = try run("admission score c.csv --scheme s.yaml")
    #expect(score.status == 65)
    #expect(score.errors.contains("c.csv:3: m_exacte: \(message)"), "\(score.errors)")
    #expect(score.errors.split(separator: "\n").count == 1, "\(score.errors)")
  }

  @Test func `exact marks and coefficients may be as fine as 127 bits hold`() throws {
    try folder.write(
      "c.csv",
      "candidat,naissance,boursier,genre,doublette,m_exacte,n_exacte\nA,2008-01-01,oui,F,D,10/9973,10/9967\n")
    try folder.write(
      "s.yaml",
      "evaluations: {m: {scientific: true}, n: {scientific: true}}\ncoefficients: {D: {m: 999999.9999, n: 1}}\n"
    )
    // 999 999.9999 · 10/9973 + 10/9967, over 1 000 000.9999.
    #expect(
      try run("admission score c.csv --scheme s.yaml").output.hasSuffix(
        ",996700997200330/994009903909509109,996700997200330/994009903909509109\n"))
    try folder.write(
      "s.yaml",
      "evaluations: {m: {scientific: true}, n: {scientific: true}}\ncoefficients: {D: {m: 3, n: 1}}\n")
    // (3 · 10/9973 + 10/9967) / 4, and 10/9973 and 10/9967 weigh the same way in the note scientifique.
    #expect(
      try run("admission score c.csv --scheme s.yaml").output.hasSuffix(",99685/99400891,99685/99400891\n"))
  }

  @Test(arguments: [
    ("Candidat - Code", "Candidat - Nom", "export.csv:1: Candidat - Nom: identifies a person"),
    (
      "Date Naissance", "Naissance",
      "export.csv:1: Naissance: no such column in the header (576 columns, cut at ;); like it: Date Naissance"
    ),
    ("occurrence: [1, 2]", "occurrence: [1, 4]", "only 2 columns have this name"),
    (
      "equals: [Oui, Validée]", "occurrence: 1, position: 6, equals: Oui",
      "export.csv:1: Vœu confirmé - Libellé: the header"
    ),
    (
      "{where: {column: Vœu confirmé - Libellé", "{where: {column: Candidat - Nom",
      "export.csv:1: Candidat - Nom: identifies a person"
    ),
    (
      "{where: {column: Vœu confirmé - Libellé", "{where: {column: Lettre de motivation",
      "Lettre de motivation: the mapping reads this column for rows too, in another way"
    ),
    (
      "others: leave_out", "others: reject",
      "EDS Scolarité Terminale 1 - Libellé: no doublette of the mapping"
    ),
    ("genre: Sexe", "genre: *a", "mapping.yaml:5: genre"),
  ])
  func `what cannot be imported leaves no file behind`(old: String, new: String, message: String) throws {
    let mapping = try folder.text("mapping.yaml")
    #expect(mapping.contains(old))
    try folder.write("mapping.yaml", mapping.replacingOccurrences(of: old, with: new))
    let run = try run("\(importing) -o candidates.csv")
    #expect(run.status == 65)
    #expect(run.errors.contains(message) || new.contains("*"), "\(run.errors)")
    #expect(!folder.names.contains("candidates.csv"))
  }

  @Test func `an import of absent files is exit 66, and one without its flags a usage error`() throws {
    #expect(try run("admission import none.csv --mapping mapping.yaml").status == 66)
    #expect(try run("admission import export.csv --mapping none.yaml").status == 66)
    #expect(try run("admission import export.csv").status == 64)
    #expect(try run("admission import export.csv --mapping -").status == 64)
    #expect(try run("\(importing) -o none/candidates.csv").status == 73)
  }
}
