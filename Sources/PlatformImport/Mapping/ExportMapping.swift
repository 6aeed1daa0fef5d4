/// Which columns of the platform's export are read, and what for; no other is.
public struct ExportMapping: Sendable, Equatable {
  public var candidate: ExportColumn
  public var birthDate: ExportColumn
  public var genre: ExportColumn
  public var boursier: ExportFlag
  public var secteur: ExportFlag?
  public var doublettes: ExportDoublettes
  public var evaluations: [ExportEvaluation]
  /// The rows that are read: those of which all of this holds. The others are left out.
  public var rows: [ExportCondition]
  /// Words that mean that there is no mark, beside the usual ones.
  public var missingWords: [String]

  public init(
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
