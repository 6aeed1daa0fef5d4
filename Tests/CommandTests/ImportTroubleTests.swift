import Foundation
import TestSupport
import Testing

/// Exports of candidates whose school years, marks and wishes are not like most, and mappings that say what to do.
struct ImportTroubleTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("mapping.yaml", Self.mapping)
  }

  private static let terms = (1...3).map {
    "Moyenne du Candidat - Mathématiques Spécialité - Trimestre \($0)"
  }
  private static let report =
    ["Bulletins - Année Scolaire - Libellé", "Bulletins - Niveau Etude - Libellé"] + terms
  private static let header =
    [
      "Candidat - Code", "Sexe", "Date Naissance", "Candidat boursier - Libellé",
      "EDS Scolarité Terminale 1 - Libellé", "EDS Scolarité Terminale 2 - Libellé",
    ] + report + report + [
      "Note de l'épreuve - Français écrit", "Vœu confirmé - Libellé", "Lettre de motivation",
    ]

  private static let mapping = """
    candidat: Candidat - Code
    naissance: Date Naissance
    genre: Sexe
    boursier: Candidat boursier - Libellé
    doublette:
      columns: [EDS Scolarité Terminale 1 - Libellé, EDS Scolarité Terminale 2 - Libellé]
      values: {SVT+MATHS: [Sciences de la vie et de la Terre, Mathématiques]}
      others: leave_out
    evaluations:
      maths_terminale:
        mean: [\(terms.joined(separator: ", "))]
        occurrence: 1
        missing: renormalise
      maths_premiere:
        mean: [\(terms.joined(separator: ", "))]
        occurrence: 2
        missing: renormalise
      francais_ecrit: Note de l'épreuve - Français écrit
      lettre: Lettre de motivation

    """

  /// A candidate of the final year who was in the year before it a year ago.
  private static let usual = [
    "1001", "Féminin", "15/03/2008", "Non boursier", "Sciences de la vie et de la Terre", "Mathématiques",
    "2025/2026", "Terminale", "15", "16", "", "2024/2025", "Première", "13", "14", "15", "14", "Oui", "12,5",
  ]
  private static let usualLine = "1001,2008-03-15,non,F,SVT+MATHS,15.5,31/2,14,14,14,12.5"

  /// Writes an export with the usual candidate, and others who differ from it in some cells.
  private func write(_ others: [[Int: String]], header: [String] = header) throws {
    let rows = others.enumerated().map { index, cells in
      Self.usual.indices.map { cells[$0] ?? ($0 == 0 ? String(1002 + index) : Self.usual[$0]) }
    }
    let lines = ([header, Self.usual] + rows).map { $0.joined(separator: ";") + "\n" }
    try folder.write("export.csv", "\u{FEFF}" + lines.joined())
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try folder.text("mapping.yaml")
    try #require(text.contains(old))
    try folder.write("mapping.yaml", text.replacingOccurrences(of: old, with: new))
  }

  /// Each mark from the first report of its level.
  private func readByLevel() throws {
    let condition = "where: {column: Bulletins - Niveau Etude - Libellé, equals"
    try edit("occurrence: 1", "occurrence: [1, 2]\n    \(condition): Terminale}")
    try edit("occurrence: 2\n", "occurrence: [1, 2]\n    \(condition): Première}\n")
  }

  private func run(_ more: String...) throws -> Execution {
    try Execution(["admission", "import", "export.csv", "--mapping", "mapping.yaml"] + more, in: folder.url)
  }

  private func lines(_ run: Execution) -> [String] {
    run.output.split(separator: "\n").dropFirst().map(String.init)
  }

  private static let repeated = [12: "Terminale", 13: "9", 14: "8", 15: "7"]
  private static let reoriented = [
    7: "1ère année d'études supérieures", 8: "", 9: "", 12: "Terminale", 13: "12", 14: "13", 15: "14",
  ]

  @Test func `a mapping that takes blocks by occurrence alone is told that years may be mixed up`() throws {
    try write([Self.repeated])
    let run = try run()
    #expect(lines(run)[1].contains(",8,8,"))
    #expect(run.errors.contains("maths_terminale, maths_premiere: taken by occurrence alone"))
    try readByLevel()
    #expect(try !self.run().errors.contains("occurrence alone"))
  }

  @Test func `a repeated final year is no mark of the year before it, and the last one counts`() throws {
    try write([Self.repeated])
    try readByLevel()
    let run = try run("--left-out", "out.csv")
    #expect(lines(run) == [Self.usualLine, "1002,2008-03-15,non,F,SVT+MATHS,15.5,31/2,,,14,12.5"])
    #expect(run.errors.contains("maths_premiere: missing for 1 without a block that meets its where"))
    #expect(
      try folder.text("out.csv") == "candidat,motif,colonne,evaluation\n1002,note_sans_bloc,,maths_premiere\n"
    )
  }

  @Test func `the marks of the final year of a reoriented candidate are those of the final year`() throws {
    try write([Self.reoriented])
    try readByLevel()
    #expect(
      lines(try run()) == [Self.usualLine, "1002,2008-03-15,non,F,SVT+MATHS,13,13,,,14,12.5"])
  }

  @Test func `conditions are joined: the final year, if it is this year's`() throws {
    try write([Self.reoriented])
    let column = "column: Bulletins - "
    try edit(
      "occurrence: 1",
      """
      occurrence: [1, 2]
          where:
            - {\(column)Niveau Etude - Libellé, equals: [TERMINALE, Année préparatoire]}
            - {\(column)Année Scolaire - Libellé, equals: 2025/2026}
      """)
    #expect(lines(try run()) == [Self.usualLine, "1002,2008-03-15,non,F,SVT+MATHS,,,13,13,14,12.5"])
  }

  @Test func `blocks may be other columns, tried one after the other`() throws {
    try write([Self.reoriented, [7: "Première"]])
    let level = "where: {column: Bulletins - Niveau Etude - Libellé, occurrence: 1, equals: Terminale}"
    try edit(
      "lettre: Lettre de motivation",
      """
      lettre:
          - {column: Lettre de motivation, \(level)}
          - {column: Note de l'épreuve - Français écrit, where: {column: Sexe, equals: Féminin}}
      """)
    #expect(lines(try run()).map { $0.split(separator: ",").last } == ["12.5", "14", "14"])
  }

  @Test func `rows that do not meet the mapping's conditions are left out, counted and listed`() throws {
    // What is wrong with a row that is left out is no defect, and it may hold the code of one that is not.
    try write([[17: "Non validée", 8: "85"], [17: "Non", 0: "1001"], [17: "validee"], [5: "SES"]])
    #expect(try run().status == 65)
    try edit(
      "evaluations:", "rows: {where: {column: Vœu confirmé - Libellé, equals: [Oui, Validée]}}\nevaluations:")
    let run = try run("--left-out", "out.csv")
    #expect(lines(run).map { $0.prefix(4) } == ["1001", "1004"])
    #expect(run.errors.contains("2 left out by rows: Vœu confirmé - Libellé\n"))
    #expect(run.errors.contains("2 candidates imported, 1 left out for specialities without a doublette\n"))
    #expect(!run.errors.contains("all rows are read"))
    #expect(
      try folder.text("out.csv") == """
        candidat,motif,colonne,evaluation
        1002,condition,Vœu confirmé - Libellé,
        1001,condition,Vœu confirmé - Libellé,
        1005,doublette,EDS Scolarité Terminale 1 - Libellé,

        """)
    try edit("[Oui, Validée]", "Confirmé")
    #expect(try self.run().errors.contains("the mapping leaves everyone out; --audit lists the words"))
  }

  @Test func `without conditions for rows a column that says whether a wish is confirmed is named`() throws {
    try write([])
    #expect(try run().errors.contains("all rows are read, whatever Vœu confirmé - Libellé says"))
  }

  @Test(arguments: ["85", "A"])
  func `a mark that is none is an error, a missing mark, or leaves the candidate out`(cell: String) throws {
    try write([[8: cell, 9: "B+"]])
    let refused = try run("--left-out", "out.csv")
    #expect(refused.status == 65 && refused.errors.split(separator: "\n").count == 2)
    #expect(refused.errors.contains("export.csv:3: ") && refused.errors.contains("(1002)"))
    #expect(!folder.names.contains("out.csv"))

    try edit("evaluations:", "out_of_range: leave_out\nevaluations:")
    let leftOut = try run("--left-out", "out.csv")
    #expect(lines(leftOut) == [Self.usualLine])
    #expect(leftOut.errors.contains("1 left out for a mark outside 0 to 20: maths_terminale\n"))
    #expect(
      try folder.text("out.csv").hasSuffix("\n1002,hors_bareme,\(Self.terms[0]) (col. 9),maths_terminale\n")
    )

    try edit("occurrence: 1", "occurrence: 1\n    out_of_range: missing")
    let missing = try run("--left-out", "out.csv")
    #expect(lines(missing) == [Self.usualLine, "1002,2008-03-15,non,F,SVT+MATHS,,,14,14,14,12.5"])
    #expect(
      missing.errors.contains("maths_terminale: 2 cells that are not a mark from 0 to 20, read as missing\n"))
    let listed = try folder.text("out.csv")
    #expect(
      listed.split(separator: "\n").count == 3 && !listed.contains(cell + ",") && !listed.contains("B+"))
  }

  @Test func `a cell of a block that is not read is not judged`() throws {
    try write([[7: "1ère année", 8: "85", 9: "A", 12: "Terminale"]])
    try readByLevel()
    #expect(lines(try run())[1].hasPrefix("1002,2008-03-15,non,F,SVT+MATHS,14,14,,,"))
  }

  @Test func `no word is taken for a boursier by how it begins`() throws {
    try write([[3: "Boursier non certifié"]])
    let refused = try run()
    #expect(refused.status == 65)
    #expect(
      refused.errors.hasPrefix(
        "export.csv:3: Candidat boursier - Libellé: neither yes nor no by the mapping: Boursier non certifié; yes: oui,"
      ))
    try edit(
      "boursier: Candidat boursier - Libellé",
      "boursier: {column: Candidat boursier - Libellé, oui: [Boursier du secondaire], non: [Non boursier]}")
    #expect(
      try run().errors == """
        export.csv:3: Candidat boursier - Libellé: neither yes nor no by the mapping: Boursier non certifié; \
        yes: Boursier du secondaire; no: Non boursier; the mapping says which by oui: […], non: […] (1002)

        """)
    try edit("non: [Non boursier]", "non: [Non boursier, BOURSIER NON CERTIFIE]")
    #expect(lines(try run())[1].hasPrefix("1002,2008-03-15,non,"))
  }

  @Test func `the genre H of an export is homme`() throws {
    try write([[1: "H"]])
    #expect(lines(try run())[1].hasPrefix("1002,2008-03-15,non,M,"))
  }

  @Test(arguments: [
    ("Date de naissance", "Date Naissance", "Date de naissance"),
    (
      "Niveau Etude - Libellé 2026/2027", " Niveau Etude - Libellé 2025/2026",
      "Niveau Etude - Libellé 2026/2027"
    ),
  ])
  func `a header that the platform renamed is named`(there: String, wanted: String, near: String) throws {
    var header = Self.header
    header[2] = there
    header[17] = "Niveau Formation - Libellé 2026/2027"
    try write([], header: header)
    try edit("naissance: Date Naissance", "naissance: \"\(wanted)\"")
    let run = try run()
    #expect(run.status == 65)
    let end = "no such column in the header (19 columns, cut at ;); like it: \(near)"
    #expect(run.errors.contains(": \(end)\n") || run.errors.contains(": \(end), Niveau"), "\(run.errors)")
  }

  @Test
  func `the audit lists the words of columns of few words, how many rows hold each, and how it was read`()
    throws
  {
    try write([Self.repeated, [1: "H", 3: "Boursier du secondaire", 5: "SES", 17: "Non"]])
    try readByLevel()
    try edit("evaluations:", "rows: {where: {column: Vœu confirmé - Libellé, equals: Oui}}\nevaluations:")
    let audit = try run("--audit", "-q").errors
    #expect(
      audit.hasSuffix(
        """
        19: Lettre de motivation → lettre
        genre: Sexe
          2 × Féminin → F
          1 × H → M
        boursier: Candidat boursier - Libellé
          2 × Non boursier → non
          1 × Boursier du secondaire → oui
        doublette: EDS Scolarité Terminale 1 - Libellé + EDS Scolarité Terminale 2 - Libellé
          2 × Mathématiques + Sciences de la vie et de la Terre → SVT+MATHS
          1 × SES + Sciences de la vie et de la Terre → nothing
        where: Bulletins - Niveau Etude - Libellé (col. 8)
          3 × Terminale → maths_terminale
        where: Bulletins - Niveau Etude - Libellé (col. 13)
          2 × Première → maths_premiere
          1 × Terminale → maths_terminale
        where: Vœu confirmé - Libellé
          2 × Oui → rows
          1 × Non → nothing

        """), "\(audit)")
  }

  @Test func `the audit lists no texts, and no more than fifty words of a column`() throws {
    let text = String(repeating: "Travail sérieux. ", count: 5)
    try write((0..<60).map { [17: $0 < 2 ? text : "mot \($0)"] })
    try edit(
      "evaluations:", "rows: {where: {column: Vœu confirmé - Libellé, equals: [Oui, mot 7]}}\nevaluations:")
    let audit = try run("--audit", "-q").errors
    #expect(!audit.contains("Travail"))
    #expect(audit.hasSuffix("  1 × Oui → rows\n  1 × mot 7 → rows\n  and 58 more, not listed\n"), "\(audit)")
  }

  @Test(arguments: [
    ("7dec", 0, "1001,2008-03-15,non,F,SVT+MATHS,15.666667,313333333/20000000,14,14,14,12.5"),
    ("boursier-boursier-non", 65, "neither yes nor no by the mapping: Boursier non certifié"),
    ("foreign-85", 65, "out of range: 0 to 20 (1002)"), ("foreign-A", 65, "(1002)"),
    ("genre-H", 0, "1001,2008-03-15,non,M,"),
    (
      "header-next-year", 65,
      "Date Naissance: no such column in the header (19 columns, cut at ;); like it: Date de naissance"
    ),
    ("redoublant", 0, "maths_terminale, maths_premiere: taken by occurrence alone"),
    ("reorientation", 0, "maths_terminale, maths_premiere: taken by occurrence alone"),
    ("unconfirmed", 0, "all rows are read, whatever Vœu confirmé - Libellé says"), ("zip", 65, "unpack it"),
  ])
  func `the published troubles of imports are named`(trouble: String, status: Int32, message: String) throws {
    let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    let run = try Execution(
      ["admission", "import", "export.csv", "--mapping", "mapping.yaml"],
      in: cases.appendingPathComponent("troubles/imp-\(trouble)"))
    #expect(run.status == status)
    #expect(run.output.contains(message) || run.errors.contains(message), "\(run.errors)")
  }

  @Test
  func
    `an import with two outputs in one file, or its list of those left out on standard output, is a usage error`()
    throws
  {
    try write([])
    #expect(try run("--left-out", "-").status == 64)
    #expect(try run("--left-out", "out.csv", "-o", "out.csv").status == 64)
    #expect(try run("--left-out", "./out.csv", "-o", "c.csv", "--manifest", "out.csv").status == 64)
    #expect(try run("--left-out", "none/out.csv").status == 73)
  }
}
