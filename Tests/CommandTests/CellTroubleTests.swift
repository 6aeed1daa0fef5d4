import Foundation
import TestSupport
import Testing

/// Cells as spreadsheets, exports and people write them: read, or refused with the cause.
struct CellTroubleTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("scheme.yaml", Self.scheme(missing: "reject"))
  }

  private static func scheme(missing: String, words: String = "") -> String {
    """
    evaluations:
      maths: {scientific: true}
      svt: {scientific: true}
      lettre: {scientific: false}
    coefficients:
      SVT+MATHS: {maths: 3, svt: 4, lettre: 1.5}
      SVT+PC: {maths: 2, svt: 4, lettre: 1.5}
    missing: \(missing)
    \(words)
    """
  }

  private func candidates(
    _ id: String = "K1", born: String = "2008-03-15", genre: String = "M", maths: String = "15,5",
    doublette: String = "SVT+MATHS", more: String = ""
  ) -> String {
    """
    candidat;naissance;boursier;genre;doublette;maths;svt;lettre
    \(id);\(born);non;\(genre);\(doublette);\(maths);14;12
    K2;2008-03-15;oui;F;SVT+MATHS;15,5;14;12
    K3;2007-11-02;non;F;SVT+PC;11;16,25;9
    \(more)
    """
  }

  private func rank(_ candidates: String, _ more: [String] = []) throws -> Execution {
    try folder.write("input.csv", candidates)
    let bars = ["--general-bar", "10", "--science-bar", "10", "--seed", "graine"]
    return try Execution(
      ["admission", "rank", "input.csv", "--scheme", "scheme.yaml"] + bars + more, in: folder.url)
  }

  private func expect(
    _ run: Execution, _ message: String, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == 65 && run.output.isEmpty, "\(run.errors)", sourceLocation: location)
    #expect(run.errors == message + "\n", sourceLocation: location)
  }

  @Test func `a decimal comma in a file of commas is asked about`() throws {
    let header = "candidat,naissance,boursier,genre,doublette,maths,svt,lettre\n"
    let run = try rank(header + "K1,2008-03-15,non,M,SVT+MATHS,15,5,14,12\n")
    expect(
      run,
      "input.csv:2: lettre: too many fields: 9, expected 8; a decimal comma in a file whose delimiter is a comma? "
        + "Save it with ; as the delimiter, or quote the numbers")
  }

  @Test(arguments: [("01/01/1900", "60 years before"), ("2028-03-15", "12 years after")])
  func `a birth date that can only be a placeholder or a mistake is refused`(born: String, distance: String)
    throws
  {
    expect(
      try rank(candidates(born: born)),
      "input.csv:2: naissance: more than \(distance) the file's median birth date: it would decide ties (K1)")
  }

  @Test func `each birth date far from the others is named, and the rest counted, beside other defects`()
    throws
  {
    let far = (0..<7).map { "Z\($0);1900-01-0\($0 + 1);non;M;SVT+PC;12;12;12\n" }.joined()
    let near = (0..<9).map { "N\($0);2008-01-01;non;M;SVT+PC;\($0 == 0 ? "" : "12");12;12\n" }.joined()
    let lines = try rank(candidates(more: far + near)).errors.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(
      lines[5]
        == "input.csv: naissance: 2 more like this: more than 60 years before the file's median birth date: "
        + "it would decide ties")
    #expect(lines[6] == "input.csv:12: maths: missing mark (the scheme's rule is missing: reject) (N0)")
  }

  @Test(arguments: ["H", "h", "Homme", "masculin", "M.", "MASCULIN", "Monsieur"])
  func `every word for a man is read as M`(word: String) throws {
    let run = try rank(candidates(genre: word))
    #expect(run.output == (try rank(candidates()).output) && run.status == 0, "\(run.errors)")
  }

  @Test func `every word for a woman is read as F`() throws {
    let expected = try rank(candidates(genre: "F")).output
    for word in ["Mme", "femme", "FEMININ", "Fe\u{301}minin", "Mlle", "Madame"] {
      #expect(try rank(candidates(genre: word)).output == expected)
    }
  }

  @Test func `a doublette is compared like a name`() throws {
    let expected = try rank(candidates()).output
    for word in ["svt+maths", "SVT + Maths", " SVT+MATHS\u{A0}"] {
      #expect(try rank(candidates(doublette: word)).output == expected)
    }
    expect(
      try rank(candidates(doublette: "SVT")),
      "input.csv:2: doublette: not one of: SVT+MATHS, SVT+PC (K1); the cell says SVT")
  }

  @Test func `an identifier in a formula is read without it`() throws {
    let run = try rank(candidates("\"=\"\"00123\"\"\""))
    #expect(run.output == (try rank(candidates("00123")).output) && run.output.contains(",00123,"))
  }

  @Test func `identifiers that look alike are distinct, and told`() throws {
    for other in ["00123", "123 4", "É1"] {
      let twin = other.lowercased().replacing("00", with: "").replacing(" ", with: "")
      let run = try rank(candidates(other, more: "\(twin);2008-03-15;non;M;SVT+MATHS;15,5;14;12\n"))
      #expect(run.status == 0 && run.output.split(separator: "\n").count == 5)
      #expect(run.errors.contains("input.csv: different identifiers that look alike: \(other) and \(twin)\n"))
    }
  }

  @Test func `a line of the file and a row of the spreadsheet are both told where they differ`() throws {
    let header = "candidat,naissance,boursier,genre,doublette,maths,svt,lettre,avis\n"
    let run = try rank(
      header + "K1,2008-03-15,non,M,SVT+MATHS,15,14,12,\"ligne 1\nligne 2\nligne 3\"\n"
        + "K2,2008-03-15,non,M,SVT+MATHS,21,14,12,ok\nK3,2008-03-15,non,M,SVT+MATHS,12,,12,ok\n", ["-q"])
    expect(
      run,
      "input.csv:5: maths: out of range: 0 to 20 (K2, row 3 of the table)\n"
        + "input.csv:6: svt: missing mark (the scheme's rule is missing: reject) (K3, row 4 of the table)")
  }

  @Test(arguments: ["1", "3"])
  func `three hundred bad cells of a column are six lines`(threads: String) throws {
    let rows = (1000..<1300).map { "K\($0);2008-03-15;non;M;SVT+MATHS;Abs;14;12\n" }.joined()
    let run = try rank(
      "candidat;naissance;boursier;genre;doublette;maths;svt;lettre\n" + rows, ["--threads", threads])
    let lines = run.errors.split(separator: "\n")
    #expect(run.status == 65 && lines.count == 6)
    #expect(
      lines[0].hasPrefix("input.csv:2: maths: not a decimal number (K1000); nor a word for a missing mark: "))
    #expect(lines[4].hasPrefix("input.csv:6: maths: not a decimal number (K1004)"))
    #expect(lines[5] == "input.csv: maths: 295 more like this: not a decimal number")
  }

  @Test func `missing marks beside each other are counted by evaluation`() throws {
    let rows = (0..<60).map { "Z\($0);2008-03-15;non;M;SVT+PC;;\($0 < 50 ? "12" : "");12\n" }.joined()
    let lines = try rank(candidates(more: rows)).errors.split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines[5].hasPrefix("input.csv: maths: 55 more like this: missing mark"))
    #expect(lines[11].hasPrefix("input.csv: svt: 5 more like this: missing mark"))
  }

  @Test(arguments: [
    "Aucune note", "aucune note", "N/A", "Non noté", "NON NOTÉ", "-", "NC", "n.not", "NA", "",
  ])
  func `a word for a missing mark is one`(word: String) throws {
    try folder.write("scheme.yaml", Self.scheme(missing: "renormalise"))
    let run = try rank(candidates(maths: word))
    #expect(run.status == 0 && run.output.contains("2,K1,13.454545,14,"), "\(run.errors)")
  }

  @Test(arguments: ["ABS", "Disp", "Dispensé"])
  func `another word is one where the scheme says so`(word: String) throws {
    try folder.write("scheme.yaml", Self.scheme(missing: "renormalise"))
    expect(
      try rank(candidates(maths: word)),
      "input.csv:2: maths: not a decimal number (K1); nor a word for a missing mark: (empty), -, N, NA, N/A, NC, "
        + "N.Not, Non noté, Aucune note")
    try folder.write(
      "scheme.yaml", Self.scheme(missing: "renormalise", words: "missing_words: [abs, DISP, dispense]"))
    #expect(try rank(candidates(maths: word)).output.contains("2,K1,13.454545,14,"))
  }

  @Test(arguments: [
    ("[ABS, 12]", "scheme.yaml:9: missing_words: a number is a mark, and cannot be a word for a missing one"),
    ("['']", "scheme.yaml:9: missing_words: an empty cell is a missing mark already"),
    ("ABS", "scheme.yaml:9: missing_words: not a list"),
    ("[[ABS]]", "scheme.yaml:9: missing_words: not a single value"),
  ])
  func `missing words that cannot be any are a defect of the scheme`(words: String, message: String) throws {
    try folder.write("scheme.yaml", Self.scheme(missing: "zero", words: "missing_words: \(words)"))
    expect(try rank(candidates()), message)
  }

  @Test(arguments: [
    ("12-mai", "a spreadsheet made this a date"), ("25/02", "a spreadsheet made this a date"),
    ("12,5/20", "write the mark without /20"),
  ])
  func `a mark that a spreadsheet or a habit has changed is told by the cause`(cell: String, cause: String)
    throws
  {
    let run = try rank(candidates(maths: cell))
    #expect(
      run.status == 65 && run.errors.hasPrefix("input.csv:2: maths: not a decimal number (K1); \(cause)"))
    #expect(!run.errors.contains(cell))
  }

  @Test(arguments: ["07-oct", "25-f\u{E9}vr", "46080"])
  func `an exact note that a spreadsheet made a date asks for the list again`(cell: String) throws {
    let text = "rang;candidat;generale_exacte\n1;K1;\(cell)\n"
    try folder.write("list.csv", text.unicodeScalars.map { UInt8($0.value) })
    let run = try Execution(
      ["admission", "convoke", "list.csv", "--admission-bar", "13", "--encoding", "windows-1252"],
      in: folder.url)
    #expect(run.status == 65 && run.errors.hasPrefix("list.csv:2: generale_exacte: "))
    #expect(
      run.errors.hasSuffix(
        "(K1); a spreadsheet made this a date: format the column as text and write the value again, or run the command "
          + "that wrote the file again\n"))
  }

  @Test func `a verdict for an identifier that lost its zeros names the one that is there`() throws {
    try folder.write("list.csv", "rang,candidat,generale_exacte\n1,00123,12\n2,K2,12\n")
    try folder.write("orals.csv", "candidat;verdict\n123;satisfaisant\nk2;Absent\n")
    let run = try Execution(
      ["admission", "admit", "list.csv", "--admission-bar", "13", "--orals", "orals.csv"], in: folder.url)
    #expect(
      run.errors.hasPrefix(
        "orals.csv:2: candidat: no such candidate on the list (123); 00123 is there: a spreadsheet drops leading zeros\n"
          + "orals.csv:3: candidat: no such candidate on the list (k2); K2 is there: case, accents and spaces count\n"
      ))
  }

  @Test func `a no-break space behind an identifier counts for nothing`() throws {
    try folder.write("list.csv", "rang,candidat,generale_exacte\n1,00123,14\n2,K2,12\n")
    try folder.write("orals.csv", "candidat;verdict\n00123\u{A0};satisfaisant\nK2\u{202F};absent\n")
    let run = try Execution(
      ["admission", "admit", "list.csv", "--admission-bar", "15", "--orals", "orals.csv", "-q"],
      in: folder.url)
    #expect(run.status == 0 && run.output.split(separator: "\n").count == 2)
  }

  @Test func `a student who is not found is told with the one that is like`() throws {
    try folder.write("s.csv", "eleve,gpa\n08778424,3\nE1,3\n")
    try folder.write("m.csv", "module,places\nÉcologie,1\n")
    try folder.write("w.csv", "eleve,rang,module\n8778424,1,Écologie\nE1,1,ECOLOGIE\nE9,1,Écologie\n")
    let run = try Execution(
      [
        "allocate", "electives", "--students", "s.csv", "--modules", "m.csv", "--wishes", "w.csv", "--seed",
        "x",
      ],
      in: folder.url)
    expect(
      run,
      "w.csv:2: eleve: no such student (8778424); 08778424 is there: a spreadsheet drops leading zeros\n"
        + "w.csv:3: module: no such module (E1); Écologie is there: case, accents and spaces count\n"
        + "w.csv:4: eleve: no such student (E9)")
  }

  @Test func `the import takes the same words, and refuses the same birth dates`() throws {
    try folder.write(
      "m.yaml",
      """
      candidat: N
      naissance: D
      genre: Sexe
      boursier: B
      doublette: {columns: [E], values: {SVT+PC: [x]}}
      evaluations: {maths: M}
      missing_words: [Disp]
      """)
    func run(_ row: String) throws -> Execution {
      try folder.write("e.csv", "N;D;Sexe;B;E;M\n\(row)\n2;02/03/2008;F;non;x;12\n3;02/03/2008;F;non;x;12\n")
      return try Execution(["admission", "import", "e.csv", "--mapping", "m.yaml"], in: folder.url)
    }
    let read = try run("1;01/02/2008;H;non;x;disp")
    #expect(
      read.output.contains("\n1,2008-02-01,M,non,SVT+PC,\n")
        || read.output.contains("\n1,2008-02-01,non,M,SVT+PC,\n"))
    expect(
      try run("1;01/02/1900;H;non;x;12"),
      "e.csv:2: D: more than 60 years before the file's median birth date: it would decide ties (1)")
  }

  @Test func `words and identifiers of a file cannot act on a terminal`() throws {
    let run = try rank(candidates(genre: "\u{1B}[2Jx\u{202E}y"))
    #expect(run.errors.hasSuffix("; the cell says \\u{1B}[2Jx\\u{202E}y\n"))
  }
}
