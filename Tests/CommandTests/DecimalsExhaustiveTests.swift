import Foundation
import TestSupport
import Testing

/// Numbers of all decimals in every file and flag that takes one.
struct DecimalsExhaustiveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String) throws -> Execution {
    try Execution(arguments.split(separator: " ").map(String.init), in: folder.url)
  }

  private func rows(_ arguments: String) throws -> [String] {
    let run = try run(arguments)
    #expect(run.status == 0, "\(arguments): \(run.errors)")
    return run.output.split(separator: "\n").dropFirst().map(String.init)
  }

  private static let ues = """
    ues:
      ANALYSE: {ects: 6, threshold: 10, minimum: 7, ecues: {examen: 3, td: 1}}

    """

  @Test(arguments: [
    ("12,333333333333", "12.499999,49999999999999/4000000000000,valide,"),
    ("12,33333", "12.499998,4999999/400000,valide,"),
    ("8,999999999999999", "9.999999,39999999999999997/4000000000000000,rattrapage,examen"),
    ("6,999999999999999", "8.499999,33999999999999997/4000000000000000,rattrapage,examen"),
  ])
  func `marks of an ECUE keep all their decimals`(mark: String, result: String) throws {
    try folder.write("marks.csv", "eleve;ue;ecue;note\nE1;ANALYSE;examen;\(mark)\nE1;ANALYSE;td;13\n")
    try folder.write("scheme.yaml", Self.ues)
    #expect(try rows("grades validate marks.csv --scheme scheme.yaml") == ["E1,ANALYSE,\(result)"])
  }

  @Test func `no mean is printed at or over a threshold that it does not reach`() throws {
    try folder.write(
      "marks.csv", "eleve;ue;ecue;note\nE1;U;a;9,9999\nE1;U;b;10\nE1;V;a;9,333332\nE1;V;b;9,3333336\n")
    for (threshold, printed) in [("9.3333332", "9.333333"), ("9.333333", "9.333332"), ("9.3333", "9.333333")]
    {
      try folder.write(
        "scheme.yaml",
        """
        ues:
          U: {ects: 6, threshold: 10, ecues: {a: 0.0010, b: 0.9990}}
          V: {ects: 6, threshold: \(threshold), ecues: {a: 1, b: 1}}

        """)
      let results = try rows("grades validate marks.csv --scheme scheme.yaml")
      #expect(results[0].hasPrefix("E1,U,9.999999,99999999/10000000,rattrapage,a"))
      #expect(results[1].hasPrefix("E1,V,\(printed),"), "\(results[1])")
    }
    // Of a list, the barre d'admission.
    let head = "rang,candidat,note_generale,generale_exacte\n"
    try folder.write("list.csv", head + "1,A,13.333333,40/3\n2,B,13.333333,13.3333328\n3,C,12.5,12.4999999\n")
    try folder.write("orals.csv", "candidat,verdict\nB,satisfaisant\nC,satisfaisant\n")
    #expect(
      try rows("admission convoke list.csv --admission-bar 13.333333") == ["2,B,13.333332", "3,C,12.499999"])
    #expect(
      try rows("admission admit list.csv --orals orals.csv --admission-bar 13.333333") == [
        "1,1,A,13.333333,40/3,direct", "2,2,B,13.333332,8333333/625000,oral",
        "3,3,C,12.499999,124999999/10000000,oral",
      ])
  }

  @Test func `exact columns take decimals, and a list printed either way goes with them`() throws {
    for (note, exact) in [
      ("13,5", "13,5"), ("13,50", "13,500000000000000000"), ("9.999999", "9.9999999"), ("10", "9.9999999"),
    ] {
      try folder.write("list.csv", "rang;candidat;note_generale;generale_exacte\n1;K2;\(note);\(exact)\n")
      #expect(try run("admission convoke list.csv --admission-bar 14").status == 0, "\(note) \(exact)")
    }
    try folder.write("list.csv", "rang;candidat;note_generale;generale_exacte\n1;K2;9,999998;9,9999999\n")
    #expect(
      try run("admission convoke list.csv --admission-bar 14").errors.contains("list.csv:2: note_generale: "))
  }

  @Test func `mentions rank marks by all fifteen decimals`() throws {
    try folder.write(
      "n.csv", "eleve;note\nE1;12,3456789\nE2;12,345678900000001\nE3;12,3456788\nE4;12,34567890000\n")
    #expect(
      try rows("grades mentions n.csv --shares 25,25,25,25") == [
        "E1,12.345679,A,2,123456789/10000000", "E2,12.345679,A+,1,12345678900000001/1000000000000000",
        "E3,12.345679,C,4,30864197/2500000",
        "E4,12.345679,A,2,123456789/10000000",
      ])
    // A quarter less 10⁻¹⁷ of four is none, rounded down; the better UE of the two makes up for it.
    let shares = "--shares 24.999999999999999,25.000000000000001,25,25 --rounding down"
    try folder.write("n.csv", "eleve,ue,note\nE1,U,12.1\nE2,U,12\nE3,U,11\nE4,U,10\nE1,V,1\n")
    #expect(try rows("grades mentions n.csv \(shares)").first == "E1,U,12.1,A,1")
    #expect(
      try rows("grades mentions n.csv \(shares) --harmonise ue --strength 0.000000000000001").first
        == "E1,U,12.1,A+,1")
  }

  @Test func `a mean of exported marks of all decimals is exact`() throws {
    try folder.write(
      "e.csv",
      "code;n;s;b;d;t1;t2;t3\n1;2008-03-15;F;non;X;15,3333333;16;\n2;2008-03-15;F;non;X;0,000000000000001;0;0\n"
    )
    try folder.write(
      "m.yaml",
      """
      candidat: code
      naissance: n
      genre: s
      boursier: b
      doublette: {columns: [d], values: {D: [X]}}
      evaluations: {m: {mean: [t1, t2, t3], missing: renormalise}, t: t1}

      """)
    #expect(
      try rows("admission import e.csv --mapping m.yaml") == [
        "1,2008-03-15,non,F,D,15.666667,313333333/20000000,15.3333333",
        "2,2008-03-15,non,F,D,0,1/3000000000000000,0.000000000000001",
      ])
  }

  private static let tooFine = "1.1234567890123456"

  @Test(arguments: [
    ("c.csv", "12", tooFine, "c.csv:2: m: more than 15 decimals (K1)"),
    ("c.csv", "12", "123456789012345678901234567890", "c.csv:2: m: out of range: 0 to 20 (K1)"),
    (
      "s.yaml", "2.5", tooFine,
      "s.yaml:2: coefficients.D.m: not a decimal number from 0 with at most 15 decimals"
    ),
    (
      "s.yaml", "2.5", "1000000.000000000000001",
      "s.yaml:2: coefficients.D.m: the coefficient of m for D is over"
    ),
    ("marks.csv", "12", tooFine, "marks.csv:2: note: more than 15 decimals (E1)"),
    ("ues.yaml", "10", tooFine, "ues.yaml:2: ues.U.threshold: not a mark"),
    ("ues.yaml", "6", tooFine, "ues.yaml:2: ues.U.ects: not a decimal number"),
  ])
  func `more than fifteen decimals is an error with line and column`(
    file: String, old: String, new: String, message: String
  ) throws {
    let files = [
      "c.csv": "candidat,naissance,boursier,genre,doublette,m\nK1,2008-03-15,non,M,D,12\n",
      "s.yaml": "evaluations: {m: {scientific: true}}\ncoefficients: {D: {m: 2.5}}\n",
      "marks.csv": "eleve,ue,ecue,note\nE1,U,a,12\n",
      "ues.yaml": "ues:\n  U: {ects: 6, threshold: 10, ecues: {a: 3}}\n",
    ]
    for (name, text) in files {
      try folder.write(name, name == file ? text.replacingOccurrences(of: old, with: new) : text)
    }
    let isAdmission = ["c.csv", "s.yaml"].contains(file)
    let run = try run(
      isAdmission ? "admission score c.csv --scheme s.yaml" : "grades validate marks.csv --scheme ues.yaml")
    #expect(run.status == 65 && run.errors.hasPrefix(message), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `what an exact result has no room for is an error, and never a trap`() throws {
    // Ten coefficients of 21 digits and marks of 17 would take 39.
    let names = (0..<10).map { "e\($0)" }
    let weights = names.map { "\($0): 999999.123456789012345" }.joined(separator: ", ")
    try folder.write(
      "s.yaml",
      "evaluations: {\(names.map { "\($0): {scientific: true}" }.joined(separator: ", "))}\ncoefficients: {D: {\(weights.dropLast())7}}\n"
    )
    let marks = names.map { _ in "19.999999999999999" }.joined(separator: ",")
    try folder.write(
      "c.csv",
      "candidat,naissance,boursier,genre,doublette,\(names.joined(separator: ","))\nK1,2008-03-15,non,M,D,\(marks)\n"
    )
    let score = try run("admission score c.csv --scheme s.yaml")
    #expect(
      score.status == 65 && score.errors.hasPrefix("c.csv:2: doublette: the exact note of these marks"),
      "\(score.errors)")
    let fine = "{a: 0.333333333333333, b: 0.666666666666667}"
    for (scheme, mark, message) in [
      ("final: {first: 0.3, second: 0.7}\nues:\n  U: {ects: 6, ecues: \(fine)}\n", "9.123456789012345", ""),
      (
        "final: {first: 0.333333333333333, second: 0.7}\nues:\n  U: {ects: 6, ecues: \(fine)}\n",
        "9.123456789012345", "marks.csv:2: note: with the scheme's decimals"
      ),
      (
        "final: {first: 999999.333333333333333, second: 0.7}\nues:\n  U: {ects: 6, ecues: {a: 999999.333333333333333, b: 1}}\n",
        "9", "scheme.yaml:3: ues: the weights of UE U and of the two sessions together take too many digits"
      ),
    ] {
      try folder.write("scheme.yaml", scheme)
      try folder.write(
        "marks.csv", "eleve,ue,ecue,note,session\nE1,U,a,\(mark),1\nE1,U,b,12,1\nE1,U,a,11,2\n")
      let validate = try run("grades validate marks.csv --scheme scheme.yaml")
      #expect(!validate.wasSignalled && validate.status == (message.isEmpty ? 0 : 65), "\(validate.errors)")
      #expect(message.isEmpty || validate.errors.contains(message), "\(validate.errors)")
    }
  }

  // MARK: Shipped files

  /// The datasets of the repository, and what is made of them; columns of decimals by file.
  private static let datasets: [(folder: String, commands: [String])] = [
    (
      "pdis",
      [
        "admission rank candidates.csv --scheme scheme.yaml --general-bar 12 --science-bar 11.5 --seed graine -o list.csv",
        "admission score candidates.csv --scheme scheme.yaml -o scores.csv",
        "admission bars candidates.csv --scheme scheme.yaml --places 60 --target 150 --statistics statistics.csv -o bars.csv",
        "admission convoke list.csv --admission-bar 13.5 -o convoked.csv",
        "admission admit list.csv --admission-bar 13.5 --orals orals.csv -o final.csv",
      ]
    ),
    (
      "grades",
      [
        "grades validate marks.csv --scheme scheme.yaml -o results.csv",
        "grades mentions results.csv -o mentions.csv",
        "grades gpa mentions.csv --scheme scheme.yaml --valides -o gpa.csv",
      ]
    ),
    (
      "electives",
      [
        "allocate electives --students students.csv --modules modules.csv --wishes wishes.csv --seed graine -o a.csv"
      ]
    ),
    (
      "mobility",
      [
        "allocate mobility --students students.csv --destinations destinations.csv --wishes wishes.csv --quotas quotas.csv --seed graine -o a.csv"
      ]
    ),
    ("export", ["admission import export.csv --mapping mapping.yaml -o candidates.csv"]),
  ]

  @Test(arguments: 0..<5)
  func `zeros at the end of every decimal of the shipped files change no byte`(dataset: Int) throws {
    let (name, commands) = Self.datasets[dataset]
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Datasets/\(name)")
    var inputs: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      inputs[file] = try String(contentsOf: source.appendingPathComponent(file), encoding: .utf8)
    }
    func results(_ change: (String, String) -> String) throws -> [String: String] {
      for (file, text) in inputs { try folder.write(file, change(file, text)) }
      var results: [String: String] = [:]
      for command in commands {
        let run = try run(command)
        #expect(run.status == 0, "\(command): \(run.errors)")
        let output = String(command.split(separator: " ").last ?? "")
        results[output] = try folder.text(output)
        try folder.write(output, change(output, results[output] ?? ""))
      }
      return results
    }
    let plain = try results { $1 }
    #expect(try results(Self.withZeros) == plain)
  }

  private static let integers: Set<String> = [
    "candidat", "eleve", "naissance", "rang", "absences", "places", "minimum", "session", "exterieur",
    "duree",
    "priorite", "departs_max", "position",
  ]

  /// Adds zeros to decimals: in a table those of columns that are not whole numbers, in a scheme all.
  private static func withZeros(_ file: String, _ text: String) -> String {
    if file.hasSuffix(".yaml") {
      guard file == "scheme.yaml" else { return text }
      return text.replacing(/(:\s+)(\d+)(\.\d+)?(?=[,}\s])/) { match in
        "\(match.1)\(match.2)\(match.3 ?? ".")00000000000000000000"
      }
    }
    let delimiter: Character = file == "export.csv" ? ";" : ","
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines[0].split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
    let isMark = header.map { name in
      file == "export.csv"
        ? name.hasPrefix("Moyenne du Candidat") || name.hasPrefix("Note") || name == "Lettre de motivation"
        : !integers.contains(name)
    }
    let mark = delimiter == ";" ? /\d+(,\d+)?/ : /\d+(\.\d+)?/
    return lines.enumerated().map { index, line in
      guard index > 0, !line.contains("\"") else { return String(line) }
      return line.split(separator: delimiter, omittingEmptySubsequences: false).enumerated().map {
        column, cell in
        guard isMark[column], let match = cell.wholeMatch(of: mark) else { return String(cell) }
        let point = match.1 == nil ? (delimiter == ";" ? "," : ".") : ""
        return "\(cell)\(point)000000000000000000"
      }.joined(separator: String(delimiter))
    }.joined(separator: "\n")
  }
}
