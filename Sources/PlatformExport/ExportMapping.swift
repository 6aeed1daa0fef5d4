/// How to find one column of the platform's export.
public struct ExportColumn: Sendable, Equatable {
  /// The header, compared without regard to stray spaces; nil where the position alone says which.
  public var header: String?
  /// Which of the columns of that header, from 1; nil where there is only one.
  public var occurrence: Int?
  /// The place in the file, from 1; with a header too, that one must stand there.
  public var position: Int?

  public init(_ header: String?, occurrence: Int? = nil, position: Int? = nil) {
    precondition(header != nil || position != nil, "neither header nor position")
    self.header = header
    self.occurrence = occurrence
    self.position = position
  }
}

/// What becomes of a mean of several columns where marks are missing.
public enum MissingTermRule: String, Sendable, CaseIterable {
  /// The mean of the marks that are there; none where there is none.
  case renormalise
  /// No mean unless all marks are there.
  case empty
  /// A missing mark counts zero.
  case zero
  /// A missing mark is an error.
  case reject
}

/// One evaluation: the column of the candidates file, and what of the export it is made of.
public struct ExportEvaluation: Sendable, Equatable {
  public enum Source: Sendable, Equatable {
    case column(ExportColumn)
    /// The exact mean of several columns, at most ``mostTerms``.
    case mean([ExportColumn], missing: MissingTermRule)
  }

  public var name: String
  public var source: Source

  /// No mean has more terms, so that all its marks have a common denominator below 2³¹.
  public static let mostTerms = 10

  public init(_ name: String, _ source: Source) {
    self.name = name
    self.source = source
  }

  public var isMean: Bool {
    if case .mean = source { true } else { false }
  }

  var columns: [ExportColumn] {
    switch source {
    case .column(let column): [column]
    case .mean(let columns, _): columns
    }
  }
}

/// How the cells of a column say yes or no.
public struct ExportFlag: Sendable, Equatable {
  public var column: ExportColumn
  /// The cells that mean yes and those that mean no; nil for the usual words, and for `Boursier …` and
  /// `Non boursier`.
  public var yes: [String]?
  public var no: [String]?
  /// What any other cell means; nil for an error.
  public var otherwise: Bool?

  public init(_ column: ExportColumn, yes: [String]? = nil, no: [String]? = nil, otherwise: Bool? = nil) {
    self.column = column
    self.yes = yes
    self.no = no
    self.otherwise = otherwise
  }
}

/// How the final-year specialities make a doublette.
public struct ExportDoublettes: Sendable, Equatable {
  /// The columns that hold the specialities.
  public var columns: [ExportColumn]
  /// For each doublette, the sets of specialities that make it, in any order.
  public var specialities: [(name: String, alternatives: [[String]])]
  /// Whether candidates with other specialities are left out; otherwise they are an error.
  public var leavesOutOthers: Bool

  public init(
    _ columns: [ExportColumn], _ specialities: [(name: String, alternatives: [[String]])],
    leavesOutOthers: Bool = false
  ) {
    self.columns = columns
    self.specialities = specialities
    self.leavesOutOthers = leavesOutOthers
  }

  public static func == (a: ExportDoublettes, b: ExportDoublettes) -> Bool {
    a.columns == b.columns && a.leavesOutOthers == b.leavesOutOthers
      && a.specialities.elementsEqual(b.specialities) { $0 == $1 }
  }
}

/// Which columns of the platform's export are read, and what for; no other is.
public struct ExportMapping: Sendable, Equatable {
  public var candidate: ExportColumn
  public var birthDate: ExportColumn
  public var genre: ExportColumn
  public var boursier: ExportFlag
  public var secteur: ExportFlag?
  public var doublettes: ExportDoublettes
  public var evaluations: [ExportEvaluation]

  public init(
    candidate: ExportColumn, birthDate: ExportColumn, genre: ExportColumn, boursier: ExportFlag,
    secteur: ExportFlag? = nil, doublettes: ExportDoublettes, evaluations: [ExportEvaluation]
  ) {
    self.candidate = candidate
    self.birthDate = birthDate
    self.genre = genre
    self.boursier = boursier
    self.secteur = secteur
    self.doublettes = doublettes
    self.evaluations = evaluations
  }
}
