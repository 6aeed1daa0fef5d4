import DelimitedText

/// A condition whose column was found.
struct PlacedCondition: Hashable {
  let position: Int
  /// As they are compared.
  let words: Set<String>
}

/// A block of an evaluation whose columns were found.
struct PlacedBlock {
  let columns: [Int]
  let conditions: [PlacedCondition]
}

/// Where in one export the columns of a mapping stand, and what is read of them.
struct ExportColumns {
  enum Use { case identifier, date, word, mark }

  /// What the row filter is called among the uses of a column.
  static let rowFilter = "rows"

  let labels: [String]
  private(set) var candidate = 0
  private(set) var birthDate = 0
  private(set) var genre = 0
  private(set) var boursier = 0
  private(set) var secteur: Int?
  private(set) var doublettes: [Int] = []
  private(set) var rows: [PlacedCondition] = []
  /// For each evaluation, its blocks.
  private(set) var evaluations: [[PlacedBlock]] = []
  /// By position: how the column is read, and what for.
  private(set) var uses: [Int: (use: Use, names: [String])] = [:]

  private let header: DelimitedHeader
  private var positions: [String: [Int]] = [:]
  private var defects: InputDefects

  private let words: MarkWords

  /// - Throws: `InputDefects` for every column that is not there, or not clear, or says who a person is.
  init(_ mapping: ExportMapping, _ header: DelimitedHeader, file: String) throws(InputDefects) {
    self.header = header
    words = MarkWords(adding: mapping.missingWords)
    labels = header.labels
    defects = InputDefects(file: file)
    for (index, name) in header.foldedNames.enumerated() { positions[name, default: []].append(index) }
    candidate = find(mapping.candidate, .identifier, "candidat")
    birthDate = find(mapping.birthDate, .date, "naissance")
    genre = find(mapping.genre, .word, "genre")
    boursier = find(mapping.boursier.column, .word, "boursier")
    secteur = mapping.secteur.map { find($0.column, .word, "secteur") }
    doublettes = mapping.doublettes.columns.map { find($0, .word, "doublette") }
    rows = mapping.rows.map { place($0, Self.rowFilter) }
    evaluations = mapping.evaluations.map { evaluation in
      evaluation.blocks.map { block in
        PlacedBlock(
          columns: block.columns.map { find($0, .mark, evaluation.name) },
          conditions: block.conditions.map { place($0, evaluation.name) })
      }
    }
    try defects.throwIfAny()
  }

  private mutating func place(_ condition: ExportCondition, _ name: String) -> PlacedCondition {
    PlacedCondition(position: find(condition.column, .word, name), words: folded(condition.words))
  }

  /// The position of a column; 0, with a defect, where there is none.
  private mutating func find(_ column: ExportColumn, _ use: Use, _ name: String) -> Int {
    guard let position = position(column) else { return 0 }
    if identifiesAPerson(header.names[position]) {
      report(labels[position], ExportDefect.identifiesAPerson)
    } else if let known = uses[position], known.use != use {
      report(labels[position], ExportDefect.usedOtherwise(known.names[0]))
    } else if !(uses[position]?.names.contains(name) ?? false) {
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
      let name = header.names[place - 1]
      if let wanted = column.header, foldedName(wanted) != foldedName(name) {
        report(wanted, ExportDefect.otherHeader(name))
        return nil
      }
      return place - 1
    }
    let name = column.header ?? ""
    let found = positions[foldedName(name)] ?? []
    guard !found.isEmpty else {
      report(
        name,
        ExportDefect.noSuchColumn(
          near: nearHeaders(to: name, in: header), columns: header.names.count,
          delimiter: header.delimiter))
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
    defects.add(InputDefect(line: header.line, column: column, reason: reason))
  }

  /// What a table has a column under.
  static func key(_ position: Int) -> String { String(position) }

  /// All are lenient: a cell counts only where its row and its block are read.
  var specifications: [ColumnSpecification] {
    uses.sorted { $0.key < $1.key }.map { position, use in
      let kind: ColumnKind =
        switch use.use {
        case .identifier: .identifier
        case .date: .date
        case .word: .optionalCategory
        case .mark: .mark
        }
      return ColumnSpecification(Self.key(position), kind, at: position, isLenient: true, words: words)
    }
  }
}
