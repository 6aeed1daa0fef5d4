/// How to find one column of the platform's export.
public struct ExportColumn: Sendable, Equatable {
  /// The header, compared as the names of columns are; nil where the position alone says which.
  public let header: String?
  /// Which of the columns of that header, from 1; nil where there is only one.
  public let occurrence: Int?
  /// The place in the file, from 1; with a header too, that one must stand there.
  public let position: Int?

  /// - Parameters:
  ///   - header: the header of the column; nil where the position alone says which.
  ///   - occurrence: which of the columns of that header, from 1; nil where there is only one.
  ///   - position: the place in the file, from 1.
  /// - Precondition: there is a header or a position.
  package init(_ header: String?, occurrence: Int? = nil, position: Int? = nil) {
    precondition(header != nil || position != nil, "neither header nor position")
    self.header = header
    self.occurrence = occurrence
    self.position = position
  }
}
