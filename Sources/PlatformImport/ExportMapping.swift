/// How to find one column of the platform's export.
public struct ExportColumn: Sendable, Equatable {
  /// The header, compared as the names of columns are; nil where the position alone says which.
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

/// A demand on a row of the export: that a column holds one of some words.
public struct ExportCondition: Sendable, Equatable {
  public var column: ExportColumn
  /// Compared as the names of columns are: without case, accents, spaces, dashes and apostrophes.
  public var words: [String]

  public init(_ column: ExportColumn, oneOf words: [String]) {
    precondition(!words.isEmpty, "a condition that no cell can meet")
    self.column = column
    self.words = words
  }
}

/// What becomes of a cell that should hold a mark and holds something else: `85`, `A`.
public enum OutOfRangeRule: String, Sendable, CaseIterable {
  /// It is an error.
  case reject
  /// There is no mark.
  case missing
  /// The candidate is left out.
  case leaveOut = "leave_out"
}

/// One evaluation: the column of the candidates file, and what of the export it is made of.
public struct ExportEvaluation: Sendable, Equatable {
  public enum Source: Sendable, Equatable {
    case column(ExportColumn)
    /// The exact mean of several columns, at most ``mostTerms``.
    case mean([ExportColumn], missing: MissingTermRule)
  }

  /// A place in the export where the marks of an evaluation may stand, such as the report of one school year.
  public struct Block: Sendable, Equatable {
    public var source: Source
    /// All of them must hold; with none, the block is read for everyone.
    public var conditions: [ExportCondition]
    public var outOfRange: OutOfRangeRule

    public init(
      _ source: Source, where conditions: [ExportCondition] = [], outOfRange: OutOfRangeRule = .reject
    ) {
      self.source = source
      self.conditions = conditions
      self.outOfRange = outOfRange
    }

    var columns: [ExportColumn] {
      switch source {
      case .column(let column): [column]
      case .mean(let columns, _): columns
      }
    }
  }

  public var name: String
  /// For each candidate, the first whose conditions hold is read; where there is none, the mark is missing.
  public var blocks: [Block]

  /// No mean has more terms, so that all its marks have a common denominator below 2³¹.
  public static let mostTerms = 10

  public init(_ name: String, _ source: Source) { self.init(name, blocks: [Block(source)]) }

  public init(_ name: String, blocks: [Block]) {
    precondition(!blocks.isEmpty, "an evaluation of nothing")
    self.name = name
    self.blocks = blocks
  }

  public var isMean: Bool {
    blocks.contains { if case .mean = $0.source { true } else { false } }
  }
}

/// How the cells of a column say yes or no.
public struct ExportFlag: Sendable, Equatable {
  public var column: ExportColumn
  /// The cells that mean yes and those that mean no; nil for ``usualYes`` and ``usualNo``.
  public var yes: [String]?
  public var no: [String]?
  /// What any other cell means; nil for an error.
  public var otherwise: Bool?

  /// What means yes without a list: nothing that begins with `Boursier` and goes on in another way is among it, since
  /// `Boursier non certifié` is no boursier.
  public static let usualYes = [
    "oui", "o", "vrai", "true", "1", "boursier", "boursier du secondaire", "boursier du supérieur",
    "boursier de l'enseignement secondaire", "boursier de l'enseignement scolaire",
    "boursier de l'enseignement supérieur",
  ]
  public static let usualNo = ["non", "n", "faux", "false", "0", "non boursier"]

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
