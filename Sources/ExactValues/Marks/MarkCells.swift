/// The exact marks of many rows in four bytes each.
///
/// A cell counts ten-thousandths of a mark, or a finer unit that all cells have in common. A mark that is no whole number
/// of units stands in a list.
///
/// ```swift
/// let marks = MarkCells(["15.75", nil, "8"] as [Mark?])
/// print(marks[0]!, marks.mark(2)!)  // 63/4 8
/// ```
public struct MarkCells: Sendable {
  /// One cell for each row.
  public let cells: [OptionalMark]
  /// The unit is a ten-thousandth divided by this: 1 to ``largestDenominator``.
  public let denominator: Int32
  /// The marks that cells refer to by place.
  public let listed: [Fraction]

  /// So large that 20 still fits a cell.
  public static let largestDenominator: Int32 = 10_000

  /// - Parameters:
  ///   - cells: those that refer to a listed mark refer to one of `listed`.
  ///   - denominator: what a ten-thousandth is divided by to give the unit, 1 to ``largestDenominator``.
  ///   - listed: marks from 0 to 20.
  package init(_ cells: [OptionalMark], denominator: Int32 = 1, listed: [Fraction] = []) {
    precondition(1...Self.largestDenominator ~= denominator, "a unit that 20 does not fit")
    self.cells = cells
    self.denominator = denominator
    self.listed = listed
  }

  /// - Parameter marks: from 0 to 20; nil for none.
  package init(_ marks: some Sequence<Fraction?>) {
    var listed: [Fraction] = []
    let cells = marks.map { mark -> OptionalMark in
      guard let mark else { return .missing }
      if let units = mark.tenThousandths { return OptionalMark(uncheckedUnits: units) }
      listed.append(mark)
      return OptionalMark(listed: listed.count - 1)
    }
    self.init(cells, listed: listed)
  }

  /// - Parameter marks: nil for none.
  public init(_ marks: some Sequence<Mark?>) { self.init(marks.lazy.map { $0?.decimal.fraction }) }

  /// How many rows there are.
  public var count: Int { cells.count }

  /// Whether all cells count ten-thousandths.
  public var isInTenThousandths: Bool { denominator == 1 && listed.isEmpty }

  /// The exact mark of a row, nil where it has none.
  public subscript(row: Int) -> Fraction? {
    let cell = cells[row]
    if let place = cell.listed { return listed[place] }
    return cell.units < 0
      ? nil : Fraction(Int128(cell.units), Int128(OptionalMark.unitsPerOne) * Int128(denominator))
  }

  /// The mark of a row, nil where it has none, or is no decimal of at most fifteen places.
  public func mark(_ row: Int) -> Mark? {
    if denominator == 1, cells[row].units >= -1 { return Mark(tenThousandths: cells[row].units) }
    guard let exact = self[row], Int128(FixedDecimal.unitsPerOne) % exact.denominator == 0 else { return nil }
    return Mark(FixedDecimal(units: exact.numerator * (FixedDecimal.unitsPerOne / exact.denominator)))
  }

  /// The same marks of some of the rows, in another order perhaps.
  public func gathered(_ rows: [UInt32]) -> MarkCells {
    MarkCells(rows.map { cells[Int($0)] }, denominator: denominator, listed: listed)
  }

  /// The same marks without a list, in a finer unit; as they are where none is fine enough.
  ///
  /// - Complexity: O(*n*), *n* rows; O(1) where no mark is listed.
  public func inCommonUnit() -> MarkCells {
    guard !listed.isEmpty else { return self }
    var common = denominator
    let tenThousandths = Int128(OptionalMark.unitsPerOne)
    for mark in listed {
      let own = mark.denominator / greatestCommonDivisor(mark.denominator, tenThousandths)
      guard let own = Int32(exactly: own), let next = leastCommonMultiple(common, own),
        next <= Self.largestDenominator
      else { return self }
      common = next
    }
    let scale = tenThousandths * Int128(common)
    return MarkCells(
      cells.map { cell in
        if let place = cell.listed {
          return OptionalMark(
            uncheckedUnits: Int32(scale / listed[place].denominator * listed[place].numerator))
        }
        return cell.units < 0 ? cell : OptionalMark(uncheckedUnits: cell.units * (common / denominator))
      }, denominator: common)
  }
}

extension Fraction {
  /// The value as a whole number of ten-thousandths of a mark from 0 to 20, or nil where it is none.
  public var tenThousandths: Int32? {
    let unitsPerOne = Int128(OptionalMark.unitsPerOne)
    guard denominator <= unitsPerOne, unitsPerOne % denominator == 0, numerator <= 20 * denominator else {
      return nil
    }
    return Int32(numerator * (unitsPerOne / denominator))
  }
}
