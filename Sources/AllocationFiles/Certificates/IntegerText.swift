import DelimitedText

/// Reads a whole number of a cell that is not empty.
///
/// - Parameter range: what the number may be; a sign is read only where it may be below 0.
/// - Returns: the number, or 0 and what is wrong.
func readInteger(_ text: String, in range: ClosedRange<Int>) -> (Int, CellDefect?) {
  let digits = range.lowerBound < 0 && text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard !digits.isEmpty, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
    return (0, .notAnInteger)
  }
  guard let value = Int(text), range.contains(value) else {
    return (0, .notInRange(from: "\(range.lowerBound)", to: "\(range.upperBound)"))
  }
  return (value, nil)
}
