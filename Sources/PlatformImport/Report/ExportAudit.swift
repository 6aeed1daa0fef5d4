import DelimitedText

/// Which columns of an export were read, and how. No byte of any other column was kept.
public struct ExportAudit: Sendable, Equatable {
  /// A column that was read.
  public struct Column: Sendable, Equatable {
    /// The place in the file, from 1.
    public let position: Int
    /// The name in the header.
    public let header: String
    /// What it goes into: columns of the candidates file, and `rows` for the conditions of all rows.
    public let uses: [String]
  }

  /// A word in a column of few words.
  public struct Value: Sendable, Equatable {
    /// As it stands in the export.
    public let text: String
    /// In how many rows.
    public let count: Int
    /// What it was read as, or whose conditions it meets; empty for nothing.
    public let readings: [String]
  }

  /// What one column of few words holds; for the doublette, its columns together.
  public struct Words: Sendable, Equatable {
    /// The header, or several joined by ` + `.
    public let header: String
    /// What it is read for.
    public let use: String
    /// The most frequent first; never a long text, and none beyond ``mostWords``.
    public let values: [Value]
    /// How many more different ones there are.
    public let others: Int
  }

  /// More words than that are not listed, and a column with more of them is not one of few words.
  public static let mostWords = 50
  /// What is longer than so many characters is a text, and never listed.
  public static let longestWord = 60

  /// In the file's order.
  public let kept: [Column]
  /// How many columns the export has.
  public let columnCount: Int
  /// What the columns of few words hold, counted over all rows.
  public let words: [Words]

  init(_ columns: ExportColumns, _ header: DelimitedHeader, words: [Words]) {
    kept = columns.uses.sorted { $0.key < $1.key }.map { position, use in
      Column(position: position + 1, header: header.names[position], uses: use.names)
    }
    columnCount = header.names.count
    self.words = words
  }
}

extension ExportAudit.Words {
  /// - Parameters:
  ///   - values: different ones.
  ///   - showsUnread: whether words without a reading are listed where there are more than a few different ones.
  init(header: String, use: String, _ values: [ExportAudit.Value], showsUnread: Bool) {
    let isClosed = showsUnread || values.count <= ExportAudit.mostWords
    let shown = values.filter {
      $0.text.unicodeScalars.count <= ExportAudit.longestWord && (isClosed || !$0.readings.isEmpty)
    }
    self.header = header
    self.use = use
    self.values = Array(
      shown.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(ExportAudit.mostWords))
    others = values.count - self.values.count
  }
}
