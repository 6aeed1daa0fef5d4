import Foundation
import Palmares
import SyntheticData
import SyntheticFiles
import TestSupport
import Testing

/// An export and a mapping small enough to read.
struct SmallExport {
  var header = [
    "N°", "  Né  le", "Sexe", "Bourse", "EDS 1", "EDS 2", "Maths - T1", "Maths - T2", "Maths - T1",
  ]
  var rows = [
    ["1", "02/01/2008", "F", "Boursier du secondaire", "SVT", "Maths", "15", "12,5", "8"],
    ["2", "2008-03-04", "Masculin", "Non boursier", "Maths", "SVT", "N", "13", "9,25"],
    ["3", "01/01/2009", "Mme", "Boursier du supérieur", "SVT", "PC", "", "Aucune note", "20"],
  ]
  var mapping = """
    candidat: N°
    naissance: Né le
    genre: Sexe
    boursier: Bourse
    doublette:
      columns: [EDS 1, EDS 2]
      values: {SVT+MATHS: [SVT, Maths], SVT+PC: [[SVT, PC], [SVT, Physique]]}
    evaluations:
      maths: {mean: [{column: Maths - T1, occurrence: 1}, Maths - T2, {position: 9}], missing: renormalise}
      seule: {column: Maths - T1, occurrence: 2}
    """

  func read(threads: Int = 1) throws -> ImportedCandidates {
    let mapping = try Array(mapping.utf8).withUnsafeBytes { try ExportMapping(yaml: $0, file: "m.yaml") }
    let text = ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\r\n")
    return try Array("\u{FEFF}\(text)\r\n".utf8).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "e.csv", workers: Workers(count: threads)) {
        try ImportedCandidates($0, mapping: mapping, workers: Workers(count: threads))
      }
    }
  }

  /// What reading says is wrong.
  func defects(_ location: SourceLocation = #_sourceLocation) -> String {
    let error = #expect(throws: InputDefects.self, sourceLocation: location) { try read() }
    return error?.description ?? ""
  }

  mutating func edit(_ old: String, _ new: String) {
    precondition(mapping.contains(old))
    mapping = mapping.replacingOccurrences(of: old, with: new)
  }
}

struct ExportTests {
  private func text(_ table: CandidatesTable) throws -> String {
    var text = ""
    try table.write(.csv, workers: .one) { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  @Test
  func
    `columns are read by header, occurrence and position, and means are exact, with fractions beside them`()
    throws
  {
    let imported = try SmallExport().read()
    #expect(
      try text(imported.table) == """
        candidat,naissance,boursier,genre,doublette,maths,maths_exacte,seule
        1,2008-01-02,oui,F,SVT+MATHS,11.833333,71/6,8
        2,2008-03-04,non,M,SVT+MATHS,11.125,89/8,9.25
        3,2009-01-01,oui,F,SVT+PC,20,20,20

        """)
    #expect(imported.audit.kept.map(\.position) == [1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(imported.audit.kept.last?.uses == ["maths", "seule"])
  }

  @Test(arguments: [
    (MissingTermRule.renormalise, ["71/6", "89/8", "20"]), (.empty, ["71/6", "", ""]),
    (.zero, ["71/6", "89/12", "20/3"]),
  ])
  func `a rule says what becomes of a mean with marks missing`(rule: MissingTermRule, means: [String]) throws
  {
    var export = SmallExport()
    export.edit("missing: renormalise", "missing: \(rule.rawValue)")
    let table = try text(try export.read().table)
    let found = table.split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[6])
    }
    #expect(found == means)
  }

  @Test func `missing marks of a mean are errors where the mapping says so, and by default`() {
    for rule in [", missing: reject", ""] {
      var export = SmallExport()
      export.edit(", missing: renormalise", rule)
      #expect(
        export.defects() == """
          e.csv:3: Maths - T1 (col. 7): missing mark (the mapping's rule is missing: reject) (2)
          e.csv:4: Maths - T1 (col. 7): missing mark (the mapping's rule is missing: reject) (3)
          e.csv:4: Maths - T2: missing mark (the mapping's rule is missing: reject) (3)
          """)
    }
  }

  @Test func `other specialities are an error, or left out with all their marks`() throws {
    var export = SmallExport()
    export.rows[1][4] = "SES"
    #expect(
      export.defects() == "e.csv:3: EDS 1: no doublette of the mapping has these specialities: SES, SVT (2)")
    export.edit("  values:", "  others: leave_out\n  values:")
    let imported = try export.read()
    #expect(imported.leftOut == 1)
    #expect((0..<2).map { imported.columns.identifiers[$0] } == ["1", "3"])
    #expect(imported.columns.doublettes == [0, 1])
  }

  @Test(arguments: [
    (
      "naissance: Né le", "naissance: Née le",
      "e.csv:1: Née le: no such column in the header (9 columns, cut at ;); like it: Né  le"
    ),
    (
      "seule: {column: Maths - T1, occurrence: 2}", "seule: Maths - T1",
      "e.csv:1: Maths - T1: 2 columns have this name: the mapping must choose one, by occurrence or position"
    ),
    ("occurrence: 2", "occurrence: 3", "e.csv:1: Maths - T1: only 2 columns have this name"),
    ("{position: 9}", "{position: 10}", "e.csv:1: position 10: the header has 9 columns"),
    (
      "{position: 9}", "{position: 9, column: Maths - T2}",
      "e.csv:1: Maths - T2: the header has another name at the mapping's position: Maths - T1"
    ),
    (
      "seule: {column: Maths - T1, occurrence: 2}", "seule: Sexe",
      "e.csv:1: Sexe: the mapping reads this column for genre too, in another way"
    ),
  ])
  func `a column of the mapping that is absent or ambiguous is told`(
    old: String, new: String, message: String
  ) {
    var export = SmallExport()
    export.edit(old, new)
    #expect(export.defects() == message)
  }

  @Test(arguments: [
    "Candidat - Nom", "Candidat - Prénom", "Prénom 2", "Adresse e-mail", "Adresse 1", "Nom d’usage",
    "Mail du candidat",
    "Candidat -  NOM", "Téléphone portable", "INE", "candidat_nom", "PRÉNOM", "Pre\u{301}nom", "Pré\u{AD}nom",
  ])
  func `a column that says who a person is is never read`(header: String) {
    var export = SmallExport()
    export.header[0] = header
    export.edit("candidat: N°", "candidat: \"\(header)\"")
    #expect(export.defects().contains("identifies a person, so it is never read"))
  }

  @Test func `schools, subjects and numbers say nothing about a person`() throws {
    for header in ["Candidat - Code", "Nom Etablissement origine 2025/2026", "Nombre de frères", "Terminale"]
    {
      var export = SmallExport()
      export.header[0] = header
      export.edit("candidat: N°", "candidat: \(header)")
      #expect(try export.read().count == 3)
    }
  }

  @Test(arguments: [
    ("Boursier du secondaire", true), ("Boursier de l’enseignement supérieur", true), ("boursier", true),
    ("BOURSIER DU SUPÉRIEUR", true), ("Non boursier", false), ("Non  Boursier", false), ("Oui", true),
    ("non", false),
    ("1", true), ("", nil), ("Demande en cours", nil), ("Ancien boursier", nil),
    ("Boursier de l'enseignement scolaire", true), ("Boursier non certifié", nil), ("Boursier ?", nil),
    ("2", nil),
  ])
  func `who has any kind of grant is a boursier`(cell: String, meaning: Bool?) throws {
    var export = SmallExport()
    export.rows[0][3] = cell
    if let meaning {
      #expect(try export.read().columns.boursiers[0] == meaning)
    } else {
      let message = cell.isEmpty ? "empty cell" : "neither yes nor no by the mapping: \(cell); yes: oui, o, "
      #expect(export.defects().hasPrefix("e.csv:2: Bourse: \(message)"))
      export.edit("boursier: Bourse", "boursier: {column: Bourse, otherwise: non}")
      #expect(try export.read().columns.boursiers[0] == false)
    }
  }

  @Test func `a mapping says itself what is yes and what is of the secteur`() throws {
    var export = SmallExport()
    export.edit(
      "boursier: Bourse", "boursier: {column: Bourse, oui: [Boursier du secondaire], otherwise: non}")
    export.edit("doublette:", "secteur: {column: EDS 2, oui: [SVT, PC], non: [maths]}\ndoublette:")
    let candidates = try export.read().columns
    #expect(candidates.boursiers == [true, false, false])
    #expect(candidates.secteurs == [false, true, true])
    export.edit("non: [maths]", "non: [SES]")
    #expect(
      export.defects() == """
        e.csv:2: EDS 2: neither yes nor no by the mapping: Maths; yes: SVT, PC; no: SES; \
        the mapping says which by oui: […], non: […] (1)
        """)
  }

  @Test(arguments: [
    (1, 6, "21", "e.csv:3: Maths - T1 (col. 7): out of range: 0 to 20 (2)"),
    (
      1, 6, "abs",
      "e.csv:3: Maths - T1 (col. 7): not a decimal number (2); nor a word for a missing mark: (empty), "
        + MarkWords.usual.joined(separator: ", ")
    ),
    (1, 1, "31/02/2008", "e.csv:3:   Né  le: no such day in the calendar (2)"),
    (1, 2, "N", "e.csv:3: Sexe: not one of: F, M, X (2); the cell says N"),
    (1, 0, "1", "e.csv:3: N°: repeated identifier, first on line 2 (1)"),
    (1, 0, "", "e.csv:3: N°: empty identifier"),
  ])
  func `each defect of a cell of an export is told with its line and column`(
    row: Int, column: Int, cell: String, message: String
  ) {
    var export = SmallExport()
    export.rows[row][column] = cell
    #expect(export.defects() == message.replacingOccurrences(of: "  Né  le", with: "Né  le"))
  }

  @Test(arguments: [
    ("genre: Sexe\n", "", "m.yaml:1: genre: the key is missing"),
    ("genre: Sexe", "genre: {}", "m.yaml:3: genre: neither a column nor a position"),
    ("genre: Sexe", "sexe: Sexe\ngenre: Sexe", "m.yaml:3: sexe: unknown key"),
    ("{position: 9}", "{position: 0}", "m.yaml:9: evaluations.maths.mean.position: not a whole number"),
    (
      "missing: renormalise", "missing: drop",
      "m.yaml:9: evaluations.maths.missing: not one of: renormalise, empty"
    ),
    ("seule:", "maths_exacte:", "m.yaml:10: evaluations.maths_exacte: the name of a column with a meaning"),
    ("seule:", "genre:", "m.yaml:10: evaluations.genre: the name of a column with a meaning"),
    (
      "[SVT, Physique]", "[Maths, SVT]",
      "m.yaml:7: doublette.values.SVT+PC: SVT+MATHS has the same specialities"
    ),
    ("[SVT, Physique]", "[SVT]", "m.yaml:7: doublette.values.SVT+PC: not 2 specialities"),
    ("columns: [EDS 1, EDS 2]", "columns: EDS 1", "m.yaml:6: doublette.columns: not a list"),
    (
      "[{column: Maths - T1, occurrence: 1}, Maths - T2, {position: 9}]", "[]",
      "maths.mean: a mean of no column"
    ),
    ("evaluations:", "evaluations: {", "m.yaml:"),
    (
      "boursier: Bourse", "boursier: {column: Bourse, oui: [A, B], non: [b]}",
      "m.yaml:4: boursier.non: b is listed under oui too"
    ),
    ("boursier: Bourse", "boursier: {column: Bourse, oui: A}", "m.yaml:4: boursier.oui: not a list"),
    (
      "genre: Sexe", "genre: Sexe\nrows: {column: Sexe}",
      "m.yaml:4: rows.column: unknown key; known here: where"
    ),
    ("genre: Sexe", "genre: Sexe\nrows: {}", "m.yaml:4: rows.where: the key is missing"),
    (
      "genre: Sexe", "genre: Sexe\nrows: {where: {column: A}}",
      "m.yaml:4: rows.where.equals: the key is missing"
    ),
    ("genre: Sexe", "genre: Sexe\nrows: {where: {equals: A}}", "m.yaml:4: rows.where: neither a column nor"),
    ("genre: Sexe", "genre: Sexe\nrows: {where: []}", "m.yaml:4: rows.where: no condition"),
    ("genre: Sexe", "genre: Sexe\nrows: {where: Sexe}", "m.yaml:4: rows.where: not a mapping"),
    (
      "genre: Sexe", "genre: Sexe\nrows: {where: [{column: A, equals: []}]}",
      "m.yaml:4: rows.where.equals: no word"
    ),
    (
      "genre: Sexe", "genre: Sexe\nrows: {where: {column: A, equals: {a: b}}}",
      "m.yaml:4: rows.where.equals: not a single value"
    ),
    (
      "genre: Sexe", "genre: Sexe\nrows: {where: {column: A, is: b, equals: c}}",
      "m.yaml:4: rows.where.is: unknown key; known here: column, occurrence, position, equals"
    ),
    (
      "genre: Sexe", "genre: Sexe\nout_of_range: drop",
      "m.yaml:4: out_of_range: not one of: reject, missing, leave_out"
    ),
    ("genre: Sexe", "genre: Sexe\nout_of_range: [missing]", "m.yaml:4: out_of_range: not one of: reject"),
    ("genre: Sexe", "genre: Sexe\nmissing_words: ABS", "m.yaml:4: missing_words: not a list"),
    ("genre: Sexe", "genre: Sexe\nmissing_words: [[ABS]]", "m.yaml:4: missing_words: not a single value"),
    (
      "occurrence: 2}", "occurrence: 2, out_of_range: zero}",
      "m.yaml:10: evaluations.seule.out_of_range: not one of"
    ),
    ("occurrence: 2}", "occurrence: []}", "m.yaml:10: evaluations.seule.occurrence: no occurrence"),
    ("occurrence: 2}", "occurrence: [1, 0]}", "m.yaml:10: evaluations.seule.occurrence: not a whole number"),
    ("occurrence: 2}", "occurrence: [1, 2]}", "m.yaml:10: evaluations.seule: never used"),
    (
      "occurrence: 2}", "position: 7, occurrence: [1, 2]}",
      "m.yaml:10: evaluations.seule: a position, or an occurrence of its own"
    ),
    ("{column: Maths - T1, occurrence: 2}", "[]", "m.yaml:10: evaluations.seule: no column and no mean"),
    ("{column: Maths - T1, occurrence: 2}", "[Ecrit, Oral]", "m.yaml:10: evaluations.seule: never used"),
    (
      "{column: Maths - T1, occurrence: 2}", "[[Ecrit]]", "m.yaml:10: evaluations.seule: not a mapping"
    ),
    (
      ", missing: renormalise", ", occurrence: [1, 2], where: {column: Niveau, equals: T}",
      "m.yaml:9: evaluations.maths.mean: a position, or an occurrence of its own"
    ),
    (
      ", missing: renormalise", ", column: A",
      "m.yaml:9: evaluations.maths.column: unknown key; known here: mean"
    ),
  ])
  func `each defect of a mapping is told with its line and key`(old: String, new: String, message: String) {
    var export = SmallExport()
    export.edit(old, new)
    #expect(export.defects().contains(message), "\(export.defects())")
  }

  @Test func `a made-up export has the headers of the platform of 2026`() throws {
    let headers = ExportData.headers
    #expect(headers.count == 576)
    let counts = Dictionary(grouping: headers) { $0 }.mapValues(\.count)
    #expect(counts.values.count { $0 > 1 } == 215)
    // Of the 576 headers in their order, as published in the repository fortierq/parcoursup.
    let published = "f6b9c0d3d35bbeffe514e962478c501e8e3963b5433d45983cab31688c320bc4"
    let text = OutputFile(unwritten: "columns.txt")
    try text.write(headers.joined(separator: "\n"))
    try text.publish()
    #expect(text.sha256 == published)
  }

  /// Every mean again from the cells, as fractions, and every note as a fraction of those.
  @Test func `the means and notes of a made-up export are exact, by file and in memory`() throws {
    let data = ExportData(size: 400, seed: "été")
    let mapping = try Array(ExportData.mappingText.utf8).withUnsafeBytes {
      try ExportMapping(yaml: $0, file: "m")
    }
    let scheme = try Array(ExportData.schemeText.utf8).withUnsafeBytes {
      try AdmissionScheme(yaml: $0, file: "s")
    }
    let cells = (0..<data.size).map(data.cells)
    let imported = try read(cells, mapping)
    #expect(imported.leftOut > 10 && imported.leftOut + imported.count == data.size)
    let candidates = try imported.candidates(for: scheme)
    let scores = Scores(of: candidates)
    let fromFile = try Array(text(imported.table).utf8).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "c") { Scores(of: try Candidates($0, scheme: scheme)) }
    }
    let reference = ReferenceExport(mapping, scheme)
    var row = 0
    for line in cells where line[4] == candidates.identifiers[row] {
      let expected = reference.notes(line)
      #expect(scores.general[row] == expected.general)
      #expect(scores.scientific[row] == expected.scientific)
      #expect(fromFile.general[row] == expected.general && fromFile.scientific[row] == expected.scientific)
      row = min(row + 1, candidates.count - 1)
    }
    #expect(row == candidates.count - 1)
  }

  private func read(_ cells: [[String]], _ mapping: ExportMapping) throws -> ImportedCandidates {
    var bytes: [UInt8] = []
    try writeTable(.csvFr, columns: ExportData.headers, rows: cells.count, workers: .one) {
      bytes.append(contentsOf: $0)
    } _: { text, rows in
      for row in rows {
        for cell in cells[row] { text.text(cell) }
        text.endRow()
      }
    }
    return try bytes.withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "e") { try ImportedCandidates($0, mapping: mapping) }
    }
  }
}

/// Notes from the cells of an export, with fractions and nothing else.
private struct ReferenceExport {
  let mapping: ExportMapping
  let scheme: AdmissionScheme

  init(_ mapping: ExportMapping, _ scheme: AdmissionScheme) {
    self.mapping = mapping
    self.scheme = scheme
  }

  private func cell(_ column: ExportColumn, _ line: [String]) -> String {
    let places = ExportData.headers.indices.filter { ExportData.headers[$0] == column.header }
    return line[places[(column.occurrence ?? 1) - 1]]
  }

  private func mark(_ column: ExportColumn, _ line: [String]) -> Fraction? {
    (try? FixedDecimal(parsing: cell(column, line)))?.fraction
  }

  private func sum(_ values: [Fraction]) -> Fraction {
    values.reduce(Fraction(0, 1)) {
      Fraction($0.numerator * $1.denominator + $1.numerator * $0.denominator, $0.denominator * $1.denominator)
    }
  }

  private func evaluation(_ name: String, _ line: [String]) -> Fraction? {
    guard let evaluation = mapping.evaluations.first(where: { $0.name == name }) else { return nil }
    let block = evaluation.blocks.first { block in
      block.conditions.allSatisfy { $0.words.contains(cell($0.column, line)) }
    }
    switch block?.source {
    case nil: return nil
    case .column(let column): return mark(column, line)
    case .mean(let columns, _):
      let marks = columns.compactMap { mark($0, line) }
      guard !marks.isEmpty else { return nil }
      let total = sum(marks)
      return Fraction(total.numerator, total.denominator * Int128(marks.count))
    }
  }

  func notes(_ line: [String]) -> (general: Fraction, scientific: Fraction) {
    let specialities = Set(mapping.doublettes.columns.map { cell($0, line) })
    let name = mapping.doublettes.specialities.first { $0.alternatives.contains { Set($0) == specialities } }?
      .name
    let doublette = scheme.doublettes.firstIndex { $0 == name } ?? 0
    func note(_ counts: (Evaluation) -> Bool) -> Fraction {
      var terms: [Fraction] = []
      var weights: [Fraction] = []
      for (index, evaluation) in scheme.evaluations.enumerated() where counts(evaluation) {
        let weight = scheme.coefficients[doublette][index].fraction
        guard weight.numerator > 0, let mark = self.evaluation(evaluation.name, line) else { continue }
        terms.append(Fraction(mark.numerator * weight.numerator, mark.denominator * weight.denominator))
        weights.append(weight)
      }
      let (sum, weight) = (sum(terms), sum(weights))
      return Fraction(sum.numerator * weight.denominator, sum.denominator * weight.numerator)
    }
    return (note { _ in true }, note { $0.isScientific })
  }
}
