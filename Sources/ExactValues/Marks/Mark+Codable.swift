/// A mark is coded as its text, `15.75`: JSON's numbers are not exact in most readers.
extension Mark: Codable {
  /// Reads a decimal from 0 to 20, in text.
  ///
  /// - Throws: `DecodingError` for another text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let decimal = try? FixedDecimal(parsing: text), let mark = Mark(decimal) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a mark from 0 to 20")
    }
    self = mark
  }

  /// Writes the mark with all its decimals, in text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
