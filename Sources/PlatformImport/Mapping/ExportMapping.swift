/// Which columns of the platform's export are read, and what for. No other column is read.
///
/// A mapping is read from YAML and checked as a whole: places are 1 or more, and no list is empty that needs an entry.
public struct ExportMapping: Sendable, Equatable {
  /// The column of the identifier.
  public let candidate: ExportColumn
  /// The column of the birth date.
  public let birthDate: ExportColumn
  /// The column of the genre.
  public let genre: ExportColumn
  /// Who holds a bourse.
  public let boursier: ExportFlag
  /// Who is of the secteur; nil where the export does not say.
  public let secteur: ExportFlag?
  /// How the final-year specialities make a doublette.
  public let doublettes: ExportDoublettes
  /// The evaluations, in the order of the candidates file.
  public let evaluations: [ExportEvaluation]
  /// The rows that are read: those of which all of this holds. The others are left out.
  public let rows: [ExportCondition]
  /// Words that mean that there is no mark, beside the usual ones.
  public let missingWords: [String]

  /// - Parameters:
  ///   - candidate: the column of the identifier.
  ///   - birthDate: the column of the birth date.
  ///   - genre: the column of the genre.
  ///   - boursier: who holds a bourse.
  ///   - secteur: who is of the secteur; nil where the export does not say.
  ///   - doublettes: how the final-year specialities make a doublette.
  ///   - evaluations: the evaluations, in the order of the candidates file.
  ///   - rows: the conditions on the rows that are read.
  ///   - missingWords: words that mean that there is no mark, besides the usual ones.
  package init(
    candidate: ExportColumn, birthDate: ExportColumn, genre: ExportColumn, boursier: ExportFlag,
    secteur: ExportFlag? = nil, doublettes: ExportDoublettes, evaluations: [ExportEvaluation],
    rows: [ExportCondition] = [], missingWords: [String] = []
  ) {
    self.candidate = candidate
    self.birthDate = birthDate
    self.genre = genre
    self.boursier = boursier
    self.secteur = secteur
    self.doublettes = doublettes
    self.evaluations = evaluations
    self.rows = rows
    self.missingWords = missingWords
  }
}
