import DelimitedText
import ExactValues

/// What can be wrong with an export, beyond its cells.
enum ExportDefect: DefectReason, Equatable {
  case severalColumns(Int)
  case tooFewColumns(Int)
  case noSuchPosition(Int)
  case otherHeader
  case identifiesAPerson
  case usedOtherwise(String)
  case neitherYesNorNo
  case unknownSpecialities
  case missingTerm

  var description: String {
    switch self {
    case .severalColumns(let count):
      "stands \(count) times in the header: the mapping must say which, by occurrence or position"
    case .tooFewColumns(let count): "stands only \(count) times in the header"
    case .noSuchPosition(let count): "the header has \(count) columns"
    case .otherHeader: "the header has another name at the mapping's position"
    case .identifiesAPerson: "says who a person is, and is never read: the mapping must do without"
    case .usedOtherwise(let use): "the mapping reads this column for \(use) too, in another way"
    case .neitherYesNorNo: "neither yes nor no by the mapping"
    case .unknownSpecialities: "no doublette of the mapping has these specialities"
    case .missingTerm: "missing mark (the mapping's rule is missing: reject)"
    }
  }
}

/// Where in one export the columns of a mapping stand, and what is read of them.
struct ExportColumns {
  enum Use { case identifier, date, genre, text, mark }

  let labels: [String]
  private(set) var candidate = 0
  private(set) var birthDate = 0
  private(set) var genre = 0
  private(set) var boursier = 0
  private(set) var secteur: Int?
  private(set) var doublettes: [Int] = []
  /// For each evaluation, its columns.
  private(set) var evaluations: [[Int]] = []
  /// By position: how the column is read, and what for.
  private(set) var uses: [Int: (use: Use, names: [String])] = [:]

  private let header: DelimitedHeader
  private var positions: [String: [Int]] = [:]
  private var defects: InputDefects

  static let genres = Keywords.anyCase([
    ["F", "Femme", "Féminin", "Mme", "Madame", "Mlle"], ["M", "Homme", "Masculin", "M.", "Monsieur"], ["X"],
  ])

  /// - Throws: ``InputDefects`` for every column that is not there, or not clear, or tells who a person is.
  init(_ mapping: ExportMapping, _ header: DelimitedHeader, file: String) throws(InputDefects) {
    self.header = header
    labels = header.labels
    defects = InputDefects(file: file)
    for (index, name) in header.names.enumerated() { positions[comparable(name), default: []].append(index) }
    candidate = find(mapping.candidate, .identifier, "candidat")
    birthDate = find(mapping.birthDate, .date, "naissance")
    genre = find(mapping.genre, .genre, "genre")
    boursier = find(mapping.boursier.column, .text, "boursier")
    secteur = mapping.secteur.map { find($0.column, .text, "secteur") }
    doublettes = mapping.doublettes.columns.map { find($0, .text, "doublette") }
    evaluations = mapping.evaluations.map { evaluation in
      evaluation.columns.map { find($0, .mark, evaluation.name) }
    }
    try defects.throwIfAny()
  }

  /// The position of a column; 0, with a defect, where there is none.
  private mutating func find(_ column: ExportColumn, _ use: Use, _ name: String) -> Int {
    guard let position = position(column) else { return 0 }
    if identifiesAPerson(header.names[position]) {
      report(labels[position], ExportDefect.identifiesAPerson)
    } else if let known = uses[position], known.use != use {
      report(labels[position], ExportDefect.usedOtherwise(known.names[0]))
    } else {
      uses[position, default: (use, [])].names.append(name)
    }
    return position
  }

  private mutating func position(_ column: ExportColumn) -> Int? {
    if let place = column.position {
      guard place <= header.names.count else {
        report(column.header ?? "position \(place)", ExportDefect.noSuchPosition(header.names.count))
        return nil
      }
      if let name = column.header, comparable(name) != comparable(header.names[place - 1]) {
        report(name, ExportDefect.otherHeader)
        return nil
      }
      return place - 1
    }
    let name = column.header ?? ""
    let found = positions[comparable(name)] ?? []
    guard !found.isEmpty else {
      report(name, CellDefect.missingColumn)
      return nil
    }
    guard let occurrence = column.occurrence else {
      if found.count == 1 { return found[0] }
      report(name, ExportDefect.severalColumns(found.count))
      return nil
    }
    guard occurrence <= found.count else {
      report(name, ExportDefect.tooFewColumns(found.count))
      return nil
    }
    return found[occurrence - 1]
  }

  private mutating func report(_ column: String, _ reason: any DefectReason) {
    defects.add(InputDefect(line: 1, column: column, reason: reason))
  }

  /// What a table has a column under.
  static func key(_ position: Int) -> String { String(position) }

  var specifications: [ColumnSpecification] {
    uses.sorted { $0.key < $1.key }.map { position, use in
      let kind: ColumnKind =
        switch use.use {
        case .identifier: .identifier
        case .date: .date
        case .genre: .keyword(Self.genres)
        case .text: .text
        case .mark: .mark
        }
      return ColumnSpecification(Self.key(position), kind, at: position)
    }
  }
}

/// Which columns of an export were read, and what for. No byte of any other column was kept.
public struct ExportAudit: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    /// The place in the file, from 1.
    public let position: Int
    public let header: String
    /// The columns of the candidates file it goes into.
    public let uses: [String]
  }

  /// In the file's order.
  public let kept: [Column]
  /// How many columns the export has.
  public let columnCount: Int

  init(_ columns: ExportColumns, _ header: DelimitedHeader) {
    kept = columns.uses.sorted { $0.key < $1.key }.map { position, use in
      Column(position: position + 1, header: header.names[position], uses: use.names)
    }
    columnCount = header.names.count
  }
}
