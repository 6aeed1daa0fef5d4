public import ExactValues

/// The marks of many rows, as integers that compare as the marks do.
///
/// Differs from the column of admission's scores, which has a score in every row and needs 64 bits for sums with
/// coefficients: here a row may have no mark, and 32 bits do.
public struct MarkColumn: Sendable {
  /// What the integers stand for.
  public enum Scale: Sendable, Equatable {
    /// Ten-thousandths of a mark, 0 to 200 000.
    case tenThousandths
    /// Positions in a list of different marks, ascending: means that are no multiples of a ten-thousandth.
    case positions([Fraction])

    /// The mark an integer stands for.
    package func mark(_ code: Int32) -> Fraction {
      switch self {
      case .tenThousandths: Fraction(Int128(code), Int128(OptionalMark.unitsPerOne))
      case .positions(let marks): marks[Int(code)]
      }
    }

    /// The integers lie below this.
    public var codeCount: Int {
      switch self {
      case .tenThousandths: Int(OptionalMark.largestUnits) + 1
      case .positions(let marks): marks.count
      }
    }
  }

  private enum Storage {
    case marks([OptionalMark])
    case codes([Int32])
  }

  /// What this column's integers stand for.
  public let scale: Scale
  private let storage: Storage

  private init(_ storage: Storage, _ scale: Scale) {
    self.storage = storage
    self.scale = scale
  }

  /// Marks of at most four decimals.
  ///
  /// - Parameter marks: in ten-thousandths.
  @_documentation(visibility: internal)
  public init(_ marks: [OptionalMark]) { self.init(.marks(marks), .tenThousandths) }

  /// The marks of a column that was read.
  ///
  /// - Complexity: O(1) where all are ten-thousandths, O(*n* log *n*) otherwise.
  package init(_ marks: MarkCells) {
    if marks.isInTenThousandths {
      self.init(marks.cells)
    } else {
      self.init(exact: (0..<marks.count).map { marks[$0] })
    }
  }

  /// Exact marks, such as means.
  ///
  /// - Parameter marks: from 0 to 20, nil where there is none.
  /// - Complexity: O(*n* log *n*).
  package init(exact marks: [Fraction?]) { self.init(IndexedMarks(marks)) }

  /// - Complexity: O(*n* + *m* log *m*), *n* rows and *m* marks.
  package init(_ marks: IndexedMarks) {
    let units = marks.values.map { $0.map(\.tenThousandths) ?? -1 }
    guard units.contains(nil) else {
      self.init(
        .marks(marks.numbers.map { $0 < 0 ? .missing : OptionalMark(uncheckedUnits: units[Int($0)] ?? -1) }),
        .tenThousandths)
      return
    }
    let different = Set(marks.values.compactMap(\.self)).sorted()
    var codes: [Fraction: Int32] = [:]
    for (code, mark) in different.enumerated() { codes[mark] = Int32(code) }
    let codeOf = marks.values.map { $0.flatMap { codes[$0] } ?? -1 }
    self.init(.codes(marks.numbers.map { $0 < 0 ? -1 : codeOf[Int($0)] }), .positions(different))
  }

  /// How many rows there are.
  public var count: Int {
    switch storage {
    case .marks(let marks): marks.count
    case .codes(let codes): codes.count
    }
  }

  /// The integers, −1 where there is no mark.
  @inline(__always)
  package func withCodes<R>(_ body: (UnsafeBufferPointer<Int32>) -> R) -> R {
    switch storage {
    case .marks(let marks):
      marks.withUnsafeBytes { bytes in bytes.withMemoryRebound(to: Int32.self, body) }
    case .codes(let codes): codes.withUnsafeBufferPointer(body)
    }
  }

  /// The exact mark of a row, nil where it has none.
  public subscript(row: Int) -> Fraction? {
    switch storage {
    case .marks(let marks): marks[row].units < 0 ? nil : scale.mark(marks[row].units)
    case .codes(let codes): codes[row] < 0 ? nil : scale.mark(codes[row])
    }
  }
}
