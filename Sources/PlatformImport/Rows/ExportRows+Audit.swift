import Admission
import AdmissionFiles
import DelimitedText
import ExactValues

extension ExportRows {
  /// What the columns of few words hold, and how each word was read.
  func auditedWords(_ mapping: ExportMapping) -> [ExportAudit.Words] {
    var found = [
      words(columns.genre, "genre") { word in
        GenreWords.meaning(word).map { GenreWords.meanings[$0][0] }
      },
      words(columns.boursier, "boursier") { mapping.boursier.reading($0) },
    ]
    if let secteur = mapping.secteur, let position = columns.secteur {
      found.append(words(position, "secteur") { secteur.reading($0) })
    }
    found.append(specialities(mapping.doublettes))
    return found + conditions(mapping)
  }

  private func words(_ position: Int, _ use: String, _ reading: (String) -> String?) -> ExportAudit.Words {
    words(position, use, showsUnread: true) { word in reading(word).map { [$0] } ?? [] }
  }

  private func words(
    _ position: Int, _ use: String, showsUnread: Bool, _ readings: (String) -> [String]
  ) -> ExportAudit.Words {
    let column = words(position)
    let values = zip(counts(column.numbers, of: column.names.count), 0...).map { count, number in
      let word = column.names[number]
      return ExportAudit.Value(text: word, count: count, readings: readings(word))
    }
    return ExportAudit.Words(
      header: columns.labels[position], use: use, values.filter { $0.count > 0 }, showsUnread: showsUnread)
  }

  private func counts(_ numbers: [Int32], of different: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: different)
    for number in numbers where number >= 0 { counts[Int(number)] += 1 }
    return counts
  }

  /// Specialities in another order are the same.
  private func specialities(_ rule: ExportDoublettes) -> ExportAudit.Words {
    let sets = SpecialitySets(columns.doublettes.map(words), rule)
    var counts: [String: (count: Int, doublette: UInt16?)] = [:]
    for (count, number) in zip(self.counts(sets.numbers, of: sets.specialities.count), 0...) where count > 0 {
      let text = sets.specialities[number].sorted().joined(separator: " + ")
      counts[text, default: (0, sets.doublettes[number])].count += count
    }
    return ExportAudit.Words(
      header: columns.doublettes.map { columns.labels[$0] }.joined(separator: " + "), use: "doublette",
      counts.map { text, known in
        ExportAudit.Value(
          text: text, count: known.count,
          readings: known.doublette.map { [rule.specialities[Int($0)].name] } ?? [])
      }, showsUnread: true)
  }

  /// The columns that conditions are about, in the file's order: for each word, whose conditions it meets.
  private func conditions(_ mapping: ExportMapping) -> [ExportAudit.Words] {
    var all = columns.rows.map { (use: ExportColumns.rowFilter, condition: $0) }
    for (evaluation, blocks) in zip(mapping.evaluations, columns.evaluations) {
      for block in blocks { all += block.conditions.map { (evaluation.name, $0) } }
    }
    return Set(all.map(\.condition.position)).sorted().map { position in
      let own = all.filter { $0.condition.position == position }
      return words(position, "where", showsUnread: false) { word in
        let word = foldedName(word)
        var uses: [String] = []
        for (use, condition) in own where condition.words.contains(word) && !uses.contains(use) {
          uses.append(use)
        }
        return uses
      }
    }
  }
}

extension ExportFlag {
  fileprivate func reading(_ word: String) -> String? {
    meaning(folded: foldedName(word)).map { $0 ? "oui" : "non" }
  }
}
