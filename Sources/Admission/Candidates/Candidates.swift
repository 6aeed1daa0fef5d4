public import ExactValues

/// The files of all candidates, a column for each thing a file says.
public struct Candidates: Sendable {
  public let identifiers: IdentifierColumn
  public let birthDates: [CalendarDate]
  public let boursiers: [Bool]
  public let genres: [Genre]
  /// Positions in ``AdmissionScheme/doublettes``; ``unknownDoublette`` where a file's could not be read.
  public let doublettes: [UInt16]
  /// nil where the files do not say.
  public let secteurs: [Bool]?
  /// A column for each evaluation of the scheme, in its order.
  public private(set) var marks: [MarkCells]

  public static let unknownDoublette = UInt16.max

  /// - Precondition: all columns are equally long.
  public init(
    identifiers: IdentifierColumn, birthDates: [CalendarDate], boursiers: [Bool], genres: [Genre],
    doublettes: [UInt16], secteurs: [Bool]?, marks: [MarkCells]
  ) {
    let count = identifiers.count
    precondition(
      birthDates.count == count && boursiers.count == count && genres.count == count
        && doublettes.count == count && secteurs?.count ?? count == count
        && marks.allSatisfy { $0.count == count }, "columns of different lengths")
    self.identifiers = identifiers
    self.birthDates = birthDates
    self.boursiers = boursiers
    self.genres = genres
    self.doublettes = doublettes
    self.secteurs = secteurs
    self.marks = marks
  }

  /// - Throws: ``AdmissionError`` naming every empty or repeated identifier, every unknown doublette, and every birth
  ///   date that ``checkBirthDates()`` refuses.
  public init(_ candidates: [Candidate], scheme: AdmissionScheme) throws(AdmissionError) {
    var error = AdmissionError()
    // By bytes: Unicode holds identifiers equal that the draw tells apart.
    var seen: Set<[UInt8]> = []
    var positions: [String: UInt16] = [:]
    for (index, doublette) in scheme.doublettes.enumerated() { positions[doublette] = UInt16(index) }
    for (row, candidate) in candidates.enumerated() {
      if candidate.identifier.isEmpty { error.add(row, .emptyIdentifier) }
      if !seen.insert(Array(candidate.identifier.utf8)).inserted { error.add(row, .repeatedIdentifier) }
      if positions[candidate.doublette] == nil { error.add(row, .unknownDoublette) }
    }
    try error.throwIfAny()
    let secteurs = candidates.map(\.isOfSecteur)
    self.init(
      identifiers: IdentifierColumn(candidates.lazy.map(\.identifier)),
      birthDates: candidates.map(\.birthDate), boursiers: candidates.map(\.isBoursier),
      genres: candidates.map(\.genre),
      doublettes: candidates.map { positions[$0.doublette] ?? Self.unknownDoublette },
      secteurs: secteurs.contains { $0 != nil } ? secteurs.map { $0 ?? false } : nil,
      marks: scheme.evaluations.map { evaluation in
        MarkCells(candidates.lazy.map { $0.marks[evaluation.name] })
      })
    try checkBirthDates()
  }

  public var count: Int { identifiers.count }

  /// An exact mark; nil where it is missing.
  ///
  /// - Parameter evaluation: its position in the scheme.
  public func mark(evaluation: Int, row: Int) -> Fraction? {
    marks[evaluation][row]
  }

  /// Lets go of the marks, once the notes are known: they are most of the memory.
  public mutating func removeMarks() { marks = [] }
}
