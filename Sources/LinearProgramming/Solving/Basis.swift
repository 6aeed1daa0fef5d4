/// Which rows and columns a simplex method's point leaves free to move, and where it holds the others.
public struct Basis: Hashable, Sendable {
  // In the order of the shim's own.
  public enum Status: UInt8, Hashable, Sendable {
    case basic
    case atLower
    case atUpper
    /// Held at 0, without bounds.
    case free
    case fixed
  }

  public var rows: [Status]
  public var columns: [Status]

  /// - Parameters: as many are basic, in both together, as there are rows.
  public init(rows: [Status], columns: [Status]) {
    self.rows = rows
    self.columns = columns
  }
}
