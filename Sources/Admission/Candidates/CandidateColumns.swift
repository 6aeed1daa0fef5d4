package import ExactValues

/// What the files of all candidates say, before it is checked against a scheme.
package struct CandidateColumns: Sendable {
  package var identifiers: IdentifierColumn
  package var birthDates: [CalendarDate]
  package var boursiers: [Bool]
  package var genres: [Genre]
  /// Positions in a list of doublettes, `unknownDoublette` where a file's is not among them.
  package var doublettes: [UInt16]
  /// nil where the files do not say.
  package var secteurs: [Bool]?
  /// A column for each evaluation.
  package var marks: [MarkCells]

  package static let unknownDoublette = UInt16.max

  /// - Precondition: all columns are equally long.
  package init(
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

  package var count: Int { identifiers.count }
}
