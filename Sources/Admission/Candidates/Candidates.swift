public import ExactValues
package import Parallelism

/// The candidates of a session, checked against the scheme that scores them.
///
/// Whatever makes them, their files say everything that a rank needs: identifiers are all different, every mark that
/// the scheme wants is there, and both notes of each candidate exist. What is wrong is an error of the initialiser.
///
/// ```swift
/// let scheme = try AdmissionScheme(
///   evaluations: [Evaluation("maths", isScientific: true), Evaluation("lettre", isScientific: false)],
///   coefficients: ["SVT+MATHS": ["maths": 3, "lettre": 1]])
/// let candidates = try Candidates(
///   [
///     Candidate(
///       "K1", born: "2008-03-15", genre: .female, doublette: "SVT+MATHS",
///       marks: ["maths": "15.5", "lettre": 12])
///   ], scheme: scheme)
/// let scores = Scores(of: candidates)
/// print(scores[0].general)  // 117/8
/// ```
public struct Candidates: Sendable {
  /// The scheme that the candidates were checked against.
  public let scheme: AdmissionScheme
  /// One for each candidate, all different and none empty, in the order of the file or the array.
  public let identifiers: IdentifierColumn
  /// By row.
  public let birthDates: [CalendarDate]
  /// By row, whether the candidate holds a bourse.
  public let boursiers: [Bool]
  /// By row.
  public let genres: [Genre]
  /// By row, a position in ``AdmissionScheme/doublettes``.
  public let doublettes: [UInt16]
  /// By row, whether the candidate is of the secteur; nil where the files do not say.
  public let secteurs: [Bool]?
  /// For each evaluation of the scheme its marks by row, in a common unit where there is one.
  ///
  /// Empty in candidates whose scores were kept without them.
  package private(set) var marks: [MarkCells]
  /// Both notes where they are too fine for integers: there, only scoring tells whether they exist.
  let fineScores: ScorePair?

  /// How many candidates there are.
  public var count: Int { identifiers.count }

  /// Checks candidates that are in memory.
  ///
  /// - Throws: ``AdmissionError`` with everything that is wrong: each empty or repeated identifier, each unknown
  ///   doublette or evaluation, each candidate who does not say whether of the secteur where others do, each birth date that ``BirthDateRule`` refuses, each mark that is missing against
  ///   the scheme's rule, and each candidate whose weights add to zero.
  /// - Complexity: O(*n* · *e*), *n* candidates and *e* evaluations.
  public init(_ candidates: [Candidate], scheme: AdmissionScheme) throws(AdmissionError) {
    var positions: [String: UInt16] = [:]
    for (index, doublette) in scheme.doublettes.enumerated() { positions[doublette] = UInt16(index) }
    let evaluations = Set(scheme.evaluations.map(\.name))
    var error = AdmissionError()
    // By bytes: Unicode holds identifiers equal that the draw tells apart.
    var seen: Set<[UInt8]> = []
    let saysSecteurs = candidates.contains { $0.isOfSecteur != nil }
    for (row, candidate) in candidates.enumerated() {
      if candidate.identifier.isEmpty { error.add(row, .emptyIdentifier) }
      if !seen.insert(Array(candidate.identifier.utf8)).inserted { error.add(row, .repeatedIdentifier) }
      if positions[candidate.doublette] == nil { error.add(row, .unknownDoublette) }
      if saysSecteurs, candidate.isOfSecteur == nil { error.add(row, .unknownSecteur) }
      for name in candidate.marks.keys.sorted() where !evaluations.contains(name) {
        error.add(row, .unknownEvaluation(name))
      }
    }
    let columns = CandidateColumns(
      identifiers: IdentifierColumn(candidates.lazy.map(\.identifier)),
      birthDates: candidates.map(\.birthDate), boursiers: candidates.map(\.isBoursier),
      genres: candidates.map(\.genre),
      doublettes: candidates.map { positions[$0.doublette] ?? CandidateColumns.unknownDoublette },
      // Where somebody does not say it, this is an error.
      secteurs: saysSecteurs ? candidates.map { $0.isOfSecteur ?? false } : nil,
      marks: scheme.evaluations.map { evaluation in
        MarkCells(candidates.lazy.map { $0.marks[evaluation.name] })
      })
    try self.init(columns, scheme: scheme, known: error)
  }

  /// Checks columns.
  ///
  /// - Parameters:
  ///   - doublettes: positions in the scheme's.
  ///   - known: what is wrong with the rows already, by another look at them. What it does not name is right: that
  ///     identifiers are all different, above all.
  /// - Precondition: a column of marks for each evaluation of the scheme.
  package init(
    _ columns: CandidateColumns, scheme: AdmissionScheme, known: AdmissionError = AdmissionError(),
    workers: Workers = Workers()
  ) throws(AdmissionError) {
    var error = known
    let checked = Candidates(columns, scheme: scheme, reporting: &error, workers: workers)
    guard let checked else { throw error.naming(columns.identifiers) }
    self = checked
  }

  /// The same where errors are gathered with those of a file.
  ///
  /// - Returns: nil where anything is wrong, also by what `error` held before.
  package init?(
    _ columns: CandidateColumns, scheme: AdmissionScheme, reporting error: inout AdmissionError,
    workers: Workers = Workers()
  ) {
    let marks = columns.marks.map { $0.inCommonUnit() }
    let check = MarkCheck(doublettes: columns.doublettes, marks: marks, scheme: scheme)
    if scheme.canWeigh(marks) {
      error.append(check.errors(workers))
      fineScores = nil
    } else {
      let (scores, found) = FineScoring(
        doublettes: columns.doublettes, marks: marks, scheme: scheme
      ).scores(workers)
      error.append(found)
      fineScores = scores
    }
    error.append(columns.birthDateErrors())
    guard error.count == 0 else { return nil }
    self.scheme = scheme
    identifiers = columns.identifiers
    birthDates = columns.birthDates
    boursiers = columns.boursiers
    genres = columns.genres
    doublettes = columns.doublettes
    secteurs = columns.secteurs
    self.marks = marks
  }

  /// Made-up data, which is right by how it is made, and is not looked at again.
  package init(unchecked columns: CandidateColumns, scheme: AdmissionScheme) {
    self.scheme = scheme
    identifiers = columns.identifiers
    birthDates = columns.birthDates
    boursiers = columns.boursiers
    genres = columns.genres
    doublettes = columns.doublettes
    secteurs = columns.secteurs
    marks = columns.marks
    fineScores = nil
  }

  package var columns: CandidateColumns {
    CandidateColumns(
      identifiers: identifiers, birthDates: birthDates, boursiers: boursiers, genres: genres,
      doublettes: doublettes, secteurs: secteurs, marks: marks)
  }

  /// The exact mark of a candidate; nil where it is missing, and the scheme allows that.
  ///
  /// - Parameters:
  ///   - evaluation: its position in the scheme.
  ///   - row: the candidate's.
  public func mark(evaluation: Int, row: Int) -> Fraction? {
    marks[evaluation][row]
  }

  /// The row of a candidate; nil where nobody has this identifier.
  ///
  /// - Complexity: O(*n*), *n* = the bytes of all identifiers.
  public func row(of identifier: String) -> Int? { identifiers.firstRow(of: identifier) }

  /// Lets go of the marks once the scores are known: they are most of the memory.
  mutating func removeMarks() { marks = [] }
}

extension IdentifierColumn {
  /// - Complexity: O(*n*), *n* = the number of bytes.
  func firstRow(of identifier: String) -> Int? {
    let wanted = Array(identifier.utf8)
    return ends.indices.first { row in
      let range = range(row)
      return range.count == wanted.count && bytes[range].elementsEqual(wanted)
    }
  }
}
