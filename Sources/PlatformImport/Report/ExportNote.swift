import DelimitedText

/// Something that a mapping leaves to chance, and that decides whose marks are read.
public enum ExportNote: Sendable, Equatable {
  /// Evaluations whose columns stand more than once and are taken by their occurrence alone: of a candidate who repeated
  /// or changed a year, another year's marks stand there.
  case blocksByOccurrence([String])
  /// The column says whether a wish is confirmed, and the mapping reads all rows.
  case unconfirmedWishes(String)

  static func all(_ mapping: ExportMapping, _ header: DelimitedHeader) -> [ExportNote] {
    var notes: [ExportNote] = []
    let byOccurrence = mapping.evaluations.filter { evaluation in
      evaluation.blocks.contains { $0.conditions.isEmpty && $0.columns.contains { $0.occurrence != nil } }
    }
    if !byOccurrence.isEmpty { notes.append(.blocksByOccurrence(byOccurrence.map(\.name))) }
    let confirmation = header.foldedNames.firstIndex { $0.hasPrefix("voeuconfirme") }
    if let confirmation, mapping.rows.isEmpty {
      notes.append(.unconfirmedWishes(header.names[confirmation]))
    }
    return notes
  }
}
