/// How the cells of a column say yes or no.
public struct ExportFlag: Sendable, Equatable {
  /// The column whose cells say yes or no.
  public let column: ExportColumn
  /// The cells that mean yes; nil for ``usualYes``.
  public let yes: [String]?
  /// The cells that mean no; nil for ``usualNo``.
  public let no: [String]?
  /// What any other cell means; nil for an error.
  public let otherwise: Bool?

  /// What means yes without a list: nothing that begins with `Boursier` and goes on in another way is among it, since
  /// `Boursier non certifié` is no boursier.
  public static let usualYes = [
    "oui", "o", "vrai", "true", "1", "boursier", "boursier du secondaire", "boursier du supérieur",
    "boursier de l'enseignement secondaire", "boursier de l'enseignement scolaire",
    "boursier de l'enseignement supérieur",
  ]
  /// What means no without a list.
  public static let usualNo = ["non", "n", "faux", "false", "0", "non boursier"]

  /// - Parameters:
  ///   - column: the column whose cells say yes or no.
  ///   - yes: the cells that mean yes; nil for ``usualYes``.
  ///   - no: the cells that mean no; nil for ``usualNo``.
  ///   - otherwise: what any other cell means; nil for an error.
  package init(_ column: ExportColumn, yes: [String]? = nil, no: [String]? = nil, otherwise: Bool? = nil) {
    self.column = column
    self.yes = yes
    self.no = no
    self.otherwise = otherwise
  }
}
