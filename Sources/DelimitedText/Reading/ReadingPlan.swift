/// Which column of the file goes where.
struct ReadingPlan {
  /// What defects call the columns of the file.
  let names: [String]
  /// For each column of the file, the column asked for.
  let specifications: [ColumnSpecification?]
  /// Whether the columns were found by their names, not their places.
  private let isByName: Bool

  /// - Throws: ``InputDefects`` for a required column that is missing, one that is there twice, and one that is not
  ///   read and named almost like an optional one that is missing.
  init(
    _ header: DelimitedHeader, _ wanted: [ColumnSpecification], _ source: SourceText
  ) throws(InputDefects) {
    isByName = wanted.allSatisfy { $0.position == nil }
    let folded = header.foldedNames
    var indices: [String: [Int]] = [:]
    if isByName {
      for (index, name) in folded.enumerated() where !source.ignoring.contains(name) {
        indices[name, default: []].append(index)
      }
    }
    var chosen: [ColumnSpecification?] = Array(repeating: nil, count: header.names.count)
    var missing: [ColumnSpecification] = []
    var isShown = false
    var defects = InputDefects(file: source.file)
    func report(_ column: String, _ reason: CellDefect) {
      defects.add(InputDefect(line: header.line, column: column, reason: reason))
    }
    let rowOfNames = source.sheet?.row(ofNames: wanted.map(\.name), below: header)
    for specification in wanted {
      if let position = specification.position {
        precondition(header.names.indices.contains(position), "no column stands there")
        chosen[position] = specification
        continue
      }
      let found = indices[foldedName(specification.name)] ?? []
      if found.count > 1 {
        report(specification.name, .repeatedColumn)
      } else if let index = found.first {
        if chosen[index] != nil { report(specification.name, .repeatedColumn) }
        chosen[index] = specification
      } else if specification.isRequired {
        let names = isShown ? [] : header.names
        let nearest = header.names.count == 1 ? nil : nearestName(to: specification.name, in: header.names)
        report(
          specification.name,
          source.sheet == nil
            ? .columnNotFound(header: names, delimiter: header.delimiter, nearest: nearest)
            : .columnNotInSheet(header: names, nearest: nearest, row: rowOfNames))
        isShown = true
      } else {
        missing.append(specification)
      }
    }
    if rowOfNames == nil, !missing.isEmpty || !defects.isEmpty, !chosen.contains(where: { $0 != nil }),
      header.looksLikeData
    {
      throw InputDefects(
        file: source.file, InputDefect(line: header.line, column: "", reason: CellDefect.noHeader))
    }
    if isByName {
      for (index, name) in folded.enumerated()
      where chosen[index] == nil && !name.isEmpty && !source.ignoring.contains(name) {
        if let near = missing.first(where: { isMisspelling(name, of: foldedName($0.name)) }) {
          report(header.names[index], .nearMiss(of: near.name))
        }
      }
    }
    try defects.throwIfAny()
    names = header.labels
    specifications = chosen
  }

  /// Says which columns nothing was read of, but for those of which that is known.
  func noteIgnored(_ source: SourceText, unused: [String]) {
    guard isByName else { return }
    let unused = Set(unused.map(foldedName))
    let ignored = specifications.indices.filter {
      specifications[$0] == nil && !unused.contains(foldedName(names[$0]))
    }
    if !ignored.isEmpty {
      let unnamed = ignored.filter { names[$0].isEmpty }
      let named = ignored.filter { !names[$0].isEmpty }
      source.notes.add(.ignoredColumns(named.map { names[$0] }, unnamed: unnamed.map { $0 + 1 }))
    }
  }
}

/// Whether one folded name may be another one misspelt.
private func isMisspelling(_ name: String, of known: String) -> Bool {
  editDistance(name, known, atMost: misspellingDistance(of: known)) != nil
}
