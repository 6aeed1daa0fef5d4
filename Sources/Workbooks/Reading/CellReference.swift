import DelimitedText

/// A rectangle of cells.
struct CellArea {
  /// From 1.
  let rows: ClosedRange<Int>
  /// From 0.
  let columns: ClosedRange<Int>

  /// As a spreadsheet writes it.
  var name: String {
    columnLetters(columns.lowerBound) + "\(rows.lowerBound):" + columnLetters(columns.upperBound)
      + "\(rows.upperBound)"
  }
}

/// Where a cell stands: `D12` is column 3 of row 12.
struct CellReference {
  /// From 0.
  let column: Int
  /// From 1; 0 where there is none.
  let row: Int

  /// - Returns: nil where the text is no reference.
  @inline(__always)
  init?(_ text: UnsafePointer<CChar>) {
    var p = text
    var column = 0
    while true {
      let letter = (UInt8(bitPattern: p.pointee) & ~0x20) &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      guard column < 100_000 else { return nil }
      column = column &* 26 &+ Int(letter) &+ 1
      p += 1
    }
    guard column > 0, let row = wholeNumber(p) else { return nil }
    self.column = column - 1
    self.row = row
  }
}

/// The whole number that a text is; nil where it is none, or has more than nine digits.
@inline(__always)
func wholeNumber(_ text: UnsafePointer<CChar>) -> Int? {
  var value = 0
  var p = text
  while p.pointee != 0 {
    let digit = UInt8(bitPattern: p.pointee) &- UInt8(ascii: "0")
    guard digit <= 9, p - text < 9 else { return nil }
    value = value &* 10 &+ Int(digit)
    p += 1
  }
  return p == text ? nil : value
}

extension CellReference {
  /// - Returns: nil where the text is no reference.
  init?(_ text: String) {
    guard let reference = text.withCString({ CellReference($0) }) else { return nil }
    self = reference
  }
}
